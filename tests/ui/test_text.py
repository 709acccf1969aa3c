import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studycli.ui.text import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("plain text", "plain text", id="plain"),
        pytest.param("한글 각 ①…→", "한글 각 ①…→", id="korean"),
        pytest.param("\x1b[31mred\x1b[0m", "[31mred[0m", id="escape-sequence"),
        pytest.param("a\x00b\x7fc\x9bd\re", "abcde", id="control-characters"),
        pytest.param("a\u202eb\u2066c\u200bd", "abcd", id="direction-and-zero-width"),
        pytest.param("a\nb\tc", "a\nb    c", id="line-feed-stays-tab-becomes-spaces"),
        pytest.param("❤\ufe0f 👍🏽 👩\u200d👧", "❤ 👍 👩👧", id="emoji-are-taken-apart"),
        pytest.param("🇰🇷", "KR", id="flag"),
        pytest.param("a\xa0b\xad", "a b", id="no-break-space-and-soft-hyphen"),
        pytest.param("a\udc80", "a", id="surrogate"),
    ],
)
def test_text_is_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_clean_text_stays_and_its_width_is_the_sum_of_its_characters(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cell_len(cleaned) == sum(map(cell_len, cleaned))
