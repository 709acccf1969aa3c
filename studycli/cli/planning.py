"""The plan of a study day: from the log, the settings, the material and what the cache keeps of earlier work."""

from array import array
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import Final

from studycli.cli.plan_cache import KeptIndex, Part, PlanCache
from studycli.cli.wiring import Wiring
from studycli.core.memory import CardState
from studycli.planner.belief import Belief
from studycli.planner.dayplan import DayPlan
from studycli.planner.habits import learnt, pace_of
from studycli.planner.index import Index, greedy_index

_WEIGHTS: Final = "weights"
_SCHEDULER: Final = "greedy 1"
"""Of the function that values cards: another one, or another version of it, makes everything afresh."""

_MANY: Final = 100
"""A start that computed so many indices keeps them."""

_AHEAD: Final = 20_000
"""About as many indices are made for the days to come at a session's end, a fifth of a second's work."""

_MOST_DAYS: Final = 7


class Planning:
    """The plans of study days up to ``exam``. Raises MaterialError and LogError where it reads."""

    def __init__(self, wiring: Wiring, exam: date) -> None:
        self._wiring = wiring
        self._exam = exam
        self._cache = PlanCache(wiring.cache)
        self._indices: dict[date, tuple[str, KeptIndex]] = {}

    def of(self, day: date) -> DayPlan:
        """The plan of ``day``, which is not after the exam.

        How grades fall and what they cost is as learnt up to the day's start, so that an answer moves no card but
        its own; the pace is as it is now.
        """
        learner, engine = self._wiring.learner, self._wiring.engine
        belief = Belief(replace(learnt(learner.tallies(before=day)), pace=1.0))
        made_from = _digest((_SCHEDULER, self._exam, engine.parameters, belief, self._weights_from))
        fresh = self._index(day, belief)
        index = KeptIndex(fresh, self._cache.part(day.isoformat(), made_from))
        self._indices[day] = (made_from, index)
        return DayPlan(day, self._exam, engine, belief, index, pace_of(learner.tallies()))

    def _index(self, day: date, belief: Belief) -> Index:
        """What values the cards of a study day."""
        return greedy_index(day, self._exam, self._wiring.engine, belief, self.weights)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each card counts in the exam that is planned for."""
        kept = self._cache.part(_WEIGHTS, self._weights_from)
        if kept is not None:
            return dict(zip(kept.cards, kept.columns[0], strict=True))
        # Only after the material changed.
        from studycli.cli.exam_papers import blueprint_named  # noqa: PLC0415
        from studycli.planner.weights import exam_weights  # noqa: PLC0415

        shelf = self._wiring.shelf
        blueprint = blueprint_named(self._wiring, None)[1] if shelf.blueprints() else None
        weights = exam_weights(shelf.refs(), shelf.question_refs(), blueprint, self._weak)
        part = Part(self._weights_from, list(weights), [array("d", weights.values())])
        self._cache.put({_WEIGHTS: part})
        return weights

    @cached_property
    def _weights_from(self) -> str:
        return _digest((self._wiring.shelf.version, self._wiring.settings.blueprint, self._weak))

    @cached_property
    def _weak(self) -> tuple[str, ...]:
        """The domains that a failed exam found wanting."""
        results = self._wiring.learner.results()
        if not results:
            return ()
        from studycli.core.results import weak_domains  # noqa: PLC0415 - few have sat a real exam

        return weak_domains(results)

    def keep(self) -> None:
        """Keep what was computed if it was much."""
        if any(index.computed >= _MANY for _, index in self._indices.values()):
            self._put(min(self._indices))

    def keep_ahead(self, states: Mapping[str, CardState], day: date) -> None:
        """Compute and keep the indices of ``day`` and of days to come, so that their sessions start with them."""
        days = max(2, min(_MOST_DAYS, _AHEAD // max(1, len(states))))
        for ahead in range(min(days, (self._exam - day).days + 1)):
            plan = self.of(day + timedelta(days=ahead))
            for card, state in states.items():
                plan.worth(card, state)
        if any(index.computed for _, index in self._indices.values()):
            self._put(day)

    def _put(self, day: date) -> None:
        parts = {
            each.isoformat(): index.part(made_from) for each, (made_from, index) in self._indices.items()
        }
        self._cache.put(parts, before=day.isoformat())


def _digest(value: object) -> str:
    return blake2b(repr(value).encode(), digest_size=16).hexdigest()
