import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.search.korean import STOP_WORDS, bases, likeliest_base, without_particle


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("람다는", "람다"),
        ("콜드스타트를", "콜드스타트"),
        ("람다에서의", "람다"),
        ("테이블로부터", "테이블"),
        ("교체하려면", "교체"),
        ("암호화된", "암호화"),
        ("설정되었습니다", "설정"),
        ("지원합니까", "지원"),
        ("줄이려면", "줄이"),
        ("줄일", "줄이"),
        ("가용성이", "가용성"),
        ("사용자에게만", "사용자에게"),
    ],
)
def test_a_word_is_found_without_its_ending(word: str, base: str) -> None:
    assert base in bases(word)


@pytest.mark.parametrize("word", ["동시성", "스냅샷", "함수", "한도", "차이"])
def test_a_word_without_ending_keeps_its_base(word: str) -> None:
    assert likeliest_base(word) == word


def test_a_particle_alone_leaves_nothing() -> None:
    assert without_particle("에서") == ""
    assert bases("에서") == ()


@given(st.text(st.sampled_from("가다람하되은는을로습니까려면한할"), max_size=12))
def test_bases_are_parts_of_the_word(word: str) -> None:
    for base in bases(word):
        assert 2 <= len(base) <= len(word)
        assert word.startswith(base[:-1])


@pytest.mark.parametrize("word", ["안돼", "안돼요", "안되나요", "안되는"])
def test_what_says_nothing_in_two_words_says_nothing_in_one(word: str) -> None:
    assert {word, word[:1], word[1:]} <= STOP_WORDS


def test_stop_words_have_no_spaces() -> None:
    assert "어떻게" in STOP_WORDS
    assert not any(" " in word for word in STOP_WORDS)
