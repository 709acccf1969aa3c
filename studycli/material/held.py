"""One open library: what its rows in the cache say without looking into the bodies."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studycli.core.library import Library, Text
from studycli.core.problems import Problem
from studycli.errors import MaterialError
from studycli.material.files import FOLDERS, LIBRARY_FILE, Role, role_of, shown
from studycli.material.placed import BankHead, LibraryPlace, Origin, TopicHead, TopicInfo
from studycli.material.store import FileRow, problems_from


@dataclass(frozen=True, slots=True)
class Held:
    """A library and the rows of its files by path. Without ``library`` (broken or missing) nothing is in use.

    The names of the files ``unnamed`` are not UTF-8; they are left out.
    """

    place: LibraryPlace
    root: Path
    library: Library | None
    rows: dict[str, FileRow]
    unnamed: tuple[str, ...] = ()

    def full(self, name: str) -> str:
        """The full id of an item of this library."""
        return f"{self.library.id}/{name}" if self.library else name

    def file(self, row: FileRow) -> Path:
        """Where a file is."""
        return self.place.folder / row.path

    def live(self, *roles: Role) -> list[FileRow]:
        """The files in use, in order of path."""
        rows = self.rows.values() if self.library else ()
        return [row for row in rows if row.live and role_of(row.path) in roles]

    def broken(self) -> list[FileRow]:
        """The files that are not in use."""
        return [row for row in self.rows.values() if not (row.live and self.library)]

    def topics(self) -> list[tuple[FileRow, TopicHead]]:
        """The topics in teaching order: as listed by the library, the others by id."""
        listed = self.library.topics if self.library else ()
        rank = {topic: place for place, topic in enumerate(listed)}
        heads = [(row, TopicHead(*json.loads(row.head or ""))) for row in self.live(Role.TOPIC)]
        return sorted(heads, key=lambda each: (rank.get(each[1].id, len(rank)), each[1].id))

    def banks(self) -> list[tuple[FileRow, BankHead]]:
        """The banks in order of path."""
        return [(row, BankHead(*json.loads(row.head or ""))) for row in self.live(Role.BANK)]

    def banks_as_taught(self) -> list[tuple[FileRow, BankHead]]:
        """The banks in the order of their topics."""
        rank = {head.id: place for place, (_, head) in enumerate(self.topics())}
        return sorted(self.banks(), key=lambda each: (rank.get(each[1].topic, len(rank)), each[1].topic))

    def topic_infos(self) -> Iterator[TopicInfo]:
        """The topics in teaching order, with their counts."""
        questions = {bank.topic: bank.questions for _, bank in self.banks()}
        for _, head in self.topics():
            yield TopicInfo(
                self.full("")[:-1],
                head.id,
                Text(head.title),
                head.notes,
                head.cards,
                questions.get(head.id, 0),
            )

    def problems(self) -> list[Problem]:
        """Everything wrong with its files, in order of file and line; without a library no other file was read."""
        found = []
        for row in self.rows.values():
            read = self.library is not None or row.path == LIBRARY_FILE
            if read and (row.problems, row.clashes) != ("[]", "[]"):
                path = shown(self.file(row))
                found += sorted(
                    problems_from(row.problems, path) + problems_from(row.clashes, path),
                    key=lambda problem: (problem.line, problem.column),
                )
        if LIBRARY_FILE not in self.rows:
            found.insert(0, Problem(shown(self.place.folder / LIBRARY_FILE), 1, 1, "no-library-file"))
        return found + [self._unnamed(path) for path in self.unnamed]

    def _unnamed(self, path: str) -> Problem:
        readable = os.fsencode(path).decode(errors="backslashreplace")
        return Problem(shown(self.place.folder / readable), 1, 1, "name-not-utf8")

    def path_of(self, path: Path) -> str | None:
        """The path within the library of a file that belongs to it."""
        part = path.parent.resolve()
        inside = part.parent == self.root and part.name in FOLDERS
        return f"{part.name}/{path.name}" if inside else None


def replaced_by_copies(ids: Sequence[tuple[LibraryPlace, str]]) -> list[LibraryPlace]:
    """The bundled libraries that a copy stands in for. Raises MaterialError if two others have one id."""
    first: dict[str, LibraryPlace] = {}
    replaced = []
    for place, library in ids:
        other = first.setdefault(library, place)
        if other is place:
            continue
        pair = {other.origin: other, place.origin: place}
        if pair.keys() != {Origin.BUNDLED, Origin.COPY}:
            raise MaterialError(
                "library_twice", id=library, first=str(other.folder), second=str(place.folder)
            )
        replaced.append(pair[Origin.BUNDLED])
        first[library] = pair[Origin.COPY]
    return replaced
