from dataclasses import replace

import pytest

from studycli.core.bank import Question, QuestionUse
from tests.core.lint.samples import hits, options, question

LONG, SHORT = "x" * 30, "x" * 20


def asked(right: int, *, longest: bool, number: int = 0) -> Question:
    words = [SHORT] * 4
    words[right if longest else (right + 1) % 4] = LONG
    return question(f"q{number}", options=options(*words, right=right))


def pool(longest: int, others: int) -> list[Question]:
    flags = [True] * longest + [False] * others
    return [asked(number % 4, longest=flag, number=number) for number, flag in enumerate(flags)]


@pytest.mark.parametrize(
    ("longest", "others", "fires"),
    [
        pytest.param(11, 9, True, id="11 of 20, p = 0.004"),
        pytest.param(10, 10, False, id="10 of 20, p = 0.014"),
        pytest.param(19, 0, False, id="too few to tell"),
    ],
)
def test_the_right_option_is_not_the_longest_too_often(longest: int, others: int, fires: bool) -> None:
    found = hits("longest-is-right", *pool(longest, others))
    assert [each["language"] for each in found] == (["ko", "en"] if fires else [])


def test_the_figures_are_told() -> None:
    (params, _) = hits("longest-is-right", *pool(20, 20))
    assert (params["hits"], params["count"], params["expected"], params["p"]) == (20, 40, "10", "0.000572")


def test_practice_questions_are_not_in_the_pool() -> None:
    practice = [replace(each, use=QuestionUse.PRACTICE) for each in pool(20, 0)]
    assert hits("longest-is-right", *practice) == []


def test_of_two_longest_options_none_is_the_longest() -> None:
    both = question(options=options(LONG, LONG, SHORT, SHORT))
    assert hits("longest-is-right", *(replace(both, id=f"q{n}") for n in range(30))) == []


@pytest.mark.parametrize(
    ("counts", "fires"),
    [
        pytest.param((5, 5, 5, 5), False, id="even"),
        pytest.param((10, 4, 3, 3), False, id="chance, p = 0.08"),
        pytest.param((13, 3, 2, 2), True, id="first too often"),
        pytest.param((2, 1, 1, 16), True, id="last too often"),
        pytest.param((19, 0, 0, 0), False, id="too few to tell"),
    ],
)
def test_right_options_are_in_every_place(counts: tuple[int, ...], fires: bool) -> None:
    rights = [place for place, count in enumerate(counts) for _ in range(count)]
    found = hits(
        "lopsided-positions",
        *(asked(right, longest=False, number=number) for number, right in enumerate(rights)),
    )
    assert [each["counts"] for each in found] == ([", ".join(map(str, counts))] if fires else [])
