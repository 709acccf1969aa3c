import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import Grade
from studycli.core.tally import Stage, Tally
from studycli.planner.belief import DEFAULT_HABITS, mean
from studycli.planner.habits import learnt, pace_of

FIRST_GOOD, LATER_AGAIN = (Stage.FIRST, Grade.GOOD), (Stage.LATER, Grade.AGAIN)


def timed(answers: int, seconds: float) -> Tally:
    """So many answers that took ``seconds`` each."""
    return Tally(answers, answers, round(answers * seconds * 1000))


def test_nothing_answered_shows_the_habits_of_others() -> None:
    assert learnt({}) == DEFAULT_HABITS


def test_the_pace_moves_within_a_few_answers() -> None:
    expected_s = DEFAULT_HABITS.new_s[Grade.GOOD - 1]
    four = {FIRST_GOOD: timed(4, expected_s * 2)}
    assert pace_of(four) == pytest.approx((60 + 8 * expected_s) / (60 + 4 * expected_s))
    assert 1.4 < pace_of(four) < 1.6
    assert pace_of({FIRST_GOOD: timed(1000, expected_s * 2)}) == pytest.approx(2.0, rel=0.01)


def test_a_grade_without_a_time_counts_for_how_grades_fall_alone() -> None:
    found = learnt({FIRST_GOOD: Tally(20)})
    assert found.first[Grade.GOOD - 1] == pytest.approx((20 * 0.495 + 20) / 40)
    assert (found.pace, found.new_s) == (1.0, DEFAULT_HABITS.new_s)


def test_a_failure_on_a_later_day_is_no_kind_of_pass() -> None:
    assert learnt({LATER_AGAIN: Tally(500)}).passed == DEFAULT_HABITS.passed


@pytest.mark.parametrize(
    ("stage", "name"),
    [
        pytest.param(Stage.FIRST, "first", id="first grades"),
        pytest.param(Stage.LATER, "passed", id="passes"),
        pytest.param(Stage.RETRY_NEW, "retry_new", id="tries after a first failure"),
        pytest.param(Stage.RETRY_LAPSE, "retry_lapse", id="tries after a lapse"),
    ],
)
def test_how_grades_fall_is_learnt_for_each_stage(stage: Stage, name: str) -> None:
    easy = getattr(learnt({(stage, Grade.EASY): Tally(980)}), name)
    assert easy[Grade.EASY - 1] > 0.98
    others = {"first", "passed", "retry_new", "retry_lapse"} - {name}
    assert all(
        getattr(learnt({(stage, Grade.EASY): Tally(980)}), other) == getattr(DEFAULT_HABITS, other)
        for other in others
    )


def test_one_grade_that_takes_longer_than_the_pace_says_costs_more() -> None:
    slow_again = {LATER_AGAIN: timed(400, 50.0), (Stage.LATER, Grade.GOOD): timed(4000, 12.38)}
    found = learnt(slow_again)
    assert found.review_s[0] * found.pace == pytest.approx(50.0, rel=0.06)
    assert found.review_s[2] * found.pace == pytest.approx(12.38, rel=0.06)
    assert found.new_s == DEFAULT_HABITS.new_s


@st.composite
def _tallies(draw: st.DrawFn) -> dict[tuple[Stage, Grade], Tally]:
    keys = draw(st.sets(st.tuples(st.sampled_from(Stage), st.sampled_from(Grade))))
    return {
        key: Tally(n + untimed, n, ms * n)
        for key in keys
        for n, untimed, ms in [
            draw(st.tuples(st.integers(0, 5000), st.integers(0, 50), st.integers(1, 60_000)))
        ]
    }


@given(_tallies())
def test_whatever_was_answered_shares_come_to_one_and_seconds_stay_above_zero(
    tallies: dict[tuple[Stage, Grade], Tally],
) -> None:
    found = learnt(tallies)
    for shares in (found.first, found.passed, found.retry_new, found.retry_lapse):
        assert sum(shares) == pytest.approx(1.0)
        assert min(shares) > -1e-12
    assert found.passed[0] == 0
    assert 0 < found.pace < 8
    for costs in (found.new_s, found.review_s, found.retry_s):
        assert min(costs) > 0
    assert mean(found.first, found.new_s) * found.pace < 60 + DEFAULT_HABITS.new_s[0] * 8
