"""The chance of every question at every node, and what follows from it. Imports numpy."""

from collections.abc import Mapping, Sequence
from functools import reduce
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from studycli.core.blueprints import WHOLE_WEIGHT, Blueprint
from studycli.core.exam.paper import terms_of
from studycli.core.exam.score import scaled_score
from studycli.core.questions import QuestionRef
from studycli.planner.forecast.chance import Held, guess_of, recall_in
from studycli.planner.forecast.level import BEYOND, USE, Level, known, right_chance
from studycli.planner.forecast.nodes import normal_nodes
from studycli.planner.forecast.papers import right_of_drawn, together
from studycli.planner.forecast.values import Ground, Part, Prospect, Share
from studycli.planner.fsrs import Floats

LOW: Final = 0.1
HIGH: Final = 0.9
"""The quantiles at the ends of a range."""

MISSED: Final = 0.1
"""The share of days with study that are missed, each by itself."""

PACE_SD: Final = 0.1
"""How far the rest of the plan may be off as a whole: habits, pace, what the memory model makes of both."""

MOST_DRIFT_DAYS: Final = 30
"""Drift grows no further than for so many days."""


class Sheet:
    """The questions that exams draw on, with their chances: an array (nodes, questions).

    ``counted`` is how many questions count by domain; every domain in it has one in ``pool``, and at least one.
    """

    def __init__(
        self,
        ground: Ground,
        prospect: Prospect,
        pool: Sequence[QuestionRef],
        counted: Mapping[str, int],
        level: Level,
    ) -> None:
        self._ground, self._prospect, self._pool, self._counted = ground, prospect, pool, counted
        self._planned = Held(ground.cards, prospect.planned)
        self._guess = np.array([guess_of(ref) for ref in pool])
        nodes = normal_nodes(len(level.mean) + 1)
        effects = level.mean + nodes[:, 1:] @ level.root.T
        # Nobody gets further without the cards than with them: more recall never lowers a score.
        effects[:, BEYOND] = np.minimum(effects[:, BEYOND], effects[:, USE])
        places = np.array([level.topics.index(ref.topic) for ref in pool])
        recall = self._recall(nodes[:, :1], level.drift_sd)
        kept, self._use, self._beyond = known(recall, places, effects)
        self._chances = right_chance(self._guess, kept, self._use, self._beyond)
        self._domains = {domain: self._where("domain", domain) for domain in counted}
        self._weights = np.zeros(len(pool))
        for domain, own in self._domains.items():
            self._weights[own] = counted[domain] / own.sum() / sum(counted.values())

    def _recall(self, spread: Floats, drift_sd: float) -> Floats:
        """The product of recall of each question at each node, by how far the plan will have come true."""
        idle = Held(self._ground.cards, self._prospect.idle)
        planned = np.array([self._planned.of(ref) for ref in self._pool])
        left = np.array([idle.of(ref) for ref in self._pool])
        days = self._prospect.study_days
        missed = MISSED * (1 - MISSED) / max(1, days)
        off = np.sqrt(PACE_SD**2 + missed) * spread
        drifted = planned ** np.exp(-drift_sd * sqrt(min(days, MOST_DRIFT_DAYS)) * spread)
        return np.asarray(np.clip(drifted + off * (planned - left), 0.0, 1.0))

    def _where(self, field: str, value: str) -> NDArray[np.bool_]:
        return np.array([getattr(ref, field) == value for ref in self._pool])

    def scores(self) -> tuple[Floats, Floats]:
        """Every possible score, ascending, and its probability."""
        parts = [
            right_of_drawn(self._chances[:, self._domains[domain]], drawn)
            for domain, drawn in self._counted.items()
        ]
        probabilities = reduce(together, parts).mean(axis=0)
        most = sum(self._counted.values())
        terms = terms_of(self._ground.blueprint.id, self._ground.blueprint)
        scores = np.array([scaled_score(right, most, terms) for right in range(most + 1)], float)
        return scores, probabilities / probabilities.sum()

    def points(self) -> dict[str, float]:
        """The points of each question for one more in the product of its recall."""
        scale = self._ground.blueprint.highest - self._ground.blueprint.lowest
        rise = (1 - self._guess) * (self._use - self._beyond).mean(axis=0)
        points = (scale * self._weights * rise).tolist()
        return {ref.id: each for ref, each in zip(self._pool, points, strict=True)}

    def domains(self) -> tuple[Part, ...]:
        """The blueprint's domains, in its order."""
        return tuple(
            self._domain(domain.id, domain.weight / WHOLE_WEIGHT) for domain in self._blueprint.domains
        )

    def _domain(self, domain: str, weight: float) -> Part:
        own = self._domains.get(domain)
        if own is None:
            return Part(domain, weight, 0, None, None)
        tested = {card for ref in self._pool if ref.domain == domain for card in ref.tests}
        recalls = [recall_in(self._prospect.planned, card) for card in sorted(tested)]
        recall = sum(recalls) / len(recalls) if recalls else None
        return Part(domain, weight, int(own.sum()), self._share(own), recall)

    def topics(self) -> tuple[Part, ...]:
        """The topics the pool has questions of, heaviest first."""
        found = []
        for topic in {ref.topic for ref in self._pool}:
            own = self._where("topic", topic)
            weight, recall = float(self._weights[own].sum()), self._planned.topic(topic)
            found.append(Part(topic, weight, int(own.sum()), self._share(own), recall))
        return tuple(sorted(found, key=lambda part: (-part.weight, part.id)))

    def _share(self, own: NDArray[np.bool_]) -> Share:
        weights = self._weights[own]
        shares = self._chances[:, own] @ weights / weights.sum()
        low, high = np.quantile(shares, (LOW, HIGH))
        return Share(float(shares.mean()), float(low), float(high))

    @property
    def _blueprint(self) -> Blueprint:
        return self._ground.blueprint
