"""What comes next under a plan: by worth, with a pause after a failure and room between siblings."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.agenda import (
    BREAK,
    FIRST,
    Given,
    Item,
    fitting,
    load_of,
    next_of,
    placed,
    ranked,
    trimmed,
    without,
)
from studycli.core.queue import Load

NOW = datetime(2026, 12, 3, 12, tzinfo=UTC)


def item(card: str, per_s: float = 0.01, *, entry: str = "", new: bool = False) -> Item:
    return Item(card, entry or card, per_s, 10.0, new)


def answered(*cards: str, seconds: float = 10.0, ago: timedelta = timedelta()) -> tuple[Given, ...]:
    """Answers one after the other, the last one ``ago``; ``a.x`` is a card of the entry ``a``."""
    return tuple(
        Given(
            card, card.split(".")[0], NOW - ago - timedelta(seconds=seconds * (len(cards) - place)), seconds
        )
        for place, card in enumerate(cards, 1)
    )


OTHERS = tuple(f"o{n}" for n in range(10))
A, B, C = item("a", 0.03), item("b", 0.02), item("c", 0.01)


def test_the_best_comes_first_and_equals_in_the_order_given() -> None:
    assert ranked([C, item("x", 0.02), A, B, item("y", FIRST)]) == [
        item("y", FIRST),
        A,
        item("x", 0.02),
        B,
        C,
    ]


@pytest.mark.parametrize(
    ("new_limit", "limit", "cards"),
    [
        pytest.param(None, None, "abcd", id="no limit"),
        pytest.param(None, 2, "ab", id="two cards"),
        pytest.param(1, None, "abd", id="one new card"),
        pytest.param(0, None, "bd", id="no new card"),
        pytest.param(1, 3, "abd", id="both"),
    ],
)
def test_limits_hold(new_limit: int | None, limit: int | None, cards: str) -> None:
    items = [item("a", new=True), item("b"), item("c", new=True), item("d")]
    assert "".join(each.card for each in trimmed(items, new_limit, limit)) == cards


def test_a_card_is_put_behind_its_equals_and_taken_out_again() -> None:
    items = (A, B, C)
    for each, order in ((item("x", 0.02), "abxc"), (item("x", 0.001), "abcx"), (item("x", FIRST), "xabc")):
        longer = placed(items, each)
        assert "".join(one.card for one in longer) == order
        assert without(longer, each) == items


@pytest.mark.parametrize(
    ("seconds", "load"),
    [
        pytest.param(0, Load(0, 0, 0), id="no time"),
        pytest.param(1, Load(1, 0, 1), id="the last one may run over"),
        pytest.param(20, Load(1, 1, 20), id="two"),
        pytest.param(600, Load(2, 1, 30), id="all"),
    ],
)
def test_what_fits_the_time(seconds: float, load: Load) -> None:
    items = [item("a"), item("b", new=True), item("c")]
    assert load_of(items, seconds) == load
    assert len(fitting(items, seconds)) == load.due + load.new


@pytest.mark.parametrize(
    ("given", "card"),
    [
        pytest.param((), "a", id="nothing answered yet"),
        pytest.param(answered("a"), "b", id="just failed"),
        pytest.param(answered("a", *OTHERS[:5]), "b", id="failed, 50 s of others since"),
        pytest.param(answered("a", *OTHERS[:6]), "a", id="failed, a minute of others since"),
        pytest.param(answered("a", "o", seconds=300), "a", id="failed, one long think since"),
        pytest.param(answered("a", *OTHERS[:4], seconds=0), "b", id="failed, four answers of unknown time since"),
        pytest.param(answered("a", *OTHERS[:5], seconds=0), "a", id="failed, five of unknown time since"),
        pytest.param(answered("a", ago=BREAK), "a", id="failed before a break"),
        pytest.param(answered("a", ago=-BREAK), "b", id="the clock went back"),
    ],
)  # fmt: skip
def test_a_failed_card_comes_back_after_a_minute_of_others(given: tuple[Given, ...], card: str) -> None:
    found = next_of((A, B), given, NOW)
    assert found is not None
    assert found.card == card


@pytest.mark.parametrize(
    ("given", "card"),
    [
        pytest.param(answered("e.y"), "b", id="side by side"),
        pytest.param(answered("e.y", *OTHERS[:-1]), "b", id="nine between"),
        pytest.param(answered("e.y", *OTHERS), "e.x", id="ten between"),
        pytest.param(answered("e.y", ago=BREAK), "e.x", id="ten minutes between"),
        pytest.param(answered("e.x", *OTHERS[:7]), "e.x", id="its own answer is no sibling's"),
    ],
)
def test_siblings_keep_apart(given: tuple[Given, ...], card: str) -> None:
    found = next_of((item("e.x", 0.03, entry="e"), B), given, NOW)
    assert found is not None
    assert found.card == card


@pytest.mark.parametrize(
    ("given", "card"),
    [
        pytest.param(answered("e.y", "a"), "e.x", id="the one that rested longer"),
        pytest.param(answered("a", "e.y"), "a", id="whatever it brings"),
    ],
)
def test_when_nothing_else_is_left_the_one_comes_that_rested_longest(
    given: tuple[Given, ...], card: str
) -> None:
    found = next_of((item("e.x", 0.03, entry="e"), A), given, NOW)
    assert found is not None
    assert found.card == card


def test_nothing_is_next_of_nothing() -> None:
    assert next_of((), answered("a"), NOW) is None


cards = st.sampled_from(["a", "b", "e.x", "e.y", "e.z", "f.x", "f.y"])
givens = st.lists(
    st.builds(
        lambda card, minutes, seconds: Given(
            card, card.split(".")[0], NOW - timedelta(minutes=minutes), seconds
        ),
        cards,
        st.integers(-30, 30),
        st.floats(0, 100),
    ),
    max_size=30,
)


@given(st.sets(cards, min_size=1), givens)
def test_whatever_was_answered_some_card_is_next(names: set[str], past: list[Given]) -> None:
    items = ranked(item(name, len(name) / 100, entry=name.split(".")[0]) for name in sorted(names))
    assert next_of(items, past, NOW) in items
