"""What an answer to each of many cards may lead to: the share of each grade, the seconds, the memory. Imports numpy.

Grades run along a first axis, as in ``planner.fsrs``. Stability after "again" is the believed one: the part that a
failure is believed to leave until a pass on the same day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studycli.planner import fsrs
from studycli.planner.belief import Belief
from studycli.planner.fsrs import Floats, Parameters

Shares = Sequence[Any]
"""A number, or an array, for each grade."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Along the first axis, for each grade: its share, its seconds at pace 1, stability and difficulty after it.

    The four have as many axes, some of length 1.
    """

    shares: Floats
    costs: Floats
    stability: Floats
    difficulty: Floats

    def of(self, chosen: Any) -> "Answers":
        """Those of some cards, which are along the last axis."""
        return Answers(*(each[..., chosen] if each.shape[-1] > 1 else each for each in fields(self)))

    @property
    def seconds(self) -> Floats:
        """The seconds to expect."""
        return np.asarray((self.shares * self.costs).sum(axis=0))

    def mean(self, values: Floats) -> Floats:
        """The mean of what each grade is worth."""
        return np.asarray((self.shares * values).sum(axis=0))


def first(w: Parameters, belief: Belief) -> Answers:
    """Of a card never seen."""
    habits = belief.habits
    return _answers(habits.first, habits.new_s, fsrs.first_memory(w), belief)


def later(w: Parameters, belief: Belief, days: Any, stability: Floats, difficulty: Floats) -> Answers:
    """Of a card with this (believed) memory, ``days`` after its last review, on a later day than that."""
    recalled = fsrs.recall(w, days, stability)
    known = recalled * belief.slip
    shares = [1.0 - known, *(known * share for share in belief.habits.passed[1:])]
    memory = fsrs.later_memory(w, stability, difficulty, recalled)
    return _answers(shares, belief.habits.review_s, memory, belief)


def retry(w: Parameters, belief: Belief, shares: Shares, stability: Floats, difficulty: Floats) -> Answers:
    """Of a card failed earlier on this day, whose ``stability`` is the engine's: a pass restores what that took.

    ``shares`` are those of ``belief.habits`` that fit: ``retry_new`` or ``retry_lapse``.
    """
    memory = fsrs.same_day_memory(w, stability, difficulty)
    return _answers(shares, belief.habits.retry_s, memory, belief)


def kept(stability: Floats, belief: Belief) -> Floats:
    """What a failure is believed to leave of a stability."""
    return np.maximum(stability * belief.kept_after_failure, fsrs.STABILITY_MIN)


def _answers(shares: Shares, costs: Shares, memory: tuple[Floats, Floats], belief: Belief) -> Answers:
    stability, difficulty = memory
    believed = np.concatenate([kept(stability[:1], belief), stability[1:]])
    axes = stability.ndim
    return Answers(_by_grade(shares, axes), _by_grade(costs, axes), believed, _with_axes(difficulty, axes))


def _by_grade(values: Shares, axes: int) -> Floats:
    """Four numbers, or arrays, along a first axis."""
    return _with_axes(np.stack(np.broadcast_arrays(*values)).astype(float), axes)


def _with_axes(values: Floats, axes: int) -> Floats:
    """So many axes, the missing ones after the first."""
    return values.reshape(4, *(1,) * (axes - values.ndim), *values.shape[1:])


def where(chosen: NDArray[np.bool_], one: Answers, other: Answers) -> Answers:
    """``one`` for the cards that are ``chosen``, ``other`` for the rest."""
    pairs = zip(fields(one), fields(other), strict=True)
    axes = chosen.ndim + 1
    return Answers(
        *(np.where(chosen, _with_axes(a, axes), _with_axes(b, axes)) for a, b in pairs),
    )


def fields(found: Answers) -> tuple[Floats, Floats, Floats, Floats]:
    """Its four arrays."""
    return found.shares, found.costs, found.stability, found.difficulty
