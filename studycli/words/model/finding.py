"""Texts of searching while typing."""

from collections.abc import Callable
from typing import NamedTuple


class FindingWords(NamedTuple):
    """``found`` tells how many are shown and how many there are."""

    title: str
    tips: tuple[str, ...]
    found: Callable[[int, int], str]
    nearest: str
    nothing: str
    looking: str
    spoken_keys: str
