"""Brings the index up to date with the files of the open libraries, reading only those that changed."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from studycli.core.bank import Question
from studycli.core.cards import cards_of
from studycli.core.ledgers import Kind
from studycli.core.notes import Note
from studycli.core.search.address import Address, number_of
from studycli.core.search.aliases import AliasList, Row, rows_of, rows_of_pair
from studycli.core.search.hangul import initials
from studycli.core.search.names import key_of
from studycli.core.search.pairs import pairs
from studycli.core.search.spelling import grams
from studycli.core.search.tokens import parts, stream, words_in
from studycli.core.search.vocabulary import vocabulary
from studycli.material.files import Role
from studycli.material.pack import unpack
from studycli.material.refresh import Progress, collector_off
from studycli.material.search import tables
from studycli.material.search.sources import Source
from studycli.material.search.texts import SearchedText, text_of_card, text_of_note, text_of_question

_MOST_PASSED_OVER: Final = 0.5
"""Of all documents: with more old ones among them the index is made anew."""


class _Document(NamedTuple):
    number: int
    text: SearchedText


def refresh(
    connection: sqlite3.Connection, sources: Sequence[Source], on_progress: Progress | None = None
) -> None:
    """Read what is new or changed, forget what is gone.

    ``on_progress`` is told how many files are done, and of how many.
    """
    wanted = {source.row.id: source.state for source in sources}
    with collector_off(), connection:
        connection.execute("BEGIN IMMEDIATE")
        _forget(connection, wanted)
        kept = tables.states(connection)
        changed = [source for source in sources if source.row.id not in kept]
        words: Counter[str] = Counter()
        for done, source in enumerate(changed, start=1):
            words.update(_take_up(connection, source))
            if on_progress:
                on_progress(done, len(changed))
        _add_words(connection, vocabulary(words))


def _forget(connection: sqlite3.Connection, wanted: dict[int, tuple[bytes, str]]) -> None:
    """Take out what is gone or has changed, and everything if most of it was taken out by now."""
    stale = [(file,) for file, state in tables.states(connection).items() if wanted.get(file) != state]
    connection.executemany("DELETE FROM search_file WHERE file = ?", stale)
    connection.executemany("DELETE FROM search_alias WHERE file = ?", stale)
    (live,) = connection.execute("SELECT coalesce(sum(documents), 0) FROM search_file").fetchone()
    (all_,) = connection.execute("SELECT documents FROM search_size").fetchone()
    if all_ - live > _MOST_PASSED_OVER * all_:
        tables.empty(connection)


def _take_up(connection: sqlite3.Connection, source: Source) -> Counter[str]:
    """Index one file; how often each word is in it."""
    (slot,) = connection.execute(
        "INSERT INTO search_file (file, digest, languages, documents) VALUES (?, ?, ?, 0) RETURNING slot",
        (source.row.id, source.row.digest, source.row.languages),
    ).fetchone()
    if source.role is Role.ALIASES:
        return _take_up_aliases(connection, source)
    bodies = connection.execute(
        "SELECT body FROM material_item WHERE file = ? ORDER BY position", (source.row.id,)
    ).fetchall()
    texts = [body for (body,) in bodies]
    if source.role is Role.BANK:
        questions = [unpack(Question, body) for body in texts]
        _relate(connection, slot, questions)
        documents = _of_questions(slot, questions, source.languages)
    else:
        documents = _of_notes(slot, (unpack(Note, body) for body in texts), source.languages)
    return _keep(connection, source.row.id, slot, documents)


def _keep(
    connection: sqlite3.Connection, file: int, slot: int, documents: Iterable[_Document]
) -> Counter[str]:
    rows = []
    counts: Counter[str] = Counter()
    given: set[tuple[str, str]] = set()
    for number, text in documents:
        if not text.is_there:
            continue
        whole = f"{text.title}\n{text.body}\n{text.rest}"
        title, body, rest = words_in(text.title), words_in(text.body), words_in(text.rest)
        words = [*title, *body, *rest]
        rows.append((number, stream(title), stream(body), parts(words, whole), stream(rest)))
        counts.update(words)
        given.update(pairs(whole))
    connection.executemany(
        "INSERT INTO search_text (rowid, title, body, parts, rest) VALUES (?, ?, ?, ?, ?)", rows
    )
    connection.execute("UPDATE search_file SET documents = ? WHERE slot = ?", (len(rows), slot))
    connection.execute("UPDATE search_size SET documents = documents + ?", (len(rows),))
    _keep_names(connection, file, (row for pair in sorted(given) for row in rows_of_pair(*pair)))
    counts.update(key_of(korean) for korean, _ in given)
    return counts


def _keep_names(connection: sqlite3.Connection, file: int, rows: Iterable[Row]) -> None:
    connection.executemany(
        "INSERT INTO search_alias (key, name, weight, file) VALUES (?, ?, ?, ?)",
        ((*row, file) for row in rows),
    )


def _of_notes(slot: int, notes: Iterable[Note], languages: Sequence[str]) -> Iterator[_Document]:
    ordinal = 0
    for place, note in enumerate(notes):
        for at, language in enumerate(languages):
            number = number_of(Address(slot, place, 0, Kind.NOTE, at))
            yield _Document(number, text_of_note(note, language))
        for card in (card for entry in note.entries for card in cards_of(entry)):
            ordinal += 1
            for at, language in enumerate(languages):
                number = number_of(Address(slot, place, ordinal, Kind.CARD, at))
                yield _Document(number, text_of_card(card, language))


def _of_questions(slot: int, questions: Iterable[Question], languages: Sequence[str]) -> Iterator[_Document]:
    for place, question in enumerate(questions):
        for at, language in enumerate(languages):
            number = number_of(Address(slot, place, 0, Kind.QUESTION, at))
            yield _Document(number, text_of_question(question, language))


def _relate(connection: sqlite3.Connection, slot: int, questions: Iterable[Question]) -> None:
    connection.executemany(
        "INSERT INTO search_tested VALUES (?, ?)",
        (
            (number_of(Address(slot, place, 0, Kind.QUESTION, 0)), card)
            for place, question in enumerate(questions)
            for card in question.tests
        ),
    )


def _take_up_aliases(connection: sqlite3.Connection, source: Source) -> Counter[str]:
    aliases = unpack(AliasList, source.row.head or "").aliases
    _keep_names(connection, source.row.id, (row for alias in aliases for row in rows_of(alias)))
    return Counter(key_of(name) for alias in aliases for name in alias.names)


def _add_words(connection: sqlite3.Connection, words: Counter[str]) -> None:
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM search_word").fetchone()
    connection.executemany(
        "INSERT INTO search_word (word, initials, count) VALUES (?, ?, ?)"
        " ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
        ((word, initials(word) if word >= "가" else "", count) for word, count in words.items()),
    )
    new = connection.execute("SELECT id, word FROM search_word WHERE id > ?", (last,)).fetchall()
    connection.executemany(
        "INSERT INTO search_gram (rowid, grams) VALUES (?, ?)",
        ((number, " ".join(grams(word))) for number, word in new),
    )
