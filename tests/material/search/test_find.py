"""Searching the golden library and the bundled one."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studycli.core.rules import Kind
from studycli.material.search import LastWord, Results, Search, parse
from tests.material.shelves import opened

ROOT = Path(__file__).parents[3]


@pytest.fixture
def golden(cache: sqlite3.Connection, golden_library: Path) -> Search:
    return Search(cache, opened(cache, golden_library))


@pytest.fixture(scope="module")
def bundled() -> Search:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE part (owner TEXT PRIMARY KEY, version TEXT NOT NULL)")
    return Search(connection, opened(connection, ROOT))


def ask(search: Search, text: str, language: str = "en", limit: int = 10) -> Results:
    return search.search(parse(text), language, limit)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param("람다는", Kind.NOTE, "lambda-", id="a particle"),
        pytest.param("콜드스타트를", Kind.NOTE, "snapstart-", id="no spaces"),
        pytest.param("다이나모디비", Kind.NOTE, "ddb-", id="in Korean letters"),
        pytest.param("provisoned concurency", Kind.NOTE, "snapstart-or-provisioned", id="misspelt"),
        pytest.param("$LATEST", Kind.NOTE, "lambda-versions-aliases", id="a literal with its sign"),
        pytest.param("/tmp", Kind.NOTE, "lambda-limits-storage", id="a path"),
        pytest.param(".waitForTaskToken", Kind.NOTE, "step-functions-human-approval", id="camel case"),
        pytest.param("task token", Kind.NOTE, "step-functions-human-approval", id="the words in it"),
        pytest.param("429", Kind.CARD, "apigw-throttle-status", id="a number"),
    ],
)
def test_it_is_found_as_people_type_it(bundled: Search, text: str, kind: Kind, name: str) -> None:
    found = [hit for hit in ask(bundled, text).hits if hit.kind is kind]
    assert any(hit.id.startswith(f"aws-serverless/{name}") for hit in found)


def test_a_hit_says_what_and_where_it_is(golden: Search) -> None:
    (hit, *_) = ask(golden, "Item size", "ko").hits
    assert hit.id.startswith("golden/")
    assert hit.path.is_file()
    assert hit.line > 0


def test_nothing_is_found_for_what_is_not_there(golden: Search) -> None:
    assert ask(golden, "xyzzy") == Results((), 0, None)
    assert ask(golden, "") == Results((), 0, None)


def test_a_word_that_must_not_be_there_takes_hits_away(bundled: Search) -> None:
    assert 0 < ask(bundled, "lambda -vpc").total < ask(bundled, "lambda").total
    assert all("VPC" not in hit.title for hit in ask(bundled, "lambda -vpc").hits)


def test_kinds_and_topics_can_be_chosen(bundled: Search) -> None:
    query = parse("lambda", topic="lambda-vpc", kinds=frozenset({Kind.QUESTION}))
    hits = bundled.search(query, "en", 5).hits
    assert {(hit.kind, hit.topic) for hit in hits} == {(Kind.QUESTION, "lambda-vpc")}


def test_the_last_word_can_be_a_beginning(bundled: Search) -> None:
    query = parse("provisioned concurr", last_word=LastWord.PREFIX)
    assert "concurrency" in bundled.search(query, "en", 5).hits[0].title.lower()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_has_an_answer(golden: Search, text: str) -> None:
    results = golden.search(parse(text, last_word=LastWord.PREFIX), "en", 10)
    assert len(results.hits) <= min(10, results.total)
