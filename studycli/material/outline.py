"""The notes as lists show them: titles and cards, without the making of every note."""

import sqlite3
from collections.abc import Iterator

from studycli.core.notes import Note
from studycli.material.held import Held
from studycli.material.pack import unpack_field
from studycli.material.placed import NoteHead
from studycli.material.store import FileRow


def note_heads(connection: sqlite3.Connection, held: Held, row: FileRow, topic: str) -> Iterator[NoteHead]:
    """The notes in the file of a topic, in order."""
    cards: dict[int, list[str]] = {}
    query = "SELECT item, name FROM material_card WHERE file = ? ORDER BY position"
    for item, name in connection.execute(query, (row.id,)):
        cards.setdefault(item, []).append(held.full(name))
    query = "SELECT position, name, body FROM material_item WHERE file = ? ORDER BY position"
    for position, name, body in connection.execute(query, (row.id,)):
        title = unpack_field(Note, "title", body)
        yield NoteHead(held.full(name), topic, title, tuple(cards.get(position, ())))
