"""At which stage each answer of a log was given (``core.tally``). A cram is at none: it changes no state."""

from collections.abc import Iterable, Iterator

from studycli.core.memory import NEW_CARD, CardState, next_phase
from studycli.core.studyday import study_day
from studycli.core.tally import Stage, stage_of
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
