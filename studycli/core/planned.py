"""A study session under a plan: the card that brings most is next, until the time is over or none pays. Pure."""

import math
from dataclasses import dataclass, replace
from datetime import date, datetime

from studycli.core.agenda import Agenda, Given, Item, fitting, next_of, placed, without
from studycli.core.memory import Grade, Phase
from studycli.core.session import Answered, Session
from studycli.core.tally import ANSWER_CAP_S


@dataclass(frozen=True, slots=True)
class Planned:
    """One sitting. ``day`` is the study day it began with and keeps; ``taken`` is None when it is over.

    ``items`` may still be taken, best first; ``given`` are the answers of the day, those before this session too.
    """

    day: date
    budget_s: float
    items: tuple[Item, ...] = ()
    given: tuple[Given, ...] = ()
    taken: Item | None = None
    answered: tuple[Answered, ...] = ()
    spent_s: float = 0.0

    @property
    def current(self) -> str | None:
        """The card shown; None at the end."""
        return None if self.taken is None else self.taken.card

    @property
    def is_time_over(self) -> bool:
        """Whether the time of the session is used up."""
        return self.spent_s >= self.budget_s

    @property
    def finished(self) -> int:
        """Cards that were answered and do not come again in the time that is left."""
        done = {answer.card for answer in self.answered} - {self.current}
        return len(done.difference([item.card for item in self._to_come]))

    @property
    def total(self) -> int:
        """Cards finished, the one shown, and those that fit the time."""
        return self.finished + (self.taken is not None) + len(self._to_come)

    @property
    def left_s(self) -> float:
        """Seconds to go: what the cards to come should take, at most what is left of the time."""
        taken_s = self.taken.seconds if self.taken else 0.0
        expected = taken_s + sum(item.seconds for item in self._to_come)
        return max(0.0, min(expected, self.budget_s - self.spent_s))

    @property
    def _to_come(self) -> list[Item]:
        taken_s = self.taken.seconds if self.taken else 0.0
        return fitting(self.items, self.budget_s - self.spent_s - taken_s)

    def put_aside(self, now: datetime) -> "Planned":
        """The session without the current card (buried or suspended)."""
        return _next(self, now)


def begin(agenda: Agenda, day: date, budget_s: float, now: datetime) -> Planned:
    """A session over ``agenda`` with its first card, at ``now``."""
    return _next(Planned(day, budget_s, agenda.items, agenda.given), now)


def extend(session: Session | Planned, agenda: Agenda, now: datetime) -> Planned:
    """The session going on with just the cards of ``agenda``, however long they take."""
    longer = Planned(
        session.day,
        math.inf,
        agenda.items,
        agenda.given,
        answered=session.answered,
        spent_s=session.spent_s,
    )
    return _next(longer, now)


def answer(
    session: Planned, grade: Grade, seconds: float, phase: Phase, again: Item | None, now: datetime
) -> Planned:
    """The session after the current card, which stood in ``phase``, was graded.

    ``again`` is the card as it is now, if one more answer to it today would pay. Raises ValueError when no card is
    shown.
    """
    if session.taken is None:
        raise ValueError("no card is shown")
    taken = session.taken
    answered = replace(
        session,
        items=session.items if again is None else placed(session.items, again),
        given=(*session.given, Given(taken.card, taken.entry, now, seconds)),
        answered=(*session.answered, Answered(taken.card, grade, seconds, phase)),
        spent_s=session.spent_s + min(max(seconds, 0.0), ANSWER_CAP_S),
    )
    return _next(answered, now)


def _next(session: Planned, now: datetime) -> Planned:
    if session.is_time_over:
        return replace(session, taken=None)
    taken = next_of(session.items, session.given, now)
    items = session.items if taken is None else without(session.items, taken)
    return replace(session, taken=taken, items=items)
