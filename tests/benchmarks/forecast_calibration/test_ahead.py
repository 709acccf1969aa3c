from dataclasses import replace

import numpy as np
import pytest

from benchmarks.exam_day.index_policy import Index
from benchmarks.exam_day.learnt import Learnt
from benchmarks.exam_day.study import study
from benchmarks.forecast_calibration.ahead import DaysAhead, by_prices
from studycli.planner.dual.plan import Plan, Task, solve
from studycli.planner.fsrs import Floats
from tests.benchmarks.exam_day.samples import fresh
from tests.planner.dual.samples import mixed_deck, task_of

DECK = mixed_deck(40)
DAYS = 28
SMALL = 1e-4
"""Prices here are up to 0.0007."""


def later(day: int) -> Task:
    """What is left to plan for on ``day``, counted from it, if nothing was studied."""
    return task_of(replace(DECK, last_day=DECK.last_day - day), 3.0, DAYS - day)


def prices_on(day: int, last: Plan | None) -> Floats:
    found = by_prices(later(day), last, day)
    assert found is not None
    return found.plan.lam


def test_prices_are_kept_while_they_do_and_counted_from_the_morning() -> None:
    last = solve(later(0))
    assert prices_on(2, last) == pytest.approx(last.lam[2:])


@pytest.mark.parametrize("day", [5, 14])
def test_prices_too_old_are_solved_for_anew(day: int) -> None:
    last = solve(later(0))
    found = prices_on(day, last)
    assert found != pytest.approx(last.lam[day:], abs=SMALL)
    assert found == pytest.approx(solve(later(day)).lam, abs=SMALL)


def test_who_has_not_studied_yet_gets_prices_too() -> None:
    assert prices_on(3, None) == pytest.approx(solve(later(3)).lam)


def test_days_by_prices_are_planned_to_bring_no_less_than_greedy_ones() -> None:
    course, learnt, index = fresh(), Learnt(12), Index()
    study(course, learnt, index, 0, 6, 2.0)
    priced, greedy = (DaysAhead(course, learnt, 14, 2, each).recall(6) for each in (index, None))
    assert priced.shape == (12, 60)
    assert priced.mean() > greedy.mean()
    assert np.all((priced >= 0.0) & (priced <= 1.0))
