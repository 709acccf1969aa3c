"""What today holds: queues of the day from the log, the settings, the material and a moment."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property

from studycli.cli.wiring import Wiring
from studycli.core.cards import CardRef
from studycli.core.memory import CardState
from studycli.core.queue import Queue, cram_queue, todays_queue
from studycli.core.settings import Settings
from studycli.core.studyday import study_day
from studycli.log.learner import DayTotals
from studycli.log.settings import WEEKDAYS


class Today:
    """The study day of the moment ``now``; everything else is read when it is first asked for.

    ``exam_cards``: whether cards of missed exam questions come first; None leaves that to the configuration.
    Raises MaterialError and LogError. An open session sets ``day`` to the one it began with.
    """

    def __init__(self, wiring: Wiring, now: datetime, *, exam_cards: bool | None = None) -> None:
        self._wiring = wiring
        chosen = wiring.configuration.exam_cards if exam_cards is None else exam_cards
        self._exam_cards = chosen is not False
        self.now = now
        self.day = study_day(now)

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

    def refs(self, topic: str | None = None) -> tuple[CardRef, ...]:
        """The cards of the material, or of one topic."""
        return self._wiring.shelf.refs(topic)

    def queue(
        self,
        topic: str | None = None,
        budget_s: float | None = None,
        new_limit: int | None = None,
        limit: int | None = None,
        days_ahead: int = 0,
    ) -> Queue:
        """What is left of the day, in ``budget_s`` seconds or what the day still has; or of a day to come."""
        return todays_queue(
            self.refs(topic),
            self.states,
            self.day + timedelta(days=days_ahead),
            self._wiring.engine,
            self.settings.retention,
            self.budget_s if budget_s is None else budget_s,
            self.reviewed,
            new_limit,
            limit,
            () if days_ahead else self.first,
        )

    def queue_of(self, cards: Sequence[str]) -> Queue:
        """What is due of these cards, weakest first, then the new ones in their order, however long that takes."""
        queue = todays_queue(
            self._refs_of(cards),
            self.states,
            self.day,
            self._wiring.engine,
            self.settings.retention,
            math.inf,
            self.reviewed,
        )
        fresh = frozenset(queue.new)
        return Queue(queue.due, tuple(card for card in cards if card in fresh))

    def cram_queue_of(self, cards: Sequence[str]) -> Queue:
        """All of these cards that are not suspended, due or not."""
        return cram_queue(self._refs_of(cards), self.states, self.day, self._wiring.engine, None)

    def _refs_of(self, cards: Sequence[str]) -> list[CardRef]:
        wanted = frozenset(cards)
        return [ref for ref in self.refs() if ref.id in wanted]

    def all_due(self) -> frozenset[str]:
        """Every card that is due on the day, however long that takes."""
        return frozenset(self.queue(budget_s=math.inf, new_limit=0).due)

    def tomorrows(self) -> Queue:
        """What is due on the next day and not on this one, however long that takes."""
        due = self.all_due()
        tomorrow = self.queue(budget_s=math.inf, new_limit=0, days_ahead=1)
        return Queue(due=tuple(card for card in tomorrow.due if card not in due))

    def due_tomorrow(self) -> Queue:
        """Everything that will be due on the next day, what is left of this one included."""
        return todays_queue(
            self.refs(),
            self.states,
            self.day + timedelta(days=1),
            self._wiring.engine,
            self.settings.retention,
            math.inf,
            new_limit=0,
        )

    @property
    def is_day_off(self) -> bool:
        """Whether the learner set this weekday free."""
        return WEEKDAYS[self.day.weekday()] in self.settings.days_off
