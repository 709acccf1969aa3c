"""A session on the screen as a value, and how a card comes to be shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, Outcome
from studycli.core.moment import Moment
from studycli.core.planned import Planned
from studycli.core.session import Session
from studycli.errors import MaterialError
from studycli.planner.dayplan import DayPlan
from studycli.planner.fit import Fit
from studycli.ui.bindings import Step
from studycli.ui.deck import Deck, Face
from studycli.ui.effects import EventKey, FitParameters, LookAhead, LookedAhead, Retract, Summarize, Summary
from studycli.ui.screens.topics import TopicRow


@dataclass(frozen=True, slots=True)
class Scheduling:
    """What the outcomes of a card depend on besides its state. ``plan`` is there up to an exam day."""

    engine: Engine
    retention: float
    cram: bool = False
    plan: DayPlan | None = None


class Undoable(NamedTuple):
    """A written event, and the session before it."""

    key: EventKey
    card: str
    session: Session | Planned


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A session on the screen. ``face`` is the current card's; ``outlook`` is there once it is revealed."""

    session: Session | Planned
    deck: Deck
    states: Mapping[str, CardState]
    scheduling: Scheduling
    topics: tuple[TopicRow, ...]
    language: str
    shown: Moment
    acted: Moment
    face: Face | None = None
    outlook: Mapping[Grade, Outcome] | None = None
    pending: Grade | None = None
    pending_seconds: float = 0.0
    trail: tuple[Undoable, ...] = ()
    message: str = ""
    scroll: int = 0
    x_scroll: int = 0
    follow: bool = False
    chosen: int = 0
    summary: Summary | None = None
    fit: Fit | None = None
    looked: LookedAhead | None = None
    default_language: str = ""

    @property
    def card(self) -> str | None:
        """The current card; None at the end."""
        return self.session.current

    @property
    def card_state(self) -> CardState:
        """The current card's state."""
        return self.states.get(self.session.current or "", NEW_CARD)

    @property
    def revealed(self) -> bool:
        """Whether the answer is shown."""
        return self.outlook is not None


Act = Callable[[ReviewState, Moment], Step[ReviewState]]
"""What a key does."""


def opened(
    session: Session | Planned,
    deck: Deck,
    states: Mapping[str, CardState],
    scheduling: Scheduling,
    topics: tuple[TopicRow, ...],
    language: str,
    now: Moment,
) -> Step[ReviewState]:
    """The screen on a session that just began."""
    state = ReviewState(
        session, deck, states, scheduling, topics, language, now, now, default_language=language
    )
    return show(state, session, now)


def show(state: ReviewState, session: Session | Planned, now: Moment, message: str = "") -> Step[ReviewState]:
    """Show what the session has next: a card's front, or the end. A card that left the library is passed over."""
    face = None
    while session.current is not None and face is None:
        try:
            face = state.deck.face(session.current)
        except MaterialError:
            session = session.put_aside(now.at)
    shown = replace(
        state,
        session=session,
        face=face,
        outlook=None,
        pending=None,
        language=state.default_language,
        shown=now,
        acted=now,
        message=message,
        scroll=0,
        x_scroll=0,
        follow=False,
        chosen=0,
        summary=None,
        fit=None,
        looked=None,
    )
    if face is not None:
        return shown, ()
    return shown, (Summarize(), *((FitParameters(), LookAhead()) if session.answered else ()))


def can_undo(state: ReviewState) -> bool:
    """Whether this session wrote anything that is not taken back yet."""
    return bool(state.trail)


def undo(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    """Ask to take the last event back."""
    last = state.trail[-1]
    return replace(state, acted=moment), (Retract(last.key, last.card, moment),)
