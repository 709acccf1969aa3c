from dataclasses import replace

import numpy as np
import pytest

from studycli.planner.belief import Belief, Habits
from studycli.planner.dual import horizon as horizon_module
from studycli.planner.dual.index import worths
from studycli.planner.dual.plan import Prices, Task, is_due, problem_of, solve
from studycli.planner.dual.problem import choose, dual_value
from studycli.planner.dual.tables import COARSE
from tests.planner.dual.samples import deck_of, mixed_deck, task_of

DAYS = 10
DECK = mixed_deck(60)
TASK = task_of(DECK, 4.0, DAYS)


def test_a_plan_keeps_its_prices_in_plain_numbers() -> None:
    kept = solve(TASK).to_keep()
    assert kept.day == 0
    assert len(kept.per_s) == DAYS
    assert all(type(price) is float and price >= 0.0 for price in kept.per_s)


def test_days_off_get_nothing() -> None:
    off = np.isin(np.arange(DAYS), (2, 3, DAYS - 1))
    plan = solve(replace(TASK, budgets_s=np.where(off, 0.0, TASK.budgets_s)))
    _, answered = choose(plan.problem, plan.lam, 0.0002)
    seconds = answered.seconds.sum(axis=1)
    assert seconds[off] == pytest.approx(0.0, abs=1e-9)
    assert seconds[~off] == pytest.approx(240.0, rel=0.25)


def test_weights_that_are_all_doubled_double_the_prices() -> None:
    plan, doubled = solve(TASK), solve(replace(TASK, weights=2.0 * TASK.weights))
    assert doubled.lam == pytest.approx(2.0 * plan.lam, rel=0.1)
    assert doubled.prices == pytest.approx(plan.prices, rel=0.1)


def test_a_slow_learner_is_planned_fewer_answers() -> None:
    slow = replace(TASK, belief=Belief(Habits(pace=2.0)))
    assert problem_of(slow, COARSE).budgets_s == pytest.approx(problem_of(TASK, COARSE).budgets_s / 2.0)


def test_days_to_come_are_missed_now_and_then_but_not_the_first() -> None:
    budgets_s = problem_of(replace(TASK, missed_share=0.1), COARSE).budgets_s
    assert budgets_s[0] == 240.0
    assert budgets_s[1:] == pytest.approx(216.0)


def test_days_count_as_the_deck_does() -> None:
    later = replace(TASK, day=100, deck=replace(DECK, last_day=DECK.last_day + 100))
    assert solve(later).lam == pytest.approx(solve(TASK).lam)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(Prices(-3, (1e-3,) * 20), id="from three days ago"),
        pytest.param(Prices(0, (1e-3,) * 4), id="for an earlier exam"),
        pytest.param(Prices(0, (0.0,) * DAYS), id="that cost nothing"),
        pytest.param(Prices(0, ()), id="none"),
    ],
)
def test_any_earlier_prices_lead_to_much_the_same_plan(before: Prices) -> None:
    plan, cold = solve(TASK, before), solve(TASK)
    assert plan.lam.sum() == pytest.approx(cold.lam.sum(), rel=0.1)


@pytest.mark.parametrize(
    ("day", "pace", "due"),
    [
        pytest.param(0, 1.0, False, id="just made"),
        pytest.param(0, 1.1, True, id="slower than thought"),
        pytest.param(0, 0.95, False, id="a little faster"),
        pytest.param(2, 1.0, False, id="two days old"),
        pytest.param(3, 1.0, True, id="three days old"),
        pytest.param(7, 1.0, True, id="near the exam"),
    ],
)
def test_when_a_plan_is_due_again(day: int, pace: float, due: bool) -> None:
    assert is_due(solve(TASK), day, pace) is due


@pytest.mark.parametrize(
    "task",
    [
        pytest.param(replace(TASK, weights=np.zeros(60)), id="no card counts"),
        pytest.param(replace(TASK, budgets_s=np.zeros(DAYS)), id="no minutes"),
        pytest.param(replace(TASK, budgets_s=np.full(1, 60.0)), id="one day"),
        pytest.param(task_of(deck_of((2, 36_500.0, 1.0, -1)), 600.0, DAYS), id="all known"),
        pytest.param(task_of(deck_of((2, 0.001, 10.0, -4000)), 1.0, DAYS), id="all forgotten"),
        pytest.param(task_of(deck_of((2, 3.0, 10.0, 5)), 1.0, DAYS), id="the clock set back"),
    ],
)
def test_odd_tasks_have_plans(task: Task) -> None:
    plan = solve(task)
    assert np.isfinite(plan.lam).all()
    assert (plan.lam >= 0.0).all()


def test_days_left_out_change_little(monkeypatch: pytest.MonkeyPatch) -> None:
    task = task_of(DECK, 1.5, 40)
    whole = solve(task)
    for name, days in (("_WHOLE_DAYS", 30), ("_FIRST_DAYS", 10), ("_LAST_DAYS", 8), ("_MIDDLE", 8)):
        monkeypatch.setattr(horizon_module, name, days)
    thinned = solve(task)
    assert len(thinned.lam) == 26
    assert len(thinned.to_keep().per_s) == 40
    found, expected = (dual_value(plan.problem, plan.lam) for plan in (thinned, whole))
    assert found == pytest.approx(expected, rel=0.01)


def test_an_exam_in_ten_years_is_planned_too() -> None:
    plan = solve(task_of(DECK, 4.0, 3650))
    assert len(plan.lam) == 90
    assert worths(plan, DECK, np.ones(60), 0).seconds.min() > 0.0
