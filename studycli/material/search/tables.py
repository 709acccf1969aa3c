"""The index as tables of the cache: ``search_*``.

Text is kept as its tokens alone (contentless FTS5), a document for each language of each note, card and question,
under its number (``core.search.address``). A file that changed gets a new slot. The documents of the old one, which
older SQLite cannot take out of such a table, are passed over, until there are so many that a new index is worth its
time.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from studycli.cache import ensure_tables

VERSION: Final = "5"
"""Of tables, tokens and documents: raise it when a text would be kept differently."""

LAST: Final = "\U0010ffff"
"""Sorts behind all that may stand in a word."""

_TABLES: Final = (
    """CREATE TABLE search_file (
        slot INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL UNIQUE, digest BLOB NOT NULL,
        languages TEXT NOT NULL, documents INTEGER NOT NULL)""",
    "CREATE TABLE search_size (documents INTEGER NOT NULL)",
    "INSERT INTO search_size VALUES (0)",
    """CREATE VIRTUAL TABLE search_text USING fts5 (
        title, body, parts, rest, content = '', tokenize = "ascii tokenchars '$@/.'")""",
    "CREATE VIRTUAL TABLE search_term USING fts5vocab (search_text, row)",
    "INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 67108864)",
    "CREATE TABLE search_tested (question INTEGER NOT NULL, card TEXT NOT NULL)",
    "CREATE INDEX search_tested_question ON search_tested (question)",
    """CREATE TABLE search_word (
        id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, initials TEXT NOT NULL, count INTEGER NOT NULL)""",
    "CREATE INDEX search_word_initials ON search_word (initials) WHERE initials <> ''",
    """CREATE VIRTUAL TABLE search_gram USING fts5 (
        grams, content = '', tokenize = "ascii tokenchars '_'")""",
    "CREATE TABLE search_alias (key TEXT NOT NULL, name TEXT NOT NULL, weight REAL NOT NULL, file INTEGER NOT NULL)",
    "CREATE INDEX search_alias_key ON search_alias (key)",
    "CREATE INDEX search_alias_file ON search_alias (file)",
)


def open_tables(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none of this version."""
    ensure_tables(connection, "search", VERSION, _TABLES)


def states(connection: sqlite3.Connection) -> dict[int, tuple[bytes, str]]:
    """What was read, by file: its digest, and the languages it was read for."""
    rows = connection.execute("SELECT file, digest, languages FROM search_file")
    return {file: (digest, languages) for file, digest, languages in rows}


def start_over(connection: sqlite3.Connection) -> None:
    """Make the tables anew, whatever is wrong with them. Raises sqlite3.DatabaseError if they cannot be dropped."""
    connection.execute("DELETE FROM part WHERE owner = 'search'")
    open_tables(connection)


def empty(connection: sqlite3.Connection) -> None:
    """Take everything out."""
    for table in ("file", "tested", "word", "alias"):
        connection.execute(f"DELETE FROM search_{table}")  # noqa: S608  # names from above
    for table in ("text", "gram"):
        connection.execute(f"INSERT INTO search_{table} (search_{table}) VALUES ('delete-all')")  # noqa: S608
    connection.execute("UPDATE search_size SET documents = 0")


def marks(values: Iterable[object]) -> str:
    """A question mark for each value, as the list of an IN."""
    return f"({','.join('?' for _ in values)})"
