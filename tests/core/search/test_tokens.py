from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.search.tokens import (
    Phrase,
    humps,
    in_stream,
    mentions,
    opened,
    parts,
    phrase_of,
    places,
    signed,
    stream,
    words_in,
)

TEXTS = st.text(st.sampled_from("가보안 그룹은키1,0.9 aBcDB$/@-é漢あ\n"), max_size=30)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("보안그룹", "보안 안그 그룹 룹", id="pairs and the last syllable"),
        pytest.param("보안 그룹", "보안 안그 그룹 룹", id="spaces between syllables say nothing"),
        pytest.param("보안,그룹", "보안 안 그룹 룹", id="other signs part"),
        pytest.param("키", "키", id="one syllable"),
        pytest.param("1,769 MB", "1769 mb", id="a thousands comma"),
        pytest.param("10GB", "10 gb", id="number and unit apart"),
        pytest.param("15분", "15 분", id="a Korean unit"),
        pytest.param("0.25", "0.25", id="a decimal point"),
        pytest.param("S3 x86_64", "s3 x86 64", id="digits behind letters stay"),
        pytest.param("Timeouts caching", "timeout cach", id="stems"),
        pytest.param("us-east-1", "us east 1", id="hyphens part"),
        pytest.param("Ünïcode 日本語", "ünïcode 日本語", id="other scripts"),
        pytest.param("함수를 게시", "함수 수를 를 게시 시", id="behind a particle a new word begins"),
        pytest.param("재시도 횟수", "재시 시도 도횟 횟수 수", id="and not behind a noun that ends like one"),
        pytest.param("보안".encode().decode(), "보안 안", id="syllables in parts"),
        pytest.param("*** — 😀", "", id="nothing to find"),
    ],
)
def test_a_text_is_kept_as_its_tokens(text: str, tokens: str) -> None:
    assert stream(words_in(text)) == tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`.waitForTaskToken`", "wait for task token"),
        ("DynamoDB and DynamoDB", "dynamo db"),
        ("APIGateway", "api gateway"),
        ("$LATEST in /tmp", "$latest /tmp"),
        ("and/or https://x", ""),
        ("Lambda VPC VPCs", ""),
    ],
)
def test_what_tokens_hide_is_kept_beside_them(text: str, found: str) -> None:
    assert parts(words_in(text), text) == found


@given(TEXTS)
def test_tokens_have_their_places_in_the_text(text: str) -> None:
    tokens, found = stream(words_in(text)).split(), places(text)
    assert len(tokens) == len(found)
    for token, (start, end) in zip(tokens, found, strict=True):
        assert token in stream(words_in(normalize("NFC", text)[start:end]))


@pytest.mark.parametrize(
    ("word", "phrase"),
    [
        ("람다", Phrase(("람다",))),
        ("보안 그룹", Phrase(("보안", "안그", "그룹"))),
        ("키", Phrase(("키",), is_open=True)),
        ("15분", Phrase(("15", "분"), is_open=True)),
        ("버킷 s3", Phrase(("버킷", "킷", "s3"))),
        ("-", Phrase(())),
    ],
)
def test_a_word_is_looked_for_as_a_phrase(word: str, phrase: Phrase) -> None:
    assert phrase_of(word) == phrase


def test_a_word_that_is_typed_is_a_beginning() -> None:
    assert opened("cold star") == Phrase(("cold", "star"), is_open=True)
    assert opened("람") == Phrase(("람",), is_open=True)
    assert opened("") == Phrase(())


def test_words_with_a_sign_can_be_asked_for() -> None:
    assert signed("$LATEST") == (Phrase(("$latest",)),)
    assert signed("latest") == ()


def test_words_in_camel_case_are_asked_for_apart_too() -> None:
    assert humps("ConsistentRead") == (Phrase(("consistent", "read")),)
    assert humps("consistent") == ()


WORDS = st.text("거나다라", min_size=1, max_size=6)
AROUND = st.text("거나다라 ", max_size=6)


@given(WORDS, AROUND, AROUND)
def test_a_korean_word_is_found_inside_of_every_run_that_has_it(word: str, before: str, behind: str) -> None:
    assert in_stream(phrase_of(word)) in f" {stream(words_in(before + word + behind))} "


@given(WORDS, st.text("거나다라 s3.", max_size=12))
def test_where_a_phrase_is_mentioned_it_is_in_the_stream(word: str, text: str) -> None:
    phrase = phrase_of(word)
    tokens = stream(words_in(text))
    found = list(mentions(f" {tokens} ", phrase))
    assert bool(found) == (in_stream(phrase) in f" {tokens} ")
    for first, last in found:
        assert tokens.split()[first : last + 1][:-1] == list(phrase.tokens[:-1])
