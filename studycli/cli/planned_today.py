"""What today holds up to the exam: what the plan takes."""

import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from studycli.cli.planning import Planning
from studycli.cli.today import TEN, Today
from studycli.cli.wiring import Wiring
from studycli.core.agenda import Agenda, Given, fitting, load_of
from studycli.core.queue import Load
from studycli.planner.dayplan import DayPlan

if TYPE_CHECKING:
    from studycli.core.planned import Planned


class PlannedToday(Today):
    """A study day up to ``exam``."""

    def __init__(
        self, wiring: Wiring, now: datetime, day: date, exam: date, *, exam_cards: bool | None = None
    ) -> None:
        super().__init__(wiring, now, day, exam_cards=exam_cards)
        self._exam = exam
        self._planning = Planning(wiring, exam)

    @cached_property
    def plan(self) -> DayPlan:  # type: ignore[override]  # that there is none is said by the class above
        """What values the cards of the day."""
        return self._planning.of(self.day, self.states)

    @cached_property
    def given(self) -> tuple[Given, ...]:
        """The answers of the day so far."""
        answers = self._wiring.learner.answers_on(self.day)
        if not answers:
            return ()
        entries = {ref.id: ref.entry for ref in self.refs()}
        return tuple(Given(card, entries.get(card, card), at, seconds) for card, at, seconds in answers)

    @cached_property
    def whole(self) -> Agenda:
        """All that pays today."""
        return self._agenda()

    def _agenda(
        self, topic: str | None = None, new_limit: int | None = None, limit: int | None = None
    ) -> Agenda:
        found = self.plan.agenda(self.refs(topic), self.states, self.given, self.first, new_limit, limit)
        self._planning.keep()
        return found

    def load(self) -> Load:
        """What the time that is left holds."""
        return load_of(self.whole.items, self.budget_s)

    def all_due(self) -> frozenset[str]:
        """The known cards that the plan takes in the time that is left."""
        taken = fitting(self.whole.items, self.budget_s)
        return frozenset(item.card for item in taken if not item.is_new)

    def pays(self) -> bool:
        """Whether one more answer now would pay."""
        return bool(self.whole.items)

    def tomorrow(self) -> Load:
        """What the plan takes on the next day; nothing after the exam."""
        next_day = self.day + timedelta(days=1)
        if next_day > self._exam:
            return Load(0, 0, 0.0)
        return PlannedToday(self._wiring, self.now, next_day, self._exam).load()

    def session(
        self,
        topic: str | None = None,
        budget_s: float | None = None,
        new_limit: int | None = None,
        limit: int | None = None,
    ) -> "Planned":
        """A session over what pays, in ``budget_s`` seconds or what the day still has."""
        from studycli.core.planned import begin  # noqa: PLC0415 - a summary needs none

        left_s = self.budget_s if budget_s is None else budget_s
        return begin(self._agenda(topic, new_limit, limit), self.day, left_s, self.now)

    def session_of(self, cards: Sequence[str]) -> "Planned":
        """A session over what pays of these cards, equals in their order, however long that takes."""
        from studycli.core.planned import begin  # noqa: PLC0415

        rank = {card: place for place, card in enumerate(cards)}
        refs = sorted(self._of(cards), key=lambda ref: rank[ref.id])
        found = self.plan.agenda(refs, self.states, self.given)
        return begin(found, self.day, math.inf, self.now)

    def ten_more(self) -> Agenda:
        """The next cards, whether they pay or not."""
        paying = self.whole.items[:TEN]
        there = {item.card for item in paying}
        others = [item for item in self.plan.best(self.refs(), self.states) if item.card not in there]
        return Agenda((*paying, *others)[:TEN], self.given)

    def more_of(self, topic: str) -> Agenda:
        """What pays of a topic, for the minutes of a day."""
        items = fitting(self._agenda(topic).items, self.settings.minutes * 60.0)
        return Agenda(tuple(items), self.given)

    @property
    def is_priced(self) -> bool:
        """Whether the cache has what the next sessions start with."""
        return self._planning.is_priced(self.day)

    def keep_ahead(self) -> None:
        """Leave in the cache what the next sessions start with. Imports numpy where it is not there."""
        self._planning.keep_ahead(self.day)
