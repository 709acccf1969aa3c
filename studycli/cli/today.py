"""What today holds: queues of the day from the log, the settings, the material and a moment."""

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property

from studycli.cli.wiring import Wiring
from studycli.core.cards import CardRef
from studycli.core.memory import CardState
from studycli.core.queue import Queue, todays_queue
from studycli.core.settings import Settings
from studycli.core.studyday import study_day
from studycli.log.learner import DayTotals
from studycli.log.settings import WEEKDAYS


class Today:
    """The study day of the moment ``now``; everything else is read when it is first asked for.

    Raises MaterialError and LogError. An open session sets ``day`` to the one it began with.
    """

    def __init__(self, wiring: Wiring, now: datetime) -> None:
        self._wiring = wiring
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

    @property
    def budget_s(self) -> float:
        """Seconds of study that are left on the day; a day off has none."""
        if WEEKDAYS[self.day.weekday()] in self.settings.days_off:
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
            frozenset() if days_ahead else self.reviewed,
            new_limit,
            limit,
        )

    def all_due(self) -> frozenset[str]:
        """Every card that is due on the day, however long that takes."""
        return frozenset(self.queue(budget_s=math.inf, new_limit=0).due)

    def tomorrows(self) -> Queue:
        """What is due on the next day and not on this one, however long that takes."""
        due = self.all_due()
        tomorrow = self.queue(budget_s=math.inf, new_limit=0, days_ahead=1)
        return Queue(due=tuple(card for card in tomorrow.due if card not in due))
