"""One course under one policy: sessions of so many minutes on the days before the exam."""

from dataclasses import dataclass, replace
from typing import Any, Final, cast

import numpy as np

from benchmarks.exam_day.course import Course, answer_costs
from benchmarks.exam_day.policy import STOP, Answers, Policy, View
from studycli.planner.belief import Belief, FourGrades
from studycli.planner.bulk import NEW, Deck
from studycli.planner.fsrs import Floats

FIRST_PRIOR: Final = 20.0
"""The population's shares of first grades count as so many answers."""

PACE_PRIOR_S: Final = 60.0
"""A pace of 1 counts as so many seconds; an answer as so many at most."""


@dataclass(frozen=True, slots=True)
class Result:
    """How the exam went, for each row: mean true recall in [0, 1], the share of the time used, answers given, and
    cards seen at least once.
    """

    recall: Floats
    used: Floats
    answers: Floats
    seen: Floats


class Learnt:
    """What the answers so far say of each row: its pace, and how its first grades fall."""

    def __init__(self, rows: int) -> None:
        self.first = np.zeros((4, rows))
        self.spent_s = np.zeros(rows)
        self.expected_s = np.zeros(rows)

    def taken(self, rows: Any) -> "Learnt":
        """A copy with ``rows`` of this one."""
        copy = Learnt(len(rows))
        copy.first, copy.spent_s, copy.expected_s = (
            self.first[:, rows],
            self.spent_s[rows],
            self.expected_s[rows],
        )
        return copy

    def note(self, answers: Answers, new: Any, seconds: Floats, expected_s: Floats) -> None:
        """Count answers; ``expected_s`` is what such answers take at pace 1."""
        np.add.at(self.first, (answers.grades[new], answers.rows[new]), 1.0)
        self.spent_s[answers.rows] += np.minimum(seconds, PACE_PRIOR_S)
        self.expected_s[answers.rows] += expected_s

    def belief(self) -> Belief:
        """The belief of a planner, as arrays (rows, 1)."""
        usual = Belief()
        prior = FIRST_PRIOR * np.array(usual.habits.first)[:, None]
        first = (prior + self.first) / (FIRST_PRIOR + self.first.sum(axis=0))
        pace = (PACE_PRIOR_S + self.spent_s) / (PACE_PRIOR_S + self.expected_s)
        shares = cast(FourGrades, tuple(first[:, :, None]))
        return replace(usual, habits=replace(usual.habits, first=shares, pace=cast(float, pace[:, None])))


def study(
    course: Course, learnt: Learnt, policy: Policy, first_day: int, exam: int, minutes: float
) -> Result:
    """Let every row study on the days from ``first_day`` to the one before ``exam``. Changes ``course``, ``learnt``."""
    rows = course.rows
    view = View(
        first_day,
        exam,
        minutes * 60.0,
        list(course.w[:, 1, :, None]),
        learnt.belief(),
        Deck(course.phase, course.stability[1], course.difficulty[1], course.last_day),
        course.reviews,
        np.zeros(rows),
        np.zeros(rows),
        np.zeros(rows, bool),
    )
    policy.begin(view)
    used_s, answers, open_s = np.zeros(rows), np.zeros(rows), np.zeros(rows)
    for day in range(first_day, exam):
        present = course.learners.presence[course.learner, day] >= course.world.missed
        view.day, view.studying = day, present.copy()
        view.left_s, view.clock_s = np.full(rows, view.budget_s), np.zeros(rows)
        policy.begin_day(view)
        answers += _session(course, learnt, policy, view)
        used_s += np.minimum(view.clock_s, view.budget_s)
        open_s += np.where(present, view.budget_s, 0.0)
    recall = course.recall_on(exam).mean(axis=1)
    return Result(recall, used_s / np.maximum(open_s, 1.0), answers, (course.phase != NEW).sum(axis=1))


def _session(course: Course, learnt: Learnt, policy: Policy, view: View) -> Floats:
    """Run one day's session of every row; returns the answers each gave."""
    given = np.zeros(course.rows)
    while view.studying.any():
        chosen = policy.choose(view)
        view.studying &= chosen != STOP
        rows = np.flatnonzero(view.studying)
        if not len(rows):
            break
        cards = chosen[rows]
        phase, last_day = course.phase[rows, cards], course.last_day[rows, cards]
        grades, seconds = course.answer(rows, cards, view.day)
        answers = Answers(rows, cards, grades)
        learnt.note(answers, phase == NEW, seconds, answer_costs(phase, last_day >= view.day, grades))
        view.clock_s[rows] += seconds
        view.left_s[rows] -= seconds
        view.belief = learnt.belief()
        given[rows] += 1
        policy.answered(view, answers)
        view.studying &= view.left_s > 0.0
    return given
