"""A word written without spaces, cut into the words it is made of."""

from collections.abc import Iterable, Iterator


def segments(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """``word`` cut into the fewest ``known`` words of two syllables and more, empty if it cannot be.

    One syllable at its end may be left over: a particle. Of two ways with as many pieces the one with the longer
    first piece.
    """
    pieces = set(known)
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        ways = [
            (*before, word[start:end])
            for start in range(end - 2, -1, -1)
            if (before := best[start]) is not None and word[start:end] in pieces
        ]
        best[end] = min(ways, key=len, default=None)
    return next(filter(None, reversed(best[-2:])), ())


def substrings(word: str) -> Iterator[str]:
    """Every piece of ``word`` of two syllables and more."""
    for start in range(len(word) - 1):
        for end in range(start + 2, len(word) + 1):
            yield word[start:end]
