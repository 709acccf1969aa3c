import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from benchmarks.exam_day.course import Course
from benchmarks.exam_day.driven import (
    NO_FITTED,
    PROCESS_DAY,
    START,
    Journey,
    Pair,
    Program,
    ProgramError,
    drive,
    told,
)
from benchmarks.exam_day.learners import draw_learners

JOURNEY = Journey(days=3, minutes=1)


class Recorded(Program):
    """Keeps what ``grade`` printed, and which commands were processes."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.graded: list[dict[str, object]] = []
        self.processes: list[datetime] = []
        self.plans = 0

    def run(self, at: datetime, *argv: str) -> str:
        self.plans += argv[0] == "plan"
        return self._kept(argv, super().run(at, *argv))

    def process(self, at: datetime, *argv: str) -> str:
        self.processes.append(at)
        return self._kept(argv, super().process(at, *argv))

    def _kept(self, argv: tuple[str, ...], printed: str) -> str:
        if argv[0] == "grade":
            self.graded.append(json.loads(printed))
        return printed


@pytest.mark.parametrize("policy", ["index", "greedy"])
def test_the_program_believes_what_the_simulation_does(policy: str, tmp_path: Path) -> None:
    program = Recorded(tmp_path)
    cards, weights = program.deck()
    course = Course(draw_learners(1, len(cards), 1), NO_FITTED)
    answers = drive(program, course, cards, replace(JOURNEY, policy=policy))
    assert weights.mean() == pytest.approx(1.0)
    assert answers == len(program.graded) == course.reviews.sum() >= 6
    assert {at.date() for at in program.processes} == {START.date().replace(day=START.day + PROCESS_DAY)}
    last = {str(each["id"]): each for each in program.graded}
    for card, each in last.items():
        place = cards.index(card)
        assert each["stability"] == pytest.approx(course.stability[1, 0, place], rel=2e-3)
        assert each["difficulty"] == pytest.approx(course.difficulty[1, 0, place], rel=2e-3)
    assert np.count_nonzero(course.reviews) == len(last)
    assert program.plans == (JOURNEY.days if policy == "index" else 0)


@pytest.mark.parametrize("policy", ["index", "greedy"])
def test_with_a_plan_before_each_session_the_program_follows_prices(policy: str, tmp_path: Path) -> None:
    program = Program(tmp_path)
    cards, _ = program.deck()
    course = Course(draw_learners(1, len(cards), 1), NO_FITTED)
    drive(program, course, cards, Journey(days=1, minutes=1, policy=policy))
    with closing(sqlite3.connect(tmp_path / "cache" / "cache.db")) as cache:
        ((prices,),) = cache.execute("SELECT COUNT(*) FROM plan_part WHERE name = 'prices'").fetchall()
    assert prices == (policy == "index")


def test_a_command_that_fails_ends_it(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="exit code 2"):
        Program(tmp_path).run(START, "grade", "nothing", "sublime")


def test_what_came_of_it_is_told_with_its_error() -> None:
    close, is_close = told([Pair((96.0, 95.9), (10, 11)), Pair((80.0, 80.3), (12, 12))], JOURNEY)
    assert is_close
    assert "−0.10±0.20 points" in close
    assert "| 2 | 80.00 | 12 | 80.30 | 12 |" in close
    assert not told([Pair((96.0, 90.0), (10, 11)), Pair((80.0, 75.0), (12, 12))], JOURNEY)[1]
