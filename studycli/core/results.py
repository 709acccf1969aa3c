"""Results of real exams, kept beside what was expected of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from studycli.core.exam.paper import Terms

RETAKE_AFTER_DAYS: Final = 14
"""AWS lets nobody sit an exam again sooner after a fail: 14 calendar days, as ``RETAKE_POLICY`` says."""

RETAKE_POLICY: Final = "https://aws.amazon.com/certification/policies/after-testing/"


class Expectation(NamedTuple):
    """The last forecast before an exam: score, 10th and 90th percentile, chance of passing."""

    score: int
    low: int
    high: int
    passing: float


@dataclass(frozen=True, slots=True)
class Result:
    """The score of a real exam, on the scale of ``terms``. ``weak`` are the domains that its report found wanting."""

    day: date
    terms: Terms
    score: int
    expected: Expectation | None = None
    weak: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it reached the pass mark."""
        return self.score >= self.terms.pass_mark


class Calibration(NamedTuple):
    """How forecasts came out: over ``results``, the mean of real less expected, and how many fell in the range."""

    results: int
    off: float
    within: int


def by_day(told: Iterable[Result]) -> tuple[Result, ...]:
    """The results by day of the exam; of one told twice the last holds, in the order given."""
    last = {result.day: result for result in told}
    return tuple(last[day] for day in sorted(last))


def calibration(results: Iterable[Result]) -> Calibration | None:
    """How the forecasts of these results came out; None if there was none."""
    pairs = [(each.score, each.expected) for each in results if each.expected is not None]
    if not pairs:
        return None
    off = sum(score - expected.score for score, expected in pairs) / len(pairs)
    within = sum(expected.low <= score <= expected.high for score, expected in pairs)
    return Calibration(len(pairs), off, within)


def weak_domains(results: Sequence[Result]) -> tuple[str, ...]:
    """The domains that the next exam should be prepared for above all: those of the last one, if it was failed."""
    return () if not results or results[-1].passed else results[-1].weak


def first_retake(day: date, today: date) -> date:
    """The first day ahead on which a failed exam may be sat again."""
    return max(day + timedelta(days=RETAKE_AFTER_DAYS), today + timedelta(days=1))
