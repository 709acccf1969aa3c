from dataclasses import replace

import numpy as np
import pytest

from studycli.planner.belief import Belief, Habits
from studycli.planner.bulk import LEARNING, NEW, REVIEW
from studycli.planner.dual.plan import problem_of
from studycli.planner.dual.prices import cold
from studycli.planner.dual.problem import CLOSED_PRICE, choose, dual, dual_value, level_prices
from studycli.planner.dual.tables import COARSE, FINE
from tests.planner.dual.brute_force import Card, Cards, Course, best_value
from tests.planner.dual.samples import deck_of, mixed_deck, task_of

EVEN = (10.0, 10.0, 10.0, 10.0)
BELIEF = Belief(Habits(new_s=EVEN, review_s=EVEN, retry_s=EVEN))
"""Every answer takes ten seconds, so that a budget is a number of answers."""

MIXED = problem_of(task_of(mixed_deck(40), 5.0, 12, np.repeat([0.5, 2.0], 20)), COARSE)


@pytest.mark.parametrize("tau", [0.02, 0.002])
def test_the_gradient_is_that_of_finite_differences(tau: float) -> None:
    chance = np.random.default_rng(2)
    lam = chance.uniform(1e-4, 5e-3, MIXED.days)
    slack_s = dual(MIXED, lam, tau).slack_s
    for day in range(MIXED.days):
        step = np.zeros(MIXED.days)
        step[day] = 1e-7
        rise = dual(MIXED, lam + step, tau).value - dual(MIXED, lam - step, tau).value
        assert rise / 2e-7 == pytest.approx(slack_s[day], rel=1e-3, abs=0.05)


@pytest.mark.parametrize("seed", range(5))
def test_the_dual_is_convex_along_lines(seed: int) -> None:
    chance = np.random.default_rng(seed)
    ends = chance.uniform(0.0, 5e-3, (2, MIXED.days))
    values = [dual_value(MIXED, (1.0 - part) * ends[0] + part * ends[1]) for part in np.linspace(0.0, 1.0, 9)]
    assert (np.diff(values, 2) >= -1e-9).all()


def test_smoothing_only_raises_the_dual() -> None:
    lam = np.full(MIXED.days, 1e-3)
    exact = dual_value(MIXED, lam)
    assert exact < dual(MIXED, lam, 0.0002).value < dual(MIXED, lam, 0.002).value


def test_a_day_without_minutes_has_a_price_that_none_can_pay() -> None:
    closed = replace(MIXED, budgets_s=np.where(np.arange(MIXED.days) == 3, 0.0, MIXED.budgets_s))
    lam = np.full(MIXED.days, 1e-3)
    assert level_prices(closed, lam)[3] == pytest.approx(CLOSED_PRICE / MIXED.weights)
    _, answered = choose(closed, lam, 0.002)
    assert answered.seconds[3].sum() == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("cards", "course"),
    [
        pytest.param((Card(NEW, 1, 5, -1),), Course(3, 1, BELIEF), id="one new card"),
        pytest.param((Card(NEW, 1, 5, -1),) * 2, Course(3, 1, BELIEF), id="two new cards"),
        pytest.param((Card(REVIEW, 2, 8, -4), Card(NEW, 1, 5, -1)), Course(2, 2, BELIEF), id="a weak one"),
        pytest.param(
            (Card(LEARNING, 0.3, 7, -1), Card(REVIEW, 1, 6, -2), Card(NEW, 1, 5, -1)),
            Course(2, 1, BELIEF),
            id="three cards",
        ),
        pytest.param((Card(NEW, 1, 5, -1),), Course(2, 3, BELIEF), id="time for tries"),
    ],
)
def test_nothing_that_can_be_tried_exceeds_the_dual(cards: Cards, course: Course) -> None:
    task = task_of(deck_of(*cards), course.answers_a_day * 10.0 / 60.0, course.days, belief=course.belief)
    bound = dual_value(problem_of(task, FINE), cold(problem_of(task, COARSE)))
    best = best_value(cards, course)
    assert best <= bound + 2e-3
    assert best >= 0.7 * bound


@pytest.mark.parametrize("card", [Card(NEW, 1, 5, -1), Card(REVIEW, 2, 8, -4)])
def test_with_time_for_everything_the_dual_is_the_best_value(card: Card) -> None:
    course = Course(3, 4, BELIEF)
    task = task_of(deck_of(card), 60.0, course.days, belief=course.belief)
    bound = dual_value(problem_of(task, FINE), np.zeros(course.days))
    assert best_value((card,), course) == pytest.approx(bound, abs=2e-3)
