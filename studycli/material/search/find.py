"""Asking the index."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from studycli.core.search.aliases import Name
from studycli.core.search.hangul import are_initials
from studycli.core.search.plan import Concept, Variant, concepts_of, keys_in, wanted_words
from studycli.core.search.query import Query, Word
from studycli.core.search.score import Met, scores, strongest
from studycli.core.search.tokens import Phrase, phrase_of
from studycli.material.refresh import Progress
from studycli.material.search import index, vocabulary
from studycli.material.search.hits import Hit, Showing, shown
from studycli.material.search.tables import FileOfSlot, files_by_slot, item_of, kind_of, slot_of
from studycli.material.shelf import Shelf

LOOSE: Final = 0.4
"""The worth of the pairs of a word that is nowhere whole."""

_LEAST_PAIRS: Final = 0.5
"""Of the pairs of such a word: fewer are chance."""

_MATCHING: Final = (
    "SELECT rowid, -bm25(search_text, 4.0, 1.0, 1.0, 0.3) FROM search_text WHERE search_text MATCH ?"
)
"""Weighs title, body, parts and rest."""


class Results(NamedTuple):
    """The best hits, best first; how many there are in all; and the query in the nearest spelling, if it was mended."""

    hits: tuple[Hit, ...]
    total: int
    nearest: str | None


class Search:
    """The index of a shelf, brought up to date when this is made; one made anew takes up what was edited since.

    Asking again is cheap: what a word found is kept.
    """

    def __init__(
        self, connection: sqlite3.Connection, shelf: Shelf, on_progress: Progress | None = None
    ) -> None:
        self._connection = connection
        index.refresh(connection, shelf.held, on_progress)
        self._files: Mapping[int, FileOfSlot] = files_by_slot(connection, shelf.held)
        (self._documents,) = connection.execute("SELECT documents FROM search_size").fetchone()
        self._known: dict[Phrase, Mapping[int, float]] = {}

    def search(self, query: Query, language: str, limit: int) -> Results:
        """What a query finds, with titles in ``language`` where there are such."""
        words = wanted_words(query)
        concepts = self._concepts(words, query)
        better = self._mended(words, concepts)
        if better != words:
            concepts = self._concepts(better, query)
        met = [self._met(concept) for concept in concepts]
        unwanted = self._unwanted(query)
        found = {
            number: score
            for number, score in scores(met, self._documents).items()
            if self._is_wanted(number, query) and item_of(number) not in unwanted
        }
        for concept, (_, strengths) in zip(concepts, met, strict=True):
            if concept.is_required:
                found = {number: score for number, score in found.items() if number in strengths}
        hits, total = shown(Showing(self._connection, self._files, concepts, language), found, limit)
        spelt = None if better == words else " ".join(word.text for word in better)
        return Results(hits, total, spelt)

    def _concepts(self, words: Sequence[Word], query: Query) -> list[Concept]:
        concepts = concepts_of(words, self._names(keys_in(words)), query.last_word)
        return [self._by_initials(concept) if are_initials(concept.text) else concept for concept in concepts]

    def _names(self, keys: Iterable[str]) -> dict[str, list[Name]]:
        names: dict[str, list[Name]] = {}
        for key in keys:
            rows = self._connection.execute("SELECT name, weight FROM search_alias WHERE key = ?", (key,))
            if found := [Name(*row) for row in rows]:
                names[key] = found
        return names

    def _by_initials(self, concept: Concept) -> Concept:
        words = vocabulary.by_initials(self._connection, concept.text)
        names = self._names(words)
        found = [name for word in words for name in (Name(word, 1.0), *names.get(word, ()))]
        return concept._replace(variants=tuple(Variant(phrase_of(name.text), name.weight) for name in found))

    def _mended(self, words: tuple[Word, ...], concepts: Sequence[Concept]) -> tuple[Word, ...]:
        """The words, with those that are nowhere cut into words or in the nearest spelling that is somewhere."""
        lost = {concept.text for concept in concepts if not (concept.is_required or self._best(concept))}
        better: list[Word] = []
        for word in words:
            found = vocabulary.mended(self._connection, word.text) if word.text in lost else ()
            better += map(Word, found) if found else [word]
        return tuple(better)

    def _met(self, concept: Concept) -> Met:
        best = self._best(concept)
        if best or concept.is_required:
            return Met(1.0, best)
        return Met(1.0, self._loosely(concept))

    def _best(self, concept: Concept) -> dict[int, float]:
        return strongest((variant.weight, self._matching(variant.phrase)) for variant in concept.variants)

    def _loosely(self, concept: Concept) -> dict[int, float]:
        """The documents with many of the pairs of a word."""
        tokens = dict.fromkeys(token for variant in concept.variants for token in variant.phrase.tokens)
        counts: dict[int, int] = {}
        for token in tokens:
            for number in self._matching(Phrase((token,))):
                counts[number] = counts.get(number, 0) + 1
        least = _LEAST_PAIRS * len(tokens)
        return {number: LOOSE * count / len(tokens) for number, count in counts.items() if count >= least}

    def _matching(self, phrase: Phrase) -> Mapping[int, float]:
        """How strongly each live document names a phrase: BM25 without the rarity of the phrase."""
        if phrase not in self._known:
            rows = self._connection.execute(_MATCHING, (_expression(phrase),)).fetchall()
            rarity = index.rarity_in_fts(len(rows), self._documents)
            self._known[phrase] = {
                number: score / rarity for number, score in rows if slot_of(number) in self._files
            }
        return self._known[phrase]

    def _unwanted(self, query: Query) -> set[int]:
        """The items that have a word which must not be there, in any language or under any of its names."""
        concepts = [
            each for word in query.without for each in concepts_of((word,), self._names(keys_in((word,))))
        ]
        return {item_of(number) for concept in concepts for number in self._best(concept)}

    def _is_wanted(self, number: int, query: Query) -> bool:
        if kind_of(number) not in query.kinds:
            return False
        return query.topic is None or query.topic in self._files[slot_of(number)].topics


def _expression(phrase: Phrase) -> str:
    """The phrase in the language of FTS5; no token has a quote in it."""
    return f'"{" ".join(phrase.tokens)}"{" *" if phrase.is_open else ""}'
