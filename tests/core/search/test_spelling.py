import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.search.spelling import allowed, distance, grams, nearest

WORDS = st.text("abc람다", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("", "", 0),
        ("ab", "ba", 1),
        ("funtions", "functions", 1),
        ("콜드스타드", "콜드스타트", 1),
        ("람다", "램다", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
        ("abcd", "acbd", 1),
    ],
)
def test_wrong_letters_are_counted(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 9) == distance(other, one, 9) == apart


@given(WORDS, WORDS, st.integers(0, 4))
def test_more_than_most_is_not_counted(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(distance(one, other, 99), most + 1)


@given(WORDS, WORDS)
def test_only_a_word_itself_is_no_letter_away(one: str, other: str) -> None:
    assert (distance(one, other, 99) == 0) == (one == other)


def test_longer_words_may_have_more_wrong() -> None:
    assert [allowed(word) for word in ("db", "lamda", "콜드스타드", "provisioned")] == [0, 1, 2, 2]


def test_similar_words_share_grams() -> None:
    assert len(grams("funtion") & grams("function")) > len(grams("funtion") & grams("fountain"))
    assert grams("a") == {"_a_"}


def test_the_nearest_begins_alike() -> None:
    assert nearest("lamda", ["gamda", "lambda", "lamdas"], 1) == "lambda"
    assert nearest("lamda", ["dynamo"], 2) is None
