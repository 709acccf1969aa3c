"""How well search finds what was judged relevant: ``python -m benchmarks.search_quality``.

The queries are those of ``benchmarks/search`` over the bundled library: ``known`` was looked at while the ranker was
built, ``untouched`` was not. Beside ours, in the same run and over the same documents, two tables of FTS5 as they
come: unicode61 with every word as a prefix, and trigram with every three characters of the query, each with OR
between (AND leaves most queries without an answer). Measures:

- nDCG@5 with linear gains: the grades of the first five, discounted by place, against the best five there are.
- MRR: one over the place of the first relevant hit.
- R@10: of the relevant items, of which at most ten count, those among the first ten.
- empty: queries without any answer.
"""

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from math import log2
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from studycli.cache import open_cache
from studycli.core.ledgers import Kind
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.search import Search, parse
from studycli.material.search.texts import SearchedText, text_of_card, text_of_note, text_of_question
from studycli.material.shelf import Shelf, open_shelf

ROOT = Path(__file__).parents[1]
SETS = ("known", "untouched")
LANGUAGES = ("ko", "en")
DEPTH = 10

Rank = Callable[[str], Sequence[str]]
"""The items that a query finds, best first, as ``note:ID``."""


class Judged(NamedTuple):
    """A query, what it tries, and the grades (1 to 3) of the items that answer it."""

    query: str
    kind: str
    relevant: Mapping[str, int]


class Quality(NamedTuple):
    """How good one answer is, or the mean of several; ``empty`` is a number of queries."""

    ndcg: float
    mrr: float
    recall: float
    empty: int


def judged(name: str) -> list[Judged]:
    """The queries of a set."""
    lines = (ROOT / "benchmarks/search" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Judged(**json.loads(line)) for line in lines]


def quality(found: Sequence[str], relevant: Mapping[str, int]) -> Quality:
    """How good an answer is."""
    grades = [relevant.get(item, 0) for item in found]
    best = sorted(relevant.values(), reverse=True)
    first = next((place for place, grade in enumerate(grades, start=1) if grade), None)
    return Quality(
        _gain(grades[:5]) / _gain(best[:5]),
        1 / first if first else 0.0,
        sum(map(bool, grades[:DEPTH])) / min(DEPTH, len(relevant)),
        not found,
    )


def mean(qualities: Iterable[Quality]) -> Quality:
    """The mean of several, and how many were empty."""
    ndcg, mrr, recall, empty = zip(*qualities, strict=True)
    return Quality(fmean(ndcg), fmean(mrr), fmean(recall), sum(empty))


def measured(rank: Rank, queries: Sequence[Judged]) -> list[Quality]:
    """How good each answer is."""
    return [quality(rank(each.query), each.relevant) for each in queries]


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades, start=1))


def ours(connection: sqlite3.Connection, shelf: Shelf, language: str) -> Rank:
    """The search of the program."""
    search = Search(connection, shelf)

    def rank(query: str) -> list[str]:
        hits = search.search(parse(query), language, DEPTH).hits
        return [f"{hit.kind}:{hit.id.partition('/')[2]}" for hit in hits]

    return rank


def plain(shelf: Shelf, tokenizer: str, terms: Callable[[str], Iterable[str]]) -> Rank:
    """One table of FTS5 with the title at four times the weight of the rest, and its own bm25()."""
    table = sqlite3.connect(":memory:")
    table.execute(
        f"CREATE VIRTUAL TABLE t USING fts5 (item UNINDEXED, title, text, tokenize = '{tokenizer}')"
    )
    table.executemany("INSERT INTO t VALUES (?, ?, ?)", documents(shelf))

    def rank(query: str) -> list[str]:
        expression = " OR ".join(terms(query))
        if not expression:
            return []
        rows = table.execute("SELECT item FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 4, 1)", (expression,))
        return list(dict.fromkeys(item for (item,) in rows))[:DEPTH]

    return rank


def documents(shelf: Shelf) -> Iterable[tuple[str, str, str]]:
    """Item, title and text of each item in each language."""
    for full in shelf.notes():
        note = shelf.note(full).note
        yield from _in_languages(Kind.NOTE, full, lambda language: text_of_note(note, language))  # noqa: B023
    for placed in shelf.cards(ref.id for ref in shelf.refs()):
        card = placed.card
        full = f"{placed.library}/{card.id}"
        yield from _in_languages(Kind.CARD, full, lambda language: text_of_card(card, language))  # noqa: B023
    for full in shelf.questions():
        question = shelf.question(full).question
        yield from _in_languages(
            Kind.QUESTION,
            full,
            lambda language: text_of_question(question, language),  # noqa: B023
        )


def _in_languages(
    kind: Kind, full: str, text_in: Callable[[str], SearchedText]
) -> Iterable[tuple[str, str, str]]:
    for language in LANGUAGES:
        text = text_in(language)
        yield f"{kind}:{full.partition('/')[2]}", text.title, f"{text.body}\n{text.rest}"


def prefixes(query: str) -> list[str]:
    """Every word as a prefix."""
    return [f'"{word}"*' for word in query.replace('"', " ").split()]


def trigrams(query: str) -> list[str]:
    """Every three characters side by side."""
    text = query.replace('"', " ")
    return [f'"{text[at : at + 3]}"' for at in range(len(text) - 2)]


def table(systems: Mapping[str, Rank], queries: Sequence[Judged]) -> dict[str, Quality]:
    """Print the quality of each system by kind of query; the means by system."""
    results = {name: measured(rank, queries) for name, rank in systems.items()}
    print(f"{'':12}" + "".join(f"{name:>30}" for name in systems))
    print(f"{'kind':9}{'n':>3}" + f"{'nDCG@5':>12}{'MRR':>6}{'R@10':>6}{'empty':>6}" * len(systems))
    for kind in dict.fromkeys(each.kind for each in queries):
        _row(
            kind,
            [
                [q for q, each in zip(of, queries, strict=True) if each.kind == kind]
                for of in results.values()
            ],
        )
    _row("all", list(results.values()))
    return {name: mean(of) for name, of in results.items()}


def _row(name: str, columns: Sequence[Sequence[Quality]]) -> None:
    cells = (f"{q.ndcg:12.3f}{q.mrr:6.2f}{q.recall:6.2f}{q.empty:6}" for q in map(mean, columns))
    print(f"{name:9}{len(columns[0]):3}" + "".join(cells))


def main() -> int:
    """Print the tables; 1 if a target is missed."""
    with closing(open_cache(None)) as connection:
        shelf = open_shelf(connection, [LibraryPlace(ROOT, Origin.BUNDLED)])
        systems = {
            "studycli": ours(connection, shelf, "ko"),
            "unicode61": plain(shelf, "unicode61", prefixes),
            "trigram": plain(shelf, "trigram", trigrams),
        }
        sets = {name: judged(name) for name in SETS}
        sets["both"] = [each for queries in sets.values() for each in queries]
        means = {}
        for name, queries in sets.items():
            print(f"\n{name}: {len(queries)} queries")
            means[name] = table(systems, queries)["studycli"]
    whole, untouched = means["both"], means["untouched"]
    print(f"\nnDCG@5 {whole.ndcg:.3f} (target 0.90), of the untouched {untouched.ndcg:.3f} (0.86),", end=" ")
    print(f"MRR {whole.mrr:.3f} (0.97), empty {whole.empty} (0)")
    met = (whole.ndcg >= 0.90, untouched.ndcg >= 0.86, whole.mrr >= 0.97, whole.empty == 0)
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main())
