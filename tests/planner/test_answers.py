import numpy as np
import pytest

from studycli.core.memory import Engine
from studycli.planner import answers, fsrs
from studycli.planner.belief import Belief

W = Engine().parameters
BELIEF = Belief()
STABILITY, DIFFICULTY = np.array([2.0, 20.0]), np.array([4.0, 8.0])


def test_a_first_answer_is_of_the_parameters_alone() -> None:
    found = answers.first(W, BELIEF)
    stability, difficulty = fsrs.first_memory(W)
    assert found.stability[1:] == pytest.approx(stability[1:])
    assert found.stability[0] == pytest.approx(0.6 * stability[0])
    assert found.difficulty == pytest.approx(difficulty)


def test_a_later_answer_fails_by_recall_and_slip() -> None:
    found = answers.later(W, BELIEF, np.array([[1], [30]]), STABILITY, DIFFICULTY)
    recalled = fsrs.recall(W, np.array([[1], [30]]), STABILITY)
    assert found.shares.shape == found.stability.shape == (4, 2, 2)
    assert found.shares.sum(axis=0) == pytest.approx(1.0)
    assert found.shares[0] == pytest.approx(1.0 - 0.98 * recalled)
    assert found.difficulty.ndim == found.stability.ndim


def test_another_try_restores_what_the_failure_took() -> None:
    shares = BELIEF.habits.retry_lapse
    found = answers.retry(W, BELIEF, shares, STABILITY, DIFFICULTY)
    after, _ = fsrs.same_day_memory(W, STABILITY, DIFFICULTY)
    assert found.stability[1:] == pytest.approx(after[1:])
    assert found.stability[0] == pytest.approx(0.6 * after[0])
    assert found.shares[:, 0] == pytest.approx(shares)


def test_seconds_and_means_weigh_each_grade_by_its_share() -> None:
    found = answers.first(W, BELIEF)
    habits = BELIEF.habits
    assert found.seconds == pytest.approx(sum(a * b for a, b in zip(habits.first, habits.new_s, strict=True)))
    assert found.mean(np.arange(4.0)) == pytest.approx(sum(g * share for g, share in enumerate(habits.first)))


def test_a_failure_leaves_no_stability_below_the_least() -> None:
    assert answers.kept(np.array([0.001, 10.0]), BELIEF) == pytest.approx([0.001, 6.0])


def test_each_card_takes_the_answers_that_fit_it() -> None:
    one = answers.first(W, BELIEF)
    other = answers.later(W, BELIEF, 3, STABILITY, DIFFICULTY)
    found = answers.where(np.array([True, False]), one, other)
    assert found.stability[:, 0] == pytest.approx(one.stability)
    assert found.stability[:, 1] == pytest.approx(other.stability[:, 1])
