"""The clock of a sitting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.exam.attempt import (
    Attempt,
    Mode,
    allowed_seconds,
    hand_in,
    is_overdue,
    leave,
    remaining_s,
    resume,
    tick,
)
from studycli.core.exam.engine import choose, go_to
from tests.core.exam.samples import item, later, sitting

BOTH = tuple(Mode)


def seconds(attempt: Attempt) -> list[float]:
    return [sheet.answer.seconds for sheet in attempt.sheets]


def test_the_time_allowed_is_that_of_the_blueprint_and_the_extra() -> None:
    assert allowed_seconds(130) == 7800
    assert allowed_seconds(130, 30) == 9600


def test_time_goes_to_the_question_shown() -> None:
    attempt = sitting(item("one"), item("two"))
    attempt = go_to(tick(attempt, 10.5), 1)
    attempt = go_to(tick(attempt, 30.5), 0)
    attempt = tick(attempt, 31.0)
    assert seconds(attempt) == [11.0, 20.0]
    assert (attempt.left_s, attempt.used_s) == (569.0, 31.0)


def test_a_reading_that_runs_back_counts_as_none_gone_by() -> None:
    attempt = tick(sitting(item("one"), reading_s=100.0), 50.0)
    assert attempt.left_s == 600.0
    assert tick(attempt, 101.0).left_s == 599.0


def test_no_more_time_goes_by_than_there_is() -> None:
    attempt = tick(sitting(item("one"), allowed_s=60.0), 1000.0)
    assert (attempt.left_s, seconds(attempt), attempt.is_open) == (0.0, [60.0], False)
    assert tick(attempt, 2000.0) is attempt
    assert is_overdue(attempt, later(60))


@pytest.mark.parametrize(
    ("mode", "back_after_s", "left_s"),
    [
        pytest.param(Mode.STRICT, 100, 400.0, id="strict time ran on"),
        pytest.param(Mode.RELAXED, 100, 500.0, id="relaxed time stood still"),
        pytest.param(Mode.STRICT, -5000, 500.0, id="strict, the clock was set back"),
        pytest.param(Mode.STRICT, 0, 500.0, id="strict, at once"),
        pytest.param(Mode.RELAXED, 10**6, 500.0, id="relaxed, days later"),
    ],
)
def test_what_a_stop_costs(mode: Mode, back_after_s: float, left_s: float) -> None:
    stopped = leave(sitting(item("one"), mode=mode), later(100), 100.0)
    back = later(100 + back_after_s)
    assert remaining_s(stopped, back) == left_s
    again = resume(stopped, back, 7.0)
    assert (again.left_s, again.ended_at) == (left_s, None)
    assert tick(again, 17.0).left_s == left_s - 10
    assert seconds(tick(again, 17.0)) == [110.0]


@pytest.mark.parametrize("mode", BOTH)
def test_while_it_runs_only_the_reading_counts(mode: Mode) -> None:
    attempt = tick(sitting(item("one"), mode=mode), 10.0)
    assert remaining_s(attempt, later(10**6)) == 590.0
    assert not is_overdue(attempt, later(10**6))


def test_a_strict_exam_that_ran_out_is_handed_in_at_the_moment_it_did() -> None:
    stopped = leave(choose(sitting(item("one")), "a"), later(100), 100.0)
    assert not is_overdue(stopped, later(599.9))
    assert is_overdue(stopped, later(600))
    over = resume(stopped, later(10**6), 5.0)
    assert (over.ended_at, over.left_s, over.used_s) == (later(600), 0.0, 600.0)
    assert over.sheets[0].answer.chosen == ("a",)
    assert resume(over, later(10**7), 5.0) is over


def test_a_relaxed_exam_never_runs_out_while_it_is_stopped() -> None:
    stopped = leave(sitting(item("one"), mode=Mode.RELAXED), later(100), 100.0)
    assert not is_overdue(stopped, later(10**9))


def test_an_exam_is_handed_in_once() -> None:
    over = hand_in(tick(sitting(item("one")), 50.0), later(50))
    assert (over.ended_at, over.used_s, over.is_open) == (later(50), 50.0, False)
    assert hand_in(over, later(60)) is over
    assert tick(over, 60.0) is over
    assert remaining_s(over, later(10**6)) == 550.0
    assert not is_overdue(over, later(10**6))


steps = st.lists(st.tuples(st.sampled_from(["tick", "stop"]), st.floats(-50, 300)), max_size=12)


@given(st.sampled_from(Mode), steps)
def test_time_never_comes_back_and_never_goes_below_nothing(
    mode: Mode, given_steps: list[tuple[str, float]]
) -> None:
    attempt, reading_s, wall_s = sitting(item("one"), item("two"), mode=mode), 0.0, 0.0
    for what, by in given_steps:
        before = attempt
        if what == "tick":
            reading_s += by
            attempt = go_to(tick(attempt, reading_s), 1)
        else:
            attempt = resume(leave(attempt, later(wall_s), reading_s), later(wall_s + by), reading_s)
            wall_s += by
        assert 0 <= attempt.left_s <= before.left_s
        gained = sum(seconds(attempt)) - sum(seconds(before))
        assert -1e-6 <= gained <= before.left_s - attempt.left_s + 1e-6
    if mode is Mode.RELAXED:
        assert sum(seconds(attempt)) == pytest.approx(attempt.used_s, abs=1e-6)
    else:
        assert sum(seconds(attempt)) <= attempt.used_s + 1e-6
