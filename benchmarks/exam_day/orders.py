"""Two plain orders that need no plan: the deck round and round, and what is recalled worst first.

Each card once a day at most; a key for every card, smallest first.
"""

import numpy as np

from benchmarks.exam_day.policy import STOP, Answers, Rows, View
from studycli.planner import fsrs
from studycli.planner.bulk import NEW
from studycli.planner.fsrs import Floats


class RoundAndRound:
    """The deck in its order, from the card after the last one, again and again."""

    def begin(self, view: View) -> None:
        """Start at the first card that has not been seen."""
        self._next = (view.deck.phase == NEW).argmax(axis=1)

    def begin_day(self, view: View) -> None:
        """Number the cards from where the row is."""
        cards = view.reviews.shape[1]
        self._key = (np.arange(cards) - self._next[:, None]) % cards + 0.0

    def choose(self, view: View) -> Rows:
        """The next card."""
        return _smallest(self._key)

    def answered(self, view: View, answers: Answers) -> None:
        """Remember where the row is."""
        self._key[answers.rows, answers.cards] = np.inf
        self._next[answers.rows] = answers.cards + 1


class LowestRecall:
    """New cards first, then those least likely to be recalled now."""

    def begin(self, view: View) -> None:
        """Nothing is carried from day to day."""

    def begin_day(self, view: View) -> None:
        """Compute recall of every card."""
        days = np.maximum(1, view.day - view.deck.last_day)
        recall = fsrs.recall(view.w, days, view.deck.stability)
        self._key = np.where(view.deck.phase == NEW, 0.0, recall)

    def choose(self, view: View) -> Rows:
        """The card recalled worst."""
        return _smallest(self._key)

    def answered(self, view: View, answers: Answers) -> None:
        """Take the cards away for today."""
        self._key[answers.rows, answers.cards] = np.inf


def _smallest(key: Floats) -> Rows:
    """The card with the smallest key of each row; ``STOP`` where none is left."""
    first = key.argmin(axis=1)
    return np.where(np.isinf(key[np.arange(len(first)), first]), STOP, first)
