"""At which stage each answer of a log was given (``core.tally``). A cram is at none: it changes no state."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from studycli.core.memory import NEW_CARD, CardState, next_phase
from studycli.core.studyday import study_day
from studycli.core.tally import ANSWER_CAP_S, Stage, Tallies, Tally, added, stage_of
from studycli.log.events import Event, Review, Source


def stages(events: Iterable[Event], state: CardState = NEW_CARD) -> Iterator[tuple[Event, Stage | None]]:
    """The reviews among one card's events, in the order given, each with its stage; from ``state`` on."""
    phase, last_day = state.phase, state.last_day
    for event in events:
        if not isinstance(event.body, Review) or event.body.source is Source.CRAM:
            continue
        day = study_day(event.at)
        yield event, stage_of(phase, last_day, day)
        phase = next_phase(phase, event.body.grade)
        last_day = day if last_day is None else max(day, last_day)


def tallies_by_day(cards: Iterable[Sequence[Event]]) -> dict[date, Tallies]:
    """The answers of each study day; ``cards`` are the events of each card in order."""
    found: dict[date, list[Tallies]] = {}
    for events in cards:
        for event, stage in stages(events):
            if stage is not None and isinstance(event.body, Review):
                seconds = event.body.seconds
                one = Tally(1, int(seconds > 0), int(min(seconds, ANSWER_CAP_S) * 1000))
                found.setdefault(study_day(event.at), []).append({(stage, event.body.grade): one})
    return {day: added(parts) for day, parts in found.items()}
