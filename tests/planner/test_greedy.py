from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import NEW_CARD, CardState, Engine, Phase
from studycli.planner.belief import Belief
from studycli.planner.greedy import NOTHING, Worth, after_each, recall_on_exam, worth_now
from tests.planner.samples import EXAM, TODAY, held, states

ENGINE = Engine()
BELIEF = Belief()


def worth(state: CardState, days_to_exam: int = 21) -> Worth:
    return worth_now(state, TODAY, TODAY + timedelta(days=days_to_exam), ENGINE, BELIEF)


def test_a_new_card_brings_what_its_first_grades_leave_on_the_exam_day() -> None:
    shares = BELIEF.habits.first
    left = after_each(NEW_CARD, TODAY, EXAM, ENGINE, BELIEF)
    assert worth(NEW_CARD).gain == pytest.approx(sum(a * b for a, b in zip(shares, left, strict=True)))
    # First stability after "good" is 2.3065 days, and 21 days lie between.
    assert left[2] == pytest.approx(ENGINE.recall_after(21, 2.3065), abs=1e-6)


def test_seconds_are_those_of_the_grades_to_expect() -> None:
    assert worth(NEW_CARD).seconds == pytest.approx(
        0.24 * 19.58 + 0.094 * 18.79 + 0.495 * 13.78 + 0.171 * 10.71
    )


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(held(Phase.REVIEW, 3.0), held(Phase.REVIEW, 300.0), id="weak before strong"),
        pytest.param(
            held(Phase.REVIEW, 20.0, 3.0, 10), held(Phase.REVIEW, 20.0, 9.5, 10), id="easy before hard"
        ),
    ],
)
def test_what_comes_first(better: CardState, worse: CardState) -> None:
    assert worth(better).per_s > worth(worse).per_s


def test_a_card_passed_today_is_done() -> None:
    assert worth(held(Phase.REVIEW, 5.0, days_ago=0)) == NOTHING


def test_a_card_failed_today_still_gains_from_another_try() -> None:
    assert worth(held(Phase.LEARNING, 0.2, days_ago=0)).gain > 0


def test_a_failure_without_a_pass_is_believed_to_keep_part_of_its_stability() -> None:
    failed, passed = held(Phase.RELEARNING, 10.0, days_ago=2), held(Phase.REVIEW, 10.0, days_ago=2)
    assert worth(failed).gain > worth(passed).gain


def test_on_the_eve_only_what_would_be_forgotten_by_the_morning_pays() -> None:
    assert worth(held(Phase.REVIEW, 1.0), 1).gain > 0.1
    assert abs(worth(held(Phase.REVIEW, 400.0), 1).gain) < 0.03


def test_a_night_lies_before_the_exam_even_on_its_day() -> None:
    studied = held(Phase.REVIEW, 5.0, days_ago=0)
    assert recall_on_exam(studied, TODAY, ENGINE, BELIEF) == ENGINE.recall_after(1, 5.0)
    assert after_each(NEW_CARD, TODAY, TODAY, ENGINE, BELIEF)[2] == pytest.approx(
        ENGINE.recall_after(1, 2.3065)
    )


@given(states, st.integers(0, 60))
def test_no_answer_adds_more_than_a_whole_card(state: CardState, days_to_exam: int) -> None:
    found = worth(state, days_to_exam)
    assert -1.0 <= found.gain <= 1.0
    assert found.seconds > 0
