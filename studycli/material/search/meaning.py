"""What the words of a query mean in this material: their other names, what initials stand for, what was misspelt."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from studycli.core.search.hangul import are_initials
from studycli.core.search.names import Name
from studycli.core.search.plan import Concept, Variant, beginnings_in, concepts_of, distinct, keys_in
from studycli.core.search.query import LastWord, Word
from studycli.core.search.tokens import phrase_of
from studycli.material.search import vocabulary
from studycli.material.search.tables import LAST, marks

_SHORTEST: Final = """
    SELECT name, weight FROM search_alias WHERE key = (
        SELECT key FROM search_alias WHERE key >= ? AND key < ? ORDER BY length(key), key LIMIT 1)"""

BEGUN: Final = 0.8
"""The worth of the names of what is only begun."""


def concepts(connection: sqlite3.Connection, words: Sequence[Word], last_word: LastWord) -> list[Concept]:
    """What words ask for, each thing with all names it has in the material."""
    begun = _begun(connection, beginnings_in(words)) if last_word is LastWord.PREFIX else {}
    found = concepts_of(words, _names(connection, keys_in(words)), last_word, begun)
    return [_by_initials(connection, each) if are_initials(each.text) else each for each in found]


def mended(
    connection: sqlite3.Connection,
    words: Sequence[Word],
    asked: Sequence[Concept],
    is_there: Callable[[Concept], bool],
) -> tuple[Word, ...]:
    """The words, with those that are nowhere cut into words or in the nearest spelling that is somewhere."""
    lost = {concept.text for concept in asked if not (concept.is_required or is_there(concept))}
    better: list[Word] = []
    for word in words:
        found = vocabulary.mended(connection, word.text) if word.text in lost else ()
        better += map(Word, found) if found else [word]
    return tuple(better)


def spelt(
    connection: sqlite3.Connection,
    words: Sequence[Word],
    better: Sequence[Word],
    is_there: Callable[[Concept], bool],
) -> str:
    """The ``better`` words as one writes them: a new one that no text has by the first name of what it stands for."""
    names = _names(connection, {word.text for word in better})
    told = []
    for word in better:
        is_said = word in words or is_there(Concept(word.text, (Variant(phrase_of(word.text), 1.0),)))
        told.append(word.text if is_said or word.text not in names else names[word.text][0].text)
    return " ".join(told)


def guessed(connection: sqlite3.Connection, words: Sequence[Word]) -> str | None:
    """The words in the nearest spelling there is, however far; None if there is none for any of them."""
    near = [vocabulary.nearest_to(connection, word.text) for word in words]
    if not any(near):
        return None
    return " ".join(other or word.text for word, other in zip(words, near, strict=True))


def _names(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, list[Name]]:
    wanted = list(keys)
    query = f"SELECT key, name, weight FROM search_alias WHERE key IN {marks(wanted)}"  # noqa: S608 - question marks
    names: dict[str, list[Name]] = {}
    for key, name, weight in connection.execute(query, wanted):
        names.setdefault(key, []).append(Name(name, weight))
    return names


def _begun(connection: sqlite3.Connection, beginnings: Iterable[str]) -> dict[str, list[Name]]:
    """The names of what is begun, by its beginning: of the shortest name that begins so."""
    begun = {}
    for beginning in beginnings:
        rows = connection.execute(_SHORTEST, (beginning, f"{beginning}{LAST}"))
        begun[beginning] = [Name(name, BEGUN * weight) for name, weight in rows]
    return begun


def _by_initials(connection: sqlite3.Connection, concept: Concept) -> Concept:
    words = vocabulary.by_initials(connection, concept.text)
    names = _names(connection, words)
    found = [name for word in words for name in (Name(word, 1.0), *names.get(word, ()))]
    variants = distinct(Variant(phrase_of(name.text), name.weight) for name in found)
    return concept._replace(variants=variants, is_known=True)
