"""The line of a text that shows best why it was found, and the places in it that match."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from studycli.core.search.plan import Concept
from studycli.core.search.tokens import is_in, mentions, placed, stream, words_in

Mark = tuple[int, int]
"""A place in a text: its first character, and the one behind its last."""


class Snippet(NamedTuple):
    """One line of a text, the places in it that match, and how many of the concepts it names."""

    text: str
    marks: tuple[Mark, ...]
    named: int


def marks_in(text: str, concepts: Sequence[Concept]) -> tuple[Mark, ...]:
    """The places of all that matches, in order, those that touch made one."""
    whole = stream(words_in(text))
    phrases = [
        variant.phrase for concept in concepts for variant in concept.variants if is_in(variant.phrase, whole)
    ]
    if not phrases:
        return ()
    tokens = placed(text)
    names = [token for token, _, _ in tokens]
    found = {
        (tokens[first][1], tokens[last][2]) for phrase in phrases for first, last in mentions(names, phrase)
    }
    return tuple(_joined(sorted(found)))


def snippet_of(lines: Iterable[str], concepts: Sequence[Concept]) -> Snippet:
    """The line that names most of the concepts, the first of equals."""
    best, most = "", -1
    for line in lines:
        tokens = stream(words_in(line))
        named = sum(
            any(is_in(variant.phrase, tokens) for variant in concept.variants) for concept in concepts
        )
        if named > most:
            best, most = line, named
    return Snippet(best, marks_in(best, concepts), max(most, 0))


def _joined(marks: Iterable[Mark]) -> Iterator[Mark]:
    start, end = 0, 0
    for mark in marks:
        if mark[0] > end:
            if end:
                yield start, end
            start, end = mark
        else:
            end = max(end, mark[1])
    if end:
        yield start, end
