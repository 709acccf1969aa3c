"""How much room text takes on a terminal."""

import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import Final

_KNOWN_CHARACTERS: Final = 8192


def cells(text: str) -> int:
    """How many terminal cells ``text`` takes: a Hangul syllable takes two."""
    return len(text) if text.isascii() else sum(map(_width, text))


def cells_before(text: str) -> list[int]:
    """How many cells stand before each character of ``text``, and behind its last."""
    return list(accumulate(map(_width, text), initial=0))


@lru_cache(maxsize=_KNOWN_CHARACTERS)
def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
