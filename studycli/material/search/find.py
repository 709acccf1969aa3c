"""Asking the index."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from typing import Final, NamedTuple, TypeVar

from studycli.core.ledgers import Kind
from studycli.core.search.address import Address, item_of, kind_of, number_of, slot_of
from studycli.core.search.plan import Concept, with_units
from studycli.core.search.query import KINDS, Query, Word
from studycli.core.search.score import Met, Rated, found, items, together
from studycli.core.search.snippet import sought
from studycli.core.search.tokens import stream, words_in
from studycli.material.refresh import Progress
from studycli.material.search import meaning, tables
from studycli.material.search.hits import Asked, Hit, Shown, hit_of
from studycli.material.search.phrases import Phrases
from studycli.material.search.sources import Source, by_slot, sources_of, topic_titles
from studycli.material.shelf import Shelf

T = TypeVar("T")

_SCORED: Final = 1000
"""As many of the documents that say most of what was asked for are scored."""

_CLOSER: Final = 400
"""As many of the best documents are seen together with what belongs to them."""

_RELATED: Final = 100
"""As many of the best questions are seen together with the cards they test."""

_KNOWN_ANSWERS: Final = 30
"""Letter by letter of a word, and back, one often asks for the same."""

_TESTED: Final = """
    SELECT question, file, item, position FROM search_tested JOIN material_card ON name = card
    WHERE question IN """

_NOT_BROKEN: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
    }
)
"""Errors of SQLite that a new index would not mend."""

_PRIMARY: Final = 0xFF  # the low byte of SQLite's extended codes


class Results(NamedTuple):
    """The best hits, best first, and how many there are in all.

    ``nearest`` is the query in the spelling that was searched for where a word of it is nowhere; where nothing was
    found, in the nearest spelling that there is.
    """

    hits: tuple[Hit, ...]
    total: int
    nearest: str | None


class Search:
    """The index of a shelf, brought up to date when this is made; one made anew takes up what was edited since.

    An index that is broken is made anew. Asking again is cheap: what a word found is kept. Raises
    sqlite3.DatabaseError if the cache is in use for too long, has no room, or is broken beyond the index.
    """

    def __init__(
        self, connection: sqlite3.Connection, shelf: Shelf, on_progress: Progress | None = None
    ) -> None:
        self._connection = connection
        self._shelf = shelf
        self._on_progress = on_progress
        self._mending(self._open)

    def search(self, query: Query, language: str, limit: int) -> Results:
        """What a query finds, with titles in ``language`` where there are such."""
        return self._mending(lambda: self._search(query, language, limit))

    def _mending(self, ask: Callable[[], T]) -> T:
        """What ``ask`` gives; if the index is broken, of a new one."""
        try:
            return ask()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _NOT_BROKEN:
                raise
        tables.start_over(self._connection)
        self._open()
        return ask()

    def _open(self) -> None:
        connection, libraries = self._connection, self._shelf.held
        sources = sources_of(libraries)
        tables.open_tables(connection)
        if tables.states(connection) != {source.row.id: source.state for source in sources}:
            from studycli.material.search.index import refresh  # noqa: PLC0415  # only where something changed

            refresh(connection, sources, self._on_progress)
        self._files: Mapping[int, Source] = by_slot(connection, sources)
        self._slots = {source.row.id: slot for slot, source in self._files.items()}
        titles = topic_titles(libraries).items()
        topics = {key: [f" {stream(words_in(title))} " for title in of] for key, of in titles}
        self._shown = Shown(connection, self._files)
        self._phrases = Phrases(connection, self._files, topics)
        self._ranked = lru_cache(maxsize=_KNOWN_ANSWERS)(self._rank)

    def _search(self, query: Query, language: str, limit: int) -> Results:
        words = tuple(with_units(query.words))
        asked = self._concepts(words, query)
        better = meaning.mended(self._connection, words, asked, self._phrases.is_there)
        if better != words:
            asked = self._concepts(better, query)
        nameless = tuple(concept._replace(text="") for concept in asked)
        best, total = self._ranked(nameless, query._replace(words=()), limit)
        if not best:
            return Results((), 0, meaning.guessed(self._connection, better))
        shown = Asked(sought(asked), language)
        hits = [hit_of(self._shown, each, shown) for each in best]
        return Results(tuple(filter(None, hits)), total, self._spelt(words, better))

    def _concepts(self, words: Sequence[Word], query: Query) -> list[Concept]:
        concepts = meaning.concepts(self._connection, words, query.last_word)
        return [self._phrases.completed(concept) for concept in concepts]

    def _rank(self, asked: Sequence[Concept], query: Query, limit: int) -> tuple[Sequence[Rated], int]:
        """The best items, best first, and how many there are in all; of the query all but the words counts."""
        met = [self._phrases.met(concept) for concept in asked]
        scores, total = found(met, self._phrases.size, _SCORED + limit, self._wanted(asked, met, query))
        best = sorted(scores.items(), key=itemgetter(1), reverse=True)  # of so many faster than nlargest
        closer = items(dict(best[: _CLOSER + limit]))
        rated = together(closer, self._tested(closer))
        return nlargest(limit, rated.values()), total

    def _spelt(self, words: Sequence[Word], better: Sequence[Word]) -> str | None:
        if better == words:
            return None
        return meaning.spelt(self._connection, words, better, self._phrases.is_there)

    def _wanted(
        self, asked: Sequence[Concept], met: Sequence[Met], query: Query
    ) -> Callable[[int], bool] | None:
        """What a document must fulfil beside naming something that was asked for; None if there is nothing."""
        must = [each.strengths for concept, each in zip(asked, met, strict=True) if concept.is_required]
        unwanted = self._unwanted(query) if query.without else frozenset()
        is_narrowed = query.topic is not None or len(query.kinds) < len(KINDS)
        if not (must or unwanted or is_narrowed):
            return None

        def is_wanted(number: int) -> bool:
            return (
                all(number in strengths for strengths in must)
                and item_of(number) not in unwanted
                and (not is_narrowed or self._is_within(number, query))
            )

        return is_wanted

    def _is_within(self, number: int, query: Query) -> bool:
        if kind_of(number) not in query.kinds:
            return False
        source = self._files[slot_of(number)]
        return query.topic is None or query.topic in {source.topic, source.held.full(source.topic)}

    def _unwanted(self, query: Query) -> frozenset[int]:
        """The items that have a word which must not be there, in any language or under any of its names."""
        asked = [
            concept
            for word in query.without
            for concept in meaning.concepts(self._connection, (word,), query.last_word)
        ]
        return frozenset(item_of(number) for concept in asked for number in self._phrases.documents(concept))

    def _tested(self, rated: Mapping[int, Rated]) -> dict[int, list[int]]:
        """The cards that the best questions test, as numbers of items."""
        questions = [item for item in rated if kind_of(item) is Kind.QUESTION]
        questions = nlargest(_RELATED, questions, key=lambda item: rated[item].score)
        query = _TESTED + tables.marks(questions)
        tested: dict[int, list[int]] = {}
        for question, file, place, position in self._connection.execute(query, questions):
            slot = self._slots.get(file)
            if slot is not None and self._files[slot].held is self._files[slot_of(question)].held:
                card = number_of(Address(slot, place, position + 1, Kind.CARD, 0))
                tested.setdefault(question, []).append(card)
        return tested
