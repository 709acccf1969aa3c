from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import CardState, Engine, Phase
from studycli.planner import bulk
from studycli.planner.belief import Belief, Habits
from studycli.planner.greedy import worth_now
from tests.planner.samples import TODAY, deck_of, held, states

ENGINE = Engine()


@given(st.lists(states, min_size=1, max_size=8), st.integers(0, 60), st.sampled_from([0.3, 0.6, 1.0]))
def test_arrays_say_what_the_index_of_one_card_says(
    cards: list[CardState], days_to_exam: int, kept: float
) -> None:
    belief = Belief(Habits(pace=1.3), kept_after_failure=kept)
    found = bulk.worths(deck_of(cards), 0, days_to_exam, ENGINE.parameters, belief)
    for place, state in enumerate(cards):
        one = worth_now(state, TODAY, TODAY + timedelta(days=days_to_exam), ENGINE, belief)
        assert found.gain[place] == pytest.approx(one.gain, abs=2e-3)
        assert found.seconds[place] == pytest.approx(one.seconds, rel=1e-6)


def test_learners_with_parameters_and_pace_of_their_own_stand_side_by_side() -> None:
    cards = [held(Phase.NEW, 0), held(Phase.REVIEW, 4.0)]
    one = deck_of(cards)
    both = bulk.Deck(
        np.stack([one.phase] * 2),
        np.stack([one.stability] * 2),
        np.stack([one.difficulty] * 2),
        np.stack([one.last_day] * 2),
    )
    w = [np.array([[value], [value]]) for value in ENGINE.parameters]
    found = bulk.worths(both, 0, 21, w, Belief())
    assert found.per_s.shape == (2, 2)
    assert found.per_s[1] == pytest.approx(bulk.worths(one, 0, 21, ENGINE.parameters, Belief()).per_s)


def test_what_is_believed_of_a_failed_card_is_no_stability_below_the_least() -> None:
    deck = deck_of([held(Phase.LEARNING, 0.001), held(Phase.RELEARNING, 10.0), held(Phase.REVIEW, 10.0)])
    assert bulk.believed_stability(deck, Belief()) == pytest.approx([0.001, 6.0, 10.0])
