"""The items of open libraries: cards, notes, questions and what goes with them, made from their rows in the cache."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from studycli.core.cards import cards_of
from studycli.core.library import Library
from studycli.core.notes import Fact, Note
from studycli.material import lookup
from studycli.material.files import Role
from studycli.material.held import Held
from studycli.material.outline import note_heads
from studycli.material.pack import unpack
from studycli.material.placed import NoteHead, PlacedCard, PlacedNote, PlacedQuestion
from studycli.material.store import FileRow

if TYPE_CHECKING:
    from studycli.core.blueprints import Blueprint
    from studycli.core.questions import QuestionRef


class Items:
    """Reads items on demand; see ``Shelf`` for what each is. Raises MaterialError for one that is not there."""

    def __init__(self, connection: sqlite3.Connection, libraries: Sequence[Held]) -> None:
        self._connection = connection
        self._held = libraries

    def note_heads(self, topic: str | None) -> tuple[NoteHead, ...]:
        """The notes of a topic, or all, as a list shows them."""
        return tuple(
            note
            for held in self._held
            for row, head in held.topics()
            if topic in {None, head.id, held.full(head.id)}
            for note in note_heads(self._connection, held, row, head.id)
        )

    def question_refs(self, topic: str | None) -> "tuple[QuestionRef, ...]":
        """The questions of a topic, or all, for drawing."""
        from studycli.core.bank import Question  # noqa: PLC0415  # not on the way to a card
        from studycli.core.questions import ref_of  # noqa: PLC0415

        return tuple(
            [
                ref_of(unpack(Question, body), held.full("")[:-1], bank.topic)
                for held in self._held
                for row, bank in held.banks_as_taught()
                if topic in {None, bank.topic, held.full(bank.topic)}
                for _, body in self._rows(row)
            ]
        )

    def blueprints(self) -> "Mapping[str, Blueprint]":
        """All blueprints by full id."""
        from studycli.core.blueprints import Blueprint  # noqa: PLC0415  # not on the way to a card

        return {
            held.full(name): unpack(Blueprint, body)
            for held in self._held
            for row in held.live(Role.BLUEPRINTS)
            for name, body in self._rows(row)
        }

    def facts(self) -> Mapping[str, Fact]:
        """All facts by full id."""
        return {
            held.full(name): unpack(Fact, body)
            for held in self._held
            for row in held.live(Role.FACTS)
            for name, body in self._rows(row)
        }

    def resolve_card(self, name: str) -> str:
        """The full id of a card."""
        return lookup.resolve_card(self._connection, self._held, name)

    def resolve_note(self, name: str) -> str | None:
        """The full id of a note, None if there is none."""
        return lookup.resolve_note(self._connection, self._held, name)

    def cards(self, full_ids: Iterable[str]) -> Iterator[PlacedCard]:
        """Cards in the order asked for."""
        at, note = (0, 0), None
        for full_id in full_ids:
            held, row, (item, slot) = self._find(lookup.CARD, full_id)
            if note is None or at != (row.id, item):
                at, note = (row.id, item), self._note(row, item)
            yield _placed_card(held, row, note, slot, full_id)

    def note_of(self, card: str) -> str:
        """The full id of the note that a card belongs to."""
        held, row, (item, _) = self._find(lookup.CARD, card)
        query = "SELECT name FROM material_item WHERE file = ? AND position = ?"
        (name,) = self._connection.execute(query, (row.id, item)).fetchone()
        return held.full(name)

    def note(self, full_id: str) -> PlacedNote:
        """One note, with its entries."""
        held, row, (body,) = self._find(lookup.NOTE, full_id)
        note = unpack(Note, body)
        return PlacedNote(note, *_place_of(held, row), note.line)

    def question(self, full_id: str) -> PlacedQuestion:
        """One question."""
        from studycli.core.bank import Question  # noqa: PLC0415  # not on the way to a card

        held, row, (body,) = self._find(lookup.QUESTION, full_id)
        question = unpack(Question, body)
        return PlacedQuestion(question, *_place_of(held, row), question.line)

    def _find(self, query: str, full_id: str) -> tuple[Held, FileRow, tuple[Any, ...]]:
        return lookup.find(self._connection, self._held, query, full_id)

    def _rows(self, row: FileRow) -> sqlite3.Cursor:
        query = "SELECT name, body FROM material_item WHERE file = ? ORDER BY position"
        return self._connection.execute(query, (row.id,))

    def _note(self, row: FileRow, item: int) -> Note:
        query = "SELECT body FROM material_item WHERE file = ? AND position = ?"
        (body,) = self._connection.execute(query, (row.id, item)).fetchone()
        return unpack(Note, body)


def _place_of(held: Held, row: FileRow) -> tuple[str, tuple[str, ...], str, Path]:
    """Library, its languages, topic and file."""
    library = cast(Library, held.library)  # a file in use is in a library that is
    topic = row.path.rpartition("/")[2].removesuffix(".yaml")
    return library.id, library.languages, topic, held.file(row)


def _placed_card(held: Held, row: FileRow, note: Note, slot: int, full_id: str) -> PlacedCard:
    """The card of this full id, from the entry of the note at ``slot``."""
    library, languages, topic, path = _place_of(held, row)
    entry = note.entries[slot]
    (card,) = (card for card in cards_of(entry) if held.full(card.id) == full_id)
    return PlacedCard(card, library, languages, topic, note.id, path, entry.line)
