"""What the keys do while a question of an exam is shown. n, e, i and d mean nothing before it is handed in."""

from dataclasses import replace

from studycli.core.exam.attempt import Answer, Attempt, Confidence
from studycli.core.exam.engine import answer_shown, choose, flag, set_confidence, strike
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step
from studycli.ui.deck import next_language
from studycli.ui.screens.exam_confirm import ask_hand_in, ask_leave
from studycli.ui.screens.exam_grid import open_grid
from studycli.ui.screens.exam_state import Act, ExamState, Say, changed, moved
from studycli.ui.screens.help_page import open_help
from studycli.ui.scrolling import SIDE, sideways

_SURENESS = (None, Confidence.SURE, Confidence.UNSURE, Confidence.GUESS)


def _answer(state: ExamState) -> Answer:
    return answer_shown(state.attempt)


def _asked(state: ExamState) -> int:
    return len(state.item.right) if state.item else 0


def _options(state: ExamState) -> tuple[str, ...]:
    return state.item.options if state.item else ()


def _at_cursor(state: ExamState) -> int:
    return min(state.cursor, len(_options(state)) - 1)


def _done(state: ExamState, attempt: Attempt, moment: Moment, said: Say) -> Step[ExamState]:
    """The sitting after an act; ``said`` if there is anything to say."""
    return replace(changed(state, attempt, moment), said=said), ()


def _number(number: int) -> Act:
    def act(state: ExamState, moment: Moment) -> Step[ExamState]:
        count = len(_options(state))
        if number > count:
            return replace(state, said=lambda words: words.exam.sitting.no_option(count)), ()
        return (_strike if state.striking else _choose)(state, number - 1, moment)

    return act


def _choose(state: ExamState, place: int, moment: Moment) -> Step[ExamState]:
    """Choose an option, or take it off where several are asked for; one too many is refused."""
    item = state.item
    if item is None:
        return state, ()
    there = replace(state, cursor=place, follow=True)
    attempt = choose(state.attempt, item.options[place])
    chosen, asked = _answer(state).chosen, len(item.right)
    refused = asked > 1 and attempt is state.attempt and item.options[place] not in chosen
    if refused:
        return replace(there, said=lambda words: words.exam.sitting.one_too_many(asked)), ()
    return changed(there, attempt, moment), ()


def _choose_at_cursor(state: ExamState, moment: Moment) -> Step[ExamState]:
    return _choose(state, _at_cursor(state), moment)


def _strike(state: ExamState, place: int, moment: Moment) -> Step[ExamState]:
    option, number = _options(state)[place], place + 1
    answer = _answer(state)
    there = replace(state, cursor=place, follow=True)
    if option in answer.chosen:
        return replace(there, said=lambda words: words.exam.sitting.strike_chosen), ()
    if option in answer.struck:
        return _done(
            there,
            strike(state.attempt, option),
            moment,
            lambda words: words.exam.sitting.strike_off(number),
        )
    return _done(
        there, strike(state.attempt, option), moment, lambda words: words.exam.sitting.strike_on(number)
    )


def _strike_at_cursor(state: ExamState, moment: Moment) -> Step[ExamState]:
    return _strike(state, _at_cursor(state), moment)


def _strike_next(state: ExamState, _: Moment) -> Step[ExamState]:
    return replace(state, striking=True, said=lambda words: words.exam.sitting.strike_which), ()


def _strike_nothing(state: ExamState, _: Moment) -> Step[ExamState]:
    return state, ()


def _submit(state: ExamState, moment: Moment) -> Step[ExamState]:
    """Say how many of several are chosen; go on if these are all."""
    number, chosen, asked = state.attempt.place + 1, len(_answer(state).chosen), _asked(state)
    if chosen < asked:
        return replace(state, said=lambda words: words.exam.sitting.choose_more(chosen, asked)), ()
    after, effects = _go_on(state, moment)
    return replace(after, said=lambda words: words.exam.sitting.submitted(number, chosen, asked)), effects


def _go_on(state: ExamState, moment: Moment) -> Step[ExamState]:
    """The next question; after the last one the overview."""
    if state.attempt.place + 1 < len(state.attempt.sheets):
        return moved(state, state.attempt.place + 1, moment), ()
    return open_grid(state, moment)


def _step(by: int) -> Act:
    def act(state: ExamState, moment: Moment) -> Step[ExamState]:
        after = moved(state, state.attempt.place + by, moment)
        if after is not state:
            return after, ()
        if by > 0:
            return replace(state, said=lambda words: words.exam.sitting.last), ()
        return replace(state, said=lambda words: words.exam.sitting.first), ()

    return act


def _cursor(by: int) -> Act:
    def act(state: ExamState, _: Moment) -> Step[ExamState]:
        return replace(state, cursor=(state.cursor + by) % len(_options(state)), follow=True), ()

    return act


def _flag(state: ExamState, moment: Moment) -> Step[ExamState]:
    if _answer(state).flagged:
        return _done(state, flag(state.attempt), moment, lambda words: words.exam.sitting.flag_off)
    return _done(state, flag(state.attempt), moment, lambda words: words.exam.sitting.flag_on)


def _surer(state: ExamState, moment: Moment) -> Step[ExamState]:
    place = _SURENESS.index(_answer(state).confidence)
    following = _SURENESS[(place + 1) % len(_SURENESS)]
    return changed(state, set_confidence(state.attempt, following), moment), ()


def _toggle_language(state: ExamState, _: Moment) -> Step[ExamState]:
    if state.face is None or len(state.face.languages) < 2:
        return state, ()
    following = next_language(state.face.languages, state.language)
    return replace(state, language=following, scroll=0, x_scroll=0), ()


def _toggle_clock(state: ExamState, _: Moment) -> Step[ExamState]:
    return replace(state, clock_hidden=not state.clock_hidden), ()


def _page(by: int) -> Act:
    def act(state: ExamState, _: Moment) -> Step[ExamState]:
        return replace(state, turn=by), ()

    return act


def _any(state: ExamState) -> bool:
    return bool(_options(state))


def _is_striking(state: ExamState) -> bool:
    return state.striking and _any(state)


def _is_several(state: ExamState) -> bool:
    return _asked(state) > 1 and not state.striking


def _strikes_not(state: ExamState) -> bool:
    return _any(state) and not state.striking


def _is_chosen(state: ExamState) -> bool:
    options = _options(state)
    chosen = _answer(state).chosen
    return (
        bool(options) and _asked(state) == 1 and not state.striking and options[_at_cursor(state)] in chosen
    )


def _is_open(state: ExamState) -> bool:
    return _asked(state) == 1 and not state.striking and not _is_chosen(state)


QUESTION_KEYS: tuple[Binding[ExamState], ...] = (
    Binding(("x", "enter", "space"), "x", lambda w: w.strike, _strike_at_cursor, _is_striking),
    Binding(("escape",), "Esc", lambda w: w.back, _strike_nothing, _is_striking),
    *(
        Binding((str(number),), str(number), lambda w: w.choose, _number(number), _any, quiet=True)
        for number in range(1, 10)
    ),
    Binding(("enter", "space"), "Enter", lambda w: w.choose, _choose_at_cursor, _is_open),
    Binding(("enter",), "Enter", lambda w: w.next, _go_on, _is_chosen),
    Binding(("space",), "Space", lambda w: w.choose, _choose_at_cursor, _is_several),
    Binding(("enter",), "Enter", lambda w: w.confirm, _submit, _is_several),
    Binding(("right", "]", "tab"), "→ ]", lambda w: w.next, _step(1)),
    Binding(("g",), "g", lambda w: w.overview, open_grid),
    Binding(("f",), "f", lambda w: w.flag, _flag, _any),
    Binding(("h", "s"), "h", lambda w: w.hand_in, ask_hand_in),
    Binding(("x",), "x", lambda w: w.strike, _strike_next, _strikes_not),
    Binding((".",), ".", lambda w: w.confidence, _surer, _any),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("c",), "c", lambda w: w.clock, _toggle_clock),
    Binding(("left", "["), "← [", lambda w: w.previous, _step(-1), quiet=True),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _cursor(1), _any, quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _cursor(-1), _any, quiet=True),
    Binding(("pagedown",), "PgDn", lambda w: w.scroll, _page(1), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, _page(-1), quiet=True),
    Binding((">",), ">", lambda w: w.sideways, sideways(SIDE), quiet=True),
    Binding(("<",), "<", lambda w: w.sideways, sideways(-SIDE), quiet=True),
    Binding(("q", "escape"), "q", lambda w: w.quit, ask_leave),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: QUESTION_KEYS)),
)
"""What the keys do while a question is shown."""
