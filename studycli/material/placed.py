"""What the shelf hands out: values of ``core``, each with its place."""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studycli.core.library import Library, Text

if TYPE_CHECKING:  # items take time to import, and what only counts them needs none
    from studycli.core.bank import Question
    from studycli.core.cards import Card
    from studycli.core.notes import Note


class Origin(Enum):
    """Where a library comes from, which says who wins if two have one id, and whether it may be missing.

    One that was named for this run (NAMED) may not.
    """

    BUNDLED = auto()
    NAMED = auto()
    COPY = auto()
    OTHER = auto()
    MINE = auto()


class LibraryPlace(NamedTuple):
    """A library to open. A copy (in the data folder) replaces the bundled library of the same id."""

    folder: Path
    origin: Origin


class LibraryInfo(NamedTuple):
    """An open library."""

    library: Library
    place: LibraryPlace


class TopicHead(NamedTuple):
    """What the cache keeps at hand of a topic."""

    id: str
    title: dict[str, str]
    notes: int
    cards: int


class BankHead(NamedTuple):
    """What the cache keeps at hand of a bank."""

    topic: str
    questions: int


class TopicInfo(NamedTuple):
    """A topic, and how many notes, cards and questions it has. ``id`` is the one within ``library``."""

    library: str
    id: str
    title: Text
    notes: int
    cards: int
    questions: int


class NoteHead(NamedTuple):
    """A note as a list shows it, with the full ids of its cards; ``topic`` is the id within its library."""

    id: str
    topic: str
    title: Text
    cards: tuple[str, ...]


class Counts(NamedTuple):
    """How much there is in all open libraries."""

    notes: int
    cards: int
    questions: int


class PlacedCard(NamedTuple):
    """A card; ``note`` is the id within its library, ``line`` where its entry begins in the file ``path``."""

    card: "Card"
    library: str
    languages: tuple[str, ...]
    topic: str
    note: str
    path: Path
    line: int


class PlacedNote(NamedTuple):
    """A note and the line it begins on."""

    note: "Note"
    library: str
    languages: tuple[str, ...]
    topic: str
    path: Path
    line: int


class PlacedQuestion(NamedTuple):
    """A question and the line it begins on."""

    question: "Question"
    library: str
    languages: tuple[str, ...]
    topic: str
    path: Path
    line: int
