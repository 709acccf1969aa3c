from datetime import timedelta

import pytest

from studycli.core.bank import QuestionUse
from studycli.core.evidence import Evidence
from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, after_review
from studycli.core.practice import practice_order
from studycli.core.questions import QuestionRef
from studycli.core.studyday import study_day
from tests.core.exam.samples import NOON, ref

ENGINE = Engine()
DAY = study_day(NOON)


def practice(name: str, *tests: str) -> QuestionRef:
    return ref(name, use=QuestionUse.PRACTICE, tests=tests)


def answer(days_ago: float, *, correct: bool) -> tuple[Evidence, ...]:
    return (Evidence(NOON - timedelta(days=days_ago), correct, True, False, None, 30.0, None),)


def known(days_ago: int, grade: Grade = Grade.GOOD) -> CardState:
    return after_review(NEW_CARD, grade, NOON - timedelta(days=days_ago), ENGINE)


def order(
    bank: list[QuestionRef],
    answers: dict[str, tuple[Evidence, ...]] | None = None,
    states: dict[str, CardState] | None = None,
    seen: tuple[str, ...] = (),
) -> tuple[str, ...]:
    answers = answers or {}
    return practice_order(bank, answers, {*answers, *seen}, states or {}, DAY, ENGINE, 0.9)


def test_missed_then_weak_then_new() -> None:
    bank = [practice("new"), practice("weak", "aws/a"), practice("missed")]
    answers = {"aws/missed": answer(2, correct=False)}
    assert order(bank, answers, {"aws/a": known(30)}) == ("aws/missed", "aws/weak", "aws/new")


def test_those_missed_the_longest_ago_come_first() -> None:
    bank = [practice("a"), practice("b"), practice("c")]
    answers = {
        f"aws/{name}": answer(days, correct=False) for name, days in zip("abc", (2, 9, 5), strict=True)
    }
    assert order(bank, answers) == ("aws/b", "aws/c", "aws/a")


@pytest.mark.parametrize(
    ("days_ago", "comes"),
    [
        pytest.param(0, False, id="just now"),
        pytest.param(0.3, False, id="this morning, on the same study day"),
        pytest.param(0.4, True, id="before 04:00"),
        pytest.param(1, True, id="yesterday"),
        pytest.param(-1, False, id="tomorrow, by another clock"),
    ],
)
@pytest.mark.parametrize("correct", [True, False])
def test_an_answered_question_rests_until_the_next_study_day(
    days_ago: float, comes: bool, correct: bool
) -> None:
    found = order(
        [practice("q", "aws/a")], {"aws/q": answer(days_ago, correct=correct)}, {"aws/a": known(30)}
    )
    assert found == (("aws/q",) if comes else ())


def test_the_weakest_cards_come_first() -> None:
    bank = [practice("q", "aws/a"), practice("r", "aws/b", "aws/c"), practice("s", "aws/d")]
    states = {"aws/a": known(20), "aws/b": known(1), "aws/c": known(40), "aws/d": known(0, Grade.AGAIN)}
    assert order(bank, {}, states) == ("aws/r", "aws/q", "aws/s")


def test_what_is_known_well_and_was_answered_right_stays_away() -> None:
    bank = [practice("q", "aws/a"), practice("r", "aws/new")]
    answers = {"aws/q": answer(5, correct=True), "aws/r": answer(5, correct=True)}
    assert order(bank, answers, {"aws/a": known(0)}) == ()


def test_questions_an_exam_may_still_ask_are_kept() -> None:
    bank = [ref("kept", tests=("aws/a",)), ref("shown", tests=("aws/a",)), practice("own", "aws/b")]
    states = {"aws/a": known(30), "aws/b": NEW_CARD}
    assert order(bank, {}, states, seen=("aws/shown",)) == ("aws/shown", "aws/own")
    assert order(bank, {"aws/shown": answer(3, correct=False)}, states)[0] == "aws/shown"


def test_what_an_exam_showed_and_nobody_answered_is_new() -> None:
    bank = [ref("left"), ref("kept"), practice("own")]
    assert order(bank, {}, {}, seen=("aws/left",)) == ("aws/left", "aws/own")
    assert order(bank, {"aws/left": answer(3, correct=True)}, {}) == ("aws/own",)
