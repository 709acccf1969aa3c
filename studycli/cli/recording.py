"""Writes to the log what the review screens ask for."""

from collections.abc import Callable

from studycli.log.events import Body, Bury, Mark, Review, Source, Suspend, Undo, Unsuspend
from studycli.log.events import Event as LogEvent
from studycli.log.learner import Learner
from studycli.ui.effects import (
    ActOnCard,
    CardAction,
    EventKey,
    Recorded,
    RecordReview,
    Retract,
    Retracted,
    Revive,
)
from studycli.ui.events import Event


def recorded(learner: Learner, effect: RecordReview | ActOnCard | Retract | Revive) -> Event:
    """Write one event; it is on the disk. Raises LogError."""
    match effect:
        case RecordReview(card, grade, seconds, seen, cram, moment):
            source = Source.CRAM if cram else Source.SESSION
            review = Review(card, grade, round(seconds, 1), source)
            return _known(learner, learner.record(review, moment.at, None if cram else seen), card)
        case ActOnCard(card, action, moment):
            return _known(learner, learner.record(_ACTIONS[action](card), moment.at), card, action)
        case Revive(card, moment):
            return _known(learner, learner.record(Unsuspend(card), moment.at), card)
        case Retract(key, card, moment):
            learner.record(Undo(key.device, key.seq), moment.at)
            return Retracted(card, learner.state(card))


def _known(learner: Learner, event: LogEvent, card: str, action: CardAction | None = None) -> Recorded:
    return Recorded(EventKey(event.device, event.seq), card, learner.state(card), action)


_ACTIONS: dict[CardAction, Callable[[str], Body]] = {
    CardAction.BURY: Bury,
    CardAction.SUSPEND: Suspend,
    CardAction.MARK: lambda card: Mark(card, on=True),
    CardAction.UNMARK: lambda card: Mark(card, on=False),
}
