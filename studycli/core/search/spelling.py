"""How near two spellings are, counted in letters: those a Hangul syllable is typed with."""

from collections.abc import Iterable
from typing import Final

from studycli.core.search.hangul import jamo

_SHORTEST: Final = 3
_EDGE: Final = "_"


def grams(word: str) -> frozenset[str]:
    """The trigrams of the letters of ``word`` with its edges; similar words share many."""
    letters = f"{_EDGE}{jamo(word)}{_EDGE}"
    return frozenset(map("".join, zip(letters, letters[1:], letters[2:], strict=False)))


def allowed(word: str) -> int:
    """How many letters of ``word`` may be wrong."""
    length = len(jamo(word))
    if length < _SHORTEST:
        return 0
    return 1 if length < 7 else 2 if length < 12 else 3


def distance(one: str, other: str, most: int) -> int:
    """How many letters were left out, added, changed or swapped with their neighbour; ``most + 1`` if more.

    Optimal string alignment, row by row.
    """
    first, second = jamo(one), jamo(other)
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for place, letter in enumerate(first, start=1):
        above, row = row, [place]
        for at, its in enumerate(second, start=1):
            cost = min(above[at] + 1, row[at - 1] + 1, above[at - 1] + (letter != its))
            if place > 1 and at > 1 and letter == second[at - 2] and first[place - 2] == its:
                cost = min(cost, before[at - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def nearest(word: str, candidates: Iterable[str], most: int) -> str | None:
    """The candidate with the fewest wrong letters, of equals one that begins alike, else the first."""
    rated = [
        (distance(word, each, most), each[:1] != word[:1], place, each)
        for place, each in enumerate(candidates)
    ]
    close = [each for each in rated if each[0] <= most]
    return min(close)[-1] if close else None
