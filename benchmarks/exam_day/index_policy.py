"""The index policy of the product: prices from the dual, solved anew every few days, and the index against waiting."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from benchmarks.exam_day.greedy import best_rested
from benchmarks.exam_day.learnt import belief_of
from benchmarks.exam_day.policy import Answers, Rows, View
from studycli.core.agenda import PAUSE_S
from studycli.planner.belief import KEPT_AFTER_FAILURE
from studycli.planner.bulk import Deck, Worths
from studycli.planner.days import missed_share
from studycli.planner.dual.index import retry_worths, worths
from studycli.planner.dual.kept import LEAST_GAIN
from studycli.planner.dual.plan import Plan, Task, is_due, solve
from studycli.planner.fsrs import Floats

_FIRST_DAY: Final = date(2026, 1, 5)
"""The day that stands for day 0; which one it is makes no difference."""


class Index:
    """A plan for each row; the index of the deck before a session, of the answered card after each failure.

    ``plans``: the latest of each row.
    """

    def __init__(self, kept_after_failure: float = KEPT_AFTER_FAILURE) -> None:
        self._kept = kept_after_failure

    def begin(self, view: View) -> None:
        """No plan yet."""
        self.plans: dict[int, Plan] = {}
        self._index = np.zeros(view.reviews.shape)
        self._studied: list[set[date]] = [set() for _ in self._index]

    def begin_day(self, view: View) -> None:
        """Plan anew where that is due, and compute the index of all cards."""
        self._ready_s = np.zeros_like(self._index)
        for row in map(int, np.flatnonzero(view.studying)):
            self._plan(view, row)
            deck = _deck(view, row, slice(None))
            self._index[row] = _paying(worths(self.plans[row], deck, view.weights, view.day))
            self._studied[row].add(_date(view.day))

    def choose(self, view: View) -> Rows:
        """The best card that has rested, else the best."""
        return best_rested(self._index, self._ready_s <= view.clock_s[:, None])

    def answered(self, view: View, answers: Answers) -> None:
        """Compute the index of the answered cards anew."""
        for row, card in zip(map(int, answers.rows), map(int, answers.cards), strict=True):
            deck = _deck(view, row, slice(card, card + 1))
            self._index[row, card] = _paying(
                retry_worths(self.plans[row], deck, view.weights[[card]], view.day)
            )[0]
            self._ready_s[row, card] = view.clock_s[row] + PAUSE_S

    def _plan(self, view: View, row: int) -> None:
        before = self.plans.get(row)
        belief = replace(belief_of(view.belief, row), kept_after_failure=self._kept)
        if before is not None and not is_due(before, view.day, belief.habits.pace):
            return
        w = [float(value[row, 0]) for value in view.w]
        deck = _deck(view, row, slice(None))
        budgets_s = np.full(view.exam - view.day, view.budget_s)
        missed = missed_share(self._studied[row], _date(view.day), ())
        task = Task(deck, view.weights, budgets_s, view.day, w, belief, missed)
        self.plans[row] = solve(task, None if before is None else before.to_keep())


def _date(day: int) -> date:
    return _FIRST_DAY + timedelta(days=day)


def _paying(found: Worths) -> Floats:
    """The index, 0 where an answer does not pay."""
    return np.where(found.gain >= LEAST_GAIN, found.per_s, 0.0)


def _deck(view: View, row: int, cards: slice) -> Deck:
    deck = view.deck
    return Deck(
        deck.phase[row, cards],
        deck.stability[row, cards],
        deck.difficulty[row, cards],
        deck.last_day[row, cards],
    )
