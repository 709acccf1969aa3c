"""What a learner does in a sitting."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.exam.attempt import Answer, Attempt, Confidence, Mode, begin, hand_in, tick
from studycli.core.exam.engine import (
    answer_shown,
    choose,
    flag,
    flagged,
    go_to,
    incomplete,
    item_shown,
    set_confidence,
    strike,
    with_answer,
)
from studycli.core.exam.paper import Paper
from tests.core.exam.samples import NOON, TERMS, item, later, papers, sitting


def chosen(attempt: Attempt) -> tuple[str, ...]:
    return answer_shown(attempt).chosen


@pytest.mark.parametrize(
    ("right", "keys", "expected"),
    [
        pytest.param("a", "b", "b", id="one"),
        pytest.param("a", "bc", "c", id="the next replaces it"),
        pytest.param("a", "bb", "b", id="again is no change"),
        pytest.param("a", "z", "", id="no such option"),
        pytest.param("ab", "c", "c", id="first of two"),
        pytest.param("ab", "cb", "bc", id="two, in the order shown"),
        pytest.param("ab", "cbd", "bc", id="a third is refused"),
        pytest.param("ab", "cbcd", "bd", id="one taken off makes room"),
        pytest.param("ab", "cc", "", id="taken off again"),
    ],
)
def test_choosing(right: str, keys: str, expected: str) -> None:
    attempt = sitting(item("q", right))
    for key in keys:
        attempt = choose(attempt, key)
    assert "".join(chosen(attempt)) == expected


def test_what_is_refused_gives_the_very_same_value() -> None:
    full = choose(choose(sitting(item("q", "ab")), "c"), "d")
    assert choose(full, "a") is full
    assert strike(full, "c") is full
    assert choose(full, "z") is full
    assert go_to(full, 1) is full
    assert go_to(full, -1) is full


def test_striking_and_choosing_what_is_struck() -> None:
    attempt = strike(strike(sitting(item("q")), "d"), "b")
    assert answer_shown(attempt).struck == ("b", "d")
    assert answer_shown(strike(attempt, "b")).struck == ("d",)
    attempt = choose(attempt, "b")
    assert (chosen(attempt), answer_shown(attempt).struck) == (("b",), ("d",))


def test_flag_and_confidence_change_nothing_else() -> None:
    attempt = set_confidence(flag(choose(sitting(item("q")), "b")), Confidence.SURE)
    assert answer_shown(attempt) == Answer(("b",), (), True, Confidence.SURE)
    assert flagged(attempt) == (0,)
    back = set_confidence(flag(attempt), None)
    assert answer_shown(back) == Answer(("b",))
    assert flagged(back) == ()


def test_each_question_has_its_own_answer() -> None:
    attempt = sitting(item("one"), item("two", "ab"), item("three"))
    attempt = choose(go_to(choose(attempt, "a"), 1), "c")
    assert [sheet.answer.chosen for sheet in attempt.sheets] == [("a",), ("c",), ()]
    assert incomplete(attempt) == (1, 2)
    assert item_shown(attempt) == attempt.paper.items[1]


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(lambda attempt: hand_in(attempt, later(5)), id="handed in"),
        pytest.param(lambda attempt: tick(attempt, 601.0), id="time is up"),
    ],
)
def test_once_it_is_over_nothing_changes(over: object) -> None:
    assert callable(over)
    attempt: Attempt = over(choose(sitting(item("one"), item("two")), "a"))
    for after in (
        choose(attempt, "b"),
        strike(attempt, "b"),
        flag(attempt),
        set_confidence(attempt, Confidence.GUESS),
        go_to(attempt, 1),
    ):
        assert after is attempt


def test_whole_choices_on_the_way_are_kept() -> None:
    attempt = sitting(item("one"), item("two", "ab"))
    for option in "bba":
        attempt = choose(attempt, option)
    attempt = go_to(flag(attempt), 1)
    for option in "cdcb":
        attempt = choose(attempt, option)
    assert attempt.sheets[0].tried == (("b",), ("a",))
    assert attempt.sheets[1].tried == (("c", "d"), ("b", "d"))


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("choose"), st.sampled_from("abcdez")),
        st.tuples(st.just("strike"), st.sampled_from("abcdez")),
        st.tuples(st.just("flag"), st.none()),
        st.tuples(st.just("confidence"), st.none() | st.sampled_from(Confidence)),
        st.tuples(st.just("go"), st.integers(-1, 7)),
        st.tuples(st.just("tick"), st.floats(-5, 40)),
        st.tuples(st.just("hand in"), st.none()),
    ),
    max_size=30,
)


def acted(attempt: Attempt, action: str, value: object) -> Attempt:
    match action, value:
        case "choose", str():
            return choose(attempt, value)
        case "strike", str():
            return strike(attempt, value)
        case "go", int():
            return go_to(attempt, value)
        case "tick", float():
            return tick(attempt, (attempt.reading_s or 0.0) + value)
        case "hand in", _:
            return hand_in(attempt, later(9))
        case "confidence", Confidence() | None:
            return set_confidence(attempt, value)
    return flag(attempt)


@given(papers(), st.sampled_from(Mode), ACTIONS)
def test_nothing_raises_and_no_answer_is_lost(
    paper: Paper, mode: Mode, actions: list[tuple[str, object]]
) -> None:
    attempt = begin("aaaaaaaa-1", TERMS, paper, mode, 300.0, NOON, 0.0)
    for action, value in actions:
        before = attempt
        attempt = acted(attempt, action, value)
        for place, (one, sheet) in enumerate(attempt.answered()):
            answer = sheet.answer
            assert set(answer.chosen) <= set(one.options)
            assert len(answer.chosen) <= len(one.right)
            assert not set(answer.chosen) & set(answer.struck)
            old = before.sheets[place].answer
            if action != "choose" or place != before.place:
                assert (answer.chosen, answer.seconds >= old.seconds) == (old.chosen, True)
        assert attempt.paper is before.paper
    replayed = begin("aaaaaaaa-1", TERMS, paper, mode, 300.0, NOON)
    for place, sheet in enumerate(attempt.sheets):
        replayed = with_answer(replayed, place, sheet.answer)
    assert [sheet.answer for sheet in replayed.sheets] == [sheet.answer for sheet in attempt.sheets]


def test_a_paper_without_questions_takes_no_answer() -> None:
    empty = sitting()
    assert (item_shown(empty), answer_shown(empty), incomplete(empty)) == (None, Answer(), ())
    assert choose(flag(set_confidence(strike(empty, "a"), Confidence.SURE)), "a") is empty
    assert replace(tick(empty, 5.0), left_s=600.0, reading_s=0.0) == empty
