"""Brings the index up to date with the files of the open libraries, reading only those that changed."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import log
from typing import Final, NamedTuple

from studycli.core.cards import cards_of
from studycli.core.library import Note, Question
from studycli.core.rules import Kind
from studycli.core.search.aliases import AliasList, key_of, rows_of
from studycli.core.search.hangul import initials
from studycli.core.search.spelling import grams
from studycli.core.search.tokens import parts, stream
from studycli.core.search.vocabulary import words_of
from studycli.material.files import Role, role_of
from studycli.material.held import Held
from studycli.material.pack import unpack
from studycli.material.refresh import Progress
from studycli.material.search import tables
from studycli.material.search.tables import Address, number_of
from studycli.material.search.texts import SearchedText, text_of_card, text_of_note, text_of_question
from studycli.material.store import FileRow

_ROLES: Final = (Role.TOPIC, Role.BANK, Role.ALIASES)
_MOST_PASSED_OVER: Final = 0.5
"""Of all documents: with more old ones among them the index is made anew."""

_State = tuple[bytes, str]
"""What tells whether a file is as it was read: digest, and languages it was read for."""


class _Document(NamedTuple):
    place: int
    kind: Kind
    language: str
    text: SearchedText


def refresh(
    connection: sqlite3.Connection, libraries: Iterable[Held], on_progress: Progress | None = None
) -> None:
    """Read what is new or changed, forget what is gone."""
    tables.open_tables(connection)
    rows = [row for held in libraries for row in held.live(*_ROLES)]
    wanted = {row.id: (row.digest, row.languages) for row in rows}
    if _indexed(connection) == wanted:
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        _forget(connection, wanted)
        kept = _indexed(connection)
        changed = [row for row in rows if row.id not in kept]
        words: Counter[str] = Counter()
        for done, row in enumerate(changed, start=1):
            words.update(_take_up(connection, row))
            if on_progress:
                on_progress(done, len(changed))
        _add_words(connection, words)


def rarity_in_fts(documents: int, of: int) -> float:
    """The weight that FTS5's bm25() gives to a phrase found in ``documents`` of ``of`` (SQLite, fts5_aux.c)."""
    return max(log((of - documents + 0.5) / (documents + 0.5)), 1e-6)


def _indexed(connection: sqlite3.Connection) -> dict[int, _State]:
    rows = connection.execute("SELECT file, digest, languages FROM search_file")
    return {file: (digest, languages) for file, digest, languages in rows}


def _forget(connection: sqlite3.Connection, wanted: dict[int, _State]) -> None:
    """Take out what is gone or has changed, and everything if the rest is mostly what was taken out before."""
    stale = [(file,) for file, state in _indexed(connection).items() if wanted.get(file) != state]
    connection.executemany("DELETE FROM search_file WHERE file = ?", stale)
    connection.executemany("DELETE FROM search_alias WHERE file = ?", stale)
    (live,) = connection.execute("SELECT coalesce(sum(documents), 0) FROM search_file").fetchone()
    (all_,) = connection.execute("SELECT documents FROM search_size").fetchone()
    if all_ - live > _MOST_PASSED_OVER * all_:
        tables.empty(connection)


def _take_up(connection: sqlite3.Connection, row: FileRow) -> Iterator[str]:
    """Index one file; the words in it, once for each document that has them."""
    (slot,) = connection.execute(
        "INSERT INTO search_file (file, digest, languages, documents) VALUES (?, ?, ?, 0) RETURNING slot",
        (row.id, row.digest, row.languages),
    ).fetchone()
    if role_of(row.path) is Role.ALIASES:
        return _take_up_aliases(connection, row)
    languages = row.languages.split(",")
    documents = [each for each in _documents(connection, row, languages) if any(each.text)]
    connection.executemany(
        "INSERT INTO search_text (rowid, title, body, parts, rest) VALUES (?, ?, ?, ?, ?)",
        (_kept(slot, document, languages) for document in documents),
    )
    connection.execute("UPDATE search_file SET documents = ? WHERE slot = ?", (len(documents), slot))
    connection.execute("UPDATE search_size SET documents = documents + ?", (len(documents),))
    return chain.from_iterable(words_of("\n".join(document.text)) for document in documents)


def _kept(slot: int, document: _Document, languages: Sequence[str]) -> tuple[int, str, str, str, str]:
    number = number_of(Address(slot, document.place, document.kind, languages.index(document.language)))
    title, body, rest = document.text
    return number, stream(title), stream(body), parts("\n".join(document.text)), stream(rest)


def _documents(connection: sqlite3.Connection, row: FileRow, languages: Sequence[str]) -> Iterator[_Document]:
    bodies = connection.execute(
        "SELECT body FROM material_item WHERE file = ? ORDER BY position", (row.id,)
    ).fetchall()
    if role_of(row.path) is Role.BANK:
        for place, (body,) in enumerate(bodies):
            question = unpack(Question, body)
            for language in languages:
                yield _Document(place, Kind.QUESTION, language, text_of_question(question, language))
        return
    card_place = 0
    for place, (body,) in enumerate(bodies):
        note = unpack(Note, body)
        for language in languages:
            yield _Document(place, Kind.NOTE, language, text_of_note(note, language))
        for card in (card for entry in note.entries for card in cards_of(entry)):
            for language in languages:
                yield _Document(card_place, Kind.CARD, language, text_of_card(card, language))
            card_place += 1


def _take_up_aliases(connection: sqlite3.Connection, row: FileRow) -> Iterator[str]:
    aliases = unpack(AliasList, row.head or "").aliases
    rows = [alias_row for alias in aliases for alias_row in rows_of(alias)]
    connection.executemany(
        "INSERT INTO search_alias (key, name, weight, file) VALUES (?, ?, ?, ?)",
        [(*alias_row, row.id) for alias_row in rows],
    )
    yield from (key_of(name) for alias in aliases for name in alias.names)


def _add_words(connection: sqlite3.Connection, words: Counter[str]) -> None:
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM search_word").fetchone()
    connection.executemany(
        "INSERT INTO search_word (word, initials, documents) VALUES (?, ?, ?)"
        " ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents",
        [(word, initials(word) if word >= "가" else "", count) for word, count in words.items()],
    )
    connection.executemany(
        "INSERT INTO search_gram (rowid, grams) VALUES (?, ?)",
        [
            (number, " ".join(grams(word)))
            for number, word in connection.execute("SELECT id, word FROM search_word WHERE id > ?", (last,))
        ],
    )
