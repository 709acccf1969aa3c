from datetime import timedelta

import numpy as np
import pytest

from studycli.core.foresight import Standing
from studycli.core.memory import CardState, Phase
from studycli.planner.days import Outset, Times, budgets_s, prospects
from studycli.planner.standing import Stand, stand
from tests.planner.samples import TODAY
from tests.planner.test_days import outset

KNOWN: dict[str, CardState] = {
    f"aws/{at}": CardState(Phase.REVIEW, 400.0, 4.0, TODAY - timedelta(days=1)) for at in range(60)
}


def stood(start: Outset, minutes: int, wanted: float = 0.9, days_off: tuple[str, ...] = ()) -> Stand:
    budgets = budgets_s(start, Times(minutes, days_off))
    recall = float(prospects(start, budgets, 0.1).recall @ start.counts / start.counts.sum())
    return stand(start, budgets, 0.1, recall, wanted)


@pytest.mark.parametrize(
    ("start", "minutes", "standing"),
    [
        pytest.param(outset(100, 21), 30, Standing.AHEAD, id="much time"),
        pytest.param(outset(100, 21), 4, Standing.ON_TRACK, id="just enough"),
        pytest.param(outset(100, 21), 2, Standing.BEHIND, id="too little"),
        pytest.param(outset(400, 21), 4, Standing.CANNOT_FIT, id="far too little"),
        pytest.param(outset(60, 21, KNOWN), 20, Standing.AHEAD, id="all known"),
        pytest.param(outset(100, 1), 20, Standing.BEHIND, id="the eve of too much"),
        pytest.param(outset(60, 1, KNOWN), 20, Standing.AHEAD, id="the eve, all known"),
    ],
)
def test_where_one_stands(start: Outset, minutes: int, standing: Standing) -> None:
    assert stood(start, minutes).standing is standing


def test_minutes_to_spare_or_lacking() -> None:
    start = outset(100, 21)
    assert stood(start, 30).minutes > 300
    assert stood(start, 4).minutes == 0
    assert -60 < stood(start, 2).minutes < -5


def test_ahead_is_who_has_a_fifth_of_the_minutes_to_spare() -> None:
    start = outset(100, 21)
    found = [stood(start, 6, 0.92 + at / 500) for at in range(16)]
    assert {each.standing for each in found} == {Standing.AHEAD, Standing.ON_TRACK}
    assert min(each.minutes for each in found if each.standing is Standing.AHEAD) == 25  # of 126, to five


def test_the_minutes_that_lack_are_about_those_that_help() -> None:
    start = outset(100, 21)
    lacking = -stood(start, 2).minutes
    assert stood(start, 2 + round(lacking / 21) + 1).standing in {Standing.ON_TRACK, Standing.AHEAD}


def test_what_counts_least_can_be_left_out() -> None:
    start = outset(400, 21)
    heavy = {ref.id: 1.0 + int(ref.topic[-1]) for ref in start.refs}
    weighted = Outset(start.day, start.exam, start.refs, {}, heavy, start.engine, start.belief)
    found = stood(weighted, 4)
    assert found.standing is Standing.CANNOT_FIT
    assert found.drop in {("topic-0", "topic-1"), ("topic-0", "topic-1", "topic-2")}


def test_nobody_is_asked_for_what_no_time_brings() -> None:
    """A new card looked at on the eve is recalled less than nine times in ten."""
    found = stood(outset(20, 1), 30)
    assert found.standing in {Standing.AHEAD, Standing.ON_TRACK}
    assert found.goal < 0.9


def test_without_a_day_to_study_it_cannot_fit() -> None:
    days_off = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    found = stood(outset(20, 7), 20, days_off=days_off)
    assert (found.standing, found.minutes, found.drop) == (Standing.CANNOT_FIT, 0, ())


def test_a_lower_goal_takes_less() -> None:
    start = outset(100, 21)
    goals = [stood(start, 6, wanted).minutes for wanted in (0.95, 0.9, 0.8, 0.7)]
    assert goals == sorted(goals)
    assert goals[0] < goals[-1]


def test_of_a_big_library_a_part_is_enough_to_tell() -> None:
    start = outset(5000, 30)
    found = stood(start, 20)
    assert found.standing is Standing.CANNOT_FIT
    assert np.isfinite(found.minutes)
