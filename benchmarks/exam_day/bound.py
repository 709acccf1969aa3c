"""What no policy exceeds in expectation: the dual for a planner who knows everything that is true of a learner.

That is the parameters, every card's ease, habits, pace, which days will be missed, and what a failure leaves. Any
prices give a bound; those of a plan give a close one, and it is evaluated on a fine grid with every gap. Not allowed
for: another try on the day of a pass, which brings next to nothing for its seconds.
"""

from dataclasses import replace
from typing import Final, cast

import numpy as np

from benchmarks.exam_day.course import Course
from studycli.planner.belief import Belief, FourGrades
from studycli.planner.bulk import Deck
from studycli.planner.dual.plan import Task, problem_of
from studycli.planner.dual.prices import cold
from studycli.planner.dual.problem import dual_value
from studycli.planner.dual.tables import COARSE, FINE
from studycli.planner.fsrs import Floats

OVERRUN_S: Final = 10.0
"""The last answer of a session may end after the time: by so much on the mean, at pace 1."""


def bound(course: Course, days: int, minutes: float) -> Floats:
    """The upper bound of mean recall on the exam day for each row, with so many minutes on each day from day 0."""
    found = [_most(_task(course, row, days, minutes)) for row in range(course.rows)]
    return np.array(found) / course.learners.cards


def _most(task: Task) -> float:
    return dual_value(problem_of(task, FINE), cold(problem_of(task, COARSE)))


def _task(course: Course, row: int, days: int, minutes: float) -> Task:
    people, person = course.learners, int(course.learner[row])
    usual = Belief()
    pace = float(people.pace[person])
    habits = replace(
        usual.habits,
        first=cast(FourGrades, tuple(map(float, people.first[:, person]))),
        passed=cast(FourGrades, tuple(map(float, people.passed[:, person]))),
        pace=pace,
    )
    present = people.presence[person, :days] >= course.world.missed
    budgets_s = np.where(present, minutes * 60.0 + OVERRUN_S * pace, 0.0)
    true = people.w[:, person]
    w = [*(value * people.ease[person] for value in true[:4]), *map(float, true[4:])]
    deck = Deck(course.phase[row], course.stability[0, row], course.difficulty[0, row], course.last_day[row])
    belief = replace(usual, habits=habits, kept_after_failure=course.world.kept_after_failure)
    return Task(deck, np.ones(people.cards), budgets_s, 0, w, belief, 0.0)
