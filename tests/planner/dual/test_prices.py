import numpy as np
import pytest

from studycli.planner.dual.plan import problem_of
from studycli.planner.dual.prices import TAUS, cold, descended, scaled, warm
from studycli.planner.dual.problem import Problem, dual, dual_value
from studycli.planner.dual.tables import COARSE
from tests.planner.dual.samples import NEW_CARD, deck_of, mixed_deck, task_of

DAYS = 10
DECK = mixed_deck(80)


def problem(minutes: float, deck: object = DECK) -> Problem:
    return problem_of(task_of(DECK if deck is DECK else deck_of(NEW_CARD), minutes, DAYS), COARSE)


SCARCE = problem(4.0)


def test_at_the_minimum_the_seconds_of_every_day_fit() -> None:
    lam = cold(SCARCE)
    for _ in range(3):
        lam = descended(SCARCE, lam, TAUS[-1], 100)
    slack_s = dual(SCARCE, lam, TAUS[-1]).slack_s
    assert (lam >= 0.0).all()
    assert np.abs(slack_s[lam > 0.0]).max() < 0.1 * 240.0


def test_no_prices_around_are_better() -> None:
    lam = cold(SCARCE)
    found = dual_value(SCARCE, lam)
    for seed in range(8):
        factors = np.exp(np.random.default_rng(seed).normal(0.0, 0.3, DAYS))
        assert dual_value(SCARCE, lam * factors) > found - 0.02
    assert dual_value(SCARCE, scaled(SCARCE, np.ones(DAYS), (1e-6, 0.1), 14, TAUS[-1])) > found


def test_with_time_in_plenty_seconds_cost_nothing() -> None:
    lam = cold(problem(600.0))
    assert lam.max() < 1e-6


def test_a_second_is_worth_more_the_fewer_there_are() -> None:
    means = [cold(problem(minutes)).mean() for minutes in (2.0, 4.0, 8.0, 30.0)]
    assert means == sorted(means, reverse=True)


@pytest.mark.parametrize("wrong", [0.4, 1.0, 2.5])
def test_a_warm_start_ends_where_a_cold_one_does(wrong: float) -> None:
    lam = cold(SCARCE)
    again = warm(SCARCE, lam * wrong)
    assert (again >= 0.0).all()
    assert dual_value(SCARCE, again) == pytest.approx(dual_value(SCARCE, lam), rel=2e-3)


def test_a_warm_start_follows_a_changed_budget() -> None:
    richer = problem(8.0)
    found = dual_value(richer, warm(richer, cold(SCARCE)))
    assert found == pytest.approx(dual_value(richer, cold(richer)), rel=2e-3)
