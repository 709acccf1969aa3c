"""How well items fit a query.

A query is a list of concepts, each met by the best of its names. A concept weighs what all its names together are rare:
were each name weighed by itself, the rarest spelling of a common thing would win. What a document itself says (BM25,
in its text; and whether its title names it) is completed by what it stands under: the topic, and the note of a card.
An item then takes a share of the scores of what belongs to it, so that the note which is the home of a subject, its
cards and the questions on them come together.

The constants were chosen on the known queries of ``benchmarks/search``; all are flat around their values.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import repeat
from math import log
from operator import add, mul
from typing import Final, NamedTuple

from studycli.core.ledgers import Kind
from studycli.core.search.address import (
    is_first,
    is_note,
    is_question,
    item_of,
    items_of,
    kind_of,
    note_of,
    slot_of,
)

_OF_NOTE: Final = 1.4
_OF_QUESTION: Final = 0.8
"""Against a card. A note comes before its cards and questions where they match alike; its length costs it some of its
BM25.
"""

_TITLE_OF_NOTE: Final = 1.0
_TITLE_OF_OTHERS: Final = 0.2
"""What a title adds that names a concept: the title of a note says what it is about, a front only asks."""

_CONTEXT: Final = 1.5
"""What a topic or a note adds that names a concept to everything under it."""

_INTRODUCES: Final = 1.5
"""How much more the context counts for the first note of a file, which introduces its topic."""

_CONTEXT_COVERS: Final = 0.6
"""As much of a concept counts as met by that alone."""

_ELSEWHERE: Final = 0.6
"""The share that is left to what stands under none of the topics which a query names: it only mentions them."""

_COVERAGE: Final = 2.0
"""The power of the share of a query that is met: two half answers are worth half a whole one."""

_LEAST_COVERED: Final = 0.2
"""Of what the best document meets of a query."""

_OTHER_LANGUAGE: Final = 0.5
"""The share of what an item says in its other languages."""

_NOTE_TO_CARD: Final = 0.1
_CARD_TO_NOTE: Final = 0.2
_CARD_TO_QUESTION: Final = 0.2
_NOTE_TO_QUESTION: Final = 0.1
"""The shares that an item takes of the score of what belongs to it, the best of each kind."""

_CARDS_OF_NOTE: Final = 3
"""As many of the best cards of a note count for it: it is the home of what several of them ask."""


class Met(NamedTuple):
    """Where a concept is met: by documents in their text (how strongly) and in their title, by slots in their topic.

    Each with the worth, of at most 1, of the name that was met; for titles times what ``in_titles`` gives, for texts
    times ``scale`` (it is given apart because nobody wants to multiply ten thousand numbers by it). ``weight`` is that
    of the concept, of at most 1.
    """

    weight: float
    strengths: Mapping[int, float]
    titles: Mapping[int, float]
    topics: Mapping[int, float]
    scale: float = 1.0


class Rated(NamedTuple):
    """An item's score, and the document that fits best."""

    score: float
    number: int


def rarity(documents: int, of: int) -> float:
    """The weight of what is named in ``documents`` of ``of`` documents (Robertson and Sparck Jones, smoothed)."""
    return log(1 + (of - documents + 0.5) / (documents + 0.5))


def strongest(names: Iterable[tuple[float, Mapping[int, float]]]) -> dict[int, float]:
    """The best of several names for each number, each with its worth."""
    best: dict[int, float] = {}
    for worth, strengths in names:
        if not best:
            best = dict(zip(strengths, map(mul, strengths.values(), repeat(worth)), strict=True))
            continue
        for number, strength in strengths.items():
            value = worth * strength
            if value > best.get(number, 0.0):
                best[number] = value
    return best


def in_titles(numbers: Iterable[int]) -> dict[int, float]:
    """What it adds for each document that its title names a concept."""
    return {number: _TITLE_OF_NOTE if is_note(number) else _TITLE_OF_OTHERS for number in numbers}


class Found(NamedTuple):
    """The score of the best documents, and how many items were found in all."""

    scores: dict[int, float]
    items: int


def found(
    concepts: Sequence[Met], of: int, most: int, is_wanted: Callable[[int], bool] | None = None
) -> Found:
    """What is found: documents that name a concept themselves and are wanted; ``of`` is how many documents there are.

    Documents that meet much less of the query than the best do are left out; about ``most`` of the best are scored.
    """
    if not concepts:
        return Found({}, 0)
    weights = [met.weight * rarity(len(met.strengths) or 1, of) for met in concepts]
    rated = sorted(zip(weights, concepts, strict=True), key=lambda each: -len(each[1].strengths))
    covered = _covered(rated)
    totals = _totals(rated, covered)
    if is_wanted:
        totals = {number: total for number, total in totals.items() if is_wanted(number)}
    count = len(items_of(totals))
    floor = sorted(totals.values())[-most] if len(totals) > most else 0.0
    common, unit = rated[0][0], _unit(rated)
    totals = {number: unit * total for number, total in totals.items() if total >= floor}
    covered = {number: covered.get(number, common) for number in totals}
    for weight, met in rated:
        _add_context(weight, met, totals, covered)
    _keep_to_topics(concepts, totals)
    whole = sum(weights)
    scores = {
        number: _of_kind(number) * total * (covered[number] / whole) ** _COVERAGE
        for number, total in totals.items()
    }
    return Found(scores, count)


def _of_kind(number: int) -> float:
    if is_note(number):
        return _OF_NOTE
    return _OF_QUESTION if is_question(number) else 1.0


_Rated = Sequence[tuple[float, Met]]
"""Concepts with their weights, the one that most documents name first.

Maybe ten thousand documents name it, at every key somebody types: no loop of ours goes over these.
"""


def _unit(rated: _Rated) -> float:
    """What the strengths of the commonest concept are to be multiplied by."""
    weight, met = rated[0]
    return weight * met.scale


def _covered(rated: _Rated) -> dict[int, float]:
    """What of the concepts the documents name that name another than the commonest."""
    (common, most_met), *others = rated
    covered: dict[int, float] = {}
    for weight, met in others:
        _add(covered, met.strengths, repeat(weight))
    for number in covered.keys() & most_met.strengths.keys():
        covered[number] += common
    return covered


def _totals(rated: _Rated, covered: Mapping[int, float]) -> dict[int, float]:
    """What each document says of the concepts, in units of the commonest; without those that meet too little."""
    (common, most_met), *others = rated
    unit = _unit(rated)
    least = _LEAST_COVERED * max(common, *covered.values()) if covered else 0.0
    strengths = most_met.strengths
    if common < least:
        totals = dict(zip(covered, map(strengths.get, covered, repeat(0.0)), strict=True))
    else:
        totals = dict(strengths)
    for weight, met in others:
        _add(totals, met.strengths, map(mul, met.strengths.values(), repeat(weight * met.scale / unit)))
    for weight, met in rated:
        titles = {number: met.titles[number] for number in met.titles.keys() & totals.keys()}
        _add(totals, titles, map(mul, titles.values(), repeat(weight / unit)))
    if min(weight for weight, _ in rated) < least:
        return {number: total for number, total in totals.items() if covered.get(number, common) >= least}
    return totals


def _add(sums: dict[int, float], numbers: Mapping[int, float], values: Iterable[float]) -> None:
    """Add a value to the sum of each number."""
    sums.update(zip(numbers, map(add, map(sums.get, numbers, repeat(0.0)), values), strict=True))


def _add_context(weight: float, met: Met, totals: dict[int, float], covered: dict[int, float]) -> None:
    """Add to the documents what they stand under, if that names the concept."""
    if not met.topics and not met.titles:
        return
    for number in totals:
        context = met.topics.get(slot_of(number), 0.0) if met.topics else 0.0
        if met.titles and (note := note_of(number)) != number:
            context = max(context, met.titles.get(note, 0.0))
        if not context:
            continue
        if is_first(number):
            context *= _INTRODUCES
        totals[number] += weight * _CONTEXT * context
        if number not in met.strengths:
            covered[number] += weight * _CONTEXT_COVERS


def _keep_to_topics(concepts: Sequence[Met], totals: dict[int, float]) -> None:
    """Take from what stands elsewhere, where a query names topics: who asks for a service means its own notes."""
    slots = set().union(*(met.topics for met in concepts))
    for number in totals if slots else ():
        if slot_of(number) not in slots:
            totals[number] *= _ELSEWHERE


def items(documents: Mapping[int, float]) -> dict[int, Rated]:
    """The score of each item from those of its documents."""
    best: dict[int, Rated] = {}
    sums: dict[int, float] = {}
    for number, score in documents.items():
        item = item_of(number)
        sums[item] = sums.get(item, 0.0) + score
        if item not in best or score > best[item].score:
            best[item] = Rated(score, number)
    return {
        item: Rated(score + _OTHER_LANGUAGE * (sums[item] - score), number)
        for item, (score, number) in best.items()
    }


def together(rated: Mapping[int, Rated], tested: Mapping[int, Sequence[int]]) -> dict[int, Rated]:
    """The scores with what belongs together; ``tested`` are the cards of questions, as numbers of items."""
    cards: dict[int, list[float]] = {}
    for item, (score, _) in rated.items():
        if kind_of(item) is Kind.CARD:
            cards.setdefault(note_of(item), []).append(score)
    of_cards = {note: sum(nlargest(_CARDS_OF_NOTE, scores)) for note, scores in cards.items()}
    return {
        item: Rated(score + _from_others(item, rated, of_cards, tested.get(item, ())), number)
        for item, (score, number) in rated.items()
    }


def _from_others(
    item: int, rated: Mapping[int, Rated], of_cards: Mapping[int, float], tested: Sequence[int]
) -> float:
    kind = kind_of(item)
    if kind is Kind.NOTE:
        return _CARD_TO_NOTE * of_cards.get(item, 0.0)
    if kind is Kind.CARD:
        return _NOTE_TO_CARD * _score(rated, note_of(item))
    card = max((_score(rated, card) for card in tested), default=0.0)
    note = max((_score(rated, note_of(card)) for card in tested), default=0.0)
    return _CARD_TO_QUESTION * card + _NOTE_TO_QUESTION * note


def _score(rated: Mapping[int, Rated], item: int) -> float:
    return rated[item].score if item in rated else 0.0
