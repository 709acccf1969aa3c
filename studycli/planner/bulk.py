"""The greedy index for many cards, or many learners' cards, at once; equal to ``planner.greedy``. Imports numpy."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from studycli.planner import answers, fsrs
from studycli.planner.answers import Answers
from studycli.planner.belief import Belief
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
    found = answers_of(deck, day, w, belief)
    gain = found.mean(recall_on_exam(w, exam - day, found.stability)) - recall_without(deck, exam, w, belief)
    done = (deck.phase == REVIEW) & (deck.last_day >= day)
    return Worths(np.where(done, 0.0, gain), np.where(done, 1.0, found.seconds * belief.habits.pace))


def believed_stability(deck: Deck, belief: Belief) -> Floats:
    """The stability each card is believed to have: less after a failure without a pass since."""
    failed = (deck.phase == LEARNING) | (deck.phase == RELEARNING)
    return np.where(failed, answers.kept(deck.stability, belief), deck.stability)


def recall_on_exam(w: Parameters, days: Any, stability: Any) -> Floats:
    """Recall on the exam day, at least a night after the last review."""
    return fsrs.recall(w, np.maximum(1, days), stability)


def recall_without(deck: Deck, exam: int, w: Parameters, belief: Belief) -> Floats:
    """Recall of each card on the exam day without another answer."""
    new = deck.phase == NEW
    held = np.where(new, 1.0, believed_stability(deck, belief))
    return np.where(new, 0.0, recall_on_exam(w, exam - np.where(new, 0, deck.last_day), held))


def answers_of(deck: Deck, day: int, w: Parameters, belief: Belief) -> Answers:
    """Of each card what fits it: a first answer, one on a later day, or another try on the day of a failure."""
    habits, new = belief.habits, deck.phase == NEW
    today = ~new & (deck.last_day >= day)
    held = np.where(new, 1.0, believed_stability(deck, belief))
    difficulty = np.where(new, 5.0, deck.difficulty)
    days = np.where(new, 1, np.maximum(0, day - deck.last_day))
    retries = zip(habits.retry_new, habits.retry_lapse, strict=True)
    shares = [np.where(deck.phase == LEARNING, *pair) for pair in retries]
    retried = answers.retry(w, belief, shares, np.where(today, deck.stability, 1.0), difficulty)
    later = answers.later(w, belief, days, held, difficulty)
    return answers.where(new, answers.first(w, belief), answers.where(today, retried, later))
