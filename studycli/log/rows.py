"""Values of the log as rows of its tables in the cache (``log.tables``), and back."""

from datetime import date, datetime
from typing import Any, Final, NamedTuple

from studycli.core.memory import CardState, Phase
from studycli.core.studyday import study_day
from studycli.log.events import Event, Review, Source
from studycli.log.replay import Order, order_of

_PHASES: Final = {phase.value: phase for phase in Phase}


class Folded(NamedTuple):
    """A card's state, and its last event."""

    state: CardState
    last: Order


class NewEvent(NamedTuple):
    """An event to store: its line, the card it is about under the id it has now, the sitting it is about."""

    event: Event
    line: bytes
    card: str | None
    sitting: str | None = None


def event_row(new: NewEvent, undone: bool) -> tuple[Any, ...]:
    """The row of ``log_event``."""
    event, body = new.event, new.event.body
    at_ms, device, seq = order_of(event)
    head = (device, seq, at_ms, study_day(event.at).toordinal(), body.kind, new.card)
    if isinstance(body, Review):
        return (*head, body.seconds, body.source is Source.CRAM, undone, new.line, None, body.grade)
    return (*head, None, None, undone, new.line, new.sitting, None)


def state_of(row: tuple[Any, ...]) -> CardState:
    """The state in a row of ``log_state``."""
    return CardState(
        _PHASES[row[1]],
        row[2],
        row[3],
        _date(row[4]),
        None if row[5] is None else datetime.fromisoformat(row[5]),
        row[6],
        row[7],
        bool(row[8]),
        _date(row[9]),
        bool(row[10]),
    )


def folded_of(row: tuple[Any, ...]) -> Folded:
    """Everything in a row of ``log_state``."""
    return Folded(state_of(row), (row[11], row[12], row[13]))


def state_row(card: tuple[str, Folded]) -> tuple[Any, ...]:
    """The row of ``log_state`` for a card."""
    state, last = card[1]
    return (
        card[0],
        state.phase.value,
        state.stability_days,
        state.difficulty,
        _ordinal(state.last_day),
        None if state.last_at is None else state.last_at.isoformat(),
        state.reviews,
        state.lapses,
        state.suspended,
        _ordinal(state.buried_on),
        state.marked,
        *last,
    )


def _date(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
