"""The days to come as the plan of the program has them: lived through as believed, greedily or by prices."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.exam_day.course import Course
from benchmarks.exam_day.index_policy import Index
from benchmarks.exam_day.learnt import Learnt, belief_of
from benchmarks.forecast_calibration.pupils import date_of
from studycli.planner.bulk import Deck
from studycli.planner.course import course as plan_course
from studycli.planner.days import counted_on, missed_share
from studycli.planner.dual.plan import Plan, Prices, Task, is_due, solve
from studycli.planner.fsrs import Floats
from studycli.planner.priced import Priced, priced

RUNS: Final = 8
"""The days to come are lived through so many times for a plan."""


class DaysAhead:
    """The days from any morning of a course on. By the prices of ``index``, if the sessions follow it; else greedy."""

    def __init__(self, course: Course, learnt: Learnt, exam: int, minutes: int, index: Index | None) -> None:
        self._course, self._learnt, self._index = course, learnt, index
        self._exam, self._budget_s = exam, minutes * 60.0

    def recall(self, day: int) -> Floats:
        """Recall of each card (rows, cards) on the exam day as planned on the morning of ``day``."""
        return np.stack([self._recall(row, day) for row in range(self._course.rows)])

    def _recall(self, row: int, day: int) -> Floats:
        task = self._task(row, day)
        budgets_s = np.tile(counted_on(task.budgets_s, task.missed_share), (RUNS, 1))
        followed = None if self._index is None else by_prices(task, self._index.plans.get(row), day)
        offsets = np.arange(RUNS) / RUNS
        found = plan_course(task.deck, task.weights, budgets_s, offsets, task.w, task.belief, followed)
        return np.asarray(found.recall.mean(axis=0))

    def _task(self, row: int, day: int) -> Task:
        """What there is to plan for; days count from ``day``, and of those to come are missed as many as so far."""
        course = self._course
        present: NDArray[np.bool_] = course.learners.presence[row] >= course.world.missed
        studied = [date_of(past) for past in range(day) if present[past]]
        return Task(
            Deck(
                course.phase[row],
                course.stability[1, row],
                course.difficulty[1, row],
                course.last_day[row] - day,
            ),
            np.ones(course.learners.cards),
            np.full(self._exam - day, self._budget_s),
            0,
            course.w[:, 1, row].tolist(),
            belief_of(self._learnt.belief, row),
            missed_share(studied, date_of(day), ()),
        )


def by_prices(task: Task, last: Plan | None, day: int) -> Priced | None:
    """What sessions from ``day`` on, day 0 of ``task``, take: at the prices of their ``last`` plan while those do."""
    if last is None:
        return priced(task, solve(task).to_keep())
    kept = last.to_keep()
    prices = Prices(kept.day - day, kept.per_s)
    if is_due(last, day, task.belief.habits.pace):
        prices = solve(task, prices).to_keep()
    return priced(task, prices)
