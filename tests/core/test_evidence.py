from datetime import datetime

import pytest

from studycli.core.evidence import Evidence, cards_to_see_first
from studycli.core.exam.attempt import Confidence
from tests.core.exam.samples import later, ref

BANK = [
    ref("one", tests=("aws/a", "aws/b")),
    ref("two", tests=("aws/b", "aws/c")),
    ref("three", tests=("aws/d",)),
    ref("four"),
]


def evidence(
    hours: float, *, correct: bool = False, flagged: bool = False, confidence: Confidence | None = None
) -> Evidence:
    return Evidence(later(hours * 3600), correct, True, flagged, confidence, 30.0, "aaaaaaaa-1")


@pytest.mark.parametrize(
    ("given", "doubtful"),
    [
        pytest.param(evidence(0), True, id="wrong"),
        pytest.param(evidence(0, correct=True), False, id="right"),
        pytest.param(evidence(0, correct=True, flagged=True), True, id="flagged"),
        pytest.param(evidence(0, correct=True, confidence=Confidence.GUESS), True, id="guessed"),
        pytest.param(evidence(0, correct=True, confidence=Confidence.UNSURE), False, id="unsure but right"),
        pytest.param(evidence(0, confidence=Confidence.SURE), True, id="sure and wrong"),
    ],
)
def test_what_puts_its_cards_first(given: Evidence, doubtful: bool) -> None:
    assert given.is_doubtful is doubtful
    cards = cards_to_see_first({"aws/one": (given,)}, BANK, {})
    assert cards == (("aws/a", "aws/b") if doubtful else ())


@pytest.mark.parametrize(
    ("graded", "expected"),
    [
        pytest.param({}, ("aws/a", "aws/b"), id="never graded"),
        pytest.param({"aws/a": later(-1)}, ("aws/a", "aws/b"), id="graded before the answer"),
        pytest.param({"aws/a": later(1)}, ("aws/b",), id="graded after it"),
        pytest.param({"aws/a": later(1), "aws/b": later(1)}, (), id="all graded"),
    ],
)
def test_a_card_that_got_a_grade_after_the_answer_is_out(
    graded: dict[str, datetime], expected: tuple[str, ...]
) -> None:
    assert cards_to_see_first({"aws/one": (evidence(0),)}, BANK, graded) == expected


def test_the_latest_answers_come_first_and_no_card_twice() -> None:
    answers = {"aws/three": (evidence(1),), "aws/one": (evidence(2),), "aws/two": (evidence(3),)}
    assert cards_to_see_first(answers, BANK, {}) == ("aws/b", "aws/c", "aws/a", "aws/d")


def test_the_last_answer_to_a_question_counts() -> None:
    mended = (evidence(0), evidence(1, correct=True))
    assert cards_to_see_first({"aws/one": mended}, BANK, {}) == ()
    assert cards_to_see_first({"aws/one": mended[::-1]}, BANK, {}) == ("aws/a", "aws/b")


def test_questions_without_cards_and_questions_that_are_gone_put_nothing_first() -> None:
    assert cards_to_see_first({"aws/four": (evidence(0),), "aws/gone": (evidence(0),)}, BANK, {}) == ()
