"""The plan day by day: minutes, reviews and new cards up to the exam, and recall on the day. Imports numpy.

It starts from how things stand, not from an earlier plan: after a missed week there is no debt, only what pays now.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from studycli.core.memory import NEW_CARD, CardState, Engine, Phase
from studycli.core.refs import CardRef
from studycli.core.settings import WEEKDAYS
from studycli.planner import bulk
from studycli.planner.belief import Belief
from studycli.planner.bulk import Deck
from studycli.planner.course import Course, Scheduler, course, steps
from studycli.planner.fsrs import Floats

_MOST_RUNS: Final = 8
_WORK: Final = 300_000
_PRICED_WORK: Final = 100_000
_PHASES: Final = {
    Phase.NEW: bulk.NEW,
    Phase.LEARNING: bulk.LEARNING,
    Phase.REVIEW: bulk.REVIEW,
    Phase.RELEARNING: bulk.RELEARNING,
}


class Times(NamedTuple):
    """When the learner studies: minutes a day, days off, seconds already spent today, share of days missed."""

    minutes: int
    days_off: Collection[str] = ()
    spent_s: float = 0.0
    missed: float = 0.0


class Rehearsal(NamedTuple):
    """A mock exam proposed for a day, counted from today."""

    day: int
    exam: str
    minutes: int


class PlannedDay(NamedTuple):
    """What a day holds; ``exam`` is the id of a mock exam, whose time is in ``minutes`` too."""

    day: date
    minutes: int
    reviews: int
    new: int
    exam: str | None = None
    is_off: bool = False


@dataclass(frozen=True)
class Outset:
    """Where a plan starts: the cards that take part, what is known of them, and what counts how much."""

    day: date
    exam: date
    refs: Sequence[CardRef]
    states: Mapping[str, CardState]
    weights: Mapping[str, float]
    engine: Engine
    belief: Belief

    @property
    def days(self) -> int:
        """Days with study before the exam day, today among them; none on the day itself."""
        return max(0, (self.exam - self.day).days)

    @cached_property
    def deck(self) -> Deck:
        """The cards as arrays, days counted from today."""
        states = [self.states.get(ref.id, NEW_CARD) for ref in self.refs]
        return Deck(
            np.array([_PHASES[state.phase] for state in states], np.int8),
            np.array([state.stability_days or 1.0 for state in states], float),
            np.array([state.difficulty or 5.0 for state in states], float),
            np.array([self._age(state) for state in states], np.int64),
        )

    def _age(self, state: CardState) -> int:
        """The last day, from today; a clock that was set back leaves reviews ahead, which count as of today."""
        return 0 if state.last_day is None else min(0, (state.last_day - self.day).days)

    @cached_property
    def counts(self) -> Floats:
        """The weight of each card."""
        return np.array([self.weights.get(ref.id, 1.0) for ref in self.refs], float)

    @cached_property
    def idle(self) -> Floats:
        """Recall of each card on the exam day without any more study."""
        return bulk.recall_without(self.deck, self.days, self.engine.parameters, self.belief)

    def course(self, budgets_s: Floats, offsets: Floats, scheduler: Scheduler | None = None) -> Course:
        """The days ahead with the seconds (runs, T) of each; greedy, if no ``scheduler`` is given."""
        parameters = self.engine.parameters
        return course(self.deck, self.counts, budgets_s, offsets, parameters, self.belief, scheduler)


@dataclass(frozen=True, slots=True)
class Prospects:
    """What the days ahead bring: ``reviews``, ``new`` and ``seconds`` (T,) had none been missed.

    ``recall`` (N,) of each card on the exam day is with days missed now and then.
    """

    reviews: Floats
    new: Floats
    seconds: Floats
    recall: Floats


def budgets_s(outset: Outset, times: Times, exams: Sequence[Rehearsal] = ()) -> Floats:
    """The seconds (T,) for cards: none on days off, what is left of today, less what mock exams take."""
    off = [_is_off(outset.day + timedelta(days=at), times.days_off) for at in range(outset.days)]
    seconds = np.where(off, 0.0, times.minutes * 60.0)
    seconds[:1] -= times.spent_s
    for exam in exams:
        seconds[exam.day] -= exam.minutes * 60.0
    return np.asarray(np.maximum(0.0, seconds))


def counted_on(budgets: Floats, missed: float) -> Floats:
    """The seconds (T,) to count on: a share of the days to come is missed; today is not."""
    return np.concatenate([budgets[:1], budgets[1:] * (1.0 - missed)])


def prospects(
    outset: Outset, budgets: Floats, missed: float, scheduler: Scheduler | None = None
) -> Prospects:
    """The days ahead with ``budgets`` (T,), of which a share is ``missed``; greedy, if no ``scheduler`` is given."""
    runs = _runs(outset, _WORK if scheduler is None else _PRICED_WORK)
    shown = max(1, runs // 4)
    found = outset.course(
        np.stack([budgets] * shown + [counted_on(budgets, missed)] * runs),
        np.concatenate([np.arange(shown) / shown, np.arange(runs) / runs]),
        scheduler,
    )
    reviews, new, seconds = (each[:shown].mean(axis=0) for each in (found.reviews, found.new, found.seconds))
    return Prospects(reviews, new, seconds, found.recall[shown:].mean(axis=0))


def day_by_day(
    outset: Outset, ahead: Prospects, exams: Sequence[Rehearsal], days_off: Collection[str]
) -> tuple[PlannedDay, ...]:
    """The days from today to the eve of the exam."""
    sat = {each.day: each for each in exams}
    days = [outset.day + timedelta(days=at) for at in range(outset.days)]
    return tuple(
        PlannedDay(
            day,
            round(ahead.seconds[at] / 60) + (sat[at].minutes if at in sat else 0),
            round(ahead.reviews[at]),
            round(ahead.new[at]),
            sat[at].exam if at in sat else None,
            _is_off(day, days_off),
        )
        for at, day in enumerate(days)
    )


def missed_share(studied: Collection[date], today: date, days_off: Collection[str]) -> float:
    """The share of days that will be missed, from the last 30 before ``today``; a tenth, as if 20 days told so."""
    first = min(studied, default=today)
    window = [today - timedelta(days=back) for back in range(1, 31)]
    meant = [day for day in window if day >= first and not _is_off(day, days_off)]
    missed = sum(day not in studied for day in meant)
    return (2.0 + missed) / (20.0 + len(meant))


def _is_off(day: date, days_off: Collection[str]) -> bool:
    return WEEKDAYS[day.weekday()] in days_off


def _runs(outset: Outset, most_work: int) -> int:
    """As many as fit the time a plan may take, whatever the library and the days ahead."""
    work = max(1, len(outset.refs)) * max(1, sum(1 for _ in steps(outset.days)))
    return max(1, min(_MOST_RUNS, most_work // work))
