"""``exam start`` and ``exam resume``: what was asked for, what is refused, what may happen in between."""

import json
import shutil
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from studycli.core.exam.attempt import Answer, Mode
from tests.cli.conftest import Studio
from tests.cli.exams import BLUEPRINTS, ITEMS, NOON, ExamLog, Start, exam_library, terminals
from tests.material.libraries import LIBRARY, write
from tests.ui.pty_helper import PtyHelper


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The library with the small exam."""
    return exam_library(tmp_path / "library")


@pytest.fixture
def studio(studio: Studio, library: Path) -> Studio:
    """A studycli with it."""
    studio.env["STUDYCLI_LIBRARY"] = str(library)
    return studio


@pytest.fixture
def log(studio: Studio) -> ExamLog:
    """Its log, still empty."""
    return ExamLog(studio.home)


@pytest.fixture
def start(studio: Studio, library: Path) -> Iterator[Start]:
    """Terminals with the same home and library."""
    with terminals(studio.home, library) as started:
        yield started


def started(terminal: PtyHelper, studio: Studio) -> dict[str, Any]:
    """The start of the exam as the log has it, after Enter on the page of rules."""
    terminal.wait_for("Enter starts")
    terminal.send(b"\r")
    terminal.wait_for("0 answered")
    return last(studio, "start")


def last(studio: Studio, action: str) -> dict[str, Any]:
    """The last event of an attempt with this action, of all devices."""
    return max((each for each in studio.log if each.get("action") == action), key=lambda each: each["at"])


def asked(event: dict[str, Any]) -> set[str]:
    return {item["question"].partition("/")[2] for item in event["paper"]}


# What was asked for


def test_as_the_blueprint_says(start: Start, studio: Studio) -> None:
    event = started(start("exam", "start", "tiny"), studio)
    assert (event["mode"], event["seconds_allowed"], len(event["paper"])) == ("strict", 480.0, 4)
    assert asked(event) == {"one", "two", "three", "four"}
    assert sum(item["scored"] for item in event["paper"]) == 3
    assert event["blueprint"] == {
        "id": "small/tiny",
        "lowest": 100,
        "highest": 1000,
        "pass_mark": 720,
        "domains": [{"id": "secure", "weight": 50}, {"id": "resilient", "weight": 50}],
    }


def test_every_option_is_in_the_rules_and_in_the_log(start: Start, studio: Studio) -> None:
    options = ("--questions", "2", "--minutes", "7", "--extra-time", "3", "--topic", "queues", "--seed", "5")
    terminal = start("exam", "start", *options, "--relaxed")
    terminal.wait_for("2 questions in 10 min (3 min of it extra time).")
    terminal.wait_for("The clock stops while you are away.")
    event = started(terminal, studio)
    assert (event["mode"], event["seconds_allowed"], event["seed"]) == ("relaxed", 600.0, 5)
    assert asked(event) == {"one", "two"}


def test_without_a_number_of_minutes_they_follow_the_questions(start: Start, studio: Studio) -> None:
    assert started(start("exam", "start", "--questions", "1"), studio)["seconds_allowed"] == 120.0


def test_a_seed_draws_the_paper_that_print_prints(start: Start, studio: Studio) -> None:
    printed = studio("exam", "print", "--seed", "5", "--no-key").out
    event = started(start("exam", "start", "--seed", "5"), studio)
    stems = [f"Stem {item['question'].partition('/')[2]}" for item in event["paper"]]
    assert [line for line in printed.splitlines() if line.startswith("Stem")] == stems
    first = event["paper"][0]
    name = first["question"].partition("/")[2]
    assert f"1. Option {name} {first['options'][0]}\n2. Option {name} {first['options'][1]}" in printed


def test_what_was_not_shown_yet_comes_first(start: Start, studio: Studio, log: ExamLog) -> None:
    log.hand_in(log.begin(items=(ITEMS[0], ITEMS[3])), 470)
    terminal = start("exam", "start", "--questions", "2", now=NOON + timedelta(days=1))
    assert asked(started(terminal, studio)) == {"two", "three"}


def test_retake_sits_what_was_wrong_or_flagged_again(start: Start, studio: Studio, log: ExamLog) -> None:
    attempt = log.sat()
    terminal = start("exam", "start", "--retake", attempt, "--seed", "5", now=NOON + timedelta(days=1))
    terminal.wait_for("2 questions in 4 min.")
    event = started(terminal, studio)
    assert (event["seed"], asked(event), event["blueprint"]["id"]) == (5, {"two", "three"}, "small/tiny")


# What is refused


@pytest.mark.parametrize(
    ("options", "says"),
    [
        pytest.param(("--questions", "5"), "ask for 4 at most", id="more than there are"),
        pytest.param(("tinny",), "tiny", id="no such exam"),
        pytest.param(("tiny", "--topic", "queues"), "Security 1/2", id="a topic that cannot fill it"),
        pytest.param(("--retake", "examroom-2"), "examroom-1", id="no such exam to retake"),
        pytest.param(
            ("tiny", "--retake", "examroom-1", "--topic", "queues"), "BLUEPRINT, --topic", id="both"
        ),
    ],
)
def test_what_cannot_be_sat_is_refused_in_one_line(
    studio: Studio, log: ExamLog, options: tuple[str, ...], says: str
) -> None:
    log.sat()
    result = studio("exam", "start", *options)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert len(result.err.splitlines()) == 1


def test_an_exam_in_a_broken_file_is_not_said_to_be_missing(studio: Studio, library: Path) -> None:
    blueprints = library / "quizzes" / "blueprints.yaml"
    blueprints.write_text(blueprints.read_text().replace("weight: 50", "weight: 40"))
    for argv in (("exam", "start"), ("exam", "start", "tiny"), ("exam", "print")):
        result = studio(*argv)
        assert (result.code, result.out) == (3, "")
        assert f"{blueprints} is broken; see studycli check" in result.err
    assert "weights-not-100" in studio("check").out


def test_an_id_that_two_exams_have_is_to_be_written_in_full(studio: Studio, library: Path) -> None:
    mine = studio.home / "data" / "mine"
    write(mine, "content/library.yaml", LIBRARY.replace("id: small", "id: mine"))
    write(mine, "quizzes/blueprints.yaml", BLUEPRINTS.replace("minutes: 8", "minutes: 9"))
    result = studio("exam", "print", "tiny")
    assert (result.code, result.out) == (3, "")
    assert "small/tiny, mine/tiny" in result.err
    printed = studio("exam", "print", "mine/tiny", "--seed", "5").out
    assert "4 questions, 9 minutes" in printed
    assert "`studycli exam print mine/tiny --seed 5`" in printed


def test_there_is_nothing_to_retake_where_all_was_right(studio: Studio, log: ExamLog) -> None:
    attempt = log.begin()
    for place, right in enumerate((("b",), ("a", "c"), ("d",), ("a",))):
        log.answer(attempt, place, Answer(right), 400)
    log.hand_in(attempt, 390)
    result = studio("exam", "start", "--retake", attempt)
    assert result.code == 2
    assert f"exam report {attempt}" in result.err


def test_a_second_exam_is_refused_while_one_is_open(studio: Studio, log: ExamLog) -> None:
    attempt = log.begin()
    for argv in (("exam", "start"), ("exam", "start", "--retake", attempt)):
        result = studio(*argv)
        assert (result.code, len(studio.log)) == (2, 1)
        assert "studycli exam resume" in result.err
        assert f"studycli exam discard {attempt}" in result.err


def test_of_two_pages_of_rules_only_one_becomes_an_exam(start: Start, studio: Studio) -> None:
    first, second = start("exam", "start"), start("exam", "start")
    second.wait_for("Enter starts")
    started(first, studio)
    second.send(b"\r")
    second.wait_for("The exam did not start. exam")
    assert "not saved" not in second.text()
    assert len(studio.log) == 1
    second.send(b"q")
    second.wait_exit()
    first.wait_for("1/4")


# What may happen between start and resume


@pytest.mark.parametrize(
    ("mode", "minutes", "left_s"),
    [
        pytest.param(Mode.STRICT, 5, 170, id="strict: the time away counts"),
        pytest.param(Mode.RELAXED, 5, 470, id="relaxed: it does not"),
        pytest.param(Mode.STRICT, -600, 470, id="the clock set back gives and takes nothing"),
    ],
)
def test_the_time_left(
    start: Start, studio: Studio, log: ExamLog, mode: Mode, minutes: int, left_s: float
) -> None:
    attempt = log.begin(mode)
    log.answer(attempt, 1, Answer(("a",), seconds=1.0), 470, 10)
    terminal = start("exam", "resume", now=NOON + timedelta(minutes=minutes, seconds=10))
    terminal.wait_for("2/4")
    assert last(studio, "resume")["seconds_left"] == pytest.approx(left_s, abs=5)


def test_a_clock_set_back_loses_no_answer(start: Start, studio: Studio, log: ExamLog) -> None:
    attempt = log.begin()
    log.answer(attempt, 0, Answer(("a",), seconds=60.0), 420, 60)
    terminal = start("exam", "resume", now=NOON - timedelta(days=1))
    terminal.wait_for("1/4")
    terminal.send(b"2hk\r")
    terminal.wait_for("Score report")
    report = studio("exam", "report", "--json").json
    assert report["items"][0]["chosen"] == ["b"]
    assert report["seconds_used"] in {60, 61}


def test_a_killed_exam_goes_on_with_the_question_that_was_shown(start: Start, studio: Studio) -> None:
    terminal = start("exam", "start")
    started(terminal, studio)
    terminal.send(b"1]]")
    terminal.wait_for("3/4")
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    again = start("exam", "resume")
    again.wait_for("3/4")


def test_questions_gone_or_changed_meanwhile_are_sat_as_they_were(
    start: Start, studio: Studio, log: ExamLog, library: Path
) -> None:
    attempt = log.begin()
    log.answer(attempt, 0, Answer(("b",), seconds=5.0), 475, 5)
    bank = library / "quizzes" / "topics.yaml"
    bank.write_text(bank.read_text().replace("id: d, ", "id: e, "))
    (library / "quizzes" / "queues.yaml").unlink()
    terminal = start("exam", "resume", now=NOON + timedelta(seconds=5))
    terminal.wait_for("gone from the bank: small/one")
    terminal.send(b"]13]")
    terminal.wait_for("3/4")
    terminal.wait_for("changed since")
    terminal.send(b"4hk\r")
    terminal.wait_for("3 of 3 scored questions right")
    items = studio("exam", "report", "--json").json["items"]
    assert [(item["chosen"], item["correct"]) for item in items[:3]] == [
        (["b"], True),
        (["a", "c"], True),
        (["d"], True),
    ]


def test_a_bank_that_is_gone_altogether_keeps_the_exam(start: Start, log: ExamLog, library: Path) -> None:
    log.begin()
    shutil.rmtree(library / "quizzes")
    terminal = start("exam", "resume")
    terminal.wait_for("gone from the bank: small/one")
    terminal.send(b"2]")
    terminal.wait_for("1 answered")


# Leaving, and keys of a Korean keyboard


def test_who_leaves_is_told_how_to_go_on(start: Start, log: ExamLog) -> None:
    log.begin()
    terminal = start("exam", "resume")
    terminal.wait_for("1/4")
    terminal.send(b"q\r")
    assert terminal.wait_exit() == 0
    assert "studycli exam resume" in terminal.text()
    unbegun = start("exam", "resume", now=NOON + timedelta(minutes=10))
    unbegun.wait_for("Score report")
    unbegun.send(b"q")
    assert unbegun.wait_exit() == 0
    assert "studycli exam resume" not in unbegun.text()


def test_an_exam_by_jamo_in_a_small_window(start: Start, studio: Studio) -> None:
    terminal = start("exam", "start", "--seed", "5", STUDYCLI_LANG="ko", size=(40, 12))
    terminal.wait_for("제한 시간 8분")
    terminal.send(b"\r")
    terminal.wait_for("1/4")
    terminal.send("1ㄹㅌ2.ㅅ".encode())
    terminal.wait_for("Stem")
    terminal.send("ㅎ".encode())
    terminal.wait_for("문제 목록")
    terminal.send("ㅂㅗ".encode())
    terminal.wait_for("제출할까요?")
    terminal.send("ㅏ\r".encode())
    terminal.wait_for("성적표")
    (answer,) = [event for event in studio.log if event["kind"] == "answer"][-1:]
    assert (answer["flagged"], answer["confidence"], len(answer["chosen"])) == (True, "sure", 1)
    assert answer["struck"] != []
    assert json.dumps(answer["struck"]) != json.dumps(answer["chosen"])
