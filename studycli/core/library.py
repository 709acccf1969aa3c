"""Texts in several languages, and what ``library.yaml`` says (``docs/format.md`` §1).

The fields of the classes here, in ``notes`` and in ``bank`` are the format: ``material.decode`` walks them to read a
file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

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
class Library:
    """What ``library.yaml`` says of a library."""

    id: str
    title: Text
    languages: tuple[str, ...]
    topics: tuple[str, ...] = ()
