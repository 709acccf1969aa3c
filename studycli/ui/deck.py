"""What the screens read of the material: faces of cards and pages of notes, looked up by full id."""

from dataclasses import dataclass
from typing import Protocol

from studycli.core.cards import CardKind
from studycli.core.library import Source, Text


@dataclass(frozen=True, slots=True)
class Face:
    """A card as it is shown. ``id`` and ``note`` carry the library; ``line`` counts from 1."""

    id: str
    kind: CardKind
    front: Text
    back: Text
    extra: Text | None
    topic_title: Text
    note: str
    path: str
    line: int

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the card is written in."""
        return tuple(self.front.by_language)


@dataclass(frozen=True, slots=True)
class NotePage:
    """A note as it is shown."""

    id: str
    title: Text
    body: Text
    sources: tuple[Source, ...]
    topic_title: Text


class Deck(Protocol):
    """Looks up what is shown; raises MaterialError for what is not there any more."""

    def face(self, card: str) -> Face:
        """The face of a card."""

    def note(self, note: str) -> NotePage:
        """The page of a note."""
