"""The line of a text that shows best why it was found, and the places in it that match."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from studycli.core.search.plan import Concept
from studycli.core.search.tokens import Phrase, Placed, placed

Mark = tuple[int, int]
"""A place in a text: its first character, and the one behind its last."""


class Snippet(NamedTuple):
    """One line of a text and the places in it that match."""

    text: str
    marks: tuple[Mark, ...]


def marks_in(text: str, concepts: Sequence[Concept]) -> tuple[Mark, ...]:
    """The places of all that matches, in order, those that touch made one."""
    tokens = list(placed(text))
    found = sorted({mark for concept in concepts for mark in _marks(tokens, concept)})
    return tuple(_joined(found))


def snippet_of(lines: Iterable[str], concepts: Sequence[Concept]) -> Snippet:
    """The line that names most of the concepts, the first of equals."""
    best, best_rank = "", (-1.0,)
    for line in lines:
        tokens = list(placed(line))
        rank = (sum(any(True for _ in _marks(tokens, concept)) for concept in concepts),)
        if rank > best_rank:
            best, best_rank = line, rank
    return Snippet(best, marks_in(best, concepts))


def title_share(title: str, concepts: Sequence[Concept]) -> float:
    """How much of a title is what was asked for, from 0 to 1."""
    size = sum(map(str.isalnum, title))
    marked = sum(sum(map(str.isalnum, title[start:end])) for start, end in marks_in(title, concepts))
    return marked / size if size else 0.0


def _marks(tokens: Sequence[Placed], concept: Concept) -> Iterator[Mark]:
    for variant in concept.variants:
        yield from _places(tokens, variant.phrase)


def _places(tokens: Sequence[Placed], phrase: Phrase) -> Iterator[Mark]:
    *whole, last = phrase.tokens
    for first in range(len(tokens) - len(whole)):
        here = tokens[first : first + len(phrase.tokens)]
        ending = here[-1]
        if not (ending.token.startswith(last) if phrase.is_open else ending.token == last):
            continue
        if all(token.token == wanted for token, wanted in zip(here, whole, strict=False)):
            yield here[0].start, ending.end


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
