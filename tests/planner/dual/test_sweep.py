import numpy as np
import pytest

from studycli.planner.dual.horizon import horizon
from studycli.planner.dual.sweep import TRIES, backward, best, forward
from studycli.planner.dual.tables import COARSE, FIRST, LAPSE, tables
from tests.planner.dual.samples import BELIEF, W

DAYS = 9
TABLES = tables(W, BELIEF, horizon(DAYS), COARSE)
CELLS = TABLES.grid.size
PRICES = np.full((DAYS, 1), 2e-3)


def test_the_best_of_nothing_good_is_nothing() -> None:
    assert best(np.array([[-1.0, 2.0]]), 0.0, np.zeros((1, 2))) == pytest.approx([0.0, 2.0])


def test_smoothed_shares_are_those_of_a_softmax_with_nothing_among_it() -> None:
    shares = np.zeros((2, 1))
    value = best(np.array([[0.0], [0.0]]), 1.0, shares)
    assert value == pytest.approx(np.log(3.0))
    assert shares == pytest.approx(1.0 / 3.0)


@pytest.mark.parametrize("tau", [0.0, 0.005])
def test_planning_on_never_costs(tau: float) -> None:
    values, _ = backward(TABLES, PRICES, tau)
    more = values.beyond(TABLES.put_away)
    assert more.passed.min() >= -1e-12
    assert (values.failed >= values.passed - 1e-12).all()


def test_smoothing_goes_to_the_exact_values_from_above() -> None:
    exact, _ = backward(TABLES, PRICES, 0.0)
    off = [(backward(TABLES, PRICES, tau)[0].passed - exact.passed).max() for tau in (0.01, 0.001, 0.0001)]
    assert 0.0 <= off[2] < off[1] < off[0]
    assert off[2] < 1e-3


def test_on_the_last_day_a_card_stays_as_it_is_put_away() -> None:
    values, _ = backward(TABLES, PRICES, 0.0)
    assert values.passed[-1, :, 0] == pytest.approx(TABLES.put_away[-1])


def test_a_lower_price_is_worth_more() -> None:
    dear, cheap = (backward(TABLES, PRICES * times, 0.0)[0].passed for times in (1.0, 0.5))
    assert (cheap >= dear).all()
    assert (cheap > dear).any()


def test_a_day_that_nothing_can_pay_is_not_used() -> None:
    closed = PRICES.copy()
    closed[4] = 1e3
    _, choices = backward(TABLES, closed, 0.005)
    arrivals = np.zeros((2, DAYS, 2 * CELLS, 1))
    arrivals[LAPSE, 0, :CELLS] = arrivals[:, 4, CELLS:] = 1.0
    seconds = forward(TABLES, choices, arrivals).seconds(TABLES)
    assert seconds[4] == pytest.approx(0.0, abs=1e-12)
    assert seconds.sum() > 0.0


def test_no_card_is_answered_twice_a_day_but_after_a_failure() -> None:
    _, choices = backward(TABLES, np.zeros((DAYS, 1)), 0.005)
    arrivals = np.zeros((2, DAYS, 2 * CELLS, 1))
    arrivals[FIRST, 0, :CELLS] = 1.0
    flow = forward(TABLES, choices, arrivals)
    reviews = flow.reviews.sum(axis=(1, 2, 3))
    assert reviews.max() <= CELLS + 1e-9
    assert flow.retries[FIRST].max() == 0.0
    assert flow.retries[LAPSE].sum() < reviews.sum()


def test_cards_that_fail_are_tried_again_or_put_away() -> None:
    _, choices = backward(TABLES, np.zeros((DAYS, 1)), 0.005)
    arrivals = np.zeros((2, DAYS, 2 * CELLS, 1))
    arrivals[FIRST, 3, CELLS:] = 1.0
    flow = forward(TABLES, choices, arrivals)
    assert flow.retries[FIRST, TRIES - 1, 3] == pytest.approx(choices.retry[FIRST, TRIES - 1, 3])
    later = flow.retries[FIRST].sum(axis=(1, 2, 3))
    assert later[TRIES - 1] > later[TRIES - 2] > later[0] > 0.0
