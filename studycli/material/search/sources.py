"""The files that are searched."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from studycli.material.files import Role, role_of
from studycli.material.held import Held
from studycli.material.store import FileRow

_ROLES: Final = (Role.TOPIC, Role.BANK, Role.ALIASES)


class Source(NamedTuple):
    """A file in use and its library."""

    held: Held
    row: FileRow

    @property
    def role(self) -> Role:
        """What the file holds."""
        return role_of(self.row.path)

    @property
    def topic(self) -> str:
        """The topic's id within its library."""
        return self.row.path.rpartition("/")[2].removesuffix(".yaml")

    @property
    def topic_key(self) -> tuple[str, str]:
        """The topic among those of all libraries."""
        return str(self.held.root), self.topic

    @property
    def languages(self) -> list[str]:
        """The languages it was read for."""
        return self.row.languages.split(",")

    @property
    def state(self) -> tuple[bytes, str]:
        """What tells whether it is as it was read."""
        return self.row.digest, self.row.languages


def sources_of(libraries: Iterable[Held]) -> list[Source]:
    """The files in use of the open libraries."""
    return [Source(held, row) for held in libraries for row in held.live(*_ROLES)]


def by_slot(connection: sqlite3.Connection, sources: Iterable[Source]) -> dict[int, Source]:
    """The files with documents by the slot that the index gave them."""
    by_file = {source.row.id: source for source in sources if source.role is not Role.ALIASES}
    slots = connection.execute("SELECT slot, file FROM search_file")
    return {slot: by_file[file] for slot, file in slots if file in by_file}


def topic_titles(libraries: Iterable[Held]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The titles of each topic in all languages, by its key."""
    return {
        (str(held.root), head.id): tuple(head.title.values())
        for held in libraries
        for _, head in held.topics()
    }
