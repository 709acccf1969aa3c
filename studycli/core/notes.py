"""Notes with their entries, and the facts they teach: what the files under ``content`` say (``docs/format.md`` §1)."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from studycli.core.library import POSITION, Text


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
