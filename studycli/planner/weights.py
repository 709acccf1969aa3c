"""What each card counts in the exam: the weights of the blueprint's domains, led down to the cards."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from statistics import fmean, median
from typing import Final

from studycli.core.bank import QuestionUse
from studycli.core.blueprints import Blueprint
from studycli.core.questions import QuestionRef
from studycli.core.refs import CardRef

MOST_LEVELS: Final = 8
"""The index policy solves once for each level."""

_MOST_TIMES: Final = 4.0
"""No card counts more than this many times the middle one, nor less than that part of it.

A bank is a sample of the exam: where it has one question of a domain, the exam does not hang on its card.
"""


WEAK_TIMES: Final = 1.5
"""A domain that a failed exam found wanting counts so many times its weight in the next one."""


def exam_weights(
    refs: Sequence[CardRef],
    questions: Iterable[QuestionRef],
    blueprint: Blueprint | None,
    weak: Collection[str] = (),
) -> dict[str, float]:
    """The weight of each card; their mean is 1, and there are at most ``MOST_LEVELS`` different ones.

    The cards that exam questions of a domain test share its weight equally; a card of several domains gets a share
    of each. A card that no question tests counts as the mean of its topic, or of all where its topic has no tested
    one. Without a blueprint, or questions of its domains, all count alike. ``weak`` domains count more.
    """
    shares = _bounded(_shares({ref.id for ref in refs}, questions, blueprint, weak)) if blueprint else {}
    if not shares:
        return {ref.id: 1.0 for ref in refs}
    by_topic: dict[str, list[float]] = {}
    for ref in refs:
        if ref.id in shares:
            by_topic.setdefault(ref.topic, []).append(shares[ref.id])
    means = {topic: fmean(values) for topic, values in by_topic.items()}
    overall = fmean(shares.values())
    filled = {ref.id: shares.get(ref.id, means.get(ref.topic, overall)) for ref in refs}
    mean = fmean(filled.values())
    return _levelled({card: weight / mean for card, weight in filled.items()})


def _shares(
    known: set[str], questions: Iterable[QuestionRef], blueprint: Blueprint, weak: Collection[str]
) -> dict[str, float]:
    """What the tested cards get of the domains, in percent of the exam."""
    tested: dict[str, set[str]] = {domain.id: set() for domain in blueprint.domains if domain.weight}
    for question in questions:
        if question.use is QuestionUse.EXAM and question.domain in tested:
            tested[question.domain] |= known.intersection(question.tests)
    shares: dict[str, float] = {}
    for domain in blueprint.domains:
        cards = tested.get(domain.id, ())
        weight = domain.weight * (WEAK_TIMES if domain.id in weak else 1.0)
        for card in cards:
            shares[card] = shares.get(card, 0.0) + weight / len(cards)
    return shares


def _bounded(shares: Mapping[str, float]) -> dict[str, float]:
    middle = median(shares.values()) if shares else 0.0
    return {
        card: min(max(share, middle / _MOST_TIMES), middle * _MOST_TIMES) for card, share in shares.items()
    }


def _levelled(weights: dict[str, float]) -> dict[str, float]:
    """Where there are too many levels, ranges of equal ratio take the mean of their cards."""
    values = set(weights.values())
    if len(values) <= MOST_LEVELS:
        return weights
    lowest = min(values)
    step = math.log(max(values) / lowest) / MOST_LEVELS

    def place(weight: float) -> int:
        return min(MOST_LEVELS - 1, int(math.log(weight / lowest) / step))

    ranges: dict[int, list[float]] = {}
    for weight in weights.values():
        ranges.setdefault(place(weight), []).append(weight)
    means = {at: fmean(within) for at, within in ranges.items()}
    return {card: means[place(weight)] for card, weight in weights.items()}
