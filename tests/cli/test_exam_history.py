"""``exam list``, ``report`` and ``discard`` on a log whose sittings were counted by hand."""

import json
from pathlib import Path

import pytest

from studycli.cli.held_attempt import HeldAttempt
from studycli.core.exam.attempt import Answer, Mode
from studycli.log.exam_events import Dispute, Disputed
from tests.cli.conftest import Studio
from tests.cli.exams import DEVICE, ExamLog, exam_library

REPORT = """\
Fail
Scaled score 400 (100 to 1000, pass mark 720)
1 of 3 scored questions right
1 unscored question did not count.
1 question not answered
The formula AWS uses is not public; this score is studycli's approximation.

Domains
Security: 1 of 2, needs improvement
Resilience: 0 of 1, needs improvement

Topics
Topic: 1 of 2
Topic: 0 of 1

Pace
6 of 8 min used
98 s a question (there were 120 s for each)
First half 150 s a question, last 2 45 s

Changed answers
right to wrong 1, wrong to right 1, wrong to wrong 0

Flags
flagged: 0 of 1
not flagged: 1 of 2

How sure you were
sure: 1 of 2
not said: 0 of 1

Sure and wrong
2. Stem two
"""


@pytest.fixture
def studio(studio: Studio, tmp_path: Path) -> Studio:
    """A studycli with the small exam."""
    studio.env["STUDYCLI_LIBRARY"] = str(exam_library(tmp_path / "library"))
    return studio


@pytest.fixture
def log(studio: Studio) -> ExamLog:
    """Its log, still empty."""
    return ExamLog(studio.home)


def test_the_report_agrees_with_a_count_by_hand(studio: Studio, log: ExamLog) -> None:
    log.sat()
    assert studio("exam", "report") == (0, REPORT, "")


def test_the_report_is_told_in_both_languages(studio: Studio, log: ExamLog) -> None:
    log.sat()
    text = studio("--language", "ko", "exam", "report").out
    assert "환산 점수 400점 (100~1000점, 합격선 720점)\n채점하는 3문제 중 1문제 정답\n" in text
    assert "보안: 2문제 중 1문제, 개선 필요\n" in text
    assert "정답을 오답으로 1번, 오답을 정답으로 1번, 오답을 다른 오답으로 0번\n" in text
    assert "확실하다고 했지만 틀린 문제\n2. 물음 two\n" in text
    mixed = studio("--language", "ko", "--material-language", "en", "exam", "report").out
    assert "확실하다고 했지만 틀린 문제\n2. Stem two\n" in mixed


def test_the_json_has_counts_of_scored_questions_and_every_item(studio: Studio, log: ExamLog) -> None:
    attempt = log.sat()
    report = studio("exam", "report", "--json").json
    items = report.pop("items")
    assert report == {
        "id": attempt,
        "blueprint": "small/tiny",
        "seed": 7,
        "started_at": "2026-11-23T12:00:00+09:00",
        "ended_at": "2026-11-23T12:06:30+09:00",
        "seconds_used": 390,
        "questions": 4,
        "scored": 3,
        "correct": 1,
        "scaled_score": 400,
        "passed": False,
        "domains": [
            {"id": "secure", "questions": 2, "correct": 1},
            {"id": "resilient", "questions": 1, "correct": 0},
        ],
        "topics": [
            {"id": "queues", "questions": 2, "correct": 1},
            {"id": "topics", "questions": 1, "correct": 0},
        ],
    }
    assert items[1] == {
        "question": "small/two",
        "chosen": ["a", "b"],
        "right": ["a", "c"],
        "correct": False,
        "scored": True,
        "seconds": 250.0,
        "flagged": True,
        "confidence": "sure",
    }
    assert [(each["correct"], each["scored"]) for each in items] == [
        (True, True),
        (False, True),
        (False, True),
        (True, False),
    ]


TWO = """\
2. small/two: X wrong · 250 s · flagged · sure
   Stem two
   your choice: Option two a; Option two b
   right answer: Option two a; Option two c
"""
THREE = """\
3. small/three: - not answered · 40 s
   Stem three
   right answer: Option three d
"""


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        pytest.param(("--wrong",), TWO + THREE, id="wrong: not answered too"),
        pytest.param(("--flagged",), TWO, id="flagged"),
        pytest.param(("--slow",), TWO, id="slow: over twice the time there is for one"),
        pytest.param(("--wrong", "--slow", "--flagged"), TWO + THREE, id="any of them, each once"),
    ],
)
def test_filters_list_the_questions_after_the_report(
    studio: Studio, log: ExamLog, options: tuple[str, ...], listed: str
) -> None:
    log.sat()
    assert studio("exam", "report", *options).out == f"{REPORT}\n{listed}"


def test_json_lists_the_questions_asked_for(studio: Studio, log: ExamLog) -> None:
    log.sat()

    def listed(*options: str) -> list[str]:
        return [item["question"] for item in studio("exam", "report", "--json", *options).json["items"]]

    assert listed("--slow") == ["small/two"]
    assert listed("--wrong", "--flagged") == ["small/two", "small/three"]
    assert len(listed()) == 4


def test_a_filter_that_finds_nothing_says_so(studio: Studio, log: ExamLog) -> None:
    attempt = log.begin()
    log.hand_in(attempt, 470)
    assert studio("exam", "report", "--flagged").out.endswith("\n\nNo such questions.\n")


def test_a_question_that_is_gone_keeps_its_line(studio: Studio, log: ExamLog) -> None:
    log.sat()
    Path(studio.env["STUDYCLI_LIBRARY"], "quizzes", "queues.yaml").unlink()
    result = studio("exam", "report", "--wrong")
    assert result.code == 0
    assert "2. small/two: X wrong · 250 s · flagged · sure\n3. small/three" in result.out
    assert "Sure and wrong\n2. small/two\n" in result.out


def test_the_trend_is_that_of_the_same_exam_up_to_the_one_reported(studio: Studio, log: ExamLog) -> None:
    first, second = log.sat(), log.begin(after_s=86_400)
    log.answer(second, 0, Answer(("b",), seconds=10.0), 470)
    log.answer(second, 1, Answer(("a", "c"), seconds=10.0), 460)
    log.answer(second, 2, Answer(("d",), seconds=10.0), 450)
    log.hand_in(second, 440)
    trend = "\nScores so far\n2026-11-23: 400, failed\n2026-11-24: 1000, passed\n"
    assert studio("exam", "report").out.endswith(trend)
    assert "Scores so far" not in studio("exam", "report", first).out
    assert studio("exam", "report").out.startswith("Pass\n")


def test_the_last_exam_handed_in_is_reported_though_another_is_open(studio: Studio, log: ExamLog) -> None:
    over, still_open = log.sat(), log.begin(after_s=60)
    assert studio("exam", "report", "--json").json["id"] == over
    refused = studio("exam", "report", still_open)
    assert (refused.code, refused.out) == (2, "")
    assert "studycli exam resume" in refused.err


def test_the_list_has_one_line_for_each(studio: Studio, log: ExamLog) -> None:
    assert studio("exam", "list").out == "No exam was sat yet; begin one: studycli exam start\n"
    log.sat()
    log.begin(after_s=60)
    assert studio("exam", "list").out == (
        "examroom-1  2026-11-23 12:00 tiny 400, failed (1 of 3)\n"
        "examroom-9  2026-11-23 12:07 tiny open; go on: studycli exam resume\n"
    )
    over, still_open = studio("exam", "list", "--json").json
    assert list(over) == [
        *("id", "blueprint", "started_at", "ended_at", "questions", "scored", "correct", "scaled_score"),
        "passed",
    ]
    assert {key for key, value in still_open.items() if value is None} == {
        *("ended_at", "correct", "scaled_score", "passed")
    }


# Disputes


def test_disputes_are_listed_by_the_report_and_by_check(studio: Studio, log: ExamLog) -> None:
    log.sat()
    log.write(Dispute(Disputed.QUESTION, "small/two", "b is right\x1b[31m too", is_open=True), 60)
    log.write(Dispute(Disputed.CARD, "small/fifo", "not always", is_open=True))
    log.write(Dispute(Disputed.CARD, "small/else", "of no question here", is_open=True))
    log.write(Dispute(Disputed.QUESTION, "small/one", "settled", is_open=False))
    shown = "Disputed\nsmall/two: b is right[31m too\nsmall/fifo: not always\n"
    assert studio("exam", "report").out.endswith(shown)
    said = studio("check").err.splitlines()
    assert said[1:] == [
        "notice: small/two is disputed: b is right[31m too",
        "notice: small/fifo is disputed: not always",
        "notice: small/else is disputed: of no question here",
    ]
    assert len(studio("check", "--errors-only").err.splitlines()) == 1
    assert json.loads(studio("check", "--json").out)


# Discarding


def test_a_discarded_exam_was_never_sat(studio: Studio, log: ExamLog) -> None:
    attempt = log.sat()
    assert studio("next", "--json").json["id"] == "small/fan-out"
    result = studio("exam", "discard", attempt, "--yes")
    assert (result.code, result.out) == (0, f"{attempt} dropped.\n")
    assert studio("exam", "list", "--json").json == []
    assert studio("next", "--json").json["id"] == "small/fifo"
    assert [event["attempt"] for event in studio.log if event.get("action") == "discard"] == [attempt]
    assert studio("exam", "discard", attempt, "--yes").code == 2


def test_the_switch_leaves_the_next_session_alone(studio: Studio, log: ExamLog) -> None:
    log.sat()
    assert studio("next", "--json").json["id"] == "small/fan-out", "behind a question missed"
    assert studio("config", "exam-cards", "false").code == 0
    assert studio("next", "--json").json["id"] == "small/fifo", "the first of the teaching order"
    assert studio("config", "exam-cards", "--unset").code == 0
    assert studio("next", "--json").json["id"] == "small/fan-out"


def test_nothing_is_discarded_unasked(studio: Studio, log: ExamLog) -> None:
    attempt = log.begin()
    result = studio("exam", "discard", attempt)
    assert (result.code, result.out) == (2, "")
    assert "--yes" in result.err
    assert len(studio.log) == 1


def test_an_exam_in_another_window_is_not_discarded(studio: Studio, log: ExamLog) -> None:
    attempt = log.begin()
    with HeldAttempt(studio.home / "state", attempt):
        result = studio("exam", "discard", attempt, "--yes")
    assert (result.code, len(studio.log)) == (2, 1)
    assert "another window" in result.err
    assert studio("exam", "discard", attempt, "--yes").code == 0


# What a later program wrote


def test_an_attempt_of_a_newer_version_stops_us_and_is_left_alone(studio: Studio, log: ExamLog) -> None:
    attempt = log.sat()
    file = studio.home / "data" / "log" / f"{DEVICE}.jsonl"
    newer = file.read_bytes() + b'{"v":2,"device":"examroom","seq":9,"at":"?","kind":"attempt"}\n'
    file.write_bytes(newer)
    for argv in (("exam", "list"), ("exam", "report"), ("exam", "start"), ("exam", "discard", attempt)):
        result = studio(*argv)
        assert (result.code, result.out) == (4, "")
        assert "update" in result.err
        assert len(result.err.splitlines()) == 1
    assert file.read_bytes() == newer


def test_an_action_of_a_later_program_changes_nothing(studio: Studio, log: ExamLog) -> None:
    log.begin(Mode.RELAXED)
    before = studio("exam", "list").out
    file = studio.home / "data" / "log" / f"{DEVICE}.jsonl"
    with file.open("ab") as opened:
        opened.write(
            b'{"v":1,"device":"examroom","seq":2,"at":"2026-11-23T12:01:00.000+09:00","kind":"attempt",'
            b'"action":"praise","attempt":"examroom-1"}\n'
        )
    assert studio("exam", "list") == (0, before, "")
