import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycli.core.memory import CardState, Engine, Phase
from studycli.planner.dual.index import day_values, retry_worths, worths
from studycli.planner.dual.kept import LEAST_GAIN, new_worth, planned_index, retry_worth
from studycli.planner.dual.plan import solve
from studycli.planner.greedy import NOTHING, Worth
from tests.planner.dual.samples import BELIEF, NEW_CARD, deck_of, mixed_deck, task_of
from tests.planner.samples import PHASES, TODAY, held, states
from tests.planner.samples import deck_of as states_deck

ENGINE = Engine()
PLAN = solve(task_of(mixed_deck(60), 4.0, 10, np.repeat([0.5, 1.5], 30)))


@pytest.mark.parametrize("day", [0, 6, 9])
@pytest.mark.parametrize("weight", [0.5, 1.5, 0.7])
@pytest.mark.parametrize(
    "state",
    [
        held(Phase.LEARNING, 0.3, 7.0, 0),
        held(Phase.RELEARNING, 4.0, 6.5, 0),
        held(Phase.RELEARNING, 0.001, 10.0, 0),
    ],
    ids=["first", "lapse", "nothing left"],
)
def test_one_more_try_is_worth_what_arrays_say(state: CardState, weight: float, day: int) -> None:
    deck = deck_of((PHASES[state.phase], state.stability_days, state.difficulty, day))
    expected = retry_worths(PLAN, deck, np.array([weight]), day)
    found = retry_worth(day_values(PLAN, day), state, weight, ENGINE, BELIEF)
    assert found.gain == pytest.approx(expected.gain[0], abs=1e-6)
    assert found.seconds == pytest.approx(expected.seconds[0])


@pytest.mark.parametrize("weight", [0.5, 1.5, 2.0])
def test_a_first_answer_is_worth_what_arrays_say(weight: float) -> None:
    expected = worths(PLAN, deck_of(NEW_CARD), np.array([weight]), 3)
    found = new_worth(day_values(PLAN, 3), weight)
    assert found == pytest.approx((expected.gain[0], expected.seconds[0]))


def test_a_first_answer_pays_however_far_the_exam_is() -> None:
    values = day_values(solve(task_of(deck_of(NEW_CARD), 60.0, 400, np.array([0.5]))), 0)
    assert new_worth(values, 0.5).gain >= LEAST_GAIN
    assert new_worth(values, 0.1).gain >= LEAST_GAIN
    assert new_worth(values, 0.0).gain == 0.0


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(states, st.sampled_from([0.5, 1.5])), min_size=1, max_size=12))
def test_the_index_of_a_day_is_what_arrays_say(cards: list[tuple[CardState, float]]) -> None:
    """Any cards, of weights the plan knows: seen before today, failed or passed today, never seen."""
    named = {f"lib/{place}": state for place, (state, _) in enumerate(cards)}
    weights = {f"lib/{place}": weight for place, (_, weight) in enumerate(cards)}
    expected = worths(PLAN, states_deck(list(named.values())), np.array(list(weights.values())), 0)
    pairs = zip(expected.gain.tolist(), expected.seconds.tolist(), strict=True)
    seen = dict(zip(named, (Worth(*pair) for pair in pairs), strict=True))
    index = planned_index(day_values(PLAN, 0), seen, TODAY, ENGINE, BELIEF, weights)
    for place, (card, state) in enumerate(named.items()):
        found = index(card, state)
        assert found.gain == pytest.approx(expected.gain[place], abs=2e-6)
        assert found.seconds == pytest.approx(expected.seconds[place], rel=1e-6)


def test_a_card_that_was_not_valued_is_not_worth_anything() -> None:
    index = planned_index(day_values(PLAN, 0), {}, TODAY, ENGINE, BELIEF, {})
    assert index("lib/a", held(Phase.REVIEW, 3.0)) == NOTHING


def test_a_day_says_how_far_the_exam_is() -> None:
    assert [day_values(PLAN, day).days_left for day in (0, 9)] == [10, 1]


def test_using_it_needs_no_numpy() -> None:
    code = "import sys, studycli.planner.dual.kept; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
