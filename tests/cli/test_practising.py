"""Practice in a real terminal."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from studycli.core.exam.attempt import Answer
from studycli.core.exam.paper import PaperItem
from studycli.log.exam_events import AttemptAnswer, PracticeAnswer
from tests.cli.conftest import Studio
from tests.cli.exams import NOON, ExamLog, Start, question, terminals
from tests.material.libraries import basic, library, topic, write


@pytest.fixture
def start(studio: Studio, tmp_path: Path) -> Iterator[Start]:
    """Terminals with two questions kept for practice, and one of an exam."""
    folder = library(tmp_path / "library", queues=topic("queues", basic("fifo")))
    practice = "  use: practice\n  difficulty: easy\n"
    kept = question("one", "secure", "b", "fifo") + question("two", "resilient", "ac")
    bank = kept.replace("  difficulty: easy\n", practice) + question("exam-only", "secure", "d")
    write(folder, "quizzes/queues.yaml", f"topic: queues\nquestions:\n{bank}")
    studio.env["STUDYCLI_LIBRARY"] = str(folder)
    with terminals(studio.home, folder) as started:
        yield started


def answers(studio: Studio) -> list[tuple[str, list[str], str]]:
    """Question, choice and source of every answer in the log."""
    events = [event for event in studio.log if event["kind"] == "answer"]
    return [(event["question"], event["chosen"], event["source"]) for event in events]


def number_of(screen: str, option: str) -> bytes:
    """The number that an option has on the screen."""
    (line,) = [line for line in screen.splitlines() if f"Option {option}" in line]
    return line.replace(">", " ").split()[0].encode()


def test_each_question_is_explained_as_soon_as_it_is_answered(start: Start, studio: Studio) -> None:
    terminal = start("practice")
    terminal.wait_for("Stem one")
    assert "Why a" not in terminal.text()
    terminal.send(number_of(terminal.text(), "one a") + b"\r")
    terminal.wait_for("X wrong")
    assert answers(studio) == [("small/one", ["a"], "practice")], "on the disk before it is explained"
    terminal.wait_for("right answer")
    assert all(f"Why {option}" in terminal.text() for option in "abcd")
    assert "- Front" in terminal.text(), "the card behind it"
    terminal.send(b"n")
    terminal.wait_for("Body")
    terminal.send(b"n\r")
    terminal.wait_for("Stem two")
    for option in ("two a", "two c"):
        terminal.send(number_of(terminal.text(), option))
        terminal.wait_for("1 of 2 chosen" if option == "two a" else "2 of 2 chosen")
    terminal.send(b"\r")
    terminal.wait_for("O right")
    terminal.send(b"\r")
    terminal.wait_for("1 of 2 questions right (50%).")
    terminal.wait_for("1 card will come first in the next session.")
    terminal.send(b"q")
    assert terminal.wait_exit() == 0
    assert studio("next", "--json").json["id"] == "small/fifo"


def test_d_disputes_in_place(start: Start, studio: Studio) -> None:
    terminal = start("practice", "--limit", "1", STUDYCLI_LANG="ko")
    terminal.wait_for("물음 one")
    terminal.send(b"1\r")
    terminal.wait_for("내 선택")
    terminal.send("ㅇ".encode())
    terminal.wait_for("이의 제기")
    terminal.send("답이 둘입니다\r".encode())
    terminal.wait_for("이의를 저장했습니다.")
    assert "notice: small/one is disputed: 답이 둘입니다" in studio("check").err
    terminal.send("ㅇ".encode())
    terminal.wait_for("답이 둘입니다")
    terminal.send(b"\x7f" * 7 + b"\r")
    terminal.wait_for("이의를 거두었습니다.")
    assert "disputed" not in studio("check").err


def exam_log(studio: Studio) -> tuple[ExamLog, str]:
    """A log in which the question of the exam is asked, and the id of that sitting."""
    log = ExamLog(studio.home)
    item = PaperItem("small/exam-only", "queues", "secure", tuple("abcd"), ("d",), True)
    attempt = log.begin(items=(item,))
    log.write(AttemptAnswer(attempt, item.question, Answer(("a",)), 470.0), 10)
    return log, attempt


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        pytest.param((), "Stem exam-only", id="missed the longest ago"),
        pytest.param(("--wrong", "--topic", "queues"), "Stem exam-only", id="the last answer was wrong"),
        pytest.param(("--flagged", "--limit", "1"), "Stem one", id="the last answer was flagged"),
    ],
)
def test_what_was_asked_for_comes(start: Start, studio: Studio, options: tuple[str, ...], shown: str) -> None:
    log, attempt = exam_log(studio)
    log.hand_in(attempt, 470)
    log.write(PracticeAnswer("small/one", Answer(("b",), flagged=True), ("b",)), 60)
    log.write(PracticeAnswer("small/two", Answer(("a", "b")), ("a", "c")), 60)
    start("practice", *options, now=NOON + timedelta(days=2)).wait_for(shown)


def test_what_an_open_exam_asks_is_not_explained_before_its_end(start: Start, studio: Studio) -> None:
    log, attempt = exam_log(studio)
    later = NOON + timedelta(days=2)
    assert studio("grade", "fifo", "again", "--at", NOON.isoformat()).code == 0
    start("practice", now=later).wait_for("1/2")
    log.hand_in(attempt, 470)
    start("practice", now=later).wait_for("1/3")
