"""The days up to the exam, lived through ahead of time: what is studied when, and what is recalled on the day.

A plan has no fixed list of cards: each session takes what brings most then. So the days are simulated, by the index
that sessions follow, with grades drawn as the learner is believed to give them, several times over. The draws are the
same for the same number of cards. Imports numpy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from studycli.planner import bulk
from studycli.planner.belief import Belief
from studycli.planner.bulk import Deck
from studycli.planner.fsrs import Floats, Parameters

LEAST_GAIN: Final = 0.005
"""A session is over when the best answer adds less than this part of a card to the exam day."""

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
    deck: Deck, weights: Floats, budgets_s: Floats, offsets: Floats, w: Parameters, belief: Belief
) -> Course:
    """The days from today (0) to the exam on day T of the ``deck`` (N,), with ``budgets_s`` (runs, T) seconds.

    ``last_day`` of the deck counts from today. ``weights`` (N,) have a mean of about 1. All runs have the same draws,
    moved by ``offsets`` (runs,) in [0, 1): evenly apart where runs are to be averaged, alike where they are compared.
    """
    (runs, days), size = budgets_s.shape, deck.phase.size
    cards = Deck(*(np.repeat(each[None], runs, axis=0) for each in _columns(deck)))
    chance = np.random.Generator(np.random.PCG64(_SEED))
    totals = np.zeros((3, runs, days))
    for first, end in steps(days):
        draws = (chance.random((_TRIES, 1, size)) + offsets[:, None]) % 1.0
        own_s = budgets_s[:, first:end]
        whole_s = own_s.sum(axis=1)
        if whole_s.any() and size:
            cards, found = _studied(cards, weights, first, days, whole_s, draws, w, belief)
            totals[:, :, first:end] = found[:, :, None] * (own_s / np.maximum(1.0, whole_s)[:, None])
    reviews, new, seconds = totals
    return Course(reviews, new, seconds, bulk.recall_without(cards, days, w, belief))


def _columns(deck: Deck) -> tuple[Any, ...]:
    return deck.phase, deck.stability, deck.difficulty, deck.last_day


def _studied(
    cards: Deck,
    weights: Floats,
    day: int,
    exam: int,
    budget_s: Floats,
    draws: Floats,
    w: Parameters,
    belief: Belief,
) -> tuple[Deck, Floats]:
    """The cards after a day that takes what brings most for a second; reviews, new cards and seconds of each run."""
    worths = bulk.worths(cards, day, exam, w, belief)
    gain = weights * worths.gain
    index = np.where(gain >= LEAST_GAIN, gain / worths.seconds, -np.inf)
    most = int(min(gain.shape[1], 1 + budget_s.max() / max(0.1, worths.seconds.min())))
    order = np.argsort(-index, axis=1, kind="stable")[:, :most]
    before = Deck(*(np.take_along_axis(each, order, axis=1) for each in _columns(cards)))
    after, seconds = _answered(before, day, np.take_along_axis(draws, order[None], axis=2), w, belief)
    spent = np.cumsum(seconds, axis=1) - seconds
    taken = (spent < budget_s[:, None]) & np.isfinite(np.take_along_axis(index, order, axis=1))
    columns = []
    for whole, old, new in zip(_columns(cards), _columns(before), _columns(after), strict=True):
        columns.append(whole.copy())
        np.put_along_axis(columns[-1], order, np.where(taken, new, old), axis=1)
    first = before.phase == bulk.NEW
    parts = (taken & ~first, taken & first, seconds * taken)
    return Deck(*columns), np.stack([part.sum(axis=1) for part in parts])


def _answered(deck: Deck, day: int, draws: Floats, w: Parameters, belief: Belief) -> tuple[Deck, Floats]:
    """Every card answered, a failed one up to ``_TRIES`` times, and the seconds of each."""
    seconds, open_ = np.zeros(deck.phase.shape), np.ones(deck.phase.shape, bool)
    for draw in draws:
        found = bulk.answers_of(deck, day, w, belief)
        grade = (draw >= np.cumsum(found.shares, axis=0)[:3]).sum(axis=0)[None]
        failed = grade[0] == 0
        unseen = (deck.phase == bulk.NEW) | (deck.phase == bulk.LEARNING)
        phase = np.where(failed, np.where(unseen, bulk.LEARNING, bulk.RELEARNING), bulk.REVIEW)
        # A deck has the engine's stability; an answer, what is believed to be left of it.
        stability = _of(grade, found.stability) / np.where(failed, belief.kept_after_failure, 1.0)
        seconds += np.where(open_, _of(grade, found.costs), 0.0)
        deck = Deck(
            np.where(open_, phase, deck.phase).astype(np.int8),
            np.where(open_, stability, deck.stability),
            np.where(open_, _of(grade, found.difficulty), deck.difficulty),
            np.full_like(deck.last_day, day),
        )
        open_ = deck.phase != bulk.REVIEW
        if not open_.any():
            break
    return deck, seconds * belief.habits.pace


def _of(grade: NDArray[np.int64], by_grade: Floats) -> Floats:
    """What stands for the grade given, from 0."""
    return np.asarray(np.take_along_axis(by_grade, grade, axis=0)[0])
