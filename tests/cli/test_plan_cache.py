import sqlite3
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.cache import open_cache
from studycli.cli.plan_cache import KeptIndex, Part, PlanCache
from studycli.core.memory import NEW_CARD, CardState, Engine, Phase
from studycli.planner.belief import Belief
from studycli.planner.greedy import Worth
from studycli.planner.index import greedy_index
from tests.planner.samples import EXAM, TODAY, held, states

FRESH = greedy_index(TODAY, EXAM, Engine(), Belief(), {"lib/b": 2.0})
KNOWN = held(Phase.REVIEW, 3.0)
PART = Part("x", ["lib/a", "lib/b"], [array("d", [1.0, 2.0]), array("d", [0.1, 0.2])])
decks = st.dictionaries(st.sampled_from(["lib/a", "lib/b", "lib/c"]), states)


def test_what_was_kept_is_there_for_whoever_makes_it_from_the_same(cache: sqlite3.Connection) -> None:
    PlanCache(cache).put({"2026-12-03": PART})
    assert PlanCache(cache).part("2026-12-03", "x") == PART
    assert PlanCache(cache).part("2026-12-03", "y") is None
    assert PlanCache(cache).part("2026-12-04", "x") is None


def test_days_that_are_over_are_forgotten(cache: sqlite3.Connection) -> None:
    kept = PlanCache(cache)
    kept.put({"weights": PART, "2026-12-03": PART, "2026-12-04": PART})
    kept.put({"2026-12-05": PART}, before="2026-12-04")
    assert [
        name for name in ("weights", "2026-12-03", "2026-12-04", "2026-12-05") if kept.part(name, "x")
    ] == [
        "weights",
        "2026-12-04",
        "2026-12-05",
    ]


def test_nothing_known_is_nothing_kept(cache: sqlite3.Connection) -> None:
    PlanCache(cache).put({"2026-12-03": KeptIndex(FRESH, None).part("x")})
    assert PlanCache(cache).part("2026-12-03", "x") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    first = open_cache(tmp_path)
    kept = PlanCache(first)
    first.execute("PRAGMA query_only = ON")
    kept.put({"2026-12-03": PART})
    assert kept.part("2026-12-03", "x") is None
    first.close()


def test_only_a_card_whose_state_changed_is_computed_again() -> None:
    index = KeptIndex(FRESH, None)
    deck = {"lib/a": KNOWN, "lib/b": held(Phase.RELEARNING, 2.0)}
    for card, state in deck.items():
        index(card, state)
    assert index.computed == 2
    again = KeptIndex(FRESH, index.part("x"))
    assert [again(card, state) for card, state in deck.items()] == [index(card, deck[card]) for card in deck]
    assert again.computed == 0
    assert again("lib/a", held(Phase.REVIEW, 3.0, days_ago=0)) == Worth(0.0, 1.0)
    assert again.computed == 1


def test_new_cards_are_not_kept() -> None:
    index = KeptIndex(FRESH, None)
    assert index("lib/b", NEW_CARD) == FRESH("lib/b", NEW_CARD)
    assert (index.computed, index.part("x").cards) == (0, [])


@given(decks, decks)
def test_whatever_is_kept_an_index_is_what_a_fresh_one_is(
    before: dict[str, CardState], now: dict[str, CardState]
) -> None:
    earlier = KeptIndex(FRESH, None)
    for card, state in before.items():
        earlier(card, state)
    later = KeptIndex(FRESH, earlier.part("x"))
    for card, state in (now | before).items():
        assert later(card, state) == FRESH(card, state)


@pytest.mark.parametrize("rounds", [1, 2])
def test_what_is_kept_comes_back_to_the_last_bit(cache: sqlite3.Connection, rounds: int) -> None:
    index = KeptIndex(FRESH, None)
    index("lib/a", held(Phase.REVIEW, 1 / 3, 10 / 3))
    kept = PlanCache(cache)
    for _ in range(rounds):
        kept.put({"2026-12-03": index.part("x")})
        index = KeptIndex(FRESH, kept.part("2026-12-03", "x"))
    assert index("lib/a", held(Phase.REVIEW, 1 / 3, 10 / 3)) == FRESH(
        "lib/a", held(Phase.REVIEW, 1 / 3, 10 / 3)
    )
    assert index.computed == 0
