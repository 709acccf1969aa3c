"""What the screens read of the material: faces of cards and questions, pages of notes, looked up by full id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from studycli.core.cards import CardKind
from studycli.core.knowledge import Knowledge
from studycli.core.library import Text
from studycli.core.memory import Phase
from studycli.core.notes import Source

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


class Standing(NamedTuple):
    """A card of a note and where it stands. ``recall`` and ``due`` are None while it is new."""

    id: str
    front: Text
    phase: Phase
    recall: float | None
    due: datetime | None
    suspended: bool


@dataclass(frozen=True, slots=True)
class NotePage:
    """A note as it is shown, with its ``cards`` where they may be seen: not behind one that is being asked."""

    id: str
    title: Text
    body: Text
    sources: tuple[Source, ...]
    topic_title: Text
    cards: tuple[Standing, ...] = ()


class KnownRow(NamedTuple):
    """A topic or a note in a list, by full id, and how well its cards are known."""

    id: str
    title: Text
    known: Knowledge

    @property
    def percent(self) -> str:
        """The mean chance of recall as it is shown."""
        return "-" if self.known.recall is None else f"{self.known.recall:.0%}"

    @property
    def seen(self) -> str:
        """Cards seen, of all, as they are shown."""
        return f"{self.known.seen}/{self.known.cards}"


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


def next_language(languages: Sequence[str], language: str) -> str:
    """The language after this one, of those that something is written in; after the last one the first."""
    now = language if language in languages else languages[0]
    return languages[(languages.index(now) + 1) % len(languages)]
