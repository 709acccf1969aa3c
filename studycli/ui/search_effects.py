"""What the search screen asks of the shell, and the events that answer."""

from dataclasses import dataclass
from typing import NamedTuple

from studycli.core.ledgers import Kind
from studycli.ui.deck import Face, NotePage, QuestionFace
from studycli.ui.events import BackgroundEffect, Effect, Event, OutsideEffect
from studycli.ui.marked import Mark


class Marked(NamedTuple):
    """One line of clean text, and the places in it that match."""

    text: str
    marks: tuple[Mark, ...] = ()


class HitRow(NamedTuple):
    """An item that was found, by full id: its topic, title, and the line that matches best."""

    id: str
    kind: Kind
    topic: str
    title: Marked
    snippet: Marked


@dataclass(frozen=True, slots=True)
class Find(BackgroundEffect):
    """Look for a text as far as it is typed, for so many hits; ``Found`` or ``Failed`` answers."""

    text: str
    limit: int


@dataclass(frozen=True, slots=True)
class Found(Event):
    """What was found for a text: the best hits, how many there are in all, and the spelling that was looked for."""

    text: str
    hits: tuple[HitRow, ...]
    total: int
    nearest: str | None


@dataclass(frozen=True, slots=True)
class LookAt(BackgroundEffect):
    """Look up what a hit shows beside the list; ``LookedAt`` answers."""

    hit: HitRow


Preview = NotePage | Face | QuestionFace


@dataclass(frozen=True, slots=True)
class LookedAt(Event):
    """What a hit shows; None if it is not there any more."""

    hit: HitRow
    preview: Preview | None


@dataclass(frozen=True, slots=True)
class OpenHit(Effect):
    """Open the question that a hit is, or the note that it is or belongs to."""

    hit: HitRow


@dataclass(frozen=True, slots=True)
class EditHit(OutsideEffect):
    """Open the editor at a hit and read the file again."""

    hit: HitRow


@dataclass(frozen=True, slots=True)
class HitEdited(Event):
    """Back from the editor: whether the text is in use, else what keeps it out (nothing: it was not changed)."""

    in_use: bool
    problem: str
