from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import CardState, Engine, Phase
from studycli.core.refs import CardRef
from studycli.core.settings import WEEKDAYS
from studycli.planner.belief import Belief
from studycli.planner.days import (
    Outset,
    Rehearsal,
    Times,
    budgets_s,
    counted_on,
    day_by_day,
    missed_share,
    prospects,
)
from tests.planner.samples import TODAY, held

THURSDAY = TODAY  # 2026-12-03


def outset(
    cards: int = 40, days: int = 7, states: Mapping[str, CardState] | None = None, day: date = THURSDAY
) -> Outset:
    refs = [CardRef(f"aws/{at}", f"aws/{at}", f"topic-{at % 4}") for at in range(cards)]
    return Outset(day, day + timedelta(days=days), refs, states or {}, {}, Engine(), Belief())


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        pytest.param(Times(20), [20, 20, 20, 20, 20], id="every day"),
        pytest.param(Times(20, ("sun",)), [20, 20, 20, 0, 20], id="a day off"),
        pytest.param(Times(20, (), 300.0), [15, 20, 20, 20, 20], id="some of today is over"),
        pytest.param(Times(20, (), 3000.0), [0, 20, 20, 20, 20], id="more than today had"),
        pytest.param(Times(20, ("thu",), 300.0), [0, 20, 20, 20, 20], id="studied on a day off"),
        pytest.param(Times(600, WEEKDAYS), [0, 0, 0, 0, 0], id="all days off"),
    ],
)
def test_the_minutes_of_each_day(times: Times, minutes: list[int]) -> None:
    assert (budgets_s(outset(days=5), times) / 60).tolist() == minutes


def test_a_mock_exam_takes_its_minutes() -> None:
    exams = (Rehearsal(2, "quick", 15), Rehearsal(3, "long", 30))
    assert (budgets_s(outset(days=4), Times(20), exams) / 60).tolist() == [20, 20, 5, 0]


def test_days_to_come_are_missed_now_and_then() -> None:
    assert counted_on(np.array([60.0, 100.0, 0.0]), 0.1).tolist() == [60.0, 90.0, 0.0]


def test_the_exam_day_itself_has_no_plan() -> None:
    start = outset(days=0, states={"aws/1": held(Phase.REVIEW, 10.0)})
    ahead = prospects(start, budgets_s(start, Times(20)), 0.1)
    assert day_by_day(start, ahead, (), ()) == ()
    assert ahead.recall == pytest.approx(start.idle)
    assert start.idle[1] > 0.9


def test_a_clock_that_was_set_back_leaves_nothing_ahead() -> None:
    ahead = CardState(Phase.REVIEW, 10.0, 5.0, THURSDAY + timedelta(days=40))
    today = CardState(Phase.REVIEW, 10.0, 5.0, THURSDAY)
    assert outset(2, states={"aws/0": ahead}).deck.last_day.tolist() == [0, 0]
    assert outset(1, states={"aws/0": ahead}).idle == outset(1, states={"aws/0": today}).idle


def test_the_plan_day_by_day() -> None:
    start = outset(cards=100, days=6)
    exams = (Rehearsal(1, "quick", 20),)
    times = Times(20, ("sun",))
    found = day_by_day(start, prospects(start, budgets_s(start, times, exams), 0.1), exams, times.days_off)
    assert [day.day for day in found] == [THURSDAY + timedelta(days=at) for at in range(6)]
    assert [day.exam for day in found] == [None, "quick", None, None, None, None]
    assert [day.is_off for day in found] == [False, False, False, True, False, False]
    assert [day.minutes for day in found if not day.is_off] == pytest.approx([20] * 5, abs=1)
    assert (found[1].reviews, found[1].new, found[3].minutes) == (0, 0, 0)
    assert found[0].new > 50
    assert sum(day.new for day in found) == pytest.approx(100, abs=2)


def test_a_missed_week_leaves_no_debt() -> None:
    """The days hold what fits them, a week later as before."""
    times = Times(20)
    start, late = outset(cards=200, days=21), outset(cards=200, days=14, day=THURSDAY + timedelta(days=7))
    for each in (start, late):
        ahead = day_by_day(each, prospects(each, budgets_s(each, times), 0.1), (), ())
        assert max(day.minutes for day in ahead) <= 21
    later = prospects(late, budgets_s(late, times), 0.1).recall.mean()
    assert later < prospects(start, budgets_s(start, times), 0.1).recall.mean()
    assert later > 0.8


def test_a_missed_day_now_and_then_costs_recall() -> None:
    start = outset(cards=200)
    budgets = budgets_s(start, Times(20))
    none, some = (prospects(start, budgets, missed) for missed in (0.0, 0.3))
    assert some.recall.mean() < none.recall.mean() - 0.02
    assert some.new.tolist() == none.new.tolist()


def test_a_big_library_is_lived_through_once() -> None:
    start = outset(cards=6000, days=60)
    assert prospects(start, budgets_s(start, Times(20)), 0.1).recall.shape == (6000,)


DAYS = {back: THURSDAY - timedelta(days=back) for back in range(60)}


@pytest.mark.parametrize(
    ("studied", "off", "share"),
    [
        pytest.param([], (), 1 / 10, id="nothing yet"),
        pytest.param([0], (), 1 / 10, id="today does not count"),
        pytest.param([1], (), 2 / 21, id="a day"),
        pytest.param(range(1, 31), (), 2 / 50, id="every day"),
        pytest.param([14, 13, 12, 11, 10, 9, 8], (), 9 / 34, id="a missed week"),
        pytest.param([*range(5, 15)], ("sun", "mon", "tue", "wed"), 2 / 26, id="days off are not missed"),
        pytest.param([50, 1], (), 31 / 50, id="only the last 30 days"),
    ],
)
def test_the_share_of_days_that_will_be_missed(
    studied: list[int], off: tuple[str, ...], share: float
) -> None:
    assert missed_share([DAYS[back] for back in studied], THURSDAY, off) == pytest.approx(share)


@given(st.sets(st.integers(0, 59)), st.sets(st.sampled_from(WEEKDAYS)))
def test_a_share_is_a_share(studied: set[int], off: set[str]) -> None:
    assert 0.0 < missed_share([DAYS[back] for back in studied], THURSDAY, off) < 1.0
