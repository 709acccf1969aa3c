"""Where phrases stand in the index."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log
from typing import Final, NamedTuple

from studycli.core.search.address import slot_of
from studycli.core.search.plan import Concept, Variant, widest
from studycli.core.search.score import Met, in_titles, strongest
from studycli.core.search.tokens import Phrase, in_stream, is_short
from studycli.material.search.sources import Source
from studycli.material.search.tables import LAST

UNNAMED: Final = 0.6
"""The worth of a word that is no known name: most of a whole question says little."""

LOOSE: Final = 0.4
"""The worth of the pairs of a word that is nowhere whole."""

_LEAST_PAIRS: Final = 0.5
"""Of the pairs of such a word: fewer are chance."""

_IN_TEXT: Final = (
    "SELECT rowid, -bm25(search_text, 1.0, 1.0, 1.0, 0.3) FROM search_text WHERE search_text MATCH ?"
)
"""Weighs title, body, parts and rest."""

_SOMEWHERE: Final = "SELECT rowid, 1.0 FROM search_text WHERE search_text MATCH ?"
"""Does not weigh, which for ten thousand documents is most of the time of a key."""

_VERY_MANY: Final = 2000
"""Documents that are not weighed for a letter or two."""

_IN_TITLE: Final = "SELECT rowid FROM search_text WHERE search_text MATCH ?"

_BEGINNING_SO: Final = "SELECT term FROM search_term WHERE term >= ? AND term < ? LIMIT ?"
_MOST_BEGINNING_SO: Final = 50

_KNOWN_PHRASES, _KNOWN_CONCEPTS = 64, 16
"""One that is in ten thousand documents takes a megabyte."""

_SIZES: Final = """
    SELECT (SELECT documents FROM search_size), (SELECT count(*) FROM search_text_docsize),
        (SELECT coalesce(sum(documents), 0) FROM search_file)"""
"""How many documents there should be, are, and are not old."""


class _Named(NamedTuple):
    """Where a phrase stands: how strongly in each document, and in which titles.

    Strengths times ``scale`` are BM25 without the rarity of the phrase.
    """

    strengths: Mapping[int, float]
    scale: float
    titles: Mapping[int, float]


class Phrases:
    """Looks phrases up, each once: somebody who types asks for most of them again at every key.

    ``topics`` are the titles of topics as streams of tokens, with a space at both ends. ``size`` is how many documents
    there are.
    Raises sqlite3.DatabaseError if the tables do not agree on that.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        files: Mapping[int, Source],
        topics: Mapping[tuple[str, str], Sequence[str]],
    ) -> None:
        self._connection = connection
        self._files = files
        self._topics = topics
        (self.size, kept, live) = connection.execute(_SIZES).fetchone()
        if self.size != kept:
            raise sqlite3.DatabaseError(f"{kept} documents of {self.size}")
        self._has_old = live != self.size
        self.met = lru_cache(maxsize=_KNOWN_CONCEPTS)(self._met)
        self._completed = lru_cache(maxsize=_KNOWN_PHRASES)(self._complete)
        self._named = lru_cache(maxsize=_KNOWN_PHRASES)(self._look_up)
        self._about = lru_cache(maxsize=_KNOWN_PHRASES)(self._slots_about)

    def completed(self, concept: Concept) -> Concept:
        """The same, with beginnings as far as the words of the index leave no choice.

        ``dyna`` finds what ``dynam`` does, and nothing is looked up or ranked anew.
        """
        variants = (Variant(self._completed(phrase), weight) for phrase, weight in concept.variants)
        return concept._replace(variants=tuple(variants))

    def _complete(self, phrase: Phrase) -> Phrase:
        if not phrase.is_open:
            return phrase
        *before, last = phrase.tokens
        found = self._connection.execute(_BEGINNING_SO, (last, f"{last}{LAST}", _MOST_BEGINNING_SO + 1))
        terms = [term for (term,) in found]
        if not 0 < len(terms) <= _MOST_BEGINNING_SO:
            return phrase
        shared = _common(terms[0], terms[-1])
        return Phrase((*before, shared), is_open=terms != [shared])

    def _met(self, concept: Concept) -> Met:
        """Where a concept is met; one that is nowhere by its name, where many of its pairs are."""
        titles = ((weight, each.titles) for weight, each in self._names(concept))
        topics = ((variant.weight, self._about(variant.phrase)) for variant in concept.variants)
        strengths, scale = self._strengths(concept)
        if not (strengths or concept.is_required):
            strengths = self._loosely(concept)
        weight = 1.0 if concept.is_known else UNNAMED
        return Met(weight, strengths, strongest(titles), strongest(topics), scale)

    def _strengths(self, concept: Concept) -> tuple[Mapping[int, float], float]:
        """How strongly each document names a concept, and what that is to be multiplied by."""
        named = [(weight, each) for weight, each in self._names(concept) if each.strengths]
        if len(named) == 1:
            ((weight, only),) = named
            return only.strengths, weight * only.scale
        return strongest((weight * each.scale, each.strengths) for weight, each in named), 1.0

    def documents(self, concept: Concept) -> Iterable[int]:
        """The documents that name a concept."""
        return self._strengths(concept)[0]

    def is_there(self, concept: Concept) -> bool:
        """Whether any document names a concept."""
        return any(each.strengths for _, each in self._names(concept))

    def _names(self, concept: Concept) -> Iterator[tuple[float, _Named]]:
        """Where the names of a concept stand that find all there is, each with its worth; looked up one by one."""
        for variant in widest(concept.variants):
            yield variant.weight, self._named(variant.phrase)

    def _loosely(self, concept: Concept) -> dict[int, float]:
        tokens = dict.fromkeys(token for variant in concept.variants for token in variant.phrase.tokens)
        counts = Counter(chain.from_iterable(self._named(Phrase((token,))).strengths for token in tokens))
        least = _LEAST_PAIRS * len(tokens)
        return {number: LOOSE * count / len(tokens) for number, count in counts.items() if count >= least}

    def _look_up(self, phrase: Phrase) -> _Named:
        expression = _expression(phrase)
        strengths = self._asked(_SOMEWHERE, expression) if is_short(phrase) else {}
        scale = 1.0
        if len(strengths) < _VERY_MANY:
            strengths = self._asked(_IN_TEXT, expression)
            scale = 1 / _rarity_in_fts(len(strengths), self.size)
        rows = self._connection.execute(_IN_TITLE, (f"title : {expression}",)) if strengths else ()
        titles = in_titles(number for (number,) in rows)
        if self._has_old:
            strengths, titles = self._live(strengths), self._live(titles)
        return _Named(strengths, scale, titles)

    def _asked(self, query: str, expression: str) -> dict[int, float]:
        return dict(self._connection.execute(query, (expression,)))

    def _live(self, numbers: Mapping[int, float]) -> dict[int, float]:
        return {number: value for number, value in numbers.items() if slot_of(number) in self._files}

    def _slots_about(self, phrase: Phrase) -> dict[int, float]:
        """The slots of the files whose topic is called so."""
        shown, size = in_stream(phrase), len(phrase.tokens)
        about = {
            topic: max(_share(size, title) for title in titles if shown in title)
            for topic, titles in self._topics.items()
            if any(shown in title for title in titles)
        }
        if not about:
            return {}
        return {slot: about[file.topic_key] for slot, file in self._files.items() if file.topic_key in about}


def _common(first: str, last: str) -> str:
    """The beginning that two words share."""
    size = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), None)
    return min(first, last, key=len) if size is None else first[:size]


def _share(tokens: int, title: str) -> float:
    """What a topic is about so many tokens of its title: 1 if they are the whole of it."""
    return 0.5 + 0.5 * min(1.0, tokens / len(title.split()))


def _rarity_in_fts(documents: int, of: int) -> float:
    """The weight that FTS5's bm25() gives to a phrase found in ``documents`` of ``of`` (SQLite, fts5_aux.c)."""
    return max(log((of - documents + 0.5) / (documents + 0.5)), 1e-6)


def _expression(phrase: Phrase) -> str:
    """The phrase in the language of FTS5; no token has a quote in it."""
    return f'"{" ".join(phrase.tokens)}"{" *" if phrase.is_open else ""}'
