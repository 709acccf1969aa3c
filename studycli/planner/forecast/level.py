"""What a learner makes of what the cards hold: partial pooling over topics. Imports numpy.

Of a question in topic t, whose cards are all recalled with probability P, the answer is known with probability ::

    K = Q * s(u + x_t) + (1 - Q) * s(v + x_t),   Q = P ** exp(f),   s(z) = 1 / (1 + exp(-z))

``u`` is how far what is recalled carries in exam questions, ``v`` how far one gets without (other reading, sense),
``x_t`` what a topic adds to or takes from both, ``f`` how strictly a question needs its cards: below 0 part of them
helps, above 0 more is forgotten than believed. The answer is right with probability ``c + (1 - c) * K``; with u large,
v small and f = 0 that is ``c + (1 - c) * P``. All have normal priors (``Prior``), so that topics with few answers lean
on the others, and a learner without answers on the prior. The posterior is normal about its mode (Laplace, with the
expected information), each answer weighing as ``Judged.weight`` says.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from studycli.planner.forecast.values import Judged
from studycli.planner.fsrs import Floats

USE, BEYOND, STRICTNESS, TOPICS = 0, 1, 2, 3
"""Places of u, v, f and the first topic in a vector of effects."""

_STEPS: Final = 50
_SHORTEST: Final = 1e-4
_CLOSE: Final = 1e-9
_LEAST_CHANCE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Prior:
    """Means and standard deviations of the effects, on the logit scale.

    ``drift_sd``: for one day to the exam, of the exponent's logarithm by which recall ends beside the plan.
    """

    use: float = 2.4
    use_sd: float = 0.7
    beyond: float = -1.3
    beyond_sd: float = 0.7
    strictness: float = -0.4
    strictness_sd: float = 0.3
    topic_sd: float = 0.5
    drift_sd: float = 0.0

    def mean(self, topics: int) -> Floats:
        """The means of all effects for so many topics."""
        return np.array([self.use, self.beyond, self.strictness] + [0.0] * topics)

    def variance(self, topics: int) -> Floats:
        """Their variances."""
        sds = [self.use_sd, self.beyond_sd, self.strictness_sd] + [self.topic_sd] * topics
        return np.square(sds)


FITTED_PRIOR: Final = Prior()
"""For memory believed by the learner's own parameters."""

DEFAULTS_PRIOR: Final = Prior(strictness=-0.1, strictness_sd=0.67, drift_sd=0.17)
"""For memory believed by FSRS-6's defaults: less is known, and on the mean of learners they promise too much."""


@dataclass(frozen=True, slots=True)
class Level:
    """Normal effects: ``mean`` and ``root``, with ``root @ root.T`` their covariance. ``topics`` name the last.

    ``drift_sd`` is the prior's.
    """

    topics: tuple[str, ...]
    mean: Floats
    root: Floats
    drift_sd: float


def level_of(answers: Sequence[Judged], topics: Collection[str], prior: Prior = FITTED_PRIOR) -> Level:
    """What the answers say. Their order does not matter; topics not named here are the prior's own."""
    names = tuple(sorted({*topics, *(answer.topic for answer in answers)}))
    mean, variance = prior.mean(len(names)), prior.variance(len(names))
    if not answers:
        return Level(names, mean, np.diag(np.sqrt(variance)), prior.drift_sd)
    data = _Data.of(sorted(answers), names)
    mode = _mode(data, mean, variance)
    _, _, information = _derivatives(data, mode, mean, variance)
    return Level(names, mode, np.linalg.inv(np.linalg.cholesky(information)).T, prior.drift_sd)


def known(recall: Floats, place: Floats, effects: Floats) -> tuple[Floats, Floats, Floats]:
    """K, with Q and the two shares it lies between; ``place`` is each question's topic, counted from 0.

    ``effects`` has its vectors along the last axis; questions come along a new last axis in the result.
    """
    at = TOPICS + place
    use = _logistic(effects[..., USE, None] + effects[..., at])
    beyond = _logistic(effects[..., BEYOND, None] + effects[..., at])
    kept = recall ** np.exp(effects[..., STRICTNESS, None])
    return kept, use, beyond


def right_chance(guess: Floats, kept: Floats, use: Floats, beyond: Floats) -> Floats:
    """The chance of a right answer: ``c + (1 - c) * K``."""
    return guess + (1 - guess) * (kept * use + (1 - kept) * beyond)


@dataclass(frozen=True, slots=True)
class _Data:
    place: Floats
    recall: Floats
    chance: Floats
    right: Floats
    weight: Floats

    @classmethod
    def of(cls, answers: Sequence[Judged], topics: Sequence[str]) -> "_Data":
        place = {topic: at for at, topic in enumerate(topics)}
        columns = np.array([each[2:] for each in answers]).T
        return cls(np.array([place[each.topic] for each in answers]), *columns)


def _mode(data: _Data, mean: Floats, variance: Floats) -> Floats:
    """Fisher scoring with halved steps: uphill always, at most ``_STEPS`` of them."""
    at = mean
    height, slope, information = _derivatives(data, at, mean, variance)
    for _ in range(_STEPS):
        step = np.linalg.solve(information, slope)
        share = 1.0
        while share > _SHORTEST:
            found = _derivatives(data, at + share * step, mean, variance)
            if found[0] >= height:
                break
            share /= 2
        else:
            break
        at, (height, slope, information) = at + share * step, found
        if np.abs(step).max() < _CLOSE:
            break
    return at


def _derivatives(data: _Data, at: Floats, mean: Floats, variance: Floats) -> tuple[float, Floats, Floats]:
    """Log posterior density (less a constant), its gradient, and the expected information."""
    kept, use, beyond = known(data.recall, data.place, at)
    room = 1 - data.chance
    p = np.clip(right_chance(data.chance, kept, use, beyond), _LEAST_CHANCE, 1 - _LEAST_CHANCE)
    slopes = np.zeros((len(p), len(at)))
    slopes[:, USE] = room * kept * use * (1 - use)
    slopes[:, BEYOND] = room * (1 - kept) * beyond * (1 - beyond)
    slopes[:, STRICTNESS] = room * (use - beyond) * _by_strictness(kept)
    slopes[np.arange(len(p)), TOPICS + data.place] = slopes[:, USE] + slopes[:, BEYOND]
    spread = p * (1 - p)
    off = at - mean
    height = (data.weight * (data.right * np.log(p) + (1 - data.right) * np.log1p(-p))).sum()
    gradient = slopes.T @ (data.weight * (data.right - p) / spread) - off / variance
    information = (slopes * (data.weight / spread)[:, None]).T @ slopes + np.diag(1 / variance)
    return float(height - 0.5 * (off**2 / variance).sum()), gradient, information


def _by_strictness(kept: Floats) -> Floats:
    """The derivative of ``P ** exp(f)`` by f: ``Q log Q``."""
    return kept * np.log(np.where(kept > 0, kept, 1.0))


def _logistic(z: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-z)))
