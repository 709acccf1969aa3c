"""What the screens of notes ask of the shell, and the events that answer."""

from dataclasses import dataclass

from studycli.core.moment import Moment
from studycli.ui.deck import KnownRow, NotePage
from studycli.ui.events import Effect, Event, OutsideEffect


@dataclass(frozen=True, slots=True)
class LoadRows(Effect):
    """Ask for the topics (``topic`` is None), or for the notes of one by full id; ``RowsLoaded`` answers."""

    topic: str | None


@dataclass(frozen=True, slots=True)
class RowsLoaded(Event):
    """The rows as they are now."""

    rows: tuple[KnownRow, ...]


@dataclass(frozen=True, slots=True)
class OpenNote(Effect):
    """Open the page of a note with its cards."""

    note: str


@dataclass(frozen=True, slots=True)
class EditNote(OutsideEffect):
    """Open the editor at the note's line and read the file again."""

    note: str


@dataclass(frozen=True, slots=True)
class EditTopic(OutsideEffect):
    """Open the editor at the file of a topic and read it again; ``NoteEdited`` without a page answers."""

    topic: str


@dataclass(frozen=True, slots=True)
class NoteEdited(Event):
    """Back from the editor: the new page, with its cards, if the text is sound and changed, else why not."""

    page: NotePage | None
    problem: str


@dataclass(frozen=True, slots=True)
class ReviewItems(Effect):
    """Begin a session over the cards of these notes, cards and questions, by full id."""

    items: tuple[str, ...]
    moment: Moment
