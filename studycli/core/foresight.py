"""What is expected of the exam, in the few numbers that home, ``status`` and the end of a session say."""

from datetime import date
from enum import Enum
from typing import NamedTuple


class Score(NamedTuple):
    """A score to expect: its mean, 10th and 90th percentile, and the chance of passing."""

    expected: int
    low: int
    high: int
    passing: float


def whole_percent(probability: float) -> int:
    """A forecast chance for reading, 1 to 99: no forecast is certain."""
    return min(99, max(1, round(100 * probability)))


class Standing(Enum):
    """Where one stands, in one word."""

    AHEAD = "ahead"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    CANNOT_FIT = "cannot-fit"


class Stance(NamedTuple):
    """Where one stands: the word for it, minutes to spare or lacking in all and a day, the goal in percent."""

    standing: str
    minutes: int
    minutes_a_day: int
    goal: int


class Foresight(NamedTuple):
    """What was expected of the exam on ``exam`` as of the study day ``day``; ``blueprint`` is its short id.

    Without questions there is no ``score``, without days no ``stance``. ``weak`` are the domains expected to go worse
    than the others.
    """

    day: date
    exam: date
    blueprint: str | None = None
    score: Score | None = None
    stance: Stance | None = None
    weak: tuple[str, ...] = ()
