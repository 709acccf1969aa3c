"""Proposing ids."""

import re
from collections.abc import Container
from itertools import count

_MOST_WORDS = 5
_WORDS = re.compile("[a-z0-9]+")
_GAP_NAMES = re.compile(r"\{\{[^{}:]*::")


def proposed_id(text: str, taken: Container[str], fallback: str) -> str:
    """An id made of the first English words of ``text``, ``fallback`` if it has none, that is not ``taken``."""
    words = _WORDS.findall(_GAP_NAMES.sub(" ", text).lower().replace("'", ""))[:_MOST_WORDS]
    name = "-".join(words) if any(not word.isdecimal() for word in words) else fallback
    if name not in taken:
        return name
    return next(each for number in count(2) if (each := f"{name}-{number}") not in taken)
