"""The index policy of the product: prices from the dual, solved anew every few days, and the index against waiting."""

from dataclasses import replace
from typing import Any, Final, cast

import numpy as np

from benchmarks.exam_day.greedy import REST_S, best_rested
from benchmarks.exam_day.policy import Answers, Rows, View
from studycli.planner.belief import KEPT_AFTER_FAILURE, Belief, FourGrades
from studycli.planner.bulk import Deck
from studycli.planner.dual.index import retry_worths, worths
from studycli.planner.dual.plan import MISSED_SHARE, Plan, Task, is_due, solve

ANSWERS_BETWEEN: Final = 8
"""Whether the pace is still the planned one is looked at after so many answers."""


class Index:
    """A plan for each row; the index of the deck before a session, of the answered card after each failure."""

    def __init__(
        self, kept_after_failure: float = KEPT_AFTER_FAILURE, missed_share: float = MISSED_SHARE
    ) -> None:
        self._kept = kept_after_failure
        self._missed = missed_share

    def begin(self, view: View) -> None:
        """No plan yet."""
        self._plans: dict[int, Plan] = {}
        self._index = np.zeros(view.reviews.shape)
        self._answers = np.zeros(len(view.left_s), int)

    def begin_day(self, view: View) -> None:
        """Plan anew where that is due, and compute the index of all cards."""
        self._ready_s = np.zeros_like(self._index)
        self._answers[:] = 0
        for row in map(int, np.flatnonzero(view.studying)):
            self._plan(view, row)
            self._index[row] = self._worth(view, row)

    def choose(self, view: View) -> Rows:
        """The best card that has rested, else the best."""
        return best_rested(self._index, self._ready_s <= view.clock_s[:, None])

    def answered(self, view: View, answers: Answers) -> None:
        """Compute the index of the answered cards anew, or of all where the plan is due again for the pace."""
        self._answers[answers.rows] += 1
        for row, card in zip(map(int, answers.rows), map(int, answers.cards), strict=True):
            self._ready_s[row, card] = view.clock_s[row] + REST_S
            if self._answers[row] % ANSWERS_BETWEEN == 0 and self._plan(view, row):
                self._index[row] = self._worth(view, row)
            else:
                deck = _deck(view, row, slice(card, card + 1))
                found = retry_worths(self._plans[row], deck, np.ones(1), view.day)
                self._index[row, card] = found.per_s[0]

    def _plan(self, view: View, row: int) -> bool:
        """Make the row's plan, or make it anew when due; whether that was so."""
        before = self._plans.get(row)
        belief = replace(_belief(view, row), kept_after_failure=self._kept)
        due = before is None or is_due(before, view.day, belief.habits.pace)
        if due:
            budgets_s = np.full(view.exam - view.day, view.budget_s)
            budgets_s[0] = max(0.0, view.left_s[row])
            w = [float(value[row, 0]) for value in view.w]
            deck = _deck(view, row, slice(None))
            task = Task(deck, np.ones(len(deck.phase)), budgets_s, view.day, w, belief, self._missed)
            self._plans[row] = solve(task, None if before is None else before.to_keep())
        return due

    def _worth(self, view: View, row: int) -> Any:
        deck = _deck(view, row, slice(None))
        return worths(self._plans[row], deck, np.ones(len(deck.phase)), view.day).per_s


def _deck(view: View, row: int, cards: slice) -> Deck:
    deck = view.deck
    return Deck(
        deck.phase[row, cards],
        deck.stability[row, cards],
        deck.difficulty[row, cards],
        deck.last_day[row, cards],
    )


def _belief(view: View, row: int) -> Belief:
    habits = view.belief.habits
    first = cast(FourGrades, tuple(float(cast(Any, share)[row, 0]) for share in habits.first))
    return replace(
        view.belief, habits=replace(habits, first=first, pace=float(cast(Any, habits.pace)[row, 0]))
    )
