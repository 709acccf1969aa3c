"""What today holds, from the log, the settings, the material and a moment: what is due, or what a plan takes."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from studycli.cli.wiring import Wiring
from studycli.core.memory import CardState
from studycli.core.queue import Load, Queue, cram_queue, todays_queue
from studycli.core.refs import CardRef
from studycli.core.settings import WEEKDAYS, Settings
from studycli.core.studyday import study_day
from studycli.log.learner import DayTotals

if TYPE_CHECKING:
    from studycli.core.agenda import Agenda
    from studycli.core.planned import Planned
    from studycli.core.session import Session
    from studycli.planner.dayplan import DayPlan

TEN = 10
"""Cards that a session goes on with at once."""


def today_of(
    wiring: Wiring, now: datetime, *, day: date | None = None, exam_cards: bool | None = None
) -> "Today":
    """The study day of ``now``, or the one an open session began with: under a plan up to the exam day.

    ``exam_cards``: whether cards of missed exam questions come first; None leaves that to the configuration.
    """
    day = study_day(now) if day is None else day
    exam = wiring.settings.exam_date
    if exam is None or exam < day:
        return Today(wiring, now, day, exam_cards=exam_cards)
    from studycli.cli.planned_today import PlannedToday  # noqa: PLC0415 - without an exam date nothing of it

    return PlannedToday(wiring, now, day, exam, exam_cards=exam_cards)


class Today:
    """A study day at the moment ``now``; everything is read when it is first asked for.

    Raises MaterialError and LogError.
    """

    plan: "DayPlan | None" = None

    def __init__(self, wiring: Wiring, now: datetime, day: date, *, exam_cards: bool | None = None) -> None:
        self._wiring = wiring
        chosen = wiring.configuration.exam_cards if exam_cards is None else exam_cards
        self._exam_cards = chosen is not False
        self.now = now
        self.day = day

    @cached_property
    def states(self) -> Mapping[str, CardState]:
        """The state of every card that has one."""
        return self._wiring.learner.states()

    @cached_property
    def settings(self) -> Settings:
        """What the learner has set."""
        return self._wiring.settings

    @cached_property
    def totals(self) -> DayTotals:
        """What was done on the day."""
        return self._wiring.learner.day_totals(self.day)

    @cached_property
    def reviewed(self) -> frozenset[str]:
        """The cards reviewed on the day."""
        return self._wiring.learner.cards_reviewed_on(self.day)

    @cached_property
    def first(self) -> tuple[str, ...]:
        """The cards behind exam questions that went wrong, were guessed or flagged, unless they are to wait."""
        answers = self._wiring.learner.answers() if self._exam_cards else {}
        if not answers:
            return ()
        from studycli.core.evidence import cards_to_see_first  # noqa: PLC0415 - most days have no such answers

        since = {card: state.last_at for card, state in self.states.items() if state.last_at is not None}
        return cards_to_see_first(answers, self._wiring.shelf.question_refs(), since)

    @property
    def budget_s(self) -> float:
        """Seconds of study that are left on the day; a day off has none."""
        if self.is_day_off:
            return 0.0
        return max(0.0, self.settings.minutes * 60.0 - self.totals.seconds)

    @property
    def days_to_exam(self) -> int | None:
        """Days from the day to the exam, negative after it; None without a date."""
        exam = self.settings.exam_date
        return None if exam is None else (exam - self.day).days

    @property
    def is_planned(self) -> bool:
        """Whether a plan decides: up to the exam day."""
        return self.days_to_exam is not None and self.days_to_exam >= 0

    def refs(self, topic: str | None = None) -> tuple[CardRef, ...]:
        """The cards of the material, or of one topic."""
        return self._all_refs if topic is None else self._wiring.shelf.refs(topic)

    @cached_property
    def _all_refs(self) -> tuple[CardRef, ...]:
        return self._wiring.shelf.refs()

    @property
    def is_day_off(self) -> bool:
        """Whether the learner set this weekday free."""
        return WEEKDAYS[self.day.weekday()] in self.settings.days_off

    def load(self) -> Load:
        """What the time that is left holds."""
        return self.queue().load

    def all_due(self) -> frozenset[str]:
        """Every card that is due on the day, however long that takes; under a plan the known ones it takes."""
        return frozenset(self.queue(budget_s=math.inf, new_limit=0).due)

    def pays(self) -> bool:
        """Whether, under a plan, one more answer now would pay."""
        return False

    def tomorrow(self) -> Load:
        """Everything that will be due on the next day, what is left of this one included."""
        return self._queue_of(self.day + timedelta(days=1), math.inf, new_limit=0).load

    def session(
        self,
        topic: str | None = None,
        budget_s: float | None = None,
        new_limit: int | None = None,
        limit: int | None = None,
    ) -> "Session | Planned":
        """A session over what is left of the day, in ``budget_s`` seconds or what the day still has."""
        from studycli.core.session import begin  # noqa: PLC0415 - a summary needs none

        left_s = self.budget_s if budget_s is None else budget_s
        queue = self.queue(topic, left_s, new_limit, limit)
        return begin(queue, self.states, self.day, left_s, self.now)

    def session_of(self, cards: Sequence[str]) -> "Session | Planned":
        """A session over what is due of these cards, then the new ones in their order, however long that takes."""
        from studycli.core.session import begin  # noqa: PLC0415

        queue = self._queue_of(self.day, math.inf, refs=self._of(cards), reviewed=self.reviewed)
        fresh = frozenset(queue.new)
        ordered = Queue(queue.due, tuple(card for card in cards if card in fresh))
        return begin(ordered, self.states, self.day, math.inf, self.now)

    def cram(
        self, topic: str | None = None, limit: int | None = None, cards: Sequence[str] | None = None
    ) -> "Session":
        """A session over all cards, those of a topic, or these, that are not suspended, due or not."""
        from studycli.core.session import begin  # noqa: PLC0415

        refs = self.refs(topic) if cards is None else self._of(cards)
        queue = cram_queue(refs, self.states, self.day, self._wiring.engine, limit)
        return begin(queue, self.states, self.day, math.inf, self.now)

    def ahead(self) -> "Session":
        """A session over what is due on the next day and not on this one, however long that takes."""
        from studycli.core.session import begin  # noqa: PLC0415

        return begin(self.tomorrows(), self.states, self.day, math.inf, self.now)

    def ten_more(self) -> "Queue | Agenda":
        """A few cards to go on with."""
        return self.queue(budget_s=math.inf, limit=TEN)

    def more_of(self, topic: str) -> "Queue | Agenda":
        """Cards of a topic to go on with."""
        return self.queue(topic, self.settings.minutes * 60.0)

    def queue(
        self,
        topic: str | None = None,
        budget_s: float | None = None,
        new_limit: int | None = None,
        limit: int | None = None,
    ) -> Queue:
        """What is left of the day by what is due, in ``budget_s`` seconds or what the day still has."""
        left_s = self.budget_s if budget_s is None else budget_s
        return self._queue_of(self.day, left_s, self.refs(topic), new_limit, limit, self.reviewed, self.first)

    def tomorrows(self) -> Queue:
        """What is due on the next day and not on this one, however long that takes."""
        due = self.all_due()
        tomorrow = self._queue_of(self.day + timedelta(days=1), math.inf, new_limit=0, reviewed=self.reviewed)
        return Queue(due=tuple(card for card in tomorrow.due if card not in due))

    def _of(self, cards: Sequence[str]) -> tuple[CardRef, ...]:
        wanted = frozenset(cards)
        return tuple(ref for ref in self.refs() if ref.id in wanted)

    def _queue_of(
        self,
        day: date,
        budget_s: float,
        refs: tuple[CardRef, ...] | None = None,
        new_limit: int | None = None,
        limit: int | None = None,
        reviewed: frozenset[str] = frozenset(),
        first: tuple[str, ...] = (),
    ) -> Queue:
        return todays_queue(
            self.refs() if refs is None else refs,
            self.states,
            day,
            self._wiring.engine,
            self.settings.retention,
            budget_s,
            reviewed,
            new_limit,
            limit,
            first,
        )
