"""A page in words: sections of lines under headings, drawn and read aloud alike."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.text import Text

from studycli.ui.look import Look
from studycli.ui.theme import Role


class Line(NamedTuple):
    """One line, and what it is for."""

    text: str
    role: Role | None = None


class Section(NamedTuple):
    """Lines under a heading, if it has one."""

    title: str
    lines: tuple[Line, ...]


def drawn(sections: Iterable[Section], look: Look) -> list[Text]:
    """The sections with a blank line between them."""
    found: list[Text] = []
    for section in sections:
        found += [Text("")] if found else []
        found += [Text(section.title, style=look.theme[Role.STRONG])] if section.title else []
        found += [Text(text, style="" if role is None else look.theme[role]) for text, role in section.lines]
    return found


def read_out(sections: Iterable[Section]) -> list[str]:
    """The sections as lines to be read aloud."""
    lines = []
    for section in sections:
        lines += [f"{section.title}:"] if section.title else []
        lines += [line.text for line in section.lines if line.text]
    return lines
