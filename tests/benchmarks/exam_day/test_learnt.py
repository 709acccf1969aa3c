import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.exam_day.learnt import AGAIN_ON_A_DAY, Learnt, belief_of, costs, stages_of
from studycli.core.memory import Grade
from studycli.core.tally import ANSWER_CAP_S, Stage, Tally
from studycli.planner.belief import DEFAULT_HABITS
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, REVIEW
from studycli.planner.habits import learnt as learnt_by_product

ANSWER = st.tuples(st.sampled_from(list(Stage)), st.integers(0, 3), st.integers(100, 90_000))


@given(st.lists(ANSWER, max_size=30), st.lists(ANSWER, max_size=5))
def test_habits_are_those_the_product_learns(
    answers: list[tuple[Stage, int, int]], others: list[tuple[Stage, int, int]]
) -> None:
    learnt = Learnt(2)
    tallies: dict[tuple[Stage, Grade], Tally] = {}
    for row, given_by in enumerate((answers, others)):
        for stage, grade, ms in given_by:
            learnt.note(np.array([row]), np.array([stage]), np.array([grade]), np.array([ms / 1000]))
    for stage, grade, ms in answers:
        key = (stage, Grade(grade + 1))
        there = tallies.get(key, Tally())
        capped = min(ms, round(ANSWER_CAP_S * 1000))
        tallies[key] = Tally(there.answers + 1, there.timed + 1, there.ms + capped)
    expected, found = learnt_by_product(tallies), belief_of(learnt.belief, 0).habits
    for name in expected.__slots__:
        assert getattr(found, name) == pytest.approx(getattr(expected, name))


def test_one_more_answer_on_the_day_of_a_pass_teaches_nothing() -> None:
    learnt = Learnt(1)
    (stage,) = stages_of(np.array([REVIEW], np.int8), np.array([True]))
    learnt.note(np.zeros(1, int), np.array([stage]), np.array([0]), np.array([50.0]))
    assert stage == AGAIN_ON_A_DAY
    assert belief_of(learnt.belief, 0).habits.pace == 1.0


@pytest.mark.parametrize(
    ("phase", "today", "stage", "seconds"),
    [
        (NEW, False, Stage.FIRST, DEFAULT_HABITS.new_s),
        (REVIEW, False, Stage.LATER, DEFAULT_HABITS.review_s),
        (LEARNING, False, Stage.LATER, DEFAULT_HABITS.review_s),
        (LEARNING, True, Stage.RETRY_NEW, DEFAULT_HABITS.retry_s),
        (RELEARNING, True, Stage.RETRY_LAPSE, DEFAULT_HABITS.retry_s),
        (REVIEW, True, AGAIN_ON_A_DAY, DEFAULT_HABITS.retry_s),
    ],
)
def test_where_a_card_stands_says_what_an_answer_costs(
    phase: int, today: bool, stage: int, seconds: tuple[float, ...]
) -> None:
    found = stages_of(np.full(4, phase, np.int8), np.full(4, today))
    assert found.tolist() == [stage] * 4
    assert costs(found, np.arange(4)).tolist() == list(seconds)


def test_rows_are_learnt_of_apart() -> None:
    learnt = Learnt(2)
    learnt.note(np.array([1]), np.array([Stage.LATER]), np.array([2]), np.array([40.0]))
    both = learnt.taken(np.array([1, 0, 1])).belief.habits.pace
    assert np.ravel(both).tolist() == pytest.approx([(60 + 40) / (60 + 12.38), 1.0, (60 + 40) / (60 + 12.38)])
