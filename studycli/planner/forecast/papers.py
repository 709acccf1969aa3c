"""The number of right answers in papers of a blueprint. Imports numpy.

Everything is exact given the chance of each question: of the N questions of a domain, a random n are drawn and
count, so the right ones among them are hypergeometric in the right ones of all N, which are Poisson binomial.
"""

from collections.abc import Collection
from math import comb
from typing import Final

import numpy as np

from studycli.core.blueprints import Blueprint
from studycli.core.exam.draw import apportioned
from studycli.planner.fsrs import Floats

_EXACT_UP_TO: Final = 200
"""In a larger pool drawing without putting back makes no difference any more."""


def counted_questions(blueprint: Blueprint, filled: Collection[str]) -> dict[str, int]:
    """How many questions count in each domain, of those ``filled`` only: the others leave theirs to these by weight.

    As papers are drawn; domains of which none counts are left out.
    """
    domains = [domain for domain in blueprint.domains if domain.id in filled and domain.weight]
    if not domains or not blueprint.questions:
        return {}
    sizes = apportioned(blueprint.questions, [domain.weight for domain in domains])
    shares = apportioned(min(blueprint.scored_questions, blueprint.questions), sizes)
    return {domain.id: share for domain, share in zip(domains, shares, strict=True) if share}


def right_of_drawn(chances: Floats, drawn: int) -> Floats:
    """The distribution of right answers among ``drawn`` questions of a pool, along a new last axis (0..drawn).

    ``chances`` has the pool along its last axis. A pool smaller than what is drawn stands for more like it.
    """
    pool = chances.shape[-1]
    if drawn > pool or pool > _EXACT_UP_TO:
        return right_of_all(np.repeat(chances.mean(axis=-1, keepdims=True), drawn, axis=-1))
    return np.asarray(right_of_all(chances) @ _drawing(pool, drawn))


def right_of_all(chances: Floats) -> Floats:
    """The distribution of right answers to all questions (Poisson binomial), along a new last axis."""
    # Counts run along the first axis while it is made, so that whole rows are added at once.
    questions = np.moveaxis(chances, -1, 0).copy()
    found = np.zeros((len(questions) + 1, *questions.shape[1:]))
    found[0] = 1.0
    for place, chance in enumerate(questions):
        gained = found[: place + 1] * chance
        found[: place + 1] -= gained
        found[1 : place + 2] += gained
    return np.moveaxis(found, 0, -1)


def together(one: Floats, other: Floats) -> Floats:
    """The distribution of a sum: a convolution along the last axis."""
    found = np.zeros((*one.shape[:-1], one.shape[-1] + other.shape[-1] - 1))
    for place in range(other.shape[-1]):
        found[..., place : place + one.shape[-1]] += one * other[..., place, None]
    return found


def quantile(values: Floats, probabilities: Floats, share: float) -> float:
    """The mid-distribution quantile: linear between values, each at half its own probability.

    Unlike the plain quantile of so few values it is not biased outwards. Source: Ma, Genton, Parzen, "Asymptotic
    properties of sample quantiles of discrete distributions" (2011).
    """
    present = probabilities > 0
    middle = np.cumsum(probabilities[present]) - probabilities[present] / 2
    return float(np.interp(share, middle, values[present]))


def _drawing(pool: int, drawn: int) -> Floats:
    """P(right among the drawn | right in the pool): rows by the latter, columns by the former."""
    ways = comb(pool, drawn)
    return np.array(
        [
            [comb(right, hit) * comb(pool - right, drawn - hit) / ways for hit in range(drawn + 1)]
            for right in range(pool + 1)
        ]
    )
