"""The shelf: all open libraries, read from the cache on demand.

Opening looks at the stamps of the files and no further; bodies are fetched when asked for.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studycli.core.problems import Problem
from studycli.core.refs import CardRef
from studycli.errors import MaterialError
from studycli.material import store
from studycli.material.files import Role, shown
from studycli.material.held import Held, replaced_by_copies
from studycli.material.placed import (
    Counts,
    LibraryInfo,
    LibraryPlace,
    NoteHead,
    PlacedCard,
    PlacedNote,
    PlacedQuestion,
    TopicInfo,
)
from studycli.material.refresh import Progress, Refresh, open_folders, problem_of_folder

if TYPE_CHECKING:
    from studycli.core.blueprints import Blueprint
    from studycli.core.lint.material import Material
    from studycli.core.notes import Fact
    from studycli.core.questions import QuestionRef
    from studycli.material.items import Items

_NAMES: Final = "SELECT name FROM material_item WHERE file = ? ORDER BY position"


def open_shelf(
    connection: sqlite3.Connection,
    libraries: Sequence[LibraryPlace],
    on_progress: Progress | None = None,
    *,
    file_clock: Callable[[], int] = time.time_ns,
) -> "Shelf":
    """Open the libraries, bringing the cache up to date with their files.

    ``file_clock`` must be the clock that file times come from, not the learner's. What is wrong with files is in
    ``Shelf.problems``, and so is a folder that is not there. Raises MaterialError if that one was named for this
    run or no library is left, and if two libraries have one id.
    """
    store.open_tables(connection)
    opened, missing = open_folders(connection, libraries, file_clock)
    known = [(place, refresh, refresh.library()) for place, refresh in opened]
    if missing and not any(library for _, _, library in known):
        raise missing[0]
    replaced = replaced_by_copies([(place, library.id) for place, _, library in known if library])
    held = []
    for place, refresh, library in known:
        if place in replaced or library is None:
            refresh.write()
        else:
            refresh.update(library.languages, on_progress)
        if place not in replaced:
            held.append(Held(place, refresh.root, library, refresh.rows, refresh.unnamed))
    return Shelf(connection, held, file_clock, [problem_of_folder(error) for error in missing])


class Shelf:
    """All material that can be used. Full ids are ``LIBRARY/ID``; MaterialError for one that is not there."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        held: Sequence[Held],
        file_clock: Callable[[], int],
        missing: Sequence[Problem] = (),
    ) -> None:
        self._connection = connection
        self._held = tuple(held)
        self._file_clock = file_clock
        self._missing = tuple(missing)

    def through(self, connection: sqlite3.Connection) -> "Shelf":
        """The same libraries as they are open here, read through another connection to their cache."""
        return Shelf(connection, self._held, self._file_clock, self._missing)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with the files, in order of library, file and line; folders that are missing first."""
        return self._missing + tuple(problem for held in self._held for problem in held.problems())

    @property
    def held(self) -> tuple[Held, ...]:
        """The open libraries with the rows of their files."""
        return self._held

    @property
    def version(self) -> str:
        """Of all files in use: another one after any change to them."""
        from hashlib import blake2b  # noqa: PLC0415  # brings OpenSSL, which takes time to import

        digest = blake2b(digest_size=16)
        for held in self._held:
            for path, row in held.rows.items():
                digest.update(repr((held.full(path), row.digest, row.live)).encode())
        return digest.hexdigest()

    def libraries(self) -> tuple[LibraryInfo, ...]:
        """The libraries in use."""
        return tuple(LibraryInfo(held.library, held.place) for held in self._held if held.library)

    def topics(self) -> tuple[TopicInfo, ...]:
        """The topics in teaching order."""
        return tuple(info for held in self._held for info in held.topic_infos())

    def topic_file(self, topic: str) -> Path:
        """The file of a topic by full id. Raises MaterialError if there is none."""
        for held in self._held:
            for row, head in held.topics():
                if topic == held.full(head.id):
                    return held.file(row)
        known = ", ".join(f"{each.library}/{each.id}" for each in self.topics())
        raise MaterialError("unknown_topic", topic=topic, known=known)

    def counts(self) -> Counts:
        """How much there is in all."""
        topics = [head for held in self._held for _, head in held.topics()]
        questions = sum(bank.questions for held in self._held for _, bank in held.banks())
        return Counts(sum(head.notes for head in topics), sum(head.cards for head in topics), questions)

    def refs(self, topic: str | None = None) -> tuple[CardRef, ...]:
        """What scheduling needs of each card, in teaching order; of one topic by its short or full id."""
        query = "SELECT name, entry FROM material_card WHERE file = ? ORDER BY position"
        return tuple(
            [
                CardRef(prefix + name, prefix + entry, head.id)
                for held in self._held
                for prefix in [held.full("")]
                for row, head in held.topics()
                if topic in {None, head.id, prefix + head.id}
                for name, entry in self._connection.execute(query, (row.id,))
            ]
        )

    def notes(self, topic: str | None = None) -> tuple[str, ...]:
        """The full ids of all notes, or of one topic's, in teaching order."""
        return tuple(
            held.full(name)
            for held in self._held
            for row, head in held.topics()
            if topic in {None, head.id, held.full(head.id)}
            for (name,) in self._connection.execute(_NAMES, (row.id,))
        )

    def note_heads(self, topic: str | None = None) -> tuple[NoteHead, ...]:
        """All notes as a list shows them, or one topic's, in teaching order."""
        return self._items.note_heads(topic)

    def questions(self, topic: str | None = None) -> tuple[str, ...]:
        """The full ids of all questions, or of one topic's, in order of file."""
        return tuple(
            held.full(name)
            for held in self._held
            for row, bank in held.banks()
            if topic in {None, bank.topic, held.full(bank.topic)}
            for (name,) in self._connection.execute(_NAMES, (row.id,))
        )

    def question_refs(self, topic: str | None = None) -> "tuple[QuestionRef, ...]":
        """What drawing needs of each question, or of one topic's, in teaching order."""
        return self._items.question_refs(topic)

    def blueprints(self) -> "Mapping[str, Blueprint]":
        """How exams are made up, by full id, in order of file."""
        return self._items.blueprints()

    def facts(self) -> "Mapping[str, Fact]":
        """The registers of all libraries, by full id."""
        return self._items.facts()

    def materials(self, today: date) -> "tuple[Material, ...]":
        """Each library as a whole, for the lint."""
        from studycli.material.whole import material_of  # noqa: PLC0415  # only ``check`` looks at wholes

        wholes = (material_of(self._connection, held, today) for held in self._held)
        return tuple(whole for whole in wholes if whole)

    def renames(self) -> Mapping[str, str]:
        """The full id of each card by every full id it once had."""
        return self._renames(Role.TOPIC)

    def question_renames(self) -> Mapping[str, str]:
        """The full id of each question by every full id it once had."""
        return self._renames(Role.BANK)

    def _renames(self, role: Role) -> Mapping[str, str]:
        query = "SELECT old, new FROM material_rename WHERE file = ?"
        return {
            held.full(old): held.full(new)
            for held in self._held
            for row in held.live(role)
            for old, new in self._connection.execute(query, (row.id,))
        }

    def resolve_card(self, name: str) -> str:
        """The full id of the card with a short or full id."""
        return self._items.resolve_card(name)

    def resolve_note(self, name: str) -> str | None:
        """The full id of the note with a short or full id; None if there is none."""
        return self._items.resolve_note(name)

    def card(self, full_id: str) -> PlacedCard:
        """One card."""
        return next(self.cards([full_id]))

    def cards(self, full_ids: Iterable[str]) -> Iterator[PlacedCard]:
        """Cards in the order asked for."""
        return self._items.cards(full_ids)

    def note_of(self, card: str) -> str:
        """The full id of the note that a card belongs to."""
        return self._items.note_of(card)

    def note(self, full_id: str) -> PlacedNote:
        """One note, with its entries."""
        return self._items.note(full_id)

    def question(self, full_id: str) -> PlacedQuestion:
        """One question."""
        return self._items.question(full_id)

    def reread(self, path: Path) -> tuple[Problem, ...]:
        """Take up an edited file if it is sound; else keep what was, and say what keeps it out.

        What ``library.yaml`` says holds from the next opening. Raises MaterialError if the file belongs to no
        open library.
        """
        for place, held in enumerate(self._held):
            inside = held.path_of(path)
            if inside is None:
                continue
            if held.library is None:
                return tuple(held.problems())
            refresh = Refresh(self._connection, held.place.folder, self._file_clock)
            problems = refresh.adopt(inside, held.library.languages)
            renewed = replace(held, rows=refresh.rows)
            self._held = (*self._held[:place], renewed, *self._held[place + 1 :])
            return tuple(
                replace(problem, path=shown(held.place.folder / problem.path)) for problem in problems
            )
        raise MaterialError("file_outside", path=str(path))

    @property
    def _items(self) -> "Items":
        from studycli.material.items import Items  # noqa: PLC0415  # not on the way to a count or an order of cards

        return Items(self._connection, self._held)
