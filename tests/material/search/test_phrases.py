"""Beginnings of words in the index."""

import sqlite3
from pathlib import Path

import pytest

from studycli.core.search.plan import Concept, Variant
from studycli.core.search.tokens import Phrase
from studycli.material.search import Search
from studycli.material.search.phrases import Phrases
from tests.material.libraries import SOURCES, library
from tests.material.shelves import opened

WORDS = "dynamic dynamo dynamodb table tables tokens step functions"
NOTE = f"""id: words
title: {{ko: 낱말, en: Words}}
notes:
- id: all-words
  title: {{ko: 노트, en: Note}}
  body: {{ko: 본문, en: {WORDS}}}
  {SOURCES}
"""


@pytest.fixture
def phrases(cache: sqlite3.Connection, tmp_path: Path) -> Phrases:
    Search(cache, opened(cache, library(tmp_path, words=NOTE)))
    return Phrases(cache, {}, {})


def open_phrase(*tokens: str) -> Phrase:
    return Phrase(tokens, is_open=True)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        pytest.param(open_phrase("dyn"), open_phrase("dynam"), id="as far as all that begin so agree"),
        pytest.param(open_phrase("dynamo"), open_phrase("dynamo"), id="one of them is another's beginning"),
        pytest.param(open_phrase("dynamod"), Phrase(("dynamodb",)), id="the only one"),
        pytest.param(open_phrase("step", "fu"), Phrase(("step", "function")), id="the last word of several"),
        pytest.param(open_phrase("t"), open_phrase("t"), id="two that agree on nothing more"),
        pytest.param(open_phrase("zebra"), open_phrase("zebra"), id="nowhere"),
        pytest.param(Phrase(("dyn",)), Phrase(("dyn",)), id="a whole word"),
    ],
)
def test_a_beginning_is_completed_as_far_as_there_is_no_choice(
    phrases: Phrases, typed: Phrase, whole: Phrase
) -> None:
    concept = Concept("typed", (Variant(typed, 0.9),))
    assert phrases.completed(concept) == Concept("typed", (Variant(whole, 0.9),))


def test_a_beginning_with_too_many_endings_stays(cache: sqlite3.Connection, tmp_path: Path) -> None:
    words = " ".join(f"zz{first}{second}" for first in "abcdefgh" for second in "abcdefgh")
    Search(cache, opened(cache, library(tmp_path, words=NOTE.replace(WORDS, words))))
    concept = Concept("z", (Variant(open_phrase("z"), 1.0),))
    assert Phrases(cache, {}, {}).completed(concept) == concept
