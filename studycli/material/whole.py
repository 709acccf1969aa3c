"""One open library as a whole, for the lint."""

import sqlite3
from datetime import date
from typing import TypeVar

from studycli.core.bank import Bank, Question
from studycli.core.blueprints import Blueprint
from studycli.core.library import Text
from studycli.core.lint.material import (
    BankFile,
    BlueprintFile,
    FactFile,
    Material,
    Place,
    Renamed,
    TopicFile,
)
from studycli.core.notes import Fact, Note, Topic
from studycli.material import former, store
from studycli.material.files import LIBRARY_FILE, Role, read_file, shown
from studycli.material.held import Held
from studycli.material.pack import unpack
from studycli.material.store import FileRow

T = TypeVar("T")


def material_of(connection: sqlite3.Connection, held: Held, today: date) -> Material | None:
    """Everything a library says, and the text of its files as they are now; None if it is not in use."""
    if held.library is None:
        return None
    return Material(
        path=shown(held.place.folder / LIBRARY_FILE),
        library=held.library,
        today=today,
        topics=tuple(
            TopicFile(_path(held, row), Topic(head.id, Text(head.title), _items(connection, row, Note)))
            for row, head in held.topics()
        ),
        banks=tuple(
            BankFile(_path(held, row), Bank(head.topic, _items(connection, row, Question)))
            for row, head in held.banks()
        ),
        registers=tuple(
            FactFile(_path(held, row), _items(connection, row, Fact)) for row in held.live(Role.FACTS)
        ),
        exams=tuple(
            BlueprintFile(_path(held, row), _items(connection, row, Blueprint))
            for row in held.live(Role.BLUEPRINTS)
        ),
        raw=_raw(held),
        renamed=_renamed(connection, held),
        complete=not held.broken(),
    )


def _path(held: Held, row: FileRow) -> str:
    return shown(held.file(row))


def _items(connection: sqlite3.Connection, row: FileRow, cls: type[T]) -> tuple[T, ...]:
    query = "SELECT body FROM material_item WHERE file = ? ORDER BY position"
    return tuple([unpack(cls, body) for (body,) in connection.execute(query, (row.id,))])


def _raw(held: Held) -> dict[str, str]:
    texts = {}
    for row in held.live(*Role):
        try:
            texts[_path(held, row)] = read_file(held.file(row)).decode()
        except (OSError, UnicodeDecodeError):  # changed in this very moment: the next run says so
            continue
    return texts


def _renamed(connection: sqlite3.Connection, held: Held) -> tuple[Renamed, ...]:
    folder = str(held.root)
    found = former.renames(connection, folder, store.ledgers(connection, folder))
    return tuple(
        Renamed(Place(shown(held.place.folder / path), mention.line), old, mention.name)
        for path, mention, old in found
    )
