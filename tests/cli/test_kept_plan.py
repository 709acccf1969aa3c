import sqlite3
from array import array
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.cache import open_cache
from studycli.cli.kept_plan import day_parts, is_kept, kept_day, kept_prices, log_part, prices_parts
from studycli.cli.plan_cache import PlanCache
from studycli.core.memory import NEW_CARD, CardState, Phase
from studycli.planner.dual.kept import DayValues
from studycli.planner.dual.plan import Prices
from studycli.planner.greedy import Worth
from tests.planner.samples import TODAY, held, states

numbers = st.floats(-1.0, 1.0)
seen_states = states.filter(lambda state: state.phase is not Phase.NEW)


def table(*start: float) -> list["array[float]"]:
    """One column of six cells for each level."""
    return [array("d", [first + cell for cell in range(6)]) for first in start]


VALUES = DayValues(
    21,
    3,
    array("d", [0.5, 1.5]),
    [Worth(0.4, 15.0), Worth(0.6, 14.0)],
    table(0, 10),
    table(20, 30),
    table(40, 50),
)


@given(st.dictionaries(st.sampled_from("abcde"), st.tuples(seen_states, numbers, numbers)))
def test_a_day_comes_back_as_it_was_kept(cards: dict[str, tuple[CardState, float, float]]) -> None:
    cache = PlanCache(open_cache(None))
    valued = [(card, state, Worth(gain, seconds)) for card, (state, gain, seconds) in cards.items()]
    cache.put(day_parts(TODAY, VALUES, valued, "x"))
    found = kept_day(cache, TODAY, "x")
    assert found is not None
    assert found.values == VALUES
    assert found.worths == {card: worth for card, _, worth in valued}
    held_states = {card: state for card, state, _ in valued}
    assert found.covers(held_states, TODAY + timedelta(days=1), set("abcde"))
    assert kept_day(cache, TODAY, "y") is None
    assert kept_day(cache, TODAY + timedelta(days=1), "x") is None


def test_what_is_kept_of_another_making_is_not_mixed_in(cache: sqlite3.Connection) -> None:
    plans = PlanCache(cache)
    plans.put(day_parts(TODAY, VALUES, [("a", held(Phase.REVIEW, 3.0), Worth(0.1, 9.0))], "x"))
    plans.put(day_parts(TODAY, VALUES, [], "y"))
    found = kept_day(plans, TODAY, "y")
    assert found is not None
    assert not found.worths


def test_a_plan_is_as_good_as_the_log_it_was_made_from(cache: sqlite3.Connection) -> None:
    plans = PlanCache(cache)
    plans.put(day_parts(TODAY, VALUES, [], "x") | log_part(TODAY, 900))
    assert is_kept(plans, TODAY, "x", 900)
    assert not is_kept(plans, TODAY, "y", 900)
    assert not is_kept(plans, TODAY, "x", 901)


KNOWN = held(Phase.REVIEW, 3.0)


@pytest.mark.parametrize(
    ("states", "covers"),
    [
        pytest.param({"a": KNOWN}, True, id="as it was"),
        pytest.param({}, True, id="taken back"),
        pytest.param({"a": held(Phase.REVIEW, 3.1)}, False, id="another memory"),
        pytest.param({"a": KNOWN, "b": KNOWN}, False, id="another card"),
        pytest.param({"a": KNOWN, "gone": KNOWN}, True, id="another card that left the library"),
        pytest.param({"a": held(Phase.REVIEW, 9.0, days_ago=0)}, True, id="passed on the day"),
        pytest.param({"a": held(Phase.RELEARNING, 1.0, days_ago=-2)}, True, id="failed on a day ahead"),
        pytest.param({"a": KNOWN, "b": NEW_CARD}, True, id="never seen"),
    ],
)
def test_a_day_holds_for_cards_as_they_were(
    cache: sqlite3.Connection, states: dict[str, CardState], covers: bool
) -> None:
    PlanCache(cache).put(day_parts(TODAY, VALUES, [("a", KNOWN, Worth(0.1, 9.0))], "x"))
    found = kept_day(PlanCache(cache), TODAY, "x")
    assert found is not None
    assert found.covers(states, TODAY, {"a", "b"}) is covers


EXAM = TODAY + timedelta(days=3)


@pytest.mark.parametrize(
    ("day", "exam", "made_from", "expected"),
    [
        pytest.param(TODAY, EXAM, "x", (0, 1.2), id="the same day"),
        pytest.param(TODAY + timedelta(days=2), EXAM, "x", (-2, 1.2), id="later"),
        pytest.param(TODAY - timedelta(days=1), EXAM, "x", (1, 1.2), id="the clock set back"),
        pytest.param(TODAY, EXAM, "y", (0, None), id="made from something else"),
        pytest.param(TODAY, EXAM + timedelta(days=1), "x", None, id="another exam"),
    ],
)
def test_prices_count_from_the_day_they_are_asked_for(
    cache: sqlite3.Connection, day: date, exam: date, made_from: str, expected: tuple[int, float] | None
) -> None:
    plans = PlanCache(cache)
    plans.put(prices_parts(TODAY, Prices(0, (0.01, 0.02, 0.0)), 1.2, EXAM, "x"))
    found = kept_prices(plans, day, exam, made_from)
    assert (found and (found.prices.day, found.pace)) == expected
    assert found is None or found.prices.per_s == (0.01, 0.02, 0.0)


def test_days_that_are_over_are_forgotten_and_prices_are_not(cache: sqlite3.Connection) -> None:
    plans = PlanCache(cache)
    plans.put(prices_parts(TODAY, Prices(0, (0.01, 0.02, 0.0)), 1.2, EXAM, "x"))
    plans.put(day_parts(TODAY, VALUES, [], "x"))
    plans.put({}, before=(TODAY + timedelta(days=1)).isoformat())
    assert kept_day(plans, TODAY, "x") is None
    assert kept_prices(plans, TODAY, EXAM, "x") is not None
