from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from benchmarks.exam_day.course import AGAIN, Course, World
from benchmarks.exam_day.learners import draw_learners
from studycli.core.memory import NEW_CARD, Engine, Grade, after_review
from studycli.planner.bulk import LEARNING, REVIEW
from tests.benchmarks.exam_day.samples import fresh

START = datetime(2026, 12, 1, 12, tzinfo=UTC)
ALL = np.arange(1)


def course_of(luck: float, world: World = World()) -> Course:  # noqa: B008 - a frozen value
    """One learner with one ordinary card, every answer with the same luck: low fails, high is easy."""
    drawn = draw_learners(1, 1, 3)
    return Course(
        replace(drawn, ease=np.ones((1, 1)), luck=np.full_like(drawn.luck, luck), believed=drawn.w), world
    )


@pytest.mark.parametrize("luck", [0.0, 0.5, 0.999])
def test_true_memory_is_the_engines(luck: float) -> None:
    course = course_of(luck)
    engine = Engine(list(course.w[:, 0, 0]))
    state = NEW_CARD
    for day in (0, 1, 4, 11):
        grades, _ = course.answer(ALL, np.zeros(1, int), day)
        state = after_review(state, Grade(int(grades[0]) + 1), START + timedelta(days=day), engine)
        assert course.stability[:, 0, 0] == pytest.approx(state.stability_days, rel=2e-3)
        assert course.difficulty[:, 0, 0] == pytest.approx(state.difficulty, rel=2e-3)
    recall = engine.recall(state, (START + timedelta(days=30)).date())
    assert course.recall_on(30)[0, 0] == pytest.approx(recall, rel=2e-3)


def test_an_easier_card_is_kept_longer_and_nobody_sees_it() -> None:
    course = course_of(0.5)
    course.learners.ease[:] = 1.6
    plain = course_of(0.5)
    for each in (course, plain):
        each.answer(ALL, np.zeros(1, int), 0)
    assert course.stability[:, 0, 0] / plain.stability[:, 0, 0] == pytest.approx([1.6, 1.0])


def test_a_failure_takes_what_the_world_says_until_a_pass_on_the_same_day() -> None:
    course, hard = course_of(0.0), course_of(0.0, World(kept_after_failure=0.3))
    for each in (course, hard):
        grades, _ = each.answer(ALL, np.zeros(1, int), 0)
        assert grades[0] == AGAIN
        assert each.phase[0, 0] == LEARNING
    assert hard.stability[0, 0, 0] == course.stability[0, 0, 0]
    assert hard.recall_on(1)[0, 0] < course.recall_on(1)[0, 0]
    for each in (course, hard):
        each.learners.luck[:] = 0.9
        each.answer(ALL, np.zeros(1, int), 0)
        assert each.phase[0, 0] == REVIEW
    assert hard.recall_on(1)[0, 0] == pytest.approx(course.recall_on(1)[0, 0])


def test_each_further_pass_on_a_day_brings_less() -> None:
    course = course_of(0.9)
    held = []
    for _ in range(4):
        course.answer(ALL, np.zeros(1, int), 0)
        held.append(course.stability[0, 0, 0])
    gains = np.diff(np.log(held))
    assert (gains >= 0.0).all()
    assert gains[1] == pytest.approx(0.5 * np.log(_gain(course, held[1])), abs=1e-6)


def _gain(course: Course, stability: float) -> float:
    """What one more "good" would multiply stability by, undamped."""
    w = course.w[:, 0, 0]
    return float(max(1.0, np.exp(w[17] * w[18]) * stability ** -w[19]))


def test_grades_fall_as_recall_says() -> None:
    course = fresh(learners=40, cards=300)
    rows = np.arange(40)
    for card in range(300):
        course.answer(rows, np.full(40, card), 0)
    recalled = course.recall_on(5)
    passed = np.stack([course.answer(rows, np.full(40, card), 5)[0] != AGAIN for card in range(300)], axis=1)
    assert passed.mean() == pytest.approx(0.98 * recalled.mean(), abs=0.01)


def test_rows_taken_go_on_apart() -> None:
    course = fresh()
    course.answer(np.arange(12), np.zeros(12, int), 0)
    copy = course.taken(np.array([3, 3]), World())
    copy.answer(np.array([0]), np.array([1]), 0)
    assert copy.reviews[:, :2].tolist() == [[1, 1], [1, 0]]
    assert course.reviews[3, 1] == 0
