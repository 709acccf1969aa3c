import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.search.english import STOP_WORDS, singular, stem


@pytest.mark.parametrize(
    "forms",
    [
        "timeout timeouts",
        "cache caches cached caching",
        "retry retries retried retrying",
        "throttle throttles throttled throttling",
        "policy policies",
        "class classes",
        "index indexes",
        "run runs running",
        "bill bills billed billing",
        "process processes",
        "lambda lambdas",
        "api apis",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "word", ["aws", "dns", "https", "access", "status", "alias", "string", "speed", "vpc", "s3"]
)
def test_what_only_looks_like_a_form_stays(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(("pair"), [("string", "stripe"), ("https", "http"), ("need", "ne")])
def test_other_words_stay_apart(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


@given(st.text("abcdeginrsuyz", max_size=12))
def test_a_stem_is_short_and_there(word: str) -> None:
    assert len(stem(word)) <= len(word) + 1
    assert bool(stem(word)) == bool(word)
    assert bool(singular(word)) == bool(word)


def test_stop_words_are_words() -> None:
    assert "the" in STOP_WORDS
    assert all(word.isalpha() and word.islower() for word in STOP_WORDS)
