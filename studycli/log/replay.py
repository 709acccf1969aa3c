"""From events to states (``docs/format.md`` §2 and §3): pure functions of the *set* of events.

Order of arrival, repetition and the split into files change nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from studycli.core.memory import NEW_CARD, CardState, Engine, after_review
from studycli.core.settings import Settings
from studycli.core.studyday import study_day
from studycli.log.events import (
    Body,
    Bury,
    Event,
    Mark,
    Review,
    Setting,
    Source,
    Suspend,
    Undo,
    Unsuspend,
    encode,
)
from studycli.log.settings import settings_from

if TYPE_CHECKING:
    from studycli.core.results import Result
    from studycli.log.attempts import History
    from studycli.log.exam_events import Dispute

EventId = tuple[str, int]
Order = tuple[int, str, int]
_OF_A_CARD: Final = (Review, Suspend, Unsuspend, Bury, Mark)
_OF_A_SITTING: Final = frozenset({"attempt", "answer"})
_NO_RENAMES: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Learned:
    """What a log comes to: a state for each card that any event names, the settings, and what exams left."""

    states: dict[str, CardState]
    settings: Settings
    exams: "History"
    disputes: "tuple[Dispute, ...]"
    results: "tuple[Result, ...]"


def replay(
    events: Iterable[Event],
    renames: Mapping[str, str] = _NO_RENAMES,
    question_renames: Mapping[str, str] = _NO_RENAMES,
) -> Learned:
    """Everything from scratch. ``renames`` leads from a card's former id to the one it has now."""
    # The log is seldom replayed whole.
    from studycli.log.attempts import disputes_of, history_of, results_of  # noqa: PLC0415

    known = distinct(events)
    live = applied(known.values())
    settings = settings_of(live)
    engine = Engine(settings.parameters)
    folded = {card: fold_card(own, engine) for card, own in by_card(live, renames).items()}
    exams = history_of(known.values(), question_renames)
    return Learned(folded, settings, exams, disputes_of(live), results_of(live))


def distinct(events: Iterable[Event]) -> dict[EventId, Event]:
    """The events by id; of two that claim one id, the same one whichever comes first."""
    found: dict[EventId, Event] = {}
    for event in events:
        key = (event.device, event.seq)
        other = found.setdefault(key, event)
        if other is not event:
            found[key] = min(other, event, key=lambda one: (order_of(one), encode(one)))
    return found


def applied(events: Iterable[Event]) -> list[Event]:
    """Those of ``events`` (each once) that no undo names, in the order they apply in."""
    known = list(events)
    gone = undone_by(known)
    return sorted((event for event in known if (event.device, event.seq) not in gone), key=order_of)


def undone_by(events: Iterable[Event]) -> set[EventId]:
    """The ids that an undo among ``events`` names. An undo that is named itself still holds."""
    return {(event.body.device, event.body.seq) for event in events if isinstance(event.body, Undo)}


def order_of(event: Event) -> Order:
    """What events are sorted by: the instant in milliseconds, then device and number."""
    return instant_ms(event.at), event.device, event.seq


def in_own_order(events: Iterable[Event]) -> list[Event]:
    """By instant, device and number; but no event before an earlier one of its device, should its clock go back.

    So the last word of a device is its last: for what one says, and says anew, and not for what one remembers.
    """
    latest_ms: dict[str, int] = {}
    placed = []
    for event in sorted(events, key=lambda each: each.seq):
        at_ms = max(instant_ms(event.at), latest_ms.get(event.device, instant_ms(event.at)))
        latest_ms[event.device] = at_ms
        placed.append(((at_ms, event.device, event.seq), event))
    return [event for _, event in sorted(placed, key=lambda each: each[0])]


def instant_ms(at: datetime) -> int:
    """A moment in milliseconds since 1970 in UTC."""
    return round(at.timestamp() * 1000)


def by_card(events: Iterable[Event], renames: Mapping[str, str]) -> dict[str, list[Event]]:
    """The events of each card under the id it has now, in the order given."""
    cards: dict[str, list[Event]] = {}
    for event in events:
        card = card_of(event.body)
        if card is not None:
            cards.setdefault(renames.get(card, card), []).append(event)
    return cards


def card_of(body: Body) -> str | None:
    """The card an event is about, as it was written, if it is about one."""
    return body.card if isinstance(body, _OF_A_CARD) else None


def sitting_of(event: Event) -> str | None:
    """The attempt an event is about, if it is about one; of an answer in practice the event's own id."""
    if event.body.kind not in _OF_A_SITTING:
        return None
    from studycli.log.exam_events import sitting_of_exam  # noqa: PLC0415  # nearly every event is a review

    return sitting_of_exam(event.body, event.device, event.seq)


def settings_of(events: Iterable[Event]) -> Settings:
    """The settings after these events, given in any order."""
    last = in_own_order(event for event in events if isinstance(event.body, Setting))
    bodies = (event.body for event in last)
    return settings_from((body.name, body.value) for body in bodies if isinstance(body, Setting))


def fold_card(events: Iterable[Event], engine: Engine, state: CardState = NEW_CARD) -> CardState:
    """The state after one card's events, in the order given."""
    for event in events:
        state = _after(state, event, engine)
    return state


def _after(state: CardState, event: Event, engine: Engine) -> CardState:
    body = event.body
    if isinstance(body, Review):  # before the match, which takes longer: nearly every event is one
        return state if body.source is Source.CRAM else after_review(state, body.grade, event.at, engine)
    match body:
        case Suspend():
            return replace(state, suspended=True)
        case Unsuspend():
            return replace(state, suspended=False)
        case Bury():
            return replace(state, buried_on=study_day(event.at))
        case Mark():
            return replace(state, marked=body.on)
        case _:
            return state
