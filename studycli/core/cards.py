"""Cards: what is scheduled and graded, made from entries."""

import re
from dataclasses import dataclass
from enum import StrEnum

from studycli.core.library import Text
from studycli.core.notes import Basic, Cloze, Entry, Reversed

GAP = re.compile(r"\{\{([a-z0-9][a-z0-9-]*)::(.+?)\}\}", re.DOTALL)
"""A gap of a cloze: its name and the text it hides."""

GAP_SHOWN = "[…]"


class CardKind(StrEnum):
    """How a card asks."""

    BASIC = "basic"
    REVERSED = "reversed"
    CLOZE = "cloze"


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to recall. ``id`` is unique within its library; cards of one ``entry`` are siblings."""

    id: str
    entry: str
    kind: CardKind
    front: Text
    back: Text
    extra: Text | None = None


def cards_of(entry: Entry) -> tuple[Card, ...]:
    """The cards an entry makes."""
    match entry:
        case Basic():
            return (Card(entry.id, entry.id, CardKind.BASIC, entry.front, entry.back, entry.extra),)
        case Reversed():
            return (
                Card(entry.id, entry.id, CardKind.BASIC, entry.front, entry.back, entry.extra),
                Card(
                    f"{entry.id}.reversed", entry.id, CardKind.REVERSED, entry.back, entry.front, entry.extra
                ),
            )
        case Cloze():
            return tuple(_cloze_card(entry, name) for name in gap_names(entry.text))


def gap_names(text: Text) -> tuple[str, ...]:
    """Gap names in order of first appearance, those of the first language first."""
    found = (match[1] for body in text.by_language.values() for match in GAP.finditer(body))
    return tuple(dict.fromkeys(found))


def gap_names_in(body: str) -> frozenset[str]:
    """The gap names of one language's text."""
    return frozenset(match[1] for match in GAP.finditer(body))


def _cloze_card(entry: Cloze, name: str) -> Card:
    fronts = {language: _asked(body, name) for language, body in entry.text.by_language.items()}
    backs = {language: _hidden(body, name) for language, body in entry.text.by_language.items()}
    return Card(f"{entry.id}.{name}", entry.id, CardKind.CLOZE, Text(fronts), Text(backs), entry.extra)


def _asked(body: str, name: str) -> str:
    return GAP.sub(lambda match: GAP_SHOWN if match[1] == name else match[2], body)


def _hidden(body: str, name: str) -> str:
    hidden = dict.fromkeys(match[2] for match in GAP.finditer(body) if match[1] == name)
    return " / ".join(hidden)
