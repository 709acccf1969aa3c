"""Finding one item by its id, and saying well why it is not there."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final

from studycli.core.notes import Note
from studycli.errors import MaterialError
from studycli.material.files import Role, is_text, read_file, shown
from studycli.material.held import Held
from studycli.material.pack import unpack_field
from studycli.material.store import FileRow

CARD: Final = "SELECT file, item, slot FROM material_card WHERE name = ?"
NOTE: Final = "SELECT file, body FROM material_item WHERE kind = 'note' AND name = ?"
_RENAME: Final = """SELECT material_rename.file, new FROM material_rename
    JOIN material_card ON material_card.file = material_rename.file AND name = new WHERE old = ?"""
_FORMER_NOTE: Final = """SELECT file, name, body FROM material_item
    WHERE kind = 'note' AND instr(body, '"' || ? || '"')"""
QUESTION: Final = "SELECT file, body FROM material_item WHERE kind = 'question' AND name = ?"


def find(
    connection: sqlite3.Connection, libraries: Iterable[Held], query: str, full_id: str
) -> tuple[Held, FileRow, tuple[Any, ...]]:
    """The library, the file and the row of an item by its full id.

    Raises MaterialError if it is not there, or in a broken file.
    """
    library, _, name = full_id.partition("/")
    mine = [held for held in libraries if held.library and held.library.id == library]
    for held, row, rest in _hits(connection, mine, query, name):
        return held, row, rest
    _raise_if_broken(mine, full_id, name)
    raise MaterialError("item_unknown", name=full_id)


def resolve_card(connection: sqlite3.Connection, libraries: Sequence[Held], name: str) -> str:
    """The full id of the card with a short or full id, its own or a former one.

    Raises MaterialError if there is none, more than one, or it is in a broken file.
    """
    mine, short = _asked(libraries, name)
    found = [held.full(short) for held, _, _ in _hits(connection, mine, CARD, short)] or [
        held.full(new) for held, _, (new,) in _hits(connection, mine, _RENAME, short)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise MaterialError("item_ambiguous", name=name, ids=", ".join(found))
    _raise_if_broken(mine, name, short)
    raise _unknown(connection, libraries, name, short)


def resolve_note(connection: sqlite3.Connection, libraries: Sequence[Held], name: str) -> str | None:
    """The full id of the note with a short or full id, its own or a former one; None if there is none.

    Raises MaterialError if there is more than one.
    """
    mine, short = _asked(libraries, name)
    found = [held.full(short) for held, _, _ in _hits(connection, mine, NOTE, short)] or [
        held.full(new)
        for held, _, (new, body) in _hits(connection, mine, _FORMER_NOTE, short)
        if short in unpack_field(Note, "was", body)
    ]
    if len(found) > 1:
        raise MaterialError("item_ambiguous", name=name, ids=", ".join(found))
    return found[0] if found else None


def _asked(libraries: Sequence[Held], name: str) -> tuple[list[Held], str]:
    """The libraries that a short or full id may be of, and the short one."""
    library, _, short = name.rpartition("/")
    return [held for held in libraries if not library or (held.library and held.library.id == library)], short


def _hits(
    connection: sqlite3.Connection, libraries: Iterable[Held], query: str, name: str
) -> list[tuple[Held, FileRow, tuple[Any, ...]]]:
    rows = connection.execute(query, (name,)).fetchall() if is_text(name) else []
    if not rows:
        return []
    files = {row.id: (held, row) for held in libraries for row in held.live(Role.TOPIC, Role.BANK)}
    return [(*files[file], tuple(rest)) for file, *rest in rows if file in files]


def _raise_if_broken(libraries: Iterable[Held], name: str, short: str) -> None:
    """A broken file has no rows, so its text is searched for the id."""
    stem = short.partition(".")[0]
    ids = re.compile(rf"(?:^|[\s{{,])id: *['\"]?{re.escape(stem)}['\"]? *(?:[#,}}\r]|$)", re.MULTILINE)
    for held in libraries:
        for row in held.broken():
            path = held.file(row)
            try:
                text = read_file(path).decode(errors="replace")
            except OSError:
                continue
            if ids.search(text):
                raise MaterialError("item_in_broken_file", name=name, path=shown(path))


def _unknown(
    connection: sqlite3.Connection, libraries: Iterable[Held], name: str, short: str
) -> MaterialError:
    from difflib import get_close_matches  # noqa: PLC0415  # only on the way to an error

    names = {
        card: held
        for held in libraries
        for row in held.live(Role.TOPIC)
        for (card,) in connection.execute("SELECT name FROM material_card WHERE file = ?", (row.id,))
    }
    close = get_close_matches(short, names, n=1)
    if not close:
        return MaterialError("item_unknown", name=name)
    return MaterialError("item_unknown_close", name=name, close=names[close[0]].full(close[0]))
