"""The review screen: State and update. What it shows is in ``review_view``, its end in ``end``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from studycli.core.memory import (
    NEW_CARD,
    STEP,
    CardState,
    Engine,
    Grade,
    Outcome,
    due_at,
    outcomes,
)
from studycli.core.queue import Queue
from studycli.core.session import Session, answer, extend, put_aside
from studycli.ui.bindings import Binding, Step, dispatch
from studycli.ui.deck import Deck, Face
from studycli.ui.effects import (
    ActOnCard,
    CardAction,
    EditCard,
    Edited,
    EventKey,
    Failed,
    FindMore,
    FoundMore,
    More,
    Recorded,
    RecordReview,
    Retract,
    Retracted,
    Summarize,
    Summary,
)
from studycli.ui.events import Key, Moment
from studycli.ui.look import Look
from studycli.ui.navigation import Pop, Push
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.info import InfoState
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.topics import TopicChosen, TopicRow, TopicsState

PAGE = 8
"""Lines that PgUp and PgDn move."""

SIDE = 8
"""Cells that the left and right arrows move."""


@dataclass(frozen=True, slots=True)
class Scheduling:
    """What the outcomes of a card depend on besides its state."""

    engine: Engine
    retention: float
    exam_date: date | None
    cram: bool = False


class Undoable(NamedTuple):
    """A written event, and the session before it."""

    key: EventKey
    card: str
    session: Session


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A session on the screen. ``face`` is the current card's; ``outlook`` is there once it is revealed."""

    session: Session
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
    default_language: str = field(default="")

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


_Act = Callable[[ReviewState, Moment], Step[ReviewState]]


def opened(
    session: Session,
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
    return _shown(state, session, now)


def _shown(state: ReviewState, session: Session, now: Moment, message: str = "") -> Step[ReviewState]:
    """Show what the session has next: a card's front, or the end."""
    face = None if session.current is None else state.deck.face(session.current)
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
    )
    return shown, () if face else (Summarize(),)


def update(state: ReviewState, event: object, look: Look) -> Step[ReviewState]:
    """The next state, and what the shell is to do."""
    words = look.words.screens.review
    match event:
        case Key(name, moment):
            return _pressed(replace(state, message=""), name, moment)
        case Recorded():
            return _recorded(state, event, look)
        case Retracted(card, card_state):
            return _retracted(state, card, card_state, words.undone)
        case Failed(text):
            return replace(state, message=words.not_saved.format(reason=text), pending=None), ()
        case Edited(face, problem):
            return _edited(state, face, problem, look), ()
        case FoundMore(queue, states, moment):
            return _go_on(state, queue, states, moment, look)
        case Summary():
            return replace(state, summary=event), ()
        case TopicChosen(topic, moment):
            return state, (FindMore(More.TOPIC, topic, moment),)
        case _:
            return state, ()


def _pressed(state: ReviewState, name: str, moment: Moment) -> Step[ReviewState]:
    return dispatch(CARD_KEYS if state.card else END_KEYS, state, name, moment)


# -- a card ------------------------------------------------------------------------------------------------


def _reveal(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    scheduling = state.scheduling
    outlook = outcomes(state.card_state, state.card or "", moment.at, scheduling.engine, scheduling.retention)
    return replace(state, outlook=outlook, follow=True), ()


def _grade(grade: Grade) -> _Act:
    def act(state: ReviewState, moment: Moment) -> Step[ReviewState]:
        seconds = max(0.0, moment.mono_s - state.shown.mono_s)
        effect = RecordReview(
            state.card or "", grade, seconds, state.card_state, state.scheduling.cram, moment
        )
        return replace(state, pending=grade, pending_seconds=seconds, acted=moment), (effect,)

    return act


def _recorded(state: ReviewState, done: Recorded, look: Look) -> Step[ReviewState]:
    words = look.words.screens.review
    trail = (*state.trail, Undoable(done.key, done.card, state.session))
    known = replace(state, states={**state.states, done.card: done.state}, trail=trail)
    match done.action:
        case None:
            return _graded(state, known, done.state)
        case CardAction.MARK:
            return replace(known, message=words.mark_on), ()
        case CardAction.UNMARK:
            return replace(known, message=words.mark_off), ()
        case CardAction.BURY:
            message = words.buried
        case CardAction.SUSPEND:
            message = words.suspended
    return _shown(known, put_aside(state.session, state.acted.at), state.acted, message)


def _graded(before: ReviewState, known: ReviewState, after: CardState) -> Step[ReviewState]:
    grade, now = before.pending, before.acted
    if grade is None:
        return known, ()
    again_at = due_at(after)
    if before.scheduling.cram and grade is Grade.AGAIN:
        again_at = now.at + STEP
    phase = before.card_state.phase
    session = answer(before.session, grade, before.pending_seconds, phase, again_at, now.at)
    return _shown(known, session, now)


def _act_on(action: CardAction) -> _Act:
    def act(state: ReviewState, moment: Moment) -> Step[ReviewState]:
        return replace(state, acted=moment), (ActOnCard(state.card or "", action, moment),)

    return act


def _mark(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    action = CardAction.UNMARK if state.card_state.marked else CardAction.MARK
    return state, (ActOnCard(state.card or "", action, moment),)


def _undo(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    last = state.trail[-1]
    return replace(state, acted=moment), (Retract(last.key, last.card, moment),)


def _retracted(state: ReviewState, card: str, card_state: CardState, message: str) -> Step[ReviewState]:
    last = state.trail[-1]
    known = replace(state, states={**state.states, card: card_state}, trail=state.trail[:-1])
    return _shown(known, last.session, state.acted, message)


def _toggle_language(state: ReviewState, _: Moment) -> Step[ReviewState]:
    languages = state.face.languages if state.face else (state.language,)
    now = state.language if state.language in languages else languages[0]
    return replace(state, language=languages[(languages.index(now) + 1) % len(languages)], scroll=0), ()


def _edit(state: ReviewState, _: Moment) -> Step[ReviewState]:
    return state, (EditCard(state.card or ""),)


def _edited(state: ReviewState, face: Face | None, problem: str, look: Look) -> ReviewState:
    words = look.words.screens.review
    if problem:
        return replace(state, message=words.edit_broken.format(problem=problem))
    if face is None or face == state.face:
        return replace(state, message=words.edit_unchanged)
    return replace(state, face=face, message=words.edited)


def _open_note(state: ReviewState, _: Moment) -> Step[ReviewState]:
    if state.face is None:
        return state, ()
    return state, (Push(NoteState(state.deck.note(state.face.note), state.language)),)


def _open_info(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    if state.face is None:
        return state, ()
    scheduling = state.scheduling
    info = InfoState(
        state.face, state.card_state, scheduling.engine, scheduling.retention, moment.at, state.language
    )
    return state, (Push(info),)


def _leave(state: ReviewState, _: Moment) -> Step[ReviewState]:
    return state, (Pop(),)


def _scrolled(by: int) -> _Act:
    def act(state: ReviewState, _: Moment) -> Step[ReviewState]:
        return replace(state, scroll=max(0, state.scroll + by)), ()

    return act


def _sideways(by: int) -> _Act:
    def act(state: ReviewState, _: Moment) -> Step[ReviewState]:
        return replace(state, x_scroll=max(0, state.x_scroll + by)), ()

    return act


# -- the end -----------------------------------------------------------------------------------------------

END_CHOICES = (More.TEN, More.TOPIC, More.TOMORROW, None)
"""What the end offers, in order; None leaves."""


def _choose(index: int) -> _Act:
    def act(state: ReviewState, moment: Moment) -> Step[ReviewState]:
        chosen = replace(state, chosen=index)
        match END_CHOICES[index]:
            case None:
                return chosen, (Pop(),)
            case More.TOPIC:
                return chosen, (Push(TopicsState(state.topics, state.language)),)
            case more:
                return chosen, (FindMore(more, None, moment),)

    return act


def _choose_current(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    return _choose(state.chosen)(state, moment)


def _moved(by: int) -> _Act:
    def act(state: ReviewState, _: Moment) -> Step[ReviewState]:
        return replace(state, chosen=(state.chosen + by) % len(END_CHOICES)), ()

    return act


def _go_on(
    state: ReviewState, queue: Queue, states: Mapping[str, CardState], moment: Moment, look: Look
) -> Step[ReviewState]:
    if not queue.order:
        return replace(state, message=look.words.screens.end.nothing_more), ()
    session = extend(state.session, queue, states, moment.at)
    return _shown(replace(state, states=states), session, moment)


def _revealed(state: ReviewState) -> bool:
    return state.revealed


def _hidden(state: ReviewState) -> bool:
    return not state.revealed


def _can_undo(state: ReviewState) -> bool:
    return bool(state.trail)


_SCROLLING: tuple[Binding[ReviewState], ...] = (
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, _scrolled(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, _scrolled(-1), quiet=True),
    Binding(("pagedown",), "PgDn", lambda w: w.scroll, _scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, _scrolled(-PAGE), quiet=True),
    Binding(("right",), "→", lambda w: w.sideways, _sideways(SIDE), quiet=True),
    Binding(("left",), "←", lambda w: w.sideways, _sideways(-SIDE), quiet=True),
)

CARD_KEYS: tuple[Binding[ReviewState], ...] = (
    Binding(("space", "enter"), "Space", lambda w: w.reveal, _reveal, _hidden),
    Binding(("1",), "1", lambda w: w.again, _grade(Grade.AGAIN), _revealed, quiet=True),
    Binding(("2",), "2", lambda w: w.hard, _grade(Grade.HARD), _revealed, quiet=True),
    Binding(("3", "space", "enter"), "3 Space", lambda w: w.good, _grade(Grade.GOOD), _revealed, quiet=True),
    Binding(("4",), "4", lambda w: w.easy, _grade(Grade.EASY), _revealed, quiet=True),
    Binding(("u",), "u", lambda w: w.undo, _undo, _can_undo),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("n",), "n", lambda w: w.note, _open_note),
    Binding(("e",), "e", lambda w: w.edit, _edit),
    Binding(("i",), "i", lambda w: w.info, _open_info),
    Binding(("*",), "*", lambda w: w.mark, _mark),
    Binding(("-",), "-", lambda w: w.bury, _act_on(CardAction.BURY)),
    Binding(("@",), "@", lambda w: w.suspend, _act_on(CardAction.SUSPEND)),
    *_SCROLLING,
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: CARD_KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, _leave),
)
"""What the keys do while a card is shown."""

END_KEYS: tuple[Binding[ReviewState], ...] = (
    *(
        Binding((str(index + 1),), str(index + 1), lambda w: w.choose, _choose(index), quiet=True)
        for index in range(len(END_CHOICES))
    ),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), quiet=True),
    Binding(("enter", "space"), "Enter", lambda w: w.choose, _choose_current),
    Binding(("u",), "u", lambda w: w.undo, _undo, _can_undo),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: END_KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, _leave),
)
"""What the keys do at the end of a session."""
