"""The greedy index of the product: most expected recall on the exam day for a second; done when no answer pays."""

from dataclasses import replace
from typing import Any

import numpy as np

from benchmarks.exam_day.learnt import belief_of
from benchmarks.exam_day.policy import STOP, Answers, Flags, Rows, View
from studycli.core.agenda import PAUSE_S
from studycli.planner import bulk
from studycli.planner.belief import KEPT_AFTER_FAILURE
from studycli.planner.bulk import Deck
from studycli.planner.fsrs import Floats
from studycli.planner.index import LEAST_GAIN


def best_rested(index: Floats, rested: Flags) -> Rows:
    """The card with the largest index of each row among those rested, else among all; ``STOP`` where none is above 0.

    As in the product, a card answered rests for ``PAUSE_S``, unless nothing else is left.
    """
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
        self._index = self._worth(view, view.w, view.belief, view.deck, view.weights)
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
        self._index[place] = self._worth(view, w, belief_of(view.belief, rows), one, view.weights[cards])
        self._ready_s[place] = view.clock_s[rows][:, None] + PAUSE_S

    def _worth(self, view: View, w: Any, belief: Any, deck: Deck, weights: Floats) -> Floats:
        """The index, 0 where an answer does not pay."""
        hedged = replace(belief, kept_after_failure=self._kept)
        found = bulk.worths(deck, view.day, view.exam, w, hedged)
        gain = weights * found.gain
        return np.where(gain >= LEAST_GAIN, gain / found.seconds, 0.0)
