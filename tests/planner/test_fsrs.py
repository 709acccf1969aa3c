import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import NEW_CARD, CardState, Engine
from studycli.planner import fsrs
from tests.planner.samples import TODAY, states

ENGINE = Engine()


def test_a_first_review_gives_the_engines_memory() -> None:
    stability, difficulty = fsrs.first_memory(ENGINE.parameters)
    expected = ENGINE.next_memories(NEW_CARD, 0)
    assert list(zip(stability, difficulty, strict=True)) == [
        pytest.approx(pair, rel=1e-5) for pair in expected
    ]


@given(states.filter(lambda state: state.last_day is not None), st.integers(1, 400))
def test_a_later_review_gives_the_engines_memory(state: CardState, days: int) -> None:
    recalled = fsrs.recall(ENGINE.parameters, days, np.array(state.stability_days))
    found = fsrs.later_memory(
        ENGINE.parameters, np.array(state.stability_days), np.array(state.difficulty), recalled
    )
    assert list(zip(*found, strict=True)) == [
        pytest.approx(pair, rel=2e-3, abs=1e-3) for pair in ENGINE.next_memories(state, days)
    ]


@given(states.filter(lambda state: state.last_day is not None))
def test_a_review_on_the_same_day_gives_the_engines_memory(state: CardState) -> None:
    found = fsrs.same_day_memory(
        ENGINE.parameters, np.array(state.stability_days), np.array(state.difficulty)
    )
    assert list(zip(*found, strict=True)) == [
        pytest.approx(pair, rel=2e-3, abs=1e-3) for pair in ENGINE.next_memories(state, 0)
    ]


@given(states.filter(lambda state: state.last_day is not None))
def test_recall_is_the_engines(state: CardState) -> None:
    assert state.last_day is not None
    days = (TODAY - state.last_day).days
    found = fsrs.recall(ENGINE.parameters, days, state.stability_days)
    assert found == pytest.approx(ENGINE.recall(state, TODAY))


def test_an_interval_ends_where_recall_falls_to_the_retention() -> None:
    days = fsrs.interval_days(ENGINE.parameters, 20.0, 0.85)
    assert fsrs.recall(ENGINE.parameters, days, 20.0) == pytest.approx(0.85)


def test_learners_may_stand_on_one_axis_and_cards_on_the_other() -> None:
    other = tuple(value * 0.9 for value in ENGINE.parameters)
    w = [np.array([[a], [b]]) for a, b in zip(ENGINE.parameters, other, strict=True)]
    cards = np.array([[1.0, 30.0], [1.0, 30.0]])
    found, _ = fsrs.later_memory(w, cards, np.full((2, 2), 5.0), fsrs.recall(w, 3, cards))
    alone, _ = fsrs.later_memory(other, cards[1], np.full(2, 5.0), fsrs.recall(other, 3, cards[1]))
    assert found.shape == (4, 2, 2)
    assert found[:, 1] == pytest.approx(alone)
