"""The material as values: what the files of a library say (``docs/format.md`` §1).

The fields of these classes are the format: ``material.decode`` walks them to read a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, NamedTuple

POSITION: dict[str, Any] = {"position": True}
"""Field metadata: the decoder fills this field with the line the value begins on, counted from 1."""


class Localized(NamedTuple):
    """A text and the language it is in, which differs from the asked one where that is missing."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text in several languages, as Markdown."""

    by_language: Mapping[str, str]

    def read(self, language: str) -> Localized:
        """The text in ``language``, or in the first language there is."""
        if language in self.by_language:
            return Localized(self.by_language[language], language)
        first = next(iter(self.by_language))
        return Localized(self.by_language[first], first)


@dataclass(frozen=True, slots=True)
class Source:
    """A page, and the last day (ISO date) on which it was seen to say so."""

    url: str
    checked: str


class FactStatus(StrEnum):
    """Whether the material teaches a fact, or lists it so that a common error stays out."""

    TAUGHT = "taught"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Fact:
    """One checked statement with its sources."""

    id: str
    status: FactStatus
    statement: Text
    sources: tuple[Source, ...]
    doubt: Text | None = None
    line: int = field(default=0, metadata=POSITION)


@dataclass(frozen=True, slots=True)
class Basic:
    """An entry asked from front to back."""

    id: str
    kind: Literal["basic"]
    front: Text
    back: Text
    extra: Text | None = None
    facts: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    line: int = field(default=0, metadata=POSITION)


@dataclass(frozen=True, slots=True)
class Reversed:
    """An entry asked in both directions."""

    id: str
    kind: Literal["reversed"]
    front: Text
    back: Text
    extra: Text | None = None
    facts: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    line: int = field(default=0, metadata=POSITION)


@dataclass(frozen=True, slots=True)
class Cloze:
    """An entry with gaps ``{{name::hidden}}``, each gap name asked by itself."""

    id: str
    kind: Literal["cloze"]
    text: Text
    extra: Text | None = None
    facts: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    line: int = field(default=0, metadata=POSITION)


Entry = Basic | Reversed | Cloze


@dataclass(frozen=True, slots=True)
class Note:
    """One section of text under a topic, with the entries that ask for it."""

    id: str
    title: Text
    body: Text
    sources: tuple[Source, ...]
    facts: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    was: tuple[str, ...] = ()
    line: int = field(default=0, metadata=POSITION)


@dataclass(frozen=True, slots=True)
class Topic:
    """One service or theme: the content of one file."""

    id: str
    title: Text
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class FactRegister:
    """The content of ``facts.yaml``."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a question, and why it is right or wrong."""

    id: str
    text: Text
    why: Text
    right: bool = False


class QuestionKind(StrEnum):
    """One right option, or several."""

    SINGLE = "single"
    MULTIPLE = "multiple"


class QuestionUse(StrEnum):
    """Drawn for mock exams, or kept for practice only."""

    EXAM = "exam"
    PRACTICE = "practice"


class QuestionDifficulty(StrEnum):
    """How hard the author means a question to be."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Question:
    """An exam item. ``tests`` names the cards it needs, by short id."""

    id: str
    kind: QuestionKind
    domain: str
    difficulty: QuestionDifficulty
    stem: Text
    options: tuple[Option, ...]
    sources: tuple[Source, ...]
    use: QuestionUse = QuestionUse.EXAM
    tests: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    explanation: Text | None = None
    was: tuple[str, ...] = ()
    line: int = field(default=0, metadata=POSITION)


@dataclass(frozen=True, slots=True)
class Bank:
    """The questions of one topic: the content of one file."""

    topic: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """What ``library.yaml`` says of a library."""

    id: str
    title: Text
    languages: tuple[str, ...]
    topics: tuple[str, ...] = ()
