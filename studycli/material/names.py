"""The names of what the cache holds, for completion: as of the last run, without a look at any file of a library."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import Any, Final, NamedTuple

from studycli.core.bank import Question
from studycli.core.blueprints import Blueprint
from studycli.core.cards import cards_of
from studycli.core.library import Library, Text
from studycli.core.notes import Note
from studycli.material.files import LIBRARY_FILE, Role, role_of
from studycli.material.pack import unpack, unpack_field
from studycli.material.placed import TopicHead
from studycli.material.store import VERSION

_ITEMS: Final = "SELECT file, name, body FROM material_item WHERE kind = ? ORDER BY file, position"
_CARDS: Final = """SELECT material_card.file, material_card.name, body, slot, entry
    FROM material_card JOIN material_item
    ON material_item.file = material_card.file AND material_item.position = item
    ORDER BY material_card.file, material_card.position"""


class Name(NamedTuple):
    """An item: its library, its id within it, and what it is called, made when it is asked for."""

    library: str
    id: str
    title: Callable[[], Text]


class CachedNames:
    """What the cache holds of the libraries in some folders (resolved, as text); nothing if another version wrote it.

    Every method yields in order of file and place.
    """

    def __init__(self, connection: sqlite3.Connection, folders: Iterable[str]) -> None:
        self._connection = connection
        self._folders = frozenset(folders)

    @cached_property
    def _files(self) -> list[tuple[int, str, str, str]]:
        """Number, folder, path and head of the files in use."""
        version = self._connection.execute("SELECT version FROM part WHERE owner = 'material'").fetchone()
        if version != (VERSION,):
            return []
        rows = self._connection.execute(
            "SELECT id, folder, path, head FROM material_file WHERE live AND head IS NOT NULL ORDER BY folder, path"
        )
        return [row for row in rows if row[1] in self._folders]

    @cached_property
    def _libraries(self) -> dict[str, Library]:
        return {
            folder: unpack(Library, head) for _, folder, path, head in self._files if path == LIBRARY_FILE
        }

    @cached_property
    def _owners(self) -> dict[int, str]:
        """The library of each file."""
        return {
            file: self._libraries[folder].id
            for file, folder, _, _ in self._files
            if folder in self._libraries
        }

    def libraries(self) -> Iterator[Name]:
        """The libraries themselves."""
        for library in self._libraries.values():
            yield Name(library.id, library.id, partial(_itself, library.title))

    def topics(self) -> Iterator[Name]:
        """Topics."""
        for file, _, path, head in self._files:
            if role_of(path) is Role.TOPIC and file in self._owners:
                topic = TopicHead(*json.loads(head))
                yield Name(self._owners[file], topic.id, partial(_itself, Text(topic.title)))

    def notes(self) -> Iterator[Name]:
        """Notes."""
        return self._items("note", partial(unpack_field, Note, "title"))

    def questions(self) -> Iterator[Name]:
        """Questions, called by their stems."""
        return self._items("question", partial(unpack_field, Question, "stem"))

    def blueprints(self) -> Iterator[Name]:
        """Blueprints."""
        return self._items("blueprint", partial(unpack_field, Blueprint, "title"))

    def domains(self) -> Iterator[Name]:
        """The domains of the blueprints."""
        for file, _, body in self._rows(_ITEMS, "blueprint"):
            for domain in unpack(Blueprint, body).domains:
                yield Name(self._owners[file], domain.id, partial(_itself, domain.title))

    def cards(self) -> Iterator[Name]:
        """Cards, called by their fronts."""
        for file, name, body, slot, _ in self._rows(_CARDS):
            yield Name(self._owners[file], name, partial(_front, body, slot, name))

    def entries(self) -> Iterator[Name]:
        """Entries, called by the front of their first card."""
        seen = set()
        for file, name, body, slot, entry in self._rows(_CARDS):
            if (file, entry) not in seen:
                seen.add((file, entry))
                yield Name(self._owners[file], entry, partial(_front, body, slot, name))

    def _items(self, kind: str, title: Callable[[str], Text]) -> Iterator[Name]:
        for file, name, body in self._rows(_ITEMS, kind):
            yield Name(self._owners[file], name, partial(title, body))

    def _rows(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        if self._owners:
            yield from (row for row in self._connection.execute(query, values) if row[0] in self._owners)


def _itself(title: Text) -> Text:
    return title


def _front(body: str, slot: int, card: str) -> Text:
    entry = unpack(Note, body).entries[slot]
    return next(each.front for each in cards_of(entry) if each.id == card)
