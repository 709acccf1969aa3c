from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import NEW_CARD, CardState, Engine, Phase
from studycli.planner.belief import Belief
from studycli.planner.greedy import Worth, worth_now
from studycli.planner.index import LEAST_GAIN, greedy_index
from tests.planner.samples import TODAY, held, states

ENGINE, BELIEF = Engine(), Belief()


@given(states, st.integers(0, 400), st.sampled_from([0.25, 1.0, 3.0]))
def test_the_index_is_the_worth_of_the_card_by_its_weight(state: CardState, days: int, weight: float) -> None:
    exam = TODAY + timedelta(days=days)
    index = greedy_index(TODAY, exam, ENGINE, BELIEF, {"lib/heavy": weight})
    plain = worth_now(state, TODAY, exam, ENGINE, BELIEF)
    assert index("lib/other", state) == plain
    assert index("lib/heavy", state) == Worth(weight * plain.gain, plain.seconds)


def test_new_cards_pay_however_far_the_exam_is() -> None:
    index = greedy_index(TODAY, date(2036, 12, 1), ENGINE, BELIEF, {})
    assert index("lib/a", NEW_CARD).gain >= LEAST_GAIN


def test_what_was_passed_today_and_what_is_known_well_does_not_pay() -> None:
    index = greedy_index(TODAY, TODAY + timedelta(days=7), ENGINE, BELIEF, {})
    assert index("lib/a", held(Phase.REVIEW, 5.0, days_ago=0)).gain < LEAST_GAIN
    assert index("lib/a", held(Phase.REVIEW, 3000.0, days_ago=3)).gain < LEAST_GAIN
