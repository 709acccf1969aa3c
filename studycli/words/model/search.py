"""Texts of ``search``."""

from collections.abc import Callable
from typing import NamedTuple


class SearchHelp(NamedTuple):
    """Help of the command and its options. Examples keep their line breaks."""

    search: str
    search_examples: str
    option: Callable[[str], str]


class SearchWords(NamedTuple):
    """All texts of search. ``found`` is how many are shown, and how many there are."""

    help: SearchHelp
    kinds: Callable[[str], str]
    found: Callable[[int, int], str]
    mended: str
    nothing: str
    nothing_close: str
    indexing: Callable[[int, int], str]
