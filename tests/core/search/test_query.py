import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.search.query import MOST_WORDS, Word, parse


@pytest.mark.parametrize(
    ("text", "words", "without"),
    [
        pytest.param("Lambda 타임아웃", ["Lambda", "타임아웃"], [], id="words"),
        pytest.param("시간은? (콜드)", ["시간은", "콜드"], [], id="signs around words"),
        pytest.param("$LATEST /tmp .sync L@E", ["$LATEST", "/tmp", ".sync", "L@E"], [], id="signs of words"),
        pytest.param('"cold start" java', [("cold start",), "java"], [], id="an exact phrase"),
        pytest.param("“cold start”", [("cold start",)], [], id="curly quotes"),
        pytest.param('java "cold st', ["java", ("cold st",)], [], id="a quote left open"),
        pytest.param('"', [], [], id="a quote alone"),
        pytest.param("lambda -vpc", ["lambda"], ["vpc"], id="a word that must not be there"),
        pytest.param('-"cold start" x', ["x"], [("cold start",)], id="a phrase that must not be there"),
        pytest.param("us-east-1", ["us-east-1"], [], id="a hyphen inside"),
        pytest.param("--zip-file", ["zip-file"], [], id="an option is a word"),
        pytest.param("- -- * %", [], [], id="signs alone"),
        pytest.param(
            "a OR b AND c NEAR/2 d", ["a", "OR", "b", "AND", "c", "NEAR/2", "d"], [], id="operators"
        ),
        pytest.param("한", ["한"], [], id="syllables in parts"),
    ],
)
def test_a_text_says_words(text: str, words: list[str | tuple[str]], without: list[str | tuple[str]]) -> None:
    query = parse(text)
    assert (query.words, query.without) == (_words(words), _words(without))


def _words(said: list[str | tuple[str]]) -> tuple[Word, ...]:
    return tuple(Word(each) if isinstance(each, str) else Word(*each, is_exact=True) for each in said)


def test_words_that_must_not_be_there_can_come_from_elsewhere() -> None:
    assert parse("lambda", without=("VPC", "")).without == (Word("VPC"),)


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert len(query.words) <= MOST_WORDS
    assert all(any(map(str.isalnum, word.text)) for word in (*query.words, *query.without))
