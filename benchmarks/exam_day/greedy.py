"""The greedy index of the product: most expected recall on the exam day for a second; done when nothing gains."""

from dataclasses import replace
from typing import Any, Final

import numpy as np

from benchmarks.exam_day.learnt import belief_of
from benchmarks.exam_day.policy import STOP, Answers, Flags, Rows, View
from studycli.planner import bulk
from studycli.planner.belief import KEPT_AFTER_FAILURE
from studycli.planner.bulk import Deck
from studycli.planner.fsrs import Floats

REST_S: Final = 60.0
"""A card answered comes back after so many seconds at the earliest, unless nothing else is left."""


def best_rested(index: Floats, rested: Flags) -> Rows:
    """The card with the largest index of each row among those rested, else among all; ``STOP`` where none gains."""
    now = np.where(rested, index, 0.0)
    index = np.where(now.max(axis=1, keepdims=True) > 0.0, now, index)
    best = index.argmax(axis=1)
    return np.where(index[np.arange(len(best)), best] > 0.0, best, STOP)


class Greedy:
    """Index computed for the deck before a session, and for the answered card after each answer."""

    def __init__(self, kept_after_failure: float = KEPT_AFTER_FAILURE) -> None:
        self._kept = kept_after_failure

    def begin(self, view: View) -> None:
        """Nothing is carried from day to day."""

    def begin_day(self, view: View) -> None:
        """Compute the index of all cards."""
        self._index = view.weights * self._worth(view, view.w, view.belief, view.deck)
        self._ready_s = np.zeros_like(self._index)

    def choose(self, view: View) -> Rows:
        """The best card that has rested, else the best."""
        return best_rested(self._index, self._ready_s <= view.clock_s[:, None])

    def answered(self, view: View, answers: Answers) -> None:
        """Compute the index of the answered cards anew."""
        rows, cards = answers.rows, answers.cards[:, None]
        place = (rows[:, None], cards)
        deck = view.deck
        one = Deck(deck.phase[place], deck.stability[place], deck.difficulty[place], deck.last_day[place])
        w = [value[rows] for value in view.w]
        worth = self._worth(view, w, belief_of(view.belief, rows), one)
        self._index[place] = view.weights[cards] * worth
        self._ready_s[place] = view.clock_s[rows][:, None] + REST_S

    def _worth(self, view: View, w: Any, belief: Any, deck: Deck) -> Floats:
        hedged = replace(belief, kept_after_failure=self._kept)
        return bulk.worths(deck, view.day, view.exam, w, hedged).per_s
