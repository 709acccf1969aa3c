from dataclasses import replace
from datetime import timedelta

import pytest

from studycli.core.memory import CardState, Engine, Phase
from studycli.planner.ahead import Solved, look_ahead
from studycli.planner.belief import DEFAULT_HABITS, Belief
from studycli.planner.days import Outset, Times
from studycli.planner.dual.plan import Prices
from tests.planner.forecast.samples import GROUND
from tests.planner.samples import TODAY, held

TIMES = Times(2, missed=0.1)
STATES = {ref.id: held(Phase.REVIEW, 4.0) for ref in GROUND.cards[::2]}


def outset(days: int = 14, cards: int | None = None) -> Outset:
    refs = GROUND.cards[:cards]
    return Outset(TODAY, TODAY + timedelta(days=days), refs, STATES, {}, Engine(), Belief())


def gains(start: Outset, before: Solved | None = None, count: int = 1) -> list[list[float]]:
    ahead = look_ahead(start, TIMES, count, before)
    assert ahead is not None
    return [[worth.gain for worth in day.worths] for day in ahead.days]


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(outset(days=0), id="the exam is today"),
        pytest.param(outset(cards=0), id="no cards"),
        pytest.param(
            replace(outset(cards=1), states={GROUND.cards[0].id: CardState(suspended=True)}),
            id="all suspended",
        ),
    ],
)
def test_nothing_is_planned_where_nothing_is_left(start: Outset) -> None:
    assert look_ahead(start, TIMES, 3) is None


@pytest.mark.parametrize(("days", "count", "expected"), [(14, 3, 3), (2, 3, 2), (1, 1, 1)])
def test_the_first_days_are_valued_up_to_the_exam(days: int, count: int, expected: int) -> None:
    ahead = look_ahead(outset(days), TIMES, count)
    assert ahead is not None
    assert [day.values.days_left for day in ahead.days] == [days - at for at in range(expected)]
    assert {len(day.worths) for day in ahead.days} == {len(GROUND.cards)}


def test_a_suspended_card_is_valued_and_takes_no_time() -> None:
    card = GROUND.cards[0].id
    apart = replace(outset(), states={**STATES, card: replace(STATES[card], suspended=True)})
    ahead, without = look_ahead(apart, TIMES, 1), look_ahead(outset(), TIMES, 1)
    assert ahead is not None
    assert without is not None
    assert ahead.days[0].worths[0].gain == pytest.approx(without.days[0].worths[0].gain, abs=0.02)
    assert ahead.prices is not None
    assert without.prices is not None
    assert sum(ahead.prices.per_s) <= sum(without.prices.per_s) + 1e-9


def test_seconds_are_at_pace_1() -> None:
    slow = replace(outset(), belief=Belief(replace(DEFAULT_HABITS, pace=2.0)))
    quick, slowly = look_ahead(outset(), TIMES, 1), look_ahead(slow, TIMES, 1)
    assert quick is not None
    assert slowly is not None
    assert [worth.seconds for worth in slowly.days[0].worths] == pytest.approx(
        [worth.seconds for worth in quick.days[0].worths]
    )


def test_prices_that_still_do_are_followed_as_they_are() -> None:
    first = look_ahead(outset(), TIMES, 2)
    assert first is not None
    assert first.prices is not None
    again = look_ahead(outset(), TIMES, 2, Solved(first.prices, 1.0))
    assert again is not None
    assert again.prices is None
    assert [day.worths for day in again.days] == [day.worths for day in first.days]


@pytest.mark.parametrize(
    ("day", "days", "pace", "solves"),
    [
        pytest.param(0, 14, 1.0, False, id="of today"),
        pytest.param(-2, 14, 1.05, False, id="two days old"),
        pytest.param(-3, 14, 1.0, True, id="three days old"),
        pytest.param(-5, 40, 1.0, False, id="five days old and the exam far"),
        pytest.param(-1, 4, 1.0, True, id="of yesterday and the exam near"),
        pytest.param(0, 14, 1.2, True, id="made for another pace"),
        pytest.param(0, 14, None, True, id="of another plan"),
        pytest.param(1, 14, 1.0, True, id="the clock set back"),
        pytest.param(0, 13, 1.0, True, id="of another number of days"),
    ],
)
def test_older_prices_are_solved_again(day: int, days: int, pace: float | None, solves: bool) -> None:
    known = Prices(day, (1e-3,) * ((14 if days == 13 else days) - day))
    ahead = look_ahead(outset(days), TIMES, 1, Solved(known, pace))
    assert ahead is not None
    assert (ahead.prices is not None) is solves


def test_a_plan_from_the_prices_of_the_day_before_comes_out_as_one_from_nothing() -> None:
    before = look_ahead(outset(15), TIMES, 1)
    assert before is not None
    assert before.prices is not None
    known = Solved(replace(before.prices, day=-1), None)
    assert gains(outset(), known)[0] == pytest.approx(gains(outset())[0], abs=0.01)
