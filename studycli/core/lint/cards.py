"""Rules on cards and notes by themselves."""

import re
from collections.abc import Iterator
from typing import Final

from studycli.core.cards import Card, cards_of
from studycli.core.cells import cells
from studycli.core.lint.markup import fences, plain
from studycli.core.lint.material import Material, entries, notes
from studycli.core.lint.rule import Hit

WIDEST_DIAGRAM: Final = 76
"""Cells: what fits a terminal of 80 with a margin, for a diagram is never wrapped."""

_SHORTEST_ANSWER: Final = 3
"""Cells: shorter answers (``S3``, ``2``) are found in most fronts by chance."""

_YES_OR_NO: Final = frozenset({"yes", "no", "true", "false", "예", "네", "아니요", "아니오", "참", "거짓"})
_OFFERS: Final = re.compile(r"\b(?:or|versus|vs)\b|또는|아니면|혹은|이나 |중 (?:어느|어떤|무엇|하나)|가운데")
"""Words of a front that offers answers to choose from."""


def front_gives_answer(material: Material) -> Iterator[Hit]:
    """A card whose front says what it asks for."""
    for place, entry in entries(material):
        for card in cards_of(entry):
            if language := _gives_answer(card):
                yield Hit(place, {"item": card.id, "language": language})


def _gives_answer(card: Card) -> str | None:
    """The language in which the front has the back as words of its own."""
    for language, back in card.back.by_language.items():
        answer = plain(back).strip(" .,!?")
        front = plain(card.front.read(language).text)
        if cells(answer) < _SHORTEST_ANSWER or answer in _YES_OR_NO or _OFFERS.search(front):
            continue
        # Korean particles follow without a space; a digit or letter means another number or word.
        if re.search(rf"(?<![\w.,]){re.escape(answer)}(?![A-Za-z0-9])", front):
            return language
    return None


def wide_diagram(material: Material) -> Iterator[Hit]:
    """A note with a diagram wider than a terminal."""
    for place, note in notes(material):
        for language, body in note.body.by_language.items():
            lines = [line for fence in fences(body) if fence.is_diagram for line in fence.body.splitlines()]
            widest = max((cells(line.rstrip()) for line in lines), default=0)
            if widest > WIDEST_DIAGRAM:
                params = {"item": note.id, "language": language, "cells": widest, "most": WIDEST_DIAGRAM}
                yield Hit(place, params)
