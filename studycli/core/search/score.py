"""How well an item fits a query.

A query is a list of concepts; each is met by the best of its names. Its weight is how rare it is with all of its names
together: were each name counted by itself, the rarest spelling of a common thing would win.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Final, NamedTuple

_PARTIAL: Final = 1.0
"""The power of the share of a query that is met: at 0 two half answers are worth a whole one."""

LEAST_SHARE: Final = 0.2
"""Of the best score: what is below does not count as found."""


class Met(NamedTuple):
    """A concept: its worth of at most 1, and how strongly each document names it."""

    weight: float
    strengths: Mapping[int, float]


def rarity(documents: int, of: int) -> float:
    """The weight of what is named in ``documents`` of ``of`` documents (Robertson and Sparck Jones, smoothed)."""
    return log(1 + (of - documents + 0.5) / (documents + 0.5))


def strongest(names: Iterable[tuple[float, Mapping[int, float]]]) -> dict[int, float]:
    """How strongly each document names a concept: by the best of its names, each with its worth."""
    best: dict[int, float] = {}
    for weight, strengths in names:
        for document, strength in strengths.items():
            worth = weight * strength
            if worth > best.get(document, 0.0):
                best[document] = worth
    return best


def scores(concepts: Sequence[Met], of: int) -> dict[int, float]:
    """The score of every document that names a concept; ``of`` is how many documents there are."""
    totals: dict[int, float] = {}
    covered: dict[int, float] = {}
    whole = 0.0
    for weight, strengths in concepts:
        worth = weight * rarity(len(strengths), of) if strengths else log(1 + of)
        whole += worth
        for document, strength in strengths.items():
            totals[document] = totals.get(document, 0.0) + worth * strength
            covered[document] = covered.get(document, 0.0) + worth
    return {document: total * (covered[document] / whole) ** _PARTIAL for document, total in totals.items()}
