import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studycli.core.ledgers import Kind
from studycli.material.search import LastWord, Results, Search, parse
from tests.material.libraries import basic, library, topic
from tests.material.search.conftest import ask, names
from tests.material.shelves import opened


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param("람다는", Kind.NOTE, "lambda-", id="a particle"),
        pytest.param("콜드스타트를", Kind.NOTE, "snapstart-", id="no spaces"),
        pytest.param("다이나모디비", Kind.NOTE, "ddb-", id="in Korean letters"),
        pytest.param("lamda", Kind.NOTE, "lambda-", id="as it sounds"),
        pytest.param("provisoned concurency", Kind.NOTE, "snapstart-or-provisioned", id="misspelt"),
        pytest.param("ㅋㄷㅅㅌㅌ", Kind.NOTE, "snapstart-", id="initial consonants"),
        pytest.param("ㄱㄹㅂ ㅌㅇㅂ", Kind.NOTE, "ddb-global-tables", id="initial consonants of two words"),
        pytest.param("$LATEST", Kind.NOTE, "lambda-versions-aliases", id="a literal with its sign"),
        pytest.param("/tmp", Kind.NOTE, "lambda-limits-storage", id="a path"),
        pytest.param(".waitForTaskToken", Kind.NOTE, "step-functions-human-approval", id="camel case"),
        pytest.param("task token", Kind.NOTE, "step-functions-human-approval", id="the words in it"),
        pytest.param("us-east-1", Kind.NOTE, "edge-lambda-deployment", id="hyphens"),
        pytest.param("Lambda@Edge", Kind.NOTE, "edge-functions-choosing", id="an at sign"),
        pytest.param("429", Kind.CARD, "apigw-throttle-status", id="a number"),
        pytest.param("400KB", Kind.CARD, "ddb-item-size", id="a number and its unit"),
        pytest.param("how do I stop cold starts", Kind.NOTE, "snapstart-", id="a question"),
        pytest.param("만료된 항목이 왜 아직 조회되나요?", Kind.NOTE, "ddb-ttl", id="a question in Korean"),
        pytest.param("재시도횟수", Kind.NOTE, "lambda-event-source-mapping", id="words written together"),
    ],
)
def test_it_is_found_as_people_type_it(bundled: Search, text: str, kind: Kind, name: str) -> None:
    found = [hit for hit in ask(bundled, text).hits if hit.kind is kind]
    assert any(hit.id.startswith(f"aws-serverless/{name}") for hit in found)


def test_nothing_is_found_for_what_is_not_there(golden: Search) -> None:
    assert ask(golden, "qqqqqqqq") == Results((), 0, None)
    assert ask(golden, "") == Results((), 0, None)


def test_hits_are_as_many_as_asked_for_and_all_are_counted(bundled: Search) -> None:
    results = ask(bundled, "lambda", limit=3)
    assert len(results.hits) == 3
    assert results.total > 100
    assert [hit.score for hit in results.hits] == sorted((hit.score for hit in results.hits), reverse=True)


def test_an_item_is_one_hit_whatever_its_languages(bundled: Search) -> None:
    hits = ask(bundled, "Lambda 람다 메모리 memory", limit=100).hits
    assert len({hit.id for hit in hits}) == len(hits)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        pytest.param("provisoned", "provisioned", id="a word of the material"),
        pytest.param("스로트링", "스로틀링", id="a Korean word of the material"),
        pytest.param("다이나모디삐", "DynamoDB", id="another name of a thing is told by its first name"),
        pytest.param("lambda", None, id="nothing to mend"),
    ],
)
def test_the_spelling_that_was_searched_for_is_told(bundled: Search, text: str, nearest: str | None) -> None:
    results = ask(bundled, text)
    assert results.hits
    assert results.nearest == nearest


def test_where_nothing_is_found_the_nearest_word_is_told(bundled: Search) -> None:
    results = ask(bundled, "throtlxyng")
    assert (results.hits, results.nearest) == ((), "throttling")


def test_an_exact_phrase_must_be_there(bundled: Search) -> None:
    assert 0 < ask(bundled, '"cold start" java').total < ask(bundled, "cold start java").total
    assert ask(bundled, '"start cold"').total == 0


def test_a_word_that_must_not_be_there_takes_hits_away_in_both_languages(bundled: Search) -> None:
    without = names(bundled, "concurrency -람다")
    assert without
    assert not set(without) & set(names(bundled, '"Lambda"'))


def test_kinds_and_topics_can_be_chosen(bundled: Search) -> None:
    for topic_name in ("lambda-vpc", "aws-serverless/lambda-vpc"):
        query = parse("lambda", topic=topic_name, kinds=frozenset({Kind.QUESTION}))
        hits = bundled.search(query, "en", 5).hits
        assert {(hit.kind, hit.topic) for hit in hits} == {(Kind.QUESTION, "lambda-vpc")}
    assert bundled.search(parse("lambda", topic="nowhere"), "en", 5).total == 0


def test_the_last_word_can_be_a_beginning(bundled: Search) -> None:
    query = parse("provisioned concurr", last_word=LastWord.PREFIX)
    assert "concurrency" in bundled.search(query, "en", 5).hits[0].title.lower()
    assert bundled.search(parse("람", last_word=LastWord.PREFIX), "ko", 5).total > 0


@pytest.mark.parametrize("letters", ["f", "fr", "fro", "front"])
def test_a_beginning_finds_all_however_many(cache: sqlite3.Connection, tmp_path: Path, letters: str) -> None:
    cards = [basic(f"c-{number}") for number in range(1100)]
    search = Search(cache, opened(cache, library(tmp_path, many=topic("many", *cards))))
    results = search.search(parse(letters, last_word=LastWord.PREFIX), "en", 5)
    assert (len(results.hits), results.total) == (5, 1100)
    assert {hit.title[slice(*hit.title_marks[0])] for hit in results.hits} == {"Front"}


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        pytest.param("람다 타임아웃", "lambda-limits-execution", "apigw-limits", id="in Korean"),
        pytest.param("lambda timeout", "lambda-limits-execution", "apigw-limits", id="in English"),
        pytest.param(
            "api gateway timeout", "apigw-limits", "lambda-limits-execution", id="the other way round"
        ),
    ],
)
def test_the_notes_of_a_service_that_is_named_come_before_those_that_mention_it(
    bundled: Search, text: str, first: str, other: str
) -> None:
    notes = [name for name in names(bundled, text) if name in (first, other)]
    assert notes[0] == first


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("람다 타임아", "람다 타임아웃", id="cut short it is no form of another word"),
        pytest.param("다이나", "DynamoDB", id="a name in the other script"),
        pytest.param("람", "람다", id="one syllable"),
        pytest.param("cold sta", "cold start", id="the second word of a name"),
    ],
)
def test_a_name_is_known_by_its_beginning(bundled: Search, text: str, whole: str) -> None:
    def three(query: str, last_word: LastWord) -> set[str]:
        return {hit.id for hit in bundled.search(parse(query, last_word=last_word), "en", 3).hits}

    assert len(three(text, LastWord.PREFIX) & three(whole, LastWord.WHOLE)) >= 2


def test_two_libraries_are_searched_as_one(
    cache: sqlite3.Connection, golden_library: Path, tmp_path: Path
) -> None:
    other = library(tmp_path, zebra=topic("zebra", basic("stripes")))
    search = Search(cache, opened(cache, golden_library, other))
    assert names(search, "Front") == ["stripes"]
    assert "lambda-timeout" in names(search, "15분")


HARD = [
    '"', '""', '-""', "-", "--", "*", "%", "'; DROP TABLE search_text; --", "NEAR(a b)", "title : x", "a AND", "^a",
    "x" * 10_000, "람" * 10_000, "a " * 5_000, "ㄹ" * 500, "0" * 5_000, "\U0001f600", "\U0001f469\u200d\U0001f467",
    "\x1b[2J", "\x1b", "\x00", "\u1112\u1161\u11ab", "\ud800", "$", "/", '"열린', "-(", "İ", "ſ", "\u0663", "a\u2028b",
]  # fmt: skip


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_texts_have_an_ordinary_answer(bundled: Search, text: str) -> None:
    for last_word in LastWord:
        results = bundled.search(parse(text, last_word=last_word), "en", 10)
        assert len(results.hits) == min(10, results.total)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters() | st.sampled_from('람다 lambda"-*$/@ㄹㄷ15분'), max_size=40),
    st.sampled_from(LastWord),
)
def test_any_text_has_an_answer(golden: Search, text: str, last_word: LastWord) -> None:
    results = golden.search(parse(text, without=(text[:5],), last_word=last_word), "en", 10)
    assert len(results.hits) == min(10, results.total)
