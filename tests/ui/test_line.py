"""A line of text while it is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.ui.line import EMPTY, Line, first_size, joined, last_size

FAMILY = "e\u0301\u0323"


@pytest.mark.parametrize(
    ("text", "typed", "result"),
    [
        pytest.param("람", "다", "람다", id="a syllable"),
        pytest.param("", "\u1105\u1161\u11b7", "람", id="conjoining jamo of one paste"),
        pytest.param("라", "\u11b7", "람", id="a final consonant that comes later"),
        pytest.param("a", "b\r\n  c\td", "ab c d", id="a paste of several lines"),
        pytest.param("a", "\x1b[31mb\u202e", "a[31mb", id="what a terminal would obey"),
        pytest.param("e", "\u0301", "é", id="an accent"),
        pytest.param("a", " ", "a ", id="a space"),
    ],
)
def test_what_is_typed_is_joined_on_one_line(text: str, typed: str, result: str) -> None:
    assert joined(text, typed) == result


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [
        pytest.param("", 0, 0, id="nothing"),
        pytest.param("ab", 1, 1, id="letters"),
        pytest.param("한글", 1, 1, id="syllables"),
        pytest.param("ㄹㄷ", 1, 1, id="initial consonants"),
        pytest.param("x" + FAMILY, 3, 1, id="marks at the end"),
        pytest.param(FAMILY + "x", 1, 3, id="marks at the start"),
        pytest.param("a\u1140\u1173\u11eb", 3, 1, id="a syllable of old Hangul"),
        pytest.param("\u1140\u1173\u1105\u1161", 2, 2, id="two syllables of jamo"),
        pytest.param("\u0301", 1, 1, id="a mark alone"),
    ],
)
def test_characters_are_counted_as_a_person_does(text: str, last: int, first: int) -> None:
    assert (last_size(text), first_size(text)) == (last, first)


@pytest.mark.parametrize(
    ("line", "change", "result"),
    [
        pytest.param(Line("한글", "ab"), Line.erased, Line("한", "ab"), id="backspace"),
        pytest.param(Line("", "ab"), Line.erased, Line("", "ab"), id="backspace at the start"),
        pytest.param(Line("x" + FAMILY), Line.erased, Line("x"), id="backspace over marks"),
        pytest.param(Line("a", "글b"), Line.deleted, Line("a", "b"), id="delete"),
        pytest.param(Line("a"), Line.deleted, Line("a"), id="delete at the end"),
        pytest.param(Line("람다 제한 시간"), Line.word_erased, Line("람다 제한 "), id="a word"),
        pytest.param(Line("람다 제한  "), Line.word_erased, Line("람다 "), id="a word and spaces"),
        pytest.param(Line("람다"), Line.word_erased, Line(""), id="the only word"),
        pytest.param(Line(""), Line.word_erased, Line(""), id="no word"),
        pytest.param(Line("한글", ""), Line.left, Line("한", "글"), id="left"),
        pytest.param(Line("", "a"), Line.left, Line("", "a"), id="left at the start"),
        pytest.param(Line("한", "글"), Line.right, Line("한글", ""), id="right"),
        pytest.param(Line("a", ""), Line.right, Line("a", ""), id="right at the end"),
        pytest.param(Line("ab", "c"), Line.at_start, Line("", "abc"), id="start"),
        pytest.param(Line("a", "bc"), Line.at_end, Line("abc", ""), id="end"),
    ],
)
def test_keys_change_the_line(line: Line, change: object, result: Line) -> None:
    assert callable(change)
    assert change(line) == result


def test_text_goes_in_at_the_cursor() -> None:
    assert Line("한", "글").typed("국어 ", 20) == Line("한국어 ", "글")


def test_a_line_has_an_end() -> None:
    assert Line("ab", "cd").typed("xyz", 5) == Line("abx", "cd")
    assert EMPTY.typed("x" * 500, 5) == Line("xxxxx")


CHANGES = st.sampled_from(
    [Line.erased, Line.deleted, Line.word_erased, Line.left, Line.right, Line.at_start, Line.at_end]
)


@given(st.text(max_size=12), st.lists(st.one_of(CHANGES, st.text(max_size=3)), max_size=12))
def test_no_change_leaves_the_line_or_its_end(text: str, changes: list[object]) -> None:
    line = EMPTY.typed(text, 10)
    for change in changes:
        before = line
        line = line.typed(change, 10) if isinstance(change, str) else change(line)  # type: ignore[operator]
        assert len(line.text) <= 10
        assert "\n" not in line.text
        if change in {Line.left, Line.right, Line.at_start, Line.at_end}:
            assert line.text == before.text
    assert unicodedata.is_normalized("NFC", line.before) or line.after or changes
