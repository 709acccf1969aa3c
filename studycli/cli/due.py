"""When a card is due, as scripts and people read it."""

from datetime import datetime, tzinfo

from studycli.core.memory import CardState, Engine, due_at, due_day
from studycli.core.studyday import day_start


def due_time(
    state: CardState, card: str, engine: Engine, retention: float, zone: tzinfo | None
) -> datetime | None:
    """The moment a card is due: the end of its step, or the start of its study day in ``zone``; None while new."""
    in_step = due_at(state)
    if in_step is not None:
        return in_step
    day = due_day(state, card, engine, retention)
    return None if day is None else day_start(day, zone)


def stamp(at: datetime | None) -> str | None:
    """ISO 8601 with offset, whole seconds."""
    return None if at is None else at.isoformat(timespec="seconds")
