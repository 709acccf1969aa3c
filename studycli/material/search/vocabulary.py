"""The words that the index knows, by spelling and by initial consonants."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from studycli.core.search.segments import segments, substrings
from studycli.core.search.spelling import allowed, grams, nearest
from studycli.core.search.tokens import folded
from studycli.material.search.tables import marks

_MOST: Final = 30
_LONGEST: Final = 20
"""Of a word that is cut into words: the pieces grow with its square."""


def by_initials(connection: sqlite3.Connection, consonants: str) -> list[str]:
    """The words with exactly these initials, else those that begin with them; the commonest first."""
    for pattern in (consonants, f"{consonants}*"):
        rows = connection.execute(
            "SELECT word FROM search_word WHERE initials <> '' AND initials GLOB ? ORDER BY count DESC LIMIT ?",
            (pattern, _MOST),
        ).fetchall()
        if rows:
            return [word for (word,) in rows]
    return []


def mended(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """What a word that is nowhere may be meant for: the words it is made of, or one near it; else nothing."""
    word = folded(word)
    if len(word) <= _LONGEST and all("가" <= character <= "힣" for character in word):
        pieces = segments(word, _known(connection, list(substrings(word))))
        if pieces:
            return pieces
    near = _near(connection, word, allowed(word))
    return (near,) if near else ()


def nearest_to(connection: sqlite3.Connection, word: str) -> str | None:
    """The nearest word there is, unless more than half of it is other letters."""
    word = folded(word)
    return _near(connection, word, max(allowed(word), len(word) // 2))


def _known(connection: sqlite3.Connection, words: Sequence[str]) -> list[str]:
    query = f"SELECT word FROM search_word WHERE word IN {marks(words)}"  # noqa: S608 - question marks only
    return [word for (word,) in connection.execute(query, words)]


def _near(connection: sqlite3.Connection, word: str, most: int) -> str | None:
    if not most or not word.isalpha() or len(word) > 2 * _LONGEST:
        return None
    any_of = " OR ".join(f'"{gram}"' for gram in sorted(grams(word)))
    rows = connection.execute(
        "SELECT word FROM search_gram JOIN search_word ON search_word.id = search_gram.rowid"
        " WHERE search_gram MATCH ? ORDER BY bm25(search_gram), count DESC LIMIT ?",
        (any_of, _MOST),
    )
    return nearest(word, [each for (each,) in rows], most)
