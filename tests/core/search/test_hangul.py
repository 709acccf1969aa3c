import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.search.hangul import are_initials, final_of, initials, is_syllable, jamo, without_final

SYLLABLES = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))


def test_syllables_are_taken_apart() -> None:
    assert initials("람다 DB 꿈") == "ㄹㄷ DB ㄲ"
    assert jamo("람다!") == "ㄹㅏㅁㄷㅏ!"
    assert jamo("값") == "ㄱㅏㅄ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ㄹㄷ", True), ("ㄲ", True), ("", False), ("ㅏ", False), ("람ㄷ", False), ("ab", False)],
)
def test_initials_alone_are_told(text: str, expected: bool) -> None:
    assert are_initials(text) is expected


@given(SYLLABLES)
def test_a_syllable_is_itself_without_its_final_and_that(syllable: str) -> None:
    bare = without_final(syllable)
    assert is_syllable(bare)
    assert final_of(bare) == ""
    assert jamo(syllable) == jamo(bare) + final_of(syllable)
    assert initials(syllable) == jamo(syllable)[0]
