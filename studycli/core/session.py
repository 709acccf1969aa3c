"""A study session: which card is next, what is left, and the way back. Pure; nothing here writes or looks at a clock.

The cards in their ten-minute step wait; one that is due is taken at once, and when nothing else is left one that
is due within twenty minutes is taken early. So a session never ends with a failed card just ahead.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from studycli.core.memory import NEW_CARD, CardState, Grade, Phase, due_at
from studycli.core.queue import NEW_S, REVIEW_S, Queue
from studycli.core.tally import ANSWER_CAP_S

AHEAD: Final = timedelta(minutes=20)
"""A session does not end while a card in its step is due within this time."""


class Waiting(NamedTuple):
    """A card in its step, and when it is due again."""

    due_at: datetime
    card: str


class Answered(NamedTuple):
    """One graded recall of this session. ``phase`` is where the card stood before."""

    card: str
    grade: Grade
    seconds: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting. ``day`` is the study day it began with and keeps; ``current`` is None when it is over."""

    day: date
    budget_s: float
    ahead: tuple[str, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    current: str | None = None
    answered: tuple[Answered, ...] = ()
    spent_s: float = 0.0
    fresh: frozenset[str] = frozenset()

    @property
    def finished(self) -> int:
        """Cards that were answered and need no more today."""
        still = {card for _, card in self.waiting} | {self.current} | set(self.ahead)
        return len({answer.card for answer in self.answered} - still)

    @property
    def total(self) -> int:
        """Cards finished, the one shown, and those to come."""
        return self.finished + len(self.ahead) + len(self.waiting) + (self.current is not None)

    @property
    def left_s(self) -> float:
        """Seconds to go: what the cards to come should take, at most what is left of the time."""
        to_come = (*self.ahead, *((self.current,) if self.current else ()))
        expected = sum(NEW_S if card in self.fresh else REVIEW_S for card in to_come)
        expected += REVIEW_S * len(self.waiting)
        return max(0.0, min(expected, max(self.budget_s - self.spent_s, REVIEW_S * len(self.waiting))))

    def put_aside(self, now: datetime) -> "Session":
        """The session without the current card (buried or suspended)."""
        return _next(self, now)


def begin(
    queue: Queue, states: Mapping[str, CardState], day: date, budget_s: float, now: datetime
) -> Session:
    """A session over ``queue`` with its first card, at ``now``."""
    return _next(_with_queue(Session(day, budget_s), queue, states), now)


def extend(session: Session, queue: Queue, states: Mapping[str, CardState], now: datetime) -> Session:
    """The session going on with just the cards of ``queue``, however long they take."""
    longer = replace(session, ahead=(), budget_s=math.inf)
    return _next(_with_queue(longer, queue, states), now)


def answer(
    session: Session, grade: Grade, seconds: float, phase: Phase, again_at: datetime | None, now: datetime
) -> Session:
    """The session after the current card, which stood in ``phase``, was graded.

    ``again_at``: when it is due again in its step; None when it is done for today.
    Raises ValueError when no card is shown.
    """
    if session.current is None:
        raise ValueError("no card is shown")
    answered = Answered(session.current, grade, seconds, phase)
    again = () if again_at is None else (Waiting(again_at, session.current),)
    return _next(
        replace(
            session,
            answered=(*session.answered, answered),
            waiting=(*session.waiting, *again),
            spent_s=session.spent_s + min(max(seconds, 0.0), ANSWER_CAP_S),
            fresh=session.fresh - {session.current},
        ),
        now,
    )


def _with_queue(session: Session, queue: Queue, states: Mapping[str, CardState]) -> Session:
    known = {*session.ahead, *(card for _, card in session.waiting)}
    ahead: list[str] = []
    waiting = list(session.waiting)
    for card in queue.order:
        due = due_at(states.get(card, NEW_CARD))
        if card in known:
            continue
        if due is None:
            ahead.append(card)
        else:
            waiting.append(Waiting(due, card))
    return replace(
        session,
        ahead=(*session.ahead, *ahead),
        waiting=tuple(waiting),
        fresh=session.fresh | frozenset(queue.new),
    )


def _next(session: Session, now: datetime) -> Session:
    """Take the next card: a step that is due, else the queue while time is left, else a step due soon."""
    waiting = tuple(sorted(session.waiting))
    first = waiting[0] if waiting else None
    in_time = session.spent_s < session.budget_s
    if first is not None and first.due_at <= now:
        return replace(session, current=first.card, waiting=waiting[1:])
    if session.ahead and in_time:
        return replace(session, current=session.ahead[0], ahead=session.ahead[1:], waiting=waiting)
    if first is not None and first.due_at - now <= AHEAD:
        return replace(session, current=first.card, waiting=waiting[1:])
    return replace(session, current=None, waiting=waiting)
