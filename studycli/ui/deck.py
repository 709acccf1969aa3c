"""What the screens read of the material: faces of cards and questions, pages of notes, looked up by full id."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from studycli.core.cards import CardKind
from studycli.core.library import Source, Text

DisputedKind = Literal["question", "card"]


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

    def dispute(self, what: DisputedKind, item: str) -> str:
        """What the person holds against a card or question; nothing if that is settled."""


@dataclass(frozen=True, slots=True)
class OptionFace:
    """An answer of a question as it is shown, and why it is right or wrong."""

    text: Text
    why: Text


@dataclass(frozen=True, slots=True)
class QuestionFace:
    """A question as it is shown: its ``options`` by id, the full ids of the cards it ``tests`` and of their notes.

    ``right`` are the options that are right now. ``id`` carries the library; ``line`` counts from 1.
    """

    id: str
    stem: Text
    options: Mapping[str, OptionFace]
    right: frozenset[str]
    explanation: Text | None
    sources: tuple[Source, ...]
    topic_title: Text
    domain: str
    tests: tuple[str, ...]
    notes: tuple[str, ...]
    path: str
    line: int

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the question is written in."""
        return tuple(self.stem.by_language)


class QuestionDeck(Protocol):
    """Looks up questions and what lies behind them.

    ``face`` and ``note`` raise MaterialError for what is not there any more.
    """

    def question(self, question: str) -> QuestionFace | None:
        """The face of a question; None if it is gone from the bank."""

    def note(self, note: str) -> NotePage:
        """The page of a note."""

    def face(self, card: str) -> Face:
        """The face of a card."""

    def dispute(self, what: DisputedKind, item: str) -> str:
        """What the person holds against a card or question; nothing if that is settled."""
