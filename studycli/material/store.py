"""The compiled library as tables of the cache: ``material_*``.

The rows of a file are replaced as a whole. A file is ``live`` if it can be used: it has a head (else its own
problems keep it out) and holds no id that another file had first (its rows stay, to be taken up again).
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from studycli.cache import ensure_tables
from studycli.core.ledgers import Kind, Ledger, Mention
from studycli.core.problems import MOST_PROBLEMS, Problem, Severity
from studycli.material.files import Stamp

VERSION: Final = "4"
"""Of tables, decoder and classes: raise it when a file would be read or kept differently."""

_TABLES: Final = (
    """CREATE TABLE material_file (
        id INTEGER PRIMARY KEY, folder TEXT NOT NULL, path TEXT NOT NULL,
        mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL,
        read_ns INTEGER NOT NULL, digest BLOB NOT NULL, languages TEXT NOT NULL,
        head TEXT, live INTEGER NOT NULL, problems TEXT NOT NULL, clashes TEXT NOT NULL,
        UNIQUE (folder, path))""",
    "CREATE TABLE material_ledger (file INTEGER PRIMARY KEY, body TEXT NOT NULL)",
    """CREATE TABLE material_item (
        file INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
        body TEXT NOT NULL, UNIQUE (file, position))""",
    "CREATE INDEX material_item_name ON material_item (name)",
    """CREATE TABLE material_card (
        file INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, entry TEXT NOT NULL,
        item INTEGER NOT NULL, slot INTEGER NOT NULL, PRIMARY KEY (file, position)) WITHOUT ROWID""",
    "CREATE INDEX material_card_name ON material_card (name)",
    "CREATE TABLE material_rename (file INTEGER NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL)",
    "CREATE INDEX material_rename_file ON material_rename (file)",
    """CREATE TABLE material_former (
        folder TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, digest BLOB NOT NULL, became TEXT,
        PRIMARY KEY (folder, kind, name)) WITHOUT ROWID""",
)
_TABLES_OF_A_FILE: Final = ("material_ledger", "material_item", "material_card", "material_rename")
_KINDS: Final = {kind.value: kind for kind in Kind}


class ItemRow(NamedTuple):
    """A note, question or fact of a file; ``body`` is the packed value."""

    kind: Kind
    name: str
    body: str


class CardRow(NamedTuple):
    """A card: the place of its note among the items of the file, and of its entry within the note."""

    name: str
    entry: str
    item: int
    slot: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """What one file comes to. Without ``head`` (the packed summary of the file) it cannot be used."""

    problems: tuple[Problem, ...]
    ledger: Ledger
    head: str | None = None
    items: tuple[ItemRow, ...] = ()
    cards: tuple[CardRow, ...] = ()
    renames: tuple[tuple[str, str], ...] = ()


class Reading(NamedTuple):
    """One reading of a file: its state before, when it began (by the clock of files), and what came of it."""

    stamp: Stamp
    read_ns: int
    digest: bytes
    languages: str
    compiled: Compiled


class FileRow(NamedTuple):
    """What is kept of a file; ``problems`` and ``clashes`` (ids held by others, references to nothing) as JSON."""

    id: int
    path: str
    stamp: Stamp
    read_ns: int
    digest: bytes
    languages: str
    head: str | None
    live: int
    problems: str
    clashes: str


def open_tables(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none of this version."""
    ensure_tables(connection, "material", VERSION, _TABLES)


def manifest(connection: sqlite3.Connection, folder: str) -> dict[str, FileRow]:
    """The files kept of a library, by path."""
    rows = connection.execute(
        "SELECT id, path, mtime_ns, size, inode, read_ns, digest, languages, head, live, problems, clashes"
        " FROM material_file WHERE folder = ? ORDER BY path",
        (folder,),
    )
    return {path: FileRow(file, path, Stamp(*rest[:3]), *rest[3:]) for file, path, *rest in rows}


def holds(connection: sqlite3.Connection, folder: str) -> bool:
    """Whether anything is kept of a library."""
    open_tables(connection)
    return bool(manifest(connection, folder))


def replace_file(connection: sqlite3.Connection, folder: str, path: str, reading: Reading) -> None:
    """Put a reading in place of all that was kept of the file."""
    compiled = reading.compiled
    (file,) = connection.execute(
        "INSERT INTO material_file (folder, path, mtime_ns, size, inode, read_ns, digest, languages, head, live,"
        " problems, clashes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]')"
        " ON CONFLICT (folder, path) DO UPDATE SET mtime_ns = excluded.mtime_ns, size = excluded.size,"
        " inode = excluded.inode, read_ns = excluded.read_ns, digest = excluded.digest,"
        " languages = excluded.languages, head = excluded.head, live = excluded.live,"
        " problems = excluded.problems, clashes = '[]' RETURNING id",
        (folder, path, *reading.stamp, reading.read_ns, reading.digest, reading.languages, compiled.head,
         compiled.head is not None, _problems_text(compiled.problems)),
    ).fetchone()  # fmt: skip
    _clear(connection, file)
    if compiled.head is None:
        return
    ledger = compiled.ledger
    body = _json((ledger.living, ledger.retired, ledger.references, ledger.cards))
    connection.execute("INSERT INTO material_ledger VALUES (?, ?)", (file, body))
    connection.executemany(
        "INSERT INTO material_item VALUES (?, ?, ?, ?, ?)",
        [(file, place, *item) for place, item in enumerate(compiled.items)],
    )
    connection.executemany(
        "INSERT INTO material_card VALUES (?, ?, ?, ?, ?, ?)",
        [(file, place, *card) for place, card in enumerate(compiled.cards)],
    )
    connection.executemany(
        "INSERT INTO material_rename VALUES (?, ?, ?)", [(file, *rename) for rename in compiled.renames]
    )


def remove_file(connection: sqlite3.Connection, file: int) -> None:
    """Forget a file that is gone."""
    _clear(connection, file)
    connection.execute("DELETE FROM material_file WHERE id = ?", (file,))


def _clear(connection: sqlite3.Connection, file: int) -> None:
    for table in _TABLES_OF_A_FILE:
        connection.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608  # names from above


def confirm_files(connection: sqlite3.Connection, moments: Iterable[tuple[int, int]]) -> None:
    """Note that files still were as kept: pairs of the moment and the file."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("UPDATE material_file SET read_ns = ? WHERE id = ?", moments)


def ledgers(connection: sqlite3.Connection, folder: str) -> list[Ledger]:
    """The ids of every file of a library that could be read, in order of path."""
    rows = connection.execute(
        "SELECT path, body FROM material_file JOIN material_ledger ON file = id WHERE folder = ? ORDER BY path",
        (folder,),
    )
    return [_ledger(path, json.loads(body)) for path, body in rows]


def _ledger(path: str, parts: list[list[Any]]) -> Ledger:
    living, retired, references = (
        tuple([Mention(_KINDS[kind], *rest) for kind, *rest in mentions]) for mentions in parts[:3]
    )
    return Ledger(path, living, retired, references, tuple(parts[3]))


def save_clashes(
    connection: sqlite3.Connection, folder: str, problems: Iterable[Problem], down: frozenset[str]
) -> None:
    """Keep what was found between files; those in ``down`` are out of use."""
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        of_file = by_path.setdefault(problem.path, [])
        if len(of_file) < MOST_PROBLEMS:
            of_file.append(problem)
    for path, row in manifest(connection, folder).items():
        text = _problems_text(by_path.get(path, ()))
        live = row.head is not None and path not in down
        if (text, live) != (row.clashes, bool(row.live)):
            connection.execute(
                "UPDATE material_file SET clashes = ?, live = ? WHERE id = ?", (text, live, row.id)
            )


def problems_from(text: str, path: str) -> list[Problem]:
    """The problems kept as ``text``, with ``path`` to show."""
    return [
        Problem(path, line, column, rule, Severity(severity), params)
        for line, column, rule, severity, params in json.loads(text)
    ]


def _problems_text(problems: Iterable[Problem]) -> str:
    return _json([(each.line, each.column, each.rule, each.severity, each.params) for each in problems])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
