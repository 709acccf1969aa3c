"""The index as tables of the cache: ``search_*``.

Text is kept as its tokens alone (contentless FTS5), a document for each language of each note, card and question.
The number of a document says what it is: the slot of its file, its place there, its kind and its language; so what
was found can be sorted out without looking anything up. A file that changed gets a new slot, and the documents of the
old one, which older SQLite cannot take out, are passed over until enough of them make a new index worth its time.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from studycli.cache import ensure_tables
from studycli.core.rules import Kind
from studycli.core.search.query import KINDS
from studycli.material.files import Role
from studycli.material.held import Held
from studycli.material.store import FileRow

VERSION: Final = "1"
"""Of tables, tokens and documents: raise it when a text would be kept differently."""

_TABLES: Final = (
    """CREATE TABLE search_file (
        slot INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL UNIQUE, digest BLOB NOT NULL,
        languages TEXT NOT NULL, documents INTEGER NOT NULL)""",
    "CREATE TABLE search_size (documents INTEGER NOT NULL)",
    "INSERT INTO search_size VALUES (0)",
    """CREATE VIRTUAL TABLE search_text USING fts5 (
        title, body, parts, rest, content = '', tokenize = "ascii tokenchars '$@/.'")""",
    """CREATE TABLE search_word (
        id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, initials TEXT NOT NULL, documents INTEGER NOT NULL)""",
    "CREATE INDEX search_word_initials ON search_word (initials) WHERE initials <> ''",
    """CREATE VIRTUAL TABLE search_gram USING fts5 (
        grams, content = '', tokenize = "ascii tokenchars '_'")""",
    "CREATE TABLE search_alias (key TEXT NOT NULL, name TEXT NOT NULL, weight REAL NOT NULL, file INTEGER NOT NULL)",
    "CREATE INDEX search_alias_key ON search_alias (key)",
    "CREATE INDEX search_alias_file ON search_alias (file)",
)

_LANGUAGE_BITS: Final = 6
_KIND_BITS: Final = 2
_PLACE_BITS: Final = 24
MOST_LANGUAGES: Final = 1 << _LANGUAGE_BITS


class Address(NamedTuple):
    """What the number of a document says; ``place`` counts the notes, cards or questions of its file."""

    slot: int
    place: int
    kind: Kind
    language: int


def number_of(address: Address) -> int:
    """The number of a document."""
    item = ((address.slot << _PLACE_BITS | address.place) << _KIND_BITS) | KINDS.index(address.kind)
    return item << _LANGUAGE_BITS | address.language


def item_of(number: int) -> int:
    """What the documents of one item share."""
    return number >> _LANGUAGE_BITS


def slot_of(number: int) -> int:
    """The slot of a document's file."""
    return number >> (_PLACE_BITS + _KIND_BITS + _LANGUAGE_BITS)


def kind_of(number: int) -> Kind:
    """What a document is of."""
    return KINDS[number >> _LANGUAGE_BITS & (1 << _KIND_BITS) - 1]


def address_of(number: int) -> Address:
    """What the number of a document says."""
    place = number >> (_KIND_BITS + _LANGUAGE_BITS) & (1 << _PLACE_BITS) - 1
    return Address(slot_of(number), place, kind_of(number), number & MOST_LANGUAGES - 1)


def open_tables(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none of this version."""
    ensure_tables(connection, "search", VERSION, _TABLES)


def empty(connection: sqlite3.Connection) -> None:
    """Take everything out."""
    connection.execute("DELETE FROM search_file")
    connection.execute("UPDATE search_size SET documents = 0")
    connection.execute("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_word")
    connection.execute("INSERT INTO search_gram (search_gram) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_alias")


class FileOfSlot(NamedTuple):
    """The file a slot was given to."""

    held: Held
    row: FileRow

    @property
    def topics(self) -> tuple[str, str]:
        """The short and the full id of its topic."""
        topic = self.row.path.rpartition("/")[2].removesuffix(".yaml")
        return topic, self.held.full(topic)

    @property
    def languages(self) -> list[str]:
        """The languages it was read for."""
        return self.row.languages.split(",")


def files_by_slot(connection: sqlite3.Connection, libraries: Iterable[Held]) -> dict[int, FileOfSlot]:
    """The files of the open libraries by their slots."""
    rows = {row.id: FileOfSlot(held, row) for held in libraries for row in held.live(Role.TOPIC, Role.BANK)}
    slots = connection.execute("SELECT slot, file FROM search_file")
    return {slot: rows[file] for slot, file in slots if file in rows}
