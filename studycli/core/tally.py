"""Answers counted by where their card stood and how they were graded: what habits are learnt from."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Final, NamedTuple

from studycli.core.memory import Grade, Phase

ANSWER_CAP_S: Final = 60.0
"""At most this much of one answer counts as study time."""


class Stage(IntEnum):
    """Where a card stood when it was answered.

    ``FIRST``: never seen. ``LATER``: last seen on a day before. ``RETRY_NEW`` and ``RETRY_LAPSE``: failed on the
    same day, before any pass and after one.
    """

    FIRST = 0
    LATER = 1
    RETRY_NEW = 2
    RETRY_LAPSE = 3


class Tally(NamedTuple):
    """Answers, how many of them came with a time, and the milliseconds of those, each capped."""

    answers: int = 0
    timed: int = 0
    ms: int = 0

    @property
    def seconds(self) -> float:
        """The time in seconds."""
        return self.ms / 1000


Tallies = Mapping[tuple[Stage, Grade], Tally]
"""Where nothing was counted, nothing stands."""


def stage_of(phase: Phase, last_day: date | None, day: date) -> Stage | None:
    """The stage of an answer on the study day ``day``; None for one more to a card that was passed on it."""
    if phase is Phase.NEW or last_day is None:
        return Stage.FIRST
    if last_day < day:
        return Stage.LATER
    if phase is Phase.LEARNING:
        return Stage.RETRY_NEW
    return Stage.RETRY_LAPSE if phase is Phase.RELEARNING else None
