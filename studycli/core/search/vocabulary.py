"""The words of a material, to mend a misspelt one with: each without its ending, and as it stands."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from studycli.core.search.korean import bases
from studycli.core.search.tokens import folded

_WORDS: Final = re.compile(r"[가-힣]{2,}|[a-z][a-z0-9]+")
_LONGEST: Final = 24


def words_of(text: str) -> set[str]:
    """The words a text has, of at least two characters, in small letters."""
    found = set(_WORDS.findall(folded(text)))
    return found.union(*map(_forms, found))


@lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[str, ...]:
    return bases(word)[:1] if word[0] >= "가" and len(word) <= _LONGEST else ()


def segments(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """``word`` cut into the fewest ``known`` words of two syllables and more, empty if it cannot be.

    Of two ways with as many pieces the one with the longer first piece. At most one piece may be unknown: a particle
    or an ending at the end, which is left out.
    """
    pieces = set(known)
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        ways = [
            (*before, word[start:end])
            for start in range(end - 1)
            if (before := best[start]) is not None and word[start:end] in pieces
        ]
        best[end] = min(ways, key=len, default=None)
    return best[-1] or best[-2] or ()


def substrings(word: str) -> Iterator[str]:
    """Every piece of ``word`` of two syllables and more."""
    for start in range(len(word) - 1):
        for end in range(start + 2, len(word) + 1):
            yield word[start:end]
