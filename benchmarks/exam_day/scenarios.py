"""The courses that are compared: days, minutes, and what is known at the start."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import Final

import numpy as np

from benchmarks.exam_day.anki import Anki, Options
from benchmarks.exam_day.course import Course, Estimate, World
from benchmarks.exam_day.learners import Learners
from benchmarks.exam_day.learnt import Learnt
from benchmarks.exam_day.policy import Policy
from benchmarks.exam_day.study import Result, study

CARDS: Final = 300
WARM_UP: Final = ((6, 25), (8, 0))
"""Days, and new cards on each."""

BREAK_DAYS: Final = 6
_PLENTY_MIN: Final = 600.0


class Start(StrEnum):
    """What is known on the first day."""

    NEW = "new"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Setting:
    """So many days with so many minutes each; the exam is on the day after the last."""

    days: int
    minutes: int
    start: Start

    @property
    def name(self) -> str:
        """As ``21d/15m``."""
        return f"{self.days}d/{self.minutes}m"

    @property
    def new_cards(self) -> int:
        """Cards never seen on the first day."""
        return CARDS if self.start is Start.NEW else CARDS - sum(days * new for days, new in WARM_UP)


WORLDS: Final = {
    "plain": World(),
    "fragile": World(kept_after_failure=0.3),
    "missed": World(missed=0.2),
    "defaults": World(estimate=Estimate.DEFAULT),
}
"""A failure counts fully; it leaves 0.3 of stability until a pass on the same day; a fifth of the days is missed; and
nobody has parameters of their own."""

SETTINGS: Final = tuple(
    Setting(days, minutes, start) for start, days, minutes in product(Start, (7, 21, 60), (5, 15, 30))
)


@lru_cache(maxsize=4)
def at_start(learners: Learners, start: Start, world: World) -> tuple[Course, Learnt]:
    """The learners before the first day, one row each; not to be changed, but ``taken``.

    Half learnt: the first 150 cards were learnt with Anki, 25 new ones a day, and kept up for eight days, with all
    the time it asked for; then six days off. Nobody missed a day of that.
    """
    course, learnt = Course(learners, replace(world, missed=0.0)), Learnt(learners.count)
    if start is Start.HALF:
        day = -BREAK_DAYS - sum(days for days, _ in WARM_UP)
        for days, new_per_day in WARM_UP:
            anki = Anki([Options(new_per_day=new_per_day)] * learners.count)
            study(course, learnt, anki, day, day + days, _PLENTY_MIN)
            day += days
    return course, learnt


def run(
    learners: Learners, setting: Setting, world: World, policy: Callable[[int], Policy], copies: int = 1
) -> Result:
    """One setting under one policy, with ``copies`` rows for each learner, next to each other."""
    course, learnt = at_start(learners, setting.start, world)
    rows = np.repeat(np.arange(learners.count), copies)
    going_on = course.taken(rows, world)
    return study(going_on, learnt.taken(rows), policy(len(rows)), 0, setting.days, setting.minutes)
