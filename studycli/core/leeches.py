"""Leeches: cards that are forgotten again and again. They are named, never suspended: their text is at fault."""

from typing import Final

from studycli.core.memory import CardState

LEECH_LAPSES: Final = 8
"""From so many lapses on a card is a leech."""

NAMED_AGAIN: Final = 4
"""It is named once more after so many more."""


def is_leech(state: CardState) -> bool:
    """Whether to name the card in lists."""
    return state.lapses >= LEECH_LAPSES and not state.suspended


def is_named_now(state: CardState) -> bool:
    """Whether the last lapse is one to name the card after: the 8th, the 12th, and so on."""
    return state.lapses >= LEECH_LAPSES and (state.lapses - LEECH_LAPSES) % NAMED_AGAIN == 0
