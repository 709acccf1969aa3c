"""What the study screens ask of the shell, and the events that answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, NamedTuple

from studycli.core.agenda import Agenda
from studycli.core.foresight import Foresight
from studycli.core.memory import CardState, Engine, Grade
from studycli.core.moment import Moment
from studycli.core.queue import Queue
from studycli.planner.dayplan import DayPlan
from studycli.planner.fit import Fit
from studycli.ui.deck import Face
from studycli.ui.events import BackgroundEffect, DeferredEffect, Effect, Event, Lane, OutsideEffect


class EventKey(NamedTuple):
    """Names one event of the log."""

    device: str
    seq: int


@dataclass(frozen=True, slots=True)
class RecordReview(Effect):
    """Write a graded recall. ``seen`` is the state the person saw: the log refuses if the card has moved on."""

    card: str
    grade: Grade
    seconds: float
    seen: CardState
    cram: bool
    moment: Moment


class CardAction(Enum):
    """What can be done to a card besides grading it."""

    BURY = "bury"
    SUSPEND = "suspend"
    MARK = "mark"
    UNMARK = "unmark"


@dataclass(frozen=True, slots=True)
class ActOnCard(Effect):
    """Write a bury, suspend or mark."""

    card: str
    action: CardAction
    moment: Moment


@dataclass(frozen=True, slots=True)
class Revive(Effect):
    """Write that a suspended card takes part again."""

    card: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Recorded(Event):
    """It is on disk. ``state`` is the card's state now; ``action`` is None after a review."""

    key: EventKey
    card: str
    state: CardState
    action: CardAction | None = None


@dataclass(frozen=True, slots=True)
class Retract(Effect):
    """Undo one event."""

    key: EventKey
    card: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Retracted(Event):
    """The undo is on disk."""

    card: str
    state: CardState


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """An effect could not be carried out; nothing was written. ``text`` says why and what to do."""

    text: str


@dataclass(frozen=True, slots=True)
class AnsweredElsewhere(Event):
    """Nothing was written: another window or script answered the card meanwhile. ``state`` is its state now."""

    card: str
    state: CardState


@dataclass(frozen=True, slots=True)
class EditCard(OutsideEffect):
    """Open the editor at the card's line and read the file again."""

    card: str


@dataclass(frozen=True, slots=True)
class Edited(Event):
    """Back from the editor: the new face if the text is sound and changed, else why not."""

    face: Face | None
    problem: str


@dataclass(frozen=True, slots=True)
class Summarize(Effect):
    """Ask what comes tomorrow."""


@dataclass(frozen=True, slots=True)
class Summary(Event):
    """What comes tomorrow; and under a plan whether one more answer now would pay."""

    due: int
    seconds: float
    new: int = 0
    pays: bool = False


@dataclass(frozen=True, slots=True)
class FitParameters(DeferredEffect):
    """Fit the learner's own parameters, if it is time."""


@dataclass(frozen=True, slots=True)
class Fitted(Event):
    """What the fit came to; the scheduler, all states and the plan from now on."""

    fit: Fit
    engine: Engine
    states: Mapping[str, CardState]
    plan: DayPlan | None = None


@dataclass(frozen=True, slots=True)
class LookAhead(DeferredEffect, BackgroundEffect):
    """Work out what to expect of the exam, and what the next sessions start with, unless that is known as of now."""

    lane: ClassVar[Lane] = Lane.SLOW


@dataclass(frozen=True, slots=True)
class PlanAhead(DeferredEffect, BackgroundEffect):
    """Leave what the next sessions start with; nothing comes back."""

    lane: ClassVar[Lane] = Lane.SLOW


@dataclass(frozen=True, slots=True)
class LookedAhead(Event):
    """What to expect of the exam, as of now; ``before`` is what was told last, if that was something else."""

    foresight: Foresight
    before: Foresight | None = None


class More(Enum):
    """What a session can go on with, or begin with."""

    TEN = "ten"
    TOPIC = "topic"
    TOMORROW = "tomorrow"
    CRAM = "cram"


@dataclass(frozen=True, slots=True)
class StartReview(Effect):
    """Begin a session: today's (``more`` is None), one topic's, tomorrow's, or a cram."""

    more: More | None
    topic: str | None
    moment: Moment


@dataclass(frozen=True, slots=True)
class FindMore(Effect):
    """Ask for cards to go on with; ``topic`` goes with ``More.TOPIC``."""

    more: More
    topic: str | None
    moment: Moment


@dataclass(frozen=True, slots=True)
class FoundMore(Event):
    """Cards to go on with (none if there is nothing in it), their states, and the plan that chose them."""

    queue: Queue | Agenda
    states: Mapping[str, CardState]
    moment: Moment
    plan: DayPlan | None = None
