"""Small courses for the tests."""

import numpy as np

from benchmarks.exam_day.course import Course, World
from benchmarks.exam_day.learners import draw_learners
from benchmarks.exam_day.learnt import Learnt
from benchmarks.exam_day.policy import STOP, Answers, Policy, Rows, View
from benchmarks.exam_day.study import Result, study

LEARNERS = 12
CARDS = 60
PLAIN = World()


class Nothing:
    """Never studies."""

    def begin(self, view: View) -> None: ...

    def begin_day(self, view: View) -> None: ...

    def choose(self, view: View) -> Rows:
        return np.full(len(view.studying), STOP)

    def answered(self, view: View, answers: Answers) -> None: ...


def fresh(world: World = PLAIN, learners: int = LEARNERS, cards: int = CARDS, seed: int = 1) -> Course:
    return Course(draw_learners(learners, cards, seed), world)


def studied(policy: Policy, minutes: float, days: int = 7, course: Course | None = None) -> Result:
    running = fresh() if course is None else course
    return study(running, Learnt(running.rows), policy, 0, days, minutes)
