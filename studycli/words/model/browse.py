"""Texts of the lists of topics and notes."""

from collections.abc import Callable
from typing import NamedTuple


class BrowseWords(NamedTuple):
    """The list of topics, and of the notes of one. ``row`` tells the chance of recall, cards seen, cards in all."""

    title: str
    columns: str
    nothing: str
    row: Callable[[str, int, int], str]
