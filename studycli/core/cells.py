"""How much room text takes on a terminal."""

import unicodedata


def cells(text: str) -> int:
    """How many terminal cells ``text`` takes: a Hangul syllable takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
