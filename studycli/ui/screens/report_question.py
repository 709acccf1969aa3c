"""One question of a sitting: what was chosen, what is right, and why."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.console import Group, RenderableType
from rich.text import Text

from studycli.core.exam_report import ItemResult
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints, spoken_hints
from studycli.ui.deck import next_language
from studycli.ui.effects import Failed
from studycli.ui.events import Key, Size
from studycli.ui.frame import Frame, footer, inset, width_of
from studycli.ui.look import Look
from studycli.ui.navigation import Pop, Push
from studycli.ui.practice_effects import Disputed, Retake
from studycli.ui.screens import dispute
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.question import (
    Shown,
    background,
    explained_options,
    is_changed,
    localized,
    looked_up,
    next_note,
    note_place,
    overflow,
    spoken_explained,
    spoken_text,
)
from studycli.ui.screens.report_state import FOOTER_ROWS, QuestionLeft, SatExam, questions, result_text
from studycli.ui.scrolling import PAGE, SIDE, scrolled, sideways
from studycli.ui.theme import Role


@dataclass(frozen=True, slots=True)
class ReportQuestionState:
    """Questions of a sitting by their places in the paper, and the one on the screen by its number among these.

    ``shown`` is None if it is gone from the bank.
    """

    exam: SatExam
    places: tuple[int, ...]
    number: int
    shown: Shown | None
    default_language: str
    language: str
    notes_opened: int = 0
    scroll: int = 0
    x_scroll: int = 0
    message: str = ""

    @property
    def place(self) -> int:
        """The place in the paper of the question on the screen, from 0."""
        return self.places[self.number]

    @property
    def result(self) -> ItemResult:
        """How it went."""
        return self.exam.report.items[self.place]


def opened(exam: SatExam, listed: tuple[int, ...], number: int, language: str) -> ReportQuestionState:
    """The screen on the question of this number among those listed."""
    item = exam.attempt.paper.items[listed[number]]
    return ReportQuestionState(exam, listed, number, looked_up(exam.deck, item), language, language)


def update(state: ReportQuestionState, event: object, look: Look) -> Step[ReportQuestionState]:
    """Go through the questions, look behind them, or go back."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case Disputed():
            return replace(state, message=dispute.told(event, look)), ()
        case Failed(text):
            return replace(state, message=text), ()
        case _:
            return state, ()


Act = Callable[[ReportQuestionState, Moment], Step[ReportQuestionState]]


def _turned(by: int) -> Act:
    def act(state: ReportQuestionState, _: Moment) -> Step[ReportQuestionState]:
        number = state.number + by
        if not 0 <= number < len(state.places):
            return state, ()
        return opened(state.exam, state.places, number, state.default_language), ()

    return act


def _toggle_language(state: ReportQuestionState, _: Moment) -> Step[ReportQuestionState]:
    if state.shown is None:
        return state, ()
    return replace(state, language=next_language(state.shown.face.languages, state.language), scroll=0), ()


def _open_note(state: ReportQuestionState, _: Moment) -> Step[ReportQuestionState]:
    page = next_note(state.exam.deck, state.shown.face, state.notes_opened) if state.shown else None
    if page is None:
        return state, ()
    return replace(state, notes_opened=state.notes_opened + 1), (Push(NoteState(page, state.language)),)


def _dispute(state: ReportQuestionState, _: Moment) -> Step[ReportQuestionState]:
    if state.shown is None:
        return state, ()
    face = state.shown.face
    return state, (Push(dispute.opened(state.exam.deck, "question", face.id, face.stem, state.language)),)


def _retake(state: ReportQuestionState, moment: Moment) -> Step[ReportQuestionState]:
    return state, (Retake(state.exam.attempt, questions(state.exam, state.places), moment),)


def _leave(state: ReportQuestionState, _: Moment) -> Step[ReportQuestionState]:
    return state, (Pop(QuestionLeft(state.place)),)


def _is_there(state: ReportQuestionState) -> bool:
    return state.shown is not None


def _has_notes(state: ReportQuestionState) -> bool:
    return state.shown is not None and bool(state.shown.face.notes)


def _any_left(state: ReportQuestionState) -> bool:
    return bool(questions(state.exam, state.places))


def _has(by: int) -> Callable[[ReportQuestionState], bool]:
    def when(state: ReportQuestionState) -> bool:
        return 0 <= state.number + by < len(state.places)

    return when


KEYS: tuple[Binding[ReportQuestionState], ...] = (
    Binding(("right", "]", "l"), "→", lambda w: w.next, _turned(1), _has(1)),
    Binding(("left", "[", "h"), "←", lambda w: w.previous, _turned(-1), _has(-1)),
    Binding(("n",), "n", lambda w: w.note, _open_note, _has_notes),
    Binding(("d",), "d", lambda w: w.dispute, _dispute, _is_there),
    Binding(("r",), "r", lambda w: w.retake, _retake, _any_left),
    Binding(("t",), "t", lambda w: w.language, _toggle_language, _is_there),
    Binding(("space", "pagedown"), "Space", lambda w: w.scroll, scrolled(PAGE)),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, scrolled(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding((">",), ">", lambda w: w.sideways, sideways(SIDE), quiet=True),
    Binding(("<",), "<", lambda w: w.sideways, sideways(-SIDE), quiet=True),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape", "enter"), "q", lambda w: w.back, _leave),
)
"""What the keys do on one question."""


def view(state: ReportQuestionState, size: Size, look: Look) -> Frame:
    """The question in its frame."""
    shown = state.shown
    foot = hints(KEYS, state, look.words.screens.keys)
    return Frame(
        Text(_headline(state), style=look.theme[Role.TITLE]),
        Text(f"{state.number + 1}/{len(state.places)}", style=look.theme[Role.MUTED]),
        inset(Group(*_body(state, look)), size),
        footer(foot, size.width, FOOTER_ROWS, look.theme, keep=2),
        look,
        size,
        state.scroll,
        state.message or _note_place(state, look),
        sideways=overflow(shown.face, state.language, width_of(size)) if shown else 0,
    )


def _headline(state: ReportQuestionState) -> str:
    number = f"{state.place + 1}."
    return f"{number} {state.shown.face.topic_title.read(state.language).text}" if state.shown else number


def _note_place(state: ReportQuestionState, look: Look) -> str:
    return note_place(state.shown.face, state.notes_opened, look) if state.shown else ""


def _body(state: ReportQuestionState, look: Look) -> list[RenderableType]:
    result = result_text(state.result, look)
    if state.shown is None:
        return [result, Text(""), *(Text(line, overflow="fold") for line in _gone(state, look))]
    shown, language = state.shown, state.language
    changed = is_changed(shown.face, shown.item)
    return [
        result,
        *([Text(look.words.question.changed, style=look.theme[Role.MUTED])] if changed else []),
        Text(""),
        *localized(shown.face.stem, language, look, state.x_scroll),
        Text(""),
        explained_options(shown, state.result.chosen, language, look),
        *background(shown, language, look, state.x_scroll),
    ]


def _gone(state: ReportQuestionState, look: Look) -> list[str]:
    """What is kept of a question that is gone: its id, and the ids of what was chosen and what was right."""
    words, result = look.words.question, state.result
    kept = ((words.yours, result.chosen), (words.key, result.right))
    return [
        words.gone.format(id=result.question),
        *(f"{name}: {', '.join(options)}" for name, options in kept if options),
    ]


def spoken(state: ReportQuestionState, look: Look) -> list[str]:
    """The question as lines to be read aloud."""
    lines = [
        f"{_headline(state)} ({state.number + 1}/{len(state.places)})",
        state.message or _note_place(state, look),
        result_text(state.result, look).plain,
    ]
    if state.shown is None:
        lines += _gone(state, look)
    else:
        lines += [look.words.question.changed] if is_changed(state.shown.face, state.shown.item) else []
        lines += spoken_text(state.shown.face.stem, state.language)
        lines += spoken_explained(state.shown, state.result.chosen, state.language, look)
    return [*(line for line in lines if line), spoken_hints(KEYS, state, look.words.screens.keys)]
