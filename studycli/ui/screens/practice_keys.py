"""What the keys do in practice: on a question, while striking out, on its explanation, at the end."""

from collections.abc import Sequence
from dataclasses import replace

from studycli.core.exam.attempt import Confidence, tick
from studycli.core.exam.engine import choose, flag, set_confidence, strike
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step
from studycli.ui.deck import next_language
from studycli.ui.navigation import Pop, Push, leave
from studycli.ui.practice_effects import FindPractice, SavePractice
from studycli.ui.screens import dispute
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.practice_state import Act, PracticeState, show_next
from studycli.ui.screens.question import next_note
from studycli.ui.scrolling import PAGE, SIDE, scrolled, sideways

_DIGITS = tuple(str(number) for number in range(1, 10))
_SURENESS = (None, *Confidence)


def _choose(state: PracticeState, place: int) -> PracticeState:
    count = len(state.options)
    if place >= count:
        return replace(state, said=lambda words: words.exam.sitting.no_option(count))
    there, needed = replace(state, cursor=place, follow=True), state.needed
    attempt = choose(state.attempt, state.options[place])
    if attempt is state.attempt and not state.is_single:
        return replace(there, said=lambda words: words.exam.sitting.one_too_many(needed))
    return replace(there, attempt=attempt)


def _choose_number(place: int) -> Act:
    def act(state: PracticeState, _: Moment) -> Step[PracticeState]:
        return _choose(state, place), ()

    return act


def _choose_current(state: PracticeState, _: Moment) -> Step[PracticeState]:
    return _choose(state, state.cursor), ()


def _submit(state: PracticeState, moment: Moment) -> Step[PracticeState]:
    """Submit an answer that is complete."""
    chosen, needed = len(state.answer.chosen), state.needed
    if chosen < needed or state.shown is None:
        return replace(state, said=lambda words: words.exam.sitting.choose_more(chosen, needed)), ()
    timed = replace(state, attempt=tick(state.attempt, moment.mono_s), acted=moment)
    item = state.shown.item
    return timed, (SavePractice(item.question, timed.answer, moment, item.right),)


def _strike(state: PracticeState, place: int) -> PracticeState:
    count, number = len(state.options), place + 1
    if place >= count:
        return replace(state, said=lambda words: words.exam.sitting.no_option(count))
    option, there = state.options[place], replace(state, cursor=place, follow=True)
    if option in state.answer.chosen:
        return replace(there, said=lambda words: words.exam.sitting.strike_chosen)
    struck = replace(there, attempt=strike(state.attempt, option))
    if option in state.answer.struck:
        return replace(struck, said=lambda words: words.exam.sitting.strike_off(number))
    return replace(struck, said=lambda words: words.exam.sitting.strike_on(number))


def _strike_number(place: int) -> Act:
    def act(state: PracticeState, _: Moment) -> Step[PracticeState]:
        return _strike(state, place), ()

    return act


def _strike_current(state: PracticeState, _: Moment) -> Step[PracticeState]:
    return _strike(state, state.cursor), ()


def _begin_strike(state: PracticeState, _: Moment) -> Step[PracticeState]:
    return replace(state, striking=True, said=lambda words: words.exam.sitting.strike_which), ()


def _stop_strike(state: PracticeState, _: Moment) -> Step[PracticeState]:
    return state, ()


def _flag(state: PracticeState, _: Moment) -> Step[PracticeState]:
    flagged = replace(state, attempt=flag(state.attempt))
    if state.answer.flagged:
        return replace(flagged, said=lambda words: words.exam.sitting.flag_off), ()
    return replace(flagged, said=lambda words: words.exam.sitting.flag_on), ()


def _next_confidence(state: PracticeState, _: Moment) -> Step[PracticeState]:
    after = _SURENESS[(_SURENESS.index(state.answer.confidence) + 1) % len(_SURENESS)]
    return replace(state, attempt=set_confidence(state.attempt, after)), ()


def _moved(by: int, striking: bool = False) -> Act:
    def act(state: PracticeState, _: Moment) -> Step[PracticeState]:
        cursor = (state.cursor + by) % max(1, len(state.options))
        return replace(state, cursor=cursor, striking=striking, follow=True), ()

    return act


def _toggle_language(state: PracticeState, _: Moment) -> Step[PracticeState]:
    if state.shown is None:
        return state, ()
    return replace(state, language=next_language(state.shown.face.languages, state.language), follow=True), ()


def _open_note(state: PracticeState, _: Moment) -> Step[PracticeState]:
    if state.shown is None:
        return state, ()
    page = next_note(state.deck, state.shown.face, state.notes_opened)
    if page is None:
        return state, ()
    return replace(state, notes_opened=state.notes_opened + 1), (Push(NoteState(page, state.language)),)


def _dispute(state: PracticeState, _: Moment) -> Step[PracticeState]:
    if state.shown is None:
        return state, ()
    face = state.shown.face
    return state, (Push(dispute.opened(state.deck, "question", face.id, face.stem, state.language)),)


def _next(state: PracticeState, moment: Moment) -> Step[PracticeState]:
    return show_next(state, moment), ()


def _turned(by: int) -> Act:
    def act(state: PracticeState, _: Moment) -> Step[PracticeState]:
        return replace(state, turn=by), ()

    return act


def _is_several(state: PracticeState) -> bool:
    return not state.is_single


def _is_open(state: PracticeState) -> bool:
    """Whether Enter chooses the option under the cursor; once that is the answer, it submits."""
    return state.is_single and state.options[state.cursor] not in state.answer.chosen


def _submits(state: PracticeState) -> bool:
    return not _is_open(state)


def _has_notes(state: PracticeState) -> bool:
    return state.shown is not None and bool(state.shown.face.notes)


_SIDEWAYS: tuple[Binding[PracticeState], ...] = (
    Binding(("right", ">"), ">", lambda w: w.sideways, sideways(SIDE), quiet=True),
    Binding(("left", "<"), "<", lambda w: w.sideways, sideways(-SIDE), quiet=True),
)

QUESTION_KEYS: tuple[Binding[PracticeState], ...] = (
    *(
        Binding((digit,), "1-9", lambda w: w.choose, _choose_number(place), quiet=True)
        for place, digit in enumerate(_DIGITS)
    ),
    Binding(("enter",), "Enter", lambda w: w.choose, _choose_current, _is_open),
    Binding(("space",), "Space", lambda w: w.choose, _choose_current, _is_several),
    Binding(("enter",), "Enter", lambda w: w.submit, _submit, _submits),
    Binding(("space",), "Space", lambda w: w.choose, _choose_current, quiet=True),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), quiet=True),
    Binding((".",), ".", lambda w: w.confidence, _next_confidence),
    Binding(("f",), "f", lambda w: w.flag, _flag),
    Binding(("x",), "x", lambda w: w.strike, _begin_strike),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("pagedown",), "PgDn", lambda w: w.scroll, _turned(1), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, _turned(-1), quiet=True),
    *_SIDEWAYS,
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: QUESTION_KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do while a question waits for its answer."""

STRIKING_KEYS: tuple[Binding[PracticeState], ...] = (
    *(
        Binding((digit,), "1-9", lambda w: w.strike, _strike_number(place), quiet=True)
        for place, digit in enumerate(_DIGITS)
    ),
    Binding(("enter", "space", "x"), "Enter", lambda w: w.strike, _strike_current),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1, striking=True)),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1, striking=True), quiet=True),
    Binding(("q", "escape"), "Esc", lambda w: w.back, _stop_strike),
)
"""What the keys do after the one that strikes out; any other takes it back."""

EXPLAINED_KEYS: tuple[Binding[PracticeState], ...] = (
    Binding(("enter",), "Enter", lambda w: w.next, _next),
    Binding(("n",), "n", lambda w: w.note, _open_note, _has_notes),
    Binding(("d",), "d", lambda w: w.dispute, _dispute),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("space", "pagedown"), "Space", lambda w: w.scroll, scrolled(PAGE)),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, scrolled(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    *_SIDEWAYS,
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: EXPLAINED_KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do while an answer is explained."""


def _end(place: int) -> Act:
    def act(state: PracticeState, moment: Moment) -> Step[PracticeState]:
        chosen = replace(state, chosen=place)
        return chosen, (Pop(),) if place else (FindPractice(moment),)

    return act


def _end_current(state: PracticeState, moment: Moment) -> Step[PracticeState]:
    return _end(state.chosen)(state, moment)


def _end_moved(state: PracticeState, _: Moment) -> Step[PracticeState]:
    return replace(state, chosen=1 - state.chosen), ()


END_KEYS: tuple[Binding[PracticeState], ...] = (
    Binding(("1",), "1", lambda w: w.choose, _end(0), quiet=True),
    Binding(("2",), "2", lambda w: w.choose, _end(1), quiet=True),
    Binding(("down", "j", "up", "k"), "↓ j", lambda w: w.move, _end_moved, quiet=True),
    Binding(("enter", "space"), "Enter", lambda w: w.choose, _end_current),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: END_KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do at the end."""


def keys_of(state: PracticeState) -> Sequence[Binding[PracticeState]]:
    """The table of what is on the screen."""
    if state.shown is None:
        return END_KEYS
    if state.explained:
        return EXPLAINED_KEYS
    return STRIKING_KEYS if state.striking else QUESTION_KEYS
