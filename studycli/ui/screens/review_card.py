"""What the keys do while a card is shown."""

from dataclasses import replace

from studycli.core.memory import Grade, outcomes
from studycli.core.moment import Moment
from studycli.errors import MaterialError
from studycli.ui.bindings import Binding, Step
from studycli.ui.deck import next_language
from studycli.ui.effects import ActOnCard, CardAction, EditCard, RecordReview
from studycli.ui.navigation import Push, leave
from studycli.ui.screens import dispute
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.info import InfoState
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.review_state import Act, ReviewState, can_undo, undo
from studycli.ui.scrolling import PAGE, SIDE, scrolled, sideways


def _reveal(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    scheduling = state.scheduling
    outlook = outcomes(state.card_state, state.card or "", moment.at, scheduling.engine, scheduling.retention)
    return replace(state, outlook=outlook, follow=True), ()


def _grade(grade: Grade) -> Act:
    def act(state: ReviewState, moment: Moment) -> Step[ReviewState]:
        seconds = max(0.0, moment.mono_s - state.shown.mono_s)
        effect = RecordReview(
            state.card or "", grade, seconds, state.card_state, state.scheduling.cram, moment
        )
        return replace(state, pending=grade, pending_seconds=seconds, acted=moment), (effect,)

    return act


def _act_on(action: CardAction) -> Act:
    def act(state: ReviewState, moment: Moment) -> Step[ReviewState]:
        return replace(state, acted=moment), (ActOnCard(state.card or "", action, moment),)

    return act


def _mark(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    action = CardAction.UNMARK if state.card_state.marked else CardAction.MARK
    return state, (ActOnCard(state.card or "", action, moment),)


def _toggle_language(state: ReviewState, _: Moment) -> Step[ReviewState]:
    languages = state.face.languages if state.face else (state.language,)
    return replace(state, language=next_language(languages, state.language), scroll=0), ()


def _edit(state: ReviewState, _: Moment) -> Step[ReviewState]:
    return state, (EditCard(state.card or ""),)


def _open_note(state: ReviewState, _: Moment) -> Step[ReviewState]:
    if state.face is None:
        return state, ()
    try:
        note = state.deck.note(state.face.note)
    except MaterialError:  # an edit took it away
        return state, ()
    return state, (Push(NoteState(note, state.language)),)


def _dispute(state: ReviewState, _: Moment) -> Step[ReviewState]:
    if state.face is None:
        return state, ()
    face = state.face
    return state, (Push(dispute.opened(state.deck, "card", face.id, face.front, state.language)),)


def _open_info(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    if state.face is None:
        return state, ()
    scheduling = state.scheduling
    info = InfoState(
        state.face,
        state.card_state,
        scheduling.engine,
        scheduling.retention,
        moment.at,
        state.language,
        scheduling.plan,
    )
    return state, (Push(info),)


def _revealed(state: ReviewState) -> bool:
    return state.revealed


def _hidden(state: ReviewState) -> bool:
    return not state.revealed


_SCROLLING: tuple[Binding[ReviewState], ...] = (
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, scrolled(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding(("pagedown",), "PgDn", lambda w: w.scroll, scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("right",), "→", lambda w: w.sideways, sideways(SIDE), quiet=True),
    Binding(("left",), "←", lambda w: w.sideways, sideways(-SIDE), quiet=True),
)

CARD_KEYS: tuple[Binding[ReviewState], ...] = (
    Binding(("space", "enter"), "Space", lambda w: w.reveal, _reveal, _hidden),
    Binding(("1",), "1", lambda w: w.again, _grade(Grade.AGAIN), _revealed, quiet=True),
    Binding(("2",), "2", lambda w: w.hard, _grade(Grade.HARD), _revealed, quiet=True),
    Binding(("3", "space", "enter"), "3 Space", lambda w: w.good, _grade(Grade.GOOD), _revealed, quiet=True),
    Binding(("4",), "4", lambda w: w.easy, _grade(Grade.EASY), _revealed, quiet=True),
    Binding(("u",), "u", lambda w: w.undo, undo, can_undo),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("n",), "n", lambda w: w.note, _open_note),
    Binding(("e",), "e", lambda w: w.edit, _edit),
    Binding(("i",), "i", lambda w: w.info, _open_info),
    Binding(("*",), "*", lambda w: w.mark, _mark),
    Binding(("-",), "-", lambda w: w.bury, _act_on(CardAction.BURY)),
    Binding(("@",), "@", lambda w: w.suspend, _act_on(CardAction.SUSPEND)),
    Binding(("d",), "d", lambda w: w.dispute, _dispute, _revealed),
    *_SCROLLING,
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: CARD_KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do while a card is shown."""
