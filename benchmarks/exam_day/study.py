"""One course under one policy: sessions of so many minutes on the days before the exam."""

from dataclasses import dataclass

import numpy as np

from benchmarks.exam_day.course import Course
from benchmarks.exam_day.learnt import Learnt, stages_of
from benchmarks.exam_day.policy import STOP, Answers, Policy, View
from studycli.planner.bulk import NEW, Deck
from studycli.planner.fsrs import Floats


@dataclass(frozen=True, slots=True)
class Result:
    """How the exam went, for each row: mean (weighted) true recall in [0, 1], the share of the time used, answers
    given, and cards seen at least once.
    """

    recall: Floats
    used: Floats
    answers: Floats
    seen: Floats


def study(
    course: Course,
    learnt: Learnt,
    policy: Policy,
    first_day: int,
    exam: int,
    minutes: float,
    weights: Floats | None = None,
) -> Result:
    """Let every row study on the days from ``first_day`` to the one before ``exam``. Changes ``course``, ``learnt``.

    ``weights``: what each card counts in the exam, 1 on the mean; all alike if not given.
    """
    rows = course.rows
    view = View(
        first_day,
        exam,
        minutes * 60.0,
        np.ones(course.learners.cards) if weights is None else weights,
        list(course.w[:, 1, :, None]),
        learnt,
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
        answers += _session(course, policy, view)
        used_s += np.minimum(view.clock_s, view.budget_s)
        open_s += np.where(present, view.budget_s, 0.0)
    recall = (view.weights * course.recall_on(exam)).mean(axis=1)
    return Result(recall, used_s / np.maximum(open_s, 1.0), answers, (course.phase != NEW).sum(axis=1))


def _session(course: Course, policy: Policy, view: View) -> Floats:
    """Run one day's session of every row; returns the answers each gave."""
    given = np.zeros(course.rows)
    while view.studying.any():
        chosen = policy.choose(view)
        view.studying &= chosen != STOP
        rows = np.flatnonzero(view.studying)
        if not len(rows):
            break
        cards = chosen[rows]
        stages = stages_of(course.phase[rows, cards], course.last_day[rows, cards] >= view.day)
        grades, seconds = course.answer(rows, cards, view.day)
        answers = Answers(rows, cards, grades)
        view.learnt.note(rows, stages, grades, seconds)
        view.clock_s[rows] += seconds
        view.left_s[rows] -= seconds
        given[rows] += 1
        policy.answered(view, answers)
        view.studying &= view.left_s > 0.0
    return given
