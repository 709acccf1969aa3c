"""The days up to the exam, lived through ahead of time: what is studied when, and what is recalled on the day.

A plan has no fixed list of cards: each session takes what brings most then. So the days are simulated, by the index
that sessions follow, with grades drawn as the learner is believed to give them, several times over. The draws are the
same for the same number of cards. Imports numpy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from studycli.planner import bulk
from studycli.planner.belief import Belief
from studycli.planner.bulk import Deck, Worths
from studycli.planner.fsrs import Floats, Parameters
from studycli.planner.index import LEAST_GAIN


class Scheduler(Protocol):
    """What a session takes first, and what it takes at all."""

    @property
    def least_gain(self) -> float:
        """From what gain on an answer pays."""

    def worths(self, deck: Deck, weights: Floats, day: int) -> Worths:
        """Of each card of a deck of any shape, which ``weights`` broadcasts to, by its weight."""


@dataclass(frozen=True, slots=True)
class Greedy:
    """The greedy index, up to the day of the exam."""

    exam: int
    w: Parameters
    belief: Belief
    least_gain: float = LEAST_GAIN

    def worths(self, deck: Deck, weights: Floats, day: int) -> Worths:
        """As ``bulk.worths``, by weight."""
        found = bulk.worths(deck, day, self.exam, self.w, self.belief)
        return Worths(weights * found.gain, found.seconds)


_SEED: Final = 20_261_220
_TRIES: Final = 3
_DAILY_FIRST: Final = 14
_DAILY_LAST: Final = 60
_STRIDE: Final = 5


@dataclass(frozen=True, slots=True)
class Course:
    """What each run comes to: (runs, T) of each day, (runs, N) of each card on the exam day.

    ``reviews`` and ``new`` count cards.
    """

    reviews: Floats
    new: Floats
    seconds: Floats
    recall: Floats


def steps(days: int) -> Iterator[tuple[int, int]]:
    """The first day and the end of what is lived through at once: one day at first and at last, more far from both."""
    first = 0
    while first < days:
        apart = min(first - _DAILY_FIRST, days - first - _DAILY_LAST)
        end = first + 1 + max(0, apart) // _STRIDE
        yield first, end
        first = end


def course(
    deck: Deck,
    weights: Floats,
    budgets_s: Floats,
    offsets: Floats,
    w: Parameters,
    belief: Belief,
    scheduler: Scheduler | None = None,
) -> Course:
    """The days from today (0) to the exam on day T of the ``deck`` (N,), with ``budgets_s`` (runs, T) seconds.

    ``last_day`` of the deck counts from today. ``weights`` (N,) have a mean of about 1. All runs have the same draws,
    moved by ``offsets`` (runs,) in [0, 1): evenly apart where runs are to be averaged, alike where they are compared.
    Greedy, if no ``scheduler`` is given.
    """
    (runs, days), size = budgets_s.shape, deck.phase.size
    followed = scheduler or Greedy(days, w, belief)
    cards = Deck(*(np.repeat(each[None], runs, axis=0) for each in _columns(deck)))
    chance = np.random.Generator(np.random.PCG64(_SEED))
    totals = np.zeros((3, runs, days))
    for first, end in steps(days):
        draws = (chance.random((_TRIES, 1, size)) + offsets[:, None]) % 1.0
        own_s = budgets_s[:, first:end]
        whole_s = own_s.sum(axis=1)
        if whole_s.any() and size:
            cards, found = _studied(cards, weights, first, whole_s, draws, w, belief, followed)
            totals[:, :, first:end] = found[:, :, None] * (own_s / np.maximum(1.0, whole_s)[:, None])
    reviews, new, seconds = totals
    return Course(reviews, new, seconds, bulk.recall_without(cards, days, w, belief))


def _columns(deck: Deck) -> tuple[Any, ...]:
    return deck.phase, deck.stability, deck.difficulty, deck.last_day


@dataclass(frozen=True, slots=True)
class _Tries:
    """Cards after so many tries on one day. A try has an index, and comes when that is the best, and seconds.

    ``decks`` has one more than the others: the cards before the first try. Where a try does not pay, or a pass before
    makes it needless, its index is ``-inf``.
    """

    decks: list[Deck]
    index: list[Floats]
    seconds: list[Floats]


def _studied(
    cards: Deck,
    weights: Floats,
    day: int,
    budget_s: Floats,
    draws: Floats,
    w: Parameters,
    belief: Belief,
    followed: Scheduler,
) -> tuple[Deck, Floats]:
    """The cards after a day that takes what brings most for a second; reviews, new cards and seconds of each run."""
    index, least_s = _index(cards, weights, day, followed)
    most = int(min(index.shape[1], 1 + budget_s.max() / max(0.1, least_s)))
    order = np.argsort(-index, axis=1, kind="stable")[:, :most]
    before = Deck(*(np.take_along_axis(each, order, axis=1) for each in _columns(cards)))
    own_draws = np.take_along_axis(draws, order[None], axis=2)
    firsts = np.take_along_axis(index, order, axis=1)
    tries = _tries(before, firsts, weights[order], day, own_draws, w, belief, followed)
    taken = _taken(tries, budget_s)
    columns = []
    for place, whole in enumerate(_columns(cards)):
        stages = np.stack([_columns(deck)[place] for deck in tries.decks])
        columns.append(whole.copy())
        np.put_along_axis(columns[-1], order, _of(taken.sum(axis=0)[None], stages), axis=1)
    first = before.phase == bulk.NEW
    parts = (taken[0] & ~first, taken[0] & first, (np.stack(tries.seconds) * taken).sum(axis=0))
    return Deck(*columns), np.stack([part.sum(axis=1) for part in parts])


def _index(deck: Deck, weights: Floats, day: int, followed: Scheduler) -> tuple[Floats, float]:
    """What a second brings of each card, ``-inf`` where an answer does not pay; and the fewest seconds of any."""
    worths = followed.worths(deck, weights, day)
    return np.where(worths.gain >= followed.least_gain, worths.per_s, -np.inf), float(worths.seconds.min())


def _tries(
    deck: Deck,
    index: Floats,
    weights: Floats,
    day: int,
    draws: Floats,
    w: Parameters,
    belief: Belief,
    followed: Scheduler,
) -> _Tries:
    """Every card answered, and once more while it fails. A try comes after the one before, so it is worth no more."""
    deck_after, seconds = _answered(deck, day, draws[0], w, belief)
    found = _Tries([deck, deck_after], [index], [seconds])
    for draw in draws[1:]:
        deck, failed = found.decks[-1], found.decks[-1].phase != bulk.REVIEW
        if not failed.any():
            break
        part = Deck(*(each[failed] for each in _columns(deck)))
        again, _ = _index(part, weights[failed], day, followed)
        after, seconds = _answered(part, day, draw[failed], w, belief)
        columns = zip(_columns(deck), _columns(after), strict=True)
        found.decks.append(Deck(*(_with(old, failed, new) for old, new in columns)))
        best = np.minimum(found.index[-1][failed], again)
        found.index.append(_with(np.full_like(index, -np.inf), failed, best))
        found.seconds.append(_with(np.zeros_like(index), failed, seconds))
    return found


def _with(values: Any, places: NDArray[np.bool_], new: Any) -> Any:
    """A copy with some values in place of others."""
    copy = values.copy()
    copy[places] = new
    return copy


def _taken(tries: _Tries, budget_s: Floats) -> NDArray[np.bool_]:
    """Which tries (tries, runs, cards) the seconds hold, the best first; the last one may run over."""
    index, seconds = np.concatenate(tries.index, axis=1), np.concatenate(tries.seconds, axis=1)
    order = np.argsort(-index, axis=1, kind="stable")
    sorted_s = np.where(np.isfinite(index), seconds, 0.0)
    sorted_s = np.take_along_axis(sorted_s, order, axis=1)
    begins = np.empty_like(sorted_s)
    np.put_along_axis(begins, order, np.cumsum(sorted_s, axis=1) - sorted_s, axis=1)
    taken = (begins < budget_s[:, None]) & np.isfinite(index)
    return np.stack(np.split(taken, len(tries.index), axis=1))


def _answered(deck: Deck, day: int, draw: Floats, w: Parameters, belief: Belief) -> tuple[Deck, Floats]:
    """Every card answered once, and the seconds of each."""
    found = bulk.answers_of(deck, day, w, belief)
    grade = (draw >= np.cumsum(found.shares, axis=0)[:3]).sum(axis=0)[None]
    failed = grade[0] == 0
    unseen = (deck.phase == bulk.NEW) | (deck.phase == bulk.LEARNING)
    phase = np.where(failed, np.where(unseen, bulk.LEARNING, bulk.RELEARNING), bulk.REVIEW)
    # A deck has the engine's stability; an answer, what is believed to be left of it.
    stability = _of(grade, found.stability) / np.where(failed, belief.kept_after_failure, 1.0)
    after = Deck(
        phase.astype(np.int8), stability, _of(grade, found.difficulty), np.full_like(deck.last_day, day)
    )
    return after, _of(grade, found.costs) * belief.habits.pace


def _of(grade: NDArray[np.int64], by_grade: Floats) -> Floats:
    """What stands for the grade given, from 0, or for the number of tries."""
    return np.asarray(np.take_along_axis(by_grade, grade, axis=0)[0])
