"""The review screen: what every event makes of a session. What it shows is in ``review_view`` and ``end``."""

from dataclasses import replace

from studycli.core import planned
from studycli.core.agenda import Agenda, Item
from studycli.core.memory import STEP, CardState, Grade, due_at
from studycli.core.moment import Moment
from studycli.core.planned import Planned
from studycli.core.queue import Queue
from studycli.core.session import Session, answer, extend
from studycli.ui.bindings import Step, dispatch
from studycli.ui.deck import Face
from studycli.ui.effects import (
    AnsweredElsewhere,
    CardAction,
    Edited,
    Failed,
    FindMore,
    Fitted,
    FoundMore,
    LookedAhead,
    More,
    Recorded,
    Retracted,
    Summarize,
    Summary,
)
from studycli.ui.events import Key
from studycli.ui.look import Look
from studycli.ui.practice_effects import Disputed
from studycli.ui.screens.dispute import told
from studycli.ui.screens.review_card import CARD_KEYS
from studycli.ui.screens.review_end import END_KEYS
from studycli.ui.screens.review_state import ReviewState, Undoable, show
from studycli.ui.screens.topics import TopicChosen


def update(state: ReviewState, event: object, look: Look) -> Step[ReviewState]:
    """The next state, and what the shell is to do."""
    words = look.words.screens.review
    match event:
        case Key(name, moment):
            nothing = name == "u" and not state.trail
            return _pressed(replace(state, message=words.nothing_to_undo if nothing else ""), name, moment)
        case Recorded():
            return _recorded(state, event, look)
        case Retracted(card, card_state):
            return _retracted(state, card, card_state, words.undone)
        case Failed(text):
            return replace(state, message=text, pending=None), ()
        case AnsweredElsewhere(card, card_state):
            known = replace(state, states={**state.states, card: card_state})
            return show(known, state.session.put_aside(state.acted.at), state.acted, words.elsewhere)
        case Disputed():
            return replace(state, message=told(event, look)), ()
        case Edited(face, problem):
            return _edited(state, face, problem, look), ()
        case FoundMore():
            return _go_on(state, event, look)
        case LookedAhead() if state.face is None:
            return _told(state, event), (Summarize(),)
        case Summary() | Fitted() | LookedAhead():
            return _told(state, event), ()
        case TopicChosen(topic, moment):
            return state, (FindMore(More.TOPIC, topic, moment),)
        case _:
            return state, ()


def _told(state: ReviewState, event: Summary | Fitted | LookedAhead) -> ReviewState:
    """What there is to say at the end."""
    match event:
        case Summary():
            return replace(state, summary=event)
        case LookedAhead():
            return replace(state, looked=event)
        case Fitted(fit, engine, states, plan):
            scheduling = replace(state.scheduling, engine=engine, plan=plan)
            return replace(state, fit=fit, scheduling=scheduling, states=states)


def _pressed(state: ReviewState, name: str, moment: Moment) -> Step[ReviewState]:
    return dispatch(CARD_KEYS if state.card else END_KEYS, state, name, moment)


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
    return show(known, state.session.put_aside(state.acted.at), state.acted, message)


def _graded(before: ReviewState, known: ReviewState, after: CardState) -> Step[ReviewState]:
    grade, now = before.pending, before.acted
    if grade is None:
        return known, ()
    session, phase, seconds = before.session, before.card_state.phase, before.pending_seconds
    if isinstance(session, Planned):
        item = _once_more(before, session, after)
        return show(known, planned.answer(session, grade, seconds, phase, item, now.at), now)
    again_at = due_at(after)
    if before.scheduling.cram:  # the state did not change: it may still be in a step of an earlier day
        again_at = now.at + STEP if grade is Grade.AGAIN else None
    return show(known, answer(session, grade, seconds, phase, again_at, now.at), now)


def _once_more(before: ReviewState, session: Planned, after: CardState) -> Item | None:
    """The card as one to take again today, if that would pay."""
    plan, taken = before.scheduling.plan, session.taken
    return plan.item(taken.card, taken.entry, after) if plan and taken else None


def _retracted(state: ReviewState, card: str, card_state: CardState, message: str) -> Step[ReviewState]:
    last = state.trail[-1]
    known = replace(state, states={**state.states, card: card_state}, trail=state.trail[:-1])
    return show(known, last.session, state.acted, message)


def _edited(state: ReviewState, face: Face | None, problem: str, look: Look) -> ReviewState:
    words = look.words.screens.review
    if problem:
        return replace(state, message=words.edit_broken.format(problem=problem))
    if face is None:
        return replace(state, message=words.edit_unchanged)
    return replace(state, face=face, message=words.edited)


def _go_on(state: ReviewState, more: FoundMore, look: Look) -> Step[ReviewState]:
    found, moment = more.queue, more.moment
    if not (found.items if isinstance(found, Agenda) else found.order):
        return replace(state, message=look.words.screens.end.nothing_more), ()
    session: Session | Planned
    match state.session, found:
        case before, Agenda():
            session = planned.extend(before, found, moment.at)
        case Session() as before, Queue():
            session = extend(before, found, more.states, moment.at)
        case _:
            raise TypeError("a planned session goes on by its plan")
    # What one goes on with is scheduled.
    scheduling = replace(state.scheduling, cram=False, plan=more.plan)
    return show(replace(state, states=more.states, scheduling=scheduling), session, moment)
