"""The greedy index for many cards, or many learners' cards, at once; equal to ``planner.greedy``. Imports numpy."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from studycli.planner import fsrs
from studycli.planner.belief import Belief, FourGrades
from studycli.planner.fsrs import Floats, Parameters

NEW: Final = 0
LEARNING: Final = 1
REVIEW: Final = 2
RELEARNING: Final = 3
"""Where a card stands, as ``core.memory.Phase``."""


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards as arrays of one shape. ``last_day`` counts days as the caller does; it means nothing while new."""

    phase: NDArray[np.int8]
    stability: Floats
    difficulty: Floats
    last_day: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Worths:
    """What one answer to each card is expected to bring: recall on the exam day, and its seconds."""

    gain: Floats
    seconds: Floats

    @property
    def per_s(self) -> Floats:
        """Recall gained for a second."""
        return self.gain / self.seconds


def worths(deck: Deck, day: int, exam: int, w: Parameters, belief: Belief) -> Worths:
    """The worth of an answer to each card on ``day``. Cards passed on this day have gain 0 and 1 second.

    The numbers of ``belief`` and ``w`` may be arrays that broadcast against the cards.
    """
    new = deck.phase == NEW
    today = ~new & (deck.last_day >= day)
    held = np.where(new, 1.0, believed_stability(deck, belief))
    known = Deck(deck.phase, held, np.where(new, 5.0, deck.difficulty), np.where(new, day - 1, deck.last_day))
    recalled = fsrs.recall(w, np.maximum(0, day - known.last_day), held)
    shares, costs = _answers(known, today, recalled, belief)
    after = recall_on_exam(w, exam - day, _after(deck, known, today, recalled, w, belief))
    without = np.where(new, 0.0, recall_on_exam(w, exam - known.last_day, held))
    gain = (shares * after).sum(axis=0) - without
    seconds = (shares * costs).sum(axis=0) * belief.habits.pace
    done = today & (deck.phase == REVIEW)
    return Worths(np.where(done, 0.0, gain), np.where(done, 1.0, seconds))


def believed_stability(deck: Deck, belief: Belief) -> Floats:
    """The stability each card is believed to have: less after a failure without a pass since."""
    kept = np.maximum(deck.stability * belief.kept_after_failure, fsrs.STABILITY_MIN)
    return np.where((deck.phase == LEARNING) | (deck.phase == RELEARNING), kept, deck.stability)


def recall_on_exam(w: Parameters, days: Any, stability: Any) -> Floats:
    """Recall on the exam day, at least a night after the last review."""
    return fsrs.recall(w, np.maximum(1, days), stability)


def _answers(deck: Deck, today: NDArray[np.bool_], recalled: Floats, belief: Belief) -> tuple[Floats, Floats]:
    """The share of each grade, and its seconds, along a new first axis."""
    habits, shape = belief.habits, deck.phase.shape
    known = recalled * belief.slip
    shares = np.stack([1.0 - known, *(known * share for share in habits.passed[1:])])
    retry = np.where(
        deck.phase == LEARNING, _by_grade(habits.retry_new, shape), _by_grade(habits.retry_lapse, shape)
    )
    costs = np.where(today, _by_grade(habits.retry_s, shape), _by_grade(habits.review_s, shape))
    new = deck.phase == NEW
    return (
        np.where(new, _by_grade(habits.first, shape), np.where(today, retry, shares)),
        np.where(new, _by_grade(habits.new_s, shape), costs),
    )


def _after(
    deck: Deck, known: Deck, today: NDArray[np.bool_], recalled: Floats, w: Parameters, belief: Belief
) -> Floats:
    """The stability believed after each grade; a pass on the day of a failure restores what that took."""
    first, _ = fsrs.first_memory(w)
    later, _ = fsrs.later_memory(w, known.stability, known.difficulty, recalled)
    retried, _ = fsrs.same_day_memory(w, np.where(today, deck.stability, 1.0), known.difficulty)
    first = first.reshape(4, *np.broadcast_shapes(first.shape[1:], (1,) * deck.phase.ndim))
    after = np.where(deck.phase == NEW, first, np.where(today, retried, later))
    kept = np.maximum(after[0] * belief.kept_after_failure, fsrs.STABILITY_MIN)
    return np.concatenate([kept[None], after[1:]])


def _by_grade(values: FourGrades, shape: tuple[int, ...]) -> Floats:
    return np.stack([np.broadcast_to(value, shape) for value in values])
