from dataclasses import replace

import numpy as np
import pytest

from benchmarks.exam_day.course import Course as Studied
from benchmarks.exam_day.course import World
from benchmarks.exam_day.index_policy import Index
from benchmarks.exam_day.learnt import Learnt
from benchmarks.exam_day.study import study
from studycli.planner.ahead import task_of
from studycli.planner.bulk import Deck
from studycli.planner.course import course
from studycli.planner.days import Outset, Times, budgets_s, counted_on, prospects
from studycli.planner.dual.index import worths
from studycli.planner.dual.plan import Task, bound, solve
from studycli.planner.fsrs import Floats
from studycli.planner.priced import Priced, priced
from tests.planner.dual.samples import BELIEF, NEW_CARD, W, mixed_deck
from tests.planner.dual.samples import deck_of as small_deck
from tests.planner.dual.samples import task_of as small_task
from tests.planner.test_ahead import outset
from tests.planner.test_course import as_believed


def ground(days: int, minutes: int) -> tuple[Outset, Floats, Task]:
    """Where a plan starts, the seconds of its days, and what is to be planned."""
    start = outset(days)
    budgets = budgets_s(start, Times(minutes))
    return start, budgets, task_of(start, start.counts, budgets, 0.1)


def test_a_deck_of_any_shape_is_valued_card_by_card() -> None:
    deck, task = mixed_deck(60), small_task(mixed_deck(60), 4.0, 30)
    plan = solve(task)
    shape = (3, 20)
    folded = Deck(
        deck.phase.reshape(shape),
        deck.stability.reshape(shape),
        deck.difficulty.reshape(shape),
        deck.last_day.reshape(shape),
    )
    found = Priced(plan).worths(folded, np.ones(20), 5)
    expected = worths(plan, deck, np.ones(60), 5)
    assert found.gain.shape == (3, 20)
    assert found.gain.ravel() == pytest.approx(expected.gain, abs=2e-4)
    assert found.seconds.ravel() == pytest.approx(expected.seconds)


@pytest.mark.parametrize(("days", "minutes"), [(7, 3), (21, 2), (30, 1)])
def test_days_lived_by_prices_bring_more_than_greedy_ones_and_no_more_than_can_be(
    days: int, minutes: int
) -> None:
    start, budgets, task = ground(days, minutes)
    plan = solve(task)
    runs = 8
    counted = np.repeat([counted_on(budgets, 0.1)], runs, axis=0)
    by_prices, greedily = (
        start.course(counted, np.arange(runs) / runs, scheduler).recall.mean(axis=1)
        for scheduler in (Priced(plan), None)
    )
    most = bound(task, plan.to_keep()) / float(start.counts.sum())
    error = by_prices.std() / runs**0.5
    assert by_prices.mean() > greedily.mean() - 2.0 * error
    # The last answer of a day may run over its end.
    assert by_prices.mean() < most + 2.0 * error + 0.015
    assert by_prices.mean() > most - 0.03


def test_where_time_is_plenty_not_all_of_it_is_used() -> None:
    start, budgets, task = ground(60, 30)
    found = prospects(start, budgets, 0.1, Priced(solve(task)))
    assert found.seconds.sum() < 0.6 * budgets.sum()
    assert found.recall.mean() > 0.95


def test_prices_of_other_days_or_of_days_in_leaps_are_not_followed() -> None:
    _, _, task = ground(20, 3)
    prices = solve(task).to_keep()
    assert priced(task, None) is None
    assert priced(task, replace(prices, per_s=prices.per_s[1:])) is None
    assert priced(task, prices) is not None
    _, _, far = ground(120, 3)
    assert priced(far, solve(far).to_keep()) is None


@pytest.mark.parametrize(("days", "minutes"), [(7, 2.0), (21, 2.0)])
def test_a_plan_expects_what_simulated_learners_reach(days: int, minutes: float) -> None:
    """As for greedy; the policy of the simulator plans anew every few days, and learns how many are missed."""
    count, cards = 12, 80
    studied = Studied(as_believed(count, cards), World(BELIEF.kept_after_failure))
    reached = study(studied, Learnt(count), Index(), 0, days, minutes).recall
    budgets = np.full((8, days), minutes * 60.0)
    deck = small_deck(*[NEW_CARD] * cards)
    scheduler = Priced(solve(small_task(deck, minutes, days)))
    expected = course(deck, np.ones(cards), budgets, np.arange(8) / 8, W, BELIEF, scheduler).recall.mean()
    spread = reached.std() / np.sqrt(count)
    assert expected == pytest.approx(reached.mean(), abs=0.01 + 2 * spread)
