"""The plan of a study day: from the log, the settings, the material and what the cache keeps of earlier work."""

from array import array
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import Final

from studycli.cli.kept_plan import is_kept, kept_day, log_part
from studycli.cli.plan_cache import KeptIndex, Part, PlanCache
from studycli.cli.wiring import Wiring
from studycli.core.memory import CardState
from studycli.planner.belief import Belief
from studycli.planner.dayplan import DayPlan
from studycli.planner.dual import kept
from studycli.planner.dual.kept import planned_index
from studycli.planner.habits import learnt, pace_of
from studycli.planner.index import LEAST_GAIN, greedy_index

_WEIGHTS: Final = "weights"
_GREEDY: Final = "greedy 1"
_PRICED: Final = "prices 1"
"""Of what values cards: another version of it makes everything afresh."""

_MANY: Final = 100
"""A start that computed so many indices keeps them."""

_AHEAD: Final = 20_000
"""About as many cards are valued for the days to come when a plan is made: all of them on each of a few days."""

_MOST_DAYS: Final = 7


class Planning:
    """The plans of study days up to ``exam``. Raises MaterialError and LogError where it reads."""

    def __init__(self, wiring: Wiring, exam: date) -> None:
        self._wiring = wiring
        self._exam = exam
        self._cache = PlanCache(wiring.cache)
        self._indices: dict[date, tuple[str, KeptIndex]] = {}

    def of(self, day: date, states: Mapping[str, CardState]) -> DayPlan:
        """The plan of ``day``, which is not after the exam, as of ``states``.

        By prices, if the last session left them and they hold for all cards; else all of it is greedy, as the two
        measure what an answer brings against different things. How grades fall and what they cost is as learnt up to
        the day's start, so that an answer moves no card but its own; the pace is as it is now.
        """
        learner, engine, belief = self._wiring.learner, self._wiring.engine, self._belief(day)
        pace = pace_of(learner.tallies())
        found = kept_day(self._cache, day, self._priced_from(belief)) if day < self._exam else None
        if found is not None and found.covers(states, day, self.weights):
            priced = planned_index(found.values, found.worths, day, engine, belief, self.weights)
            return DayPlan(day, self._exam, engine, belief, priced, kept.LEAST_GAIN, pace)
        made_from = self._greedy_from(belief)
        fresh = greedy_index(day, self._exam, engine, belief, self.weights)
        index = KeptIndex(fresh, self._cache.part(day.isoformat(), made_from))
        self._indices[day] = (made_from, index)
        return DayPlan(day, self._exam, engine, belief, index, LEAST_GAIN, pace)

    def _belief(self, day: date) -> Belief:
        return Belief(replace(learnt(self._wiring.learner.tallies(before=day)), pace=1.0))

    def _greedy_from(self, belief: Belief) -> str:
        return _digest((_GREEDY, self._exam, self._wiring.engine.parameters, belief, self._weights_from))

    def _priced_from(self, belief: Belief) -> str:
        return _digest((self.prices_from, belief))

    @cached_property
    def prices_from(self) -> str:
        """What prices are made from, but for what is learnt from answers: that they follow for some days."""
        settings = self._wiring.settings
        times = settings.minutes, sorted(settings.days_off)
        return _digest((_PRICED, times, self._exam, self._wiring.engine.parameters, self._weights_from))

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
            indices = self._indices.items()
            self._cache.put({day.isoformat(): index.part(made_from) for day, (made_from, index) in indices})

    def is_priced(self, day: date) -> bool:
        """Whether what the next sessions need is there as of now; always where nothing is to be planned."""
        days = self._days(day)
        if not days:
            return True
        last = self._priced_from(self._belief(days[-1]))
        return is_kept(self._cache, days[-1], last, self._wiring.learner.log_size())

    def keep_ahead(self, day: date) -> None:
        """Leave what the sessions of ``day`` and of days to come start with, where it is not there. Imports numpy."""
        if self.is_priced(day):
            return
        from studycli.cli.plan_solving import solved_parts  # noqa: PLC0415 - numpy

        size, states, made_from = self._as_of_now(day)
        parts = solved_parts(self._wiring, self._exam, states, self.weights, made_from, self.prices_from)
        if parts:
            parts |= log_part(day, size)
        self._cache.put(parts, before=day.isoformat())

    def _as_of_now(self, day: date) -> tuple[int, Mapping[str, CardState], dict[date, str]]:
        """The length of the log, and the states and marks that go with it, whoever answers meanwhile."""
        learner = self._wiring.learner
        while True:
            size, states = learner.log_size(), learner.states()
            made_from = {each: self._priced_from(self._belief(each)) for each in self._days(day)}
            if learner.log_size() == size:
                return size, states, made_from

    def _days(self, day: date) -> list[date]:
        """The days from ``day`` on that are planned at once, all before the exam; none without cards."""
        if not self.weights:
            return []
        count = max(2, min(_MOST_DAYS, _AHEAD // len(self.weights)))
        return [day + timedelta(days=ahead) for ahead in range(min(count, (self._exam - day).days))]


def _digest(value: object) -> str:
    return blake2b(repr(value).encode(), digest_size=16).hexdigest()
