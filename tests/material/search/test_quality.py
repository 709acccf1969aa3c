"""How well search finds what was judged relevant: the gate on the queries that the ranker was built with."""

import sqlite3
from pathlib import Path

import pytest

from benchmarks.search_quality import SETS, judged, mean, measured, quality, trigrams
from studycli.core.cards import cards_of
from studycli.material.search import Search, parse
from tests.material.shelves import opened

ROOT = Path(__file__).parents[3]


def test_search_finds_what_was_judged_relevant(bundled: Search) -> None:
    def rank(query: str) -> list[str]:
        return [
            f"{hit.kind}:{hit.id.partition('/')[2]}" for hit in bundled.search(parse(query), "ko", 10).hits
        ]

    queries = judged("known")
    answers = measured(rank, queries)
    whole = mean(answers)
    assert whole.ndcg >= 0.90
    assert whole.mrr >= 0.97
    assert whole.empty == 0
    for kind in {query.kind for query in queries}:
        of_kind = mean(answer for answer, query in zip(answers, queries, strict=True) if query.kind == kind)
        assert of_kind.ndcg >= 0.80, kind


@pytest.mark.parametrize("name", SETS)
def test_what_was_judged_is_there(cache: sqlite3.Connection, name: str) -> None:
    shelf = opened(cache, ROOT)
    there = {f"question:{each.partition('/')[2]}" for each in shelf.questions()}
    for full in shelf.notes():
        note = shelf.note(full).note
        there |= {
            f"note:{note.id}",
            *(f"card:{card.id}" for entry in note.entries for card in cards_of(entry)),
        }
    missing = {item for query in judged(name) for item in query.relevant} - there
    assert not missing, f"{len(missing)} judged items are not in the library"


def test_measures_are_those_of_the_books() -> None:
    relevant = {"a": 3, "b": 2, "c": 1}
    assert quality(["a", "b", "c"], relevant) == (1.0, 1.0, 1.0, 0)
    ndcg, mrr, recall, empty = quality(["x", "b"], relevant)
    assert ndcg == pytest.approx((2 / 1.58496) / (3 + 2 / 1.58496 + 1 / 2), abs=1e-4)
    assert (mrr, empty) == (0.5, 0)
    assert recall == pytest.approx(1 / 3)
    assert quality([], relevant) == (0.0, 0.0, 0.0, 1)
    assert trigrams("abcd") == ['"abc"', '"bcd"']
