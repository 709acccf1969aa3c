"""The line of a text that shows best why it was found, and the places in it that match."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from studycli.core.search.plan import Concept
from studycli.core.search.tokens import Phrase, Place, in_stream, mentions, places, stream, words_in

_KNOWN_LINES: Final = 5000
"""While somebody types, much the same lines are looked at at every key."""

Mark = Place
"""The place of what matches."""


Sought = Sequence[tuple[Phrase, str]]
"""The phrases of a concept, each with what it is in a stream of tokens."""


class Snippet(NamedTuple):
    """One line of a text, and how many of the concepts it names."""

    text: str
    named: int


def sought(concepts: Iterable[Concept]) -> tuple[Sought, ...]:
    """What to look for in lines, for each concept."""
    return tuple(
        tuple((variant.phrase, in_stream(variant.phrase)) for variant in concept.variants)
        for concept in concepts
    )


def marks_in(text: str, wanted: Sequence[Sought]) -> tuple[Mark, ...]:
    """The places of all that matches, in order, those that touch made one."""
    tokens = _tokens(text)
    phrases = [phrase for each in wanted for phrase, shown in each if shown in tokens]
    if not phrases:
        return ()
    at = _places(text)
    found = {(at[first][0], at[last][1]) for phrase in phrases for first, last in mentions(tokens, phrase)}
    return tuple(_joined(sorted(found)))


def snippet_of(lines: Iterable[str], wanted: Sequence[Sought]) -> Snippet:
    """The line that names most of the concepts, the first of equals."""
    best, most = "", -1
    for line in lines:
        tokens = _tokens(line)
        named = sum(any(shown in tokens for _, shown in each) for each in wanted)
        if named > most:
            best, most = line, named
            if named == len(wanted):
                break
    return Snippet(best, max(most, 0))


@lru_cache(maxsize=_KNOWN_LINES)
def _tokens(line: str) -> str:
    return f" {stream(words_in(line))} "


@lru_cache(maxsize=_KNOWN_LINES)
def _places(line: str) -> list[Place]:
    return places(line)


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
