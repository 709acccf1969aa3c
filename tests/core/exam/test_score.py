from dataclasses import replace

import pytest

from studycli.core.exam.attempt import hand_in
from studycli.core.exam.engine import choose, go_to
from studycli.core.exam.paper import terms_of
from studycli.core.exam.score import Tally, scaled_score, summary_of, tally
from tests.core.exam.samples import SAA, TERMS, item, later, sitting


def test_the_terms_are_the_numbers_of_the_blueprint() -> None:
    assert terms_of("aws/saa-c03", SAA) == TERMS


@pytest.mark.parametrize(
    ("correct", "scored", "score"),
    [
        pytest.param(0, 50, 100, id="none"),
        pytest.param(1, 50, 118, id="one"),
        pytest.param(25, 50, 550, id="half"),
        pytest.param(34, 50, 712, id="one short of a pass"),
        pytest.param(35, 50, 730, id="a pass"),
        pytest.param(50, 50, 1000, id="all"),
        pytest.param(20, 30, 700, id="20 of 30"),
        pytest.param(21, 30, 730, id="21 of 30"),
        pytest.param(2, 3, 700, id="two thirds"),
        pytest.param(1, 7, 229, id="228.57"),
        pytest.param(1, 40, 122, id="122.5, to the even one as Python rounds"),
        pytest.param(3, 40, 168, id="167.5, to the even one"),
        pytest.param(0, 0, 100, id="nothing scored"),
    ],
)
def test_scaled_scores_of_aws(correct: int, scored: int, score: int) -> None:
    assert scaled_score(correct, scored, TERMS) == score


def test_other_scales() -> None:
    percent = replace(TERMS, lowest=0, highest=100, pass_mark=65)
    assert [scaled_score(correct, 8, percent) for correct in range(9)] == [0, 12, 25, 38, 50, 62, 75, 88, 100]


@pytest.mark.parametrize(
    ("right", "chosen", "correct"),
    [
        pytest.param("a", "a", True, id="right"),
        pytest.param("a", "b", False, id="wrong"),
        pytest.param("a", "", False, id="not answered"),
        pytest.param("ab", "ba", True, id="both, in any order"),
        pytest.param("ab", "a", False, id="half is nothing"),
        pytest.param("ab", "ac", False, id="one right, one wrong"),
    ],
)
def test_all_or_nothing(right: str, chosen: str, correct: bool) -> None:
    assert item("q", right).is_right(chosen) is correct


def test_only_scored_questions_count() -> None:
    attempt = sitting(item("one"), item("two", scored=False), item("three"))
    for place in range(3):
        attempt = choose(go_to(attempt, place), "a")
    assert tally(attempt.answered()) == Tally(2, 2)
    assert tally([]).share is None
    assert Tally(4, 3).share == 0.75


def test_the_summary_of_an_open_attempt_says_nothing_of_right_answers() -> None:
    attempt = choose(sitting(item("one"), item("two", scored=False)), "a")
    summary = summary_of(attempt)
    assert (summary.questions, summary.scored, summary.ended_at) == (2, 1, None)
    assert (summary.correct, summary.scaled_score, summary.passed) == (None, None, None)
    over = summary_of(hand_in(attempt, later(9)))
    assert (over.correct, over.scaled_score, over.passed, over.ended_at) == (1, 1000, True, later(9))


@pytest.mark.parametrize(("right", "passed"), [(34, False), (35, True)])
def test_the_pass_mark(right: int, passed: bool) -> None:
    attempt = sitting(*(item(f"q{n}") for n in range(50)))
    for place in range(50):
        attempt = choose(go_to(attempt, place), "a" if place < right else "b")
    assert summary_of(hand_in(attempt, later(9))).passed is passed
