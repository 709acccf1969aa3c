"""Real sittings: a mock exam in a pseudo-terminal, killed, resumed, handed in by the clock."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.sitting import Sittings
from studycli.core.exam.attempt import Answer, Mode, begin
from studycli.core.exam.paper import Paper
from studycli.core.moment import Moment
from studycli.errors import LogError, UsageError
from studycli.ui.exam_effects import (
    AttemptStarted,
    ExamStep,
    OpenReport,
    ReportReady,
    SaveAnswer,
    Saved,
    SaveStep,
    StartAttempt,
)
from studycli.ui.screens.report import ReportState
from tests.cli.exams import ITEMS, NOON, ROOT, TERMS, Start, exam_library, terminals
from tests.cli.test_wiring import wiring_of
from tests.ui.pty_helper import PtyHelper

REPORT_KEYS = [
    *("id", "blueprint", "seed", "started_at", "ended_at", "seconds_used", "questions", "scored", "correct"),
    *("scaled_score", "passed", "domains", "topics", "items"),
]
ITEM_KEYS = ["question", "chosen", "right", "correct", "scored", "seconds", "flagged", "confidence"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the program on the bundled library with a home of its own."""
    with terminals(tmp_path / "home", ROOT) as started:
        yield started


def log_of(tmp_path: Path) -> list[dict[str, object]]:
    files = (tmp_path / "home" / "data" / "log").glob("*.jsonl")
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def begun(start: Start, *options: str) -> PtyHelper:
    """An exam with its first question answered by key 1 and its second one shown."""
    terminal = start("exam", "start", "quick", "--seed", "3", *options)
    terminal.wait_for("720")
    terminal.send(b"\r")
    terminal.wait_for("1/10")
    terminal.send(b"1")
    terminal.wait_for("1 answered")
    terminal.send(b"]")
    terminal.wait_for("2/10")
    return terminal


def killed(terminal: PtyHelper) -> None:
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL


def test_a_killed_exam_goes_on_with_its_answers_and_the_time_that_is_left(
    start: Start, tmp_path: Path
) -> None:
    terminal = begun(start)
    terminal.send(b"2")
    terminal.wait_for("2 answered")
    killed(terminal)
    again = start("exam", "resume", now=NOON + timedelta(minutes=5))
    again.wait_for("2/10")
    again.wait_for("2 answered")
    again.wait_until(lambda: "14:5" in again.text() or "15:00" in again.text(), "five minutes gone")
    assert [event["kind"] for event in log_of(tmp_path)][:2] == ["attempt", "answer"]


def test_an_exam_whose_time_ran_out_meanwhile_is_handed_in_at_zero(start: Start, tmp_path: Path) -> None:
    killed(begun(start, "--minutes", "1"))
    again = start("exam", "resume", now=NOON + timedelta(minutes=2))
    again.wait_for("of 10")
    last = log_of(tmp_path)[-1]
    assert (last["action"], last["seconds_left"]) == ("hand_in", 0)
    again.send(b"q")
    assert again.wait_exit() == 0
    environ = {
        "PATH": os.environ["PATH"],
        "STUDYCLI_HOME": str(tmp_path / "home"),
        "STUDYCLI_NOW": NOON.isoformat(),
    }
    command = [sys.executable, "-m", "studycli", "exam", "report", "--json"]
    out = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, check=True).stdout
    report = json.loads(out)
    assert list(report) == REPORT_KEYS
    assert list(report["items"][0]) == ITEM_KEYS
    items = report["items"]
    right = sum(set(item["chosen"]) == set(item["right"]) for item in items)
    assert (report["questions"], report["scored"], report["correct"]) == (10, 10, right)
    assert report["scaled_score"] == round(100 + 900 * right / 10)
    assert report["seconds_used"] == 60
    # The log keeps tenths of what was left, and a report whole seconds.
    assert abs(datetime.fromisoformat(report["ended_at"]) - NOON - timedelta(minutes=1)) <= timedelta(
        seconds=1
    )


def test_a_second_window_is_refused(start: Start) -> None:
    first = begun(start)
    second = start("exam", "resume")
    second.wait_for("another window")
    assert second.wait_exit() == 2
    first.wait_for("2/10")


def test_who_left_what_could_not_be_saved_may_come_back_to_it(tmp_path: Path) -> None:
    wiring = wiring_of(tmp_path / "home", {"STUDYCLI_LIBRARY": str(exam_library(tmp_path / "library"))})
    sittings, now = Sittings(wiring, ShelfDeck(wiring)), Moment(NOON, 0.0)
    started = sittings.handle(StartAttempt(TERMS, Mode.STRICT, 480.0, Paper(7, ITEMS), now))
    assert isinstance(started, AttemptStarted)
    screen, _ = sittings.resumed(now)
    assert screen.attempt.id == started.attempt
    with pytest.raises(UsageError, match="exam_elsewhere"):
        Sittings(wiring, ShelfDeck(wiring)).resumed(now)
    wiring.close()


def test_nothing_is_lost_while_another_process_holds_the_cache(tmp_path: Path) -> None:
    wiring = wiring_of(tmp_path / "home", {"STUDYCLI_LIBRARY": str(exam_library(tmp_path / "library"))})
    sittings, now = Sittings(wiring, ShelfDeck(wiring)), Moment(NOON, 0.0)
    wiring.learner.refresh()
    wiring.cache.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / "home" / "cache" / "cache.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = sittings.handle(StartAttempt(TERMS, Mode.STRICT, 480.0, Paper(7, ITEMS), now))
        assert isinstance(started, AttemptStarted)
        name = started.attempt
        for place, chosen in enumerate((("b",), ("a", "c"))):
            answer = SaveAnswer(name, ITEMS[place].question, Answer(chosen), 470.0, now)
            assert sittings.handle(answer) == Saved()
        assert sittings.handle(SaveStep(name, ExamStep.HAND_IN, 460.0, now)) == Saved()
        assert [event["kind"] for event in log_of(tmp_path)] == ["attempt", "answer", "answer", "attempt"]
        assert wiring.learner.attempt(name) is None, "the cache does not know it yet"
        running = begin(name, TERMS, Paper(7, ITEMS), Mode.STRICT, 480.0, NOON)
        with pytest.raises(LogError, match="cache_busy"):
            sittings.handle(OpenReport(running))
        other.execute("ROLLBACK")
    ready = sittings.handle(OpenReport(running))
    assert isinstance(ready, ReportReady)
    assert isinstance(ready.screen, ReportState)
    assert ready.screen.exam.report.summary.correct == 2
    wiring.close()
