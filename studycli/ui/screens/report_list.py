"""The questions of a sitting, all or some, as a list."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.table import Table
from rich.text import Text

from studycli.core.exam_report import Filter, places
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints, spoken_hints
from studycli.ui.effects import Failed
from studycli.ui.events import Key, Size
from studycli.ui.frame import ROOMY, WIDE, Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.navigation import Push, leave
from studycli.ui.practice_effects import Retake
from studycli.ui.screens import report_question
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.question import mark_of, one_line
from studycli.ui.screens.report_state import (
    FOOTER_ROWS,
    QuestionLeft,
    SatExam,
    questions,
    result_text,
)
from studycli.ui.theme import Role

PAGE = 10
"""Rows that PgUp and PgDn move."""


@dataclass(frozen=True, slots=True)
class ReportListState:
    """Which questions are listed, and the place in the list under the cursor."""

    exam: SatExam
    language: str
    which: Filter = Filter.ALL
    cursor: int = 0
    message: str = ""

    @property
    def places(self) -> tuple[int, ...]:
        """The places in the paper of the questions listed."""
        return places(self.exam.report, self.which)


def update(state: ReportListState, event: object, _: Look) -> Step[ReportListState]:
    """Move, choose what is listed, open one, or go back."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case QuestionLeft(place):
            return _at(state, place), ()
        case Failed(text):
            return replace(state, message=text), ()
        case _:
            return state, ()


def _at(state: ReportListState, place: int | None) -> ReportListState:
    """The list with the cursor on a question, if it is listed."""
    listed = state.places
    return replace(state, cursor=listed.index(place) if place in listed else 0)


def _listing(which: Filter) -> Callable[[ReportListState, Moment], Step[ReportListState]]:
    def act(state: ReportListState, _: Moment) -> Step[ReportListState]:
        here = state.places[state.cursor] if state.places else None
        return _at(replace(state, which=which), here), ()

    return act


def _moved(by: int) -> Callable[[ReportListState, Moment], Step[ReportListState]]:
    def act(state: ReportListState, _: Moment) -> Step[ReportListState]:
        return replace(state, cursor=(state.cursor + by) % len(state.places)), ()

    return act


def _paged(by: int) -> Callable[[ReportListState, Moment], Step[ReportListState]]:
    def act(state: ReportListState, _: Moment) -> Step[ReportListState]:
        return replace(state, cursor=min(max(0, state.cursor + by), len(state.places) - 1)), ()

    return act


def _open(state: ReportListState, _: Moment) -> Step[ReportListState]:
    return state, (Push(report_question.opened(state.exam, state.places, state.cursor, state.language)),)


def _retake(state: ReportListState, moment: Moment) -> Step[ReportListState]:
    return state, (Retake(state.exam.attempt, questions(state.exam, state.places), moment),)


def _any(state: ReportListState) -> bool:
    return bool(state.places)


def _any_left(state: ReportListState) -> bool:
    return bool(questions(state.exam, state.places))


KEYS: tuple[Binding[ReportListState], ...] = (
    Binding(("enter", "space"), "Enter", lambda w: w.open, _open, _any),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), _any, quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), _any, quiet=True),
    Binding(("pagedown",), "PgDn", lambda w: w.move, _paged(PAGE), _any, quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.move, _paged(-PAGE), _any, quiet=True),
    Binding(("w",), "w", lambda w: w.only_wrong, _listing(Filter.WRONG)),
    Binding(("f",), "f", lambda w: w.only_flagged, _listing(Filter.FLAGGED)),
    Binding(("s",), "s", lambda w: w.only_slow, _listing(Filter.SLOW)),
    Binding(("a",), "a", lambda w: w.all, _listing(Filter.ALL)),
    Binding(("r",), "r", lambda w: w.retake, _retake, _any_left),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.back, leave),
)
"""What the keys do in the list."""


def view(state: ReportListState, size: Size, look: Look) -> Frame:
    """One line for each question, the one under the cursor in view."""
    wide = size.width >= WIDE
    foot = footer(hints(KEYS, state, look.words.screens.keys), size.width, FOOTER_ROWS, look.theme, keep=2)
    height = max(1, size.height - 3 - len(foot) - (wide and size.height >= ROOMY))
    count = f"{len(state.places)}/{len(state.exam.report.items)}"
    return Frame(
        Text(look.words.report.list_title(state.which.value), style=look.theme[Role.TITLE]),
        Text(count, style=look.theme[Role.MUTED]),
        inset(_table(state, look, wide) if state.places else Text(look.words.report.none), size),
        foot,
        look,
        size,
        max(0, state.cursor - height + 1),
        state.message,
    )


def _table(state: ReportListState, look: Look, wide: bool) -> Table:
    """Cursor, number, sign and word, seconds, flag; the beginning of the question where there is room."""
    table = Table.grid(padding=(0, 1), expand=wide)
    for justify in ("left", "right", "left", "right", "left"):
        table.add_column(justify=justify, no_wrap=True)
    if wide:
        table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for row, place in enumerate(state.places):
        item, here = state.exam.report.items[place], row == state.cursor
        words = look.words.question
        cells = [
            Text(">" if here else " ", style=look.theme[Role.ACCENT]),
            Text(str(place + 1), style=look.theme[Role.SELECTED] if here else ""),
            mark_of(item.correct, item.chosen, look),
            Text(words.seconds.format(n=round(item.seconds)), style=look.theme[Role.MUTED]),
            Text(words.flagged if item.flagged else "", style=look.theme[Role.FLAG]),
        ]
        unscored = "" if item.scored else f"({words.unscored}) "
        stem = Text.assemble((unscored, look.theme[Role.MUTED]), _stem(state, place))
        table.add_row(*cells, *([stem] if wide else []))
    return table


def _stem(state: ReportListState, place: int) -> str:
    item = state.exam.report.items[place]
    face = state.exam.faces.get(item.question)
    return item.question if face is None else one_line(face.stem, state.language)


def spoken(state: ReportListState, look: Look) -> list[str]:
    """The question under the cursor and what can be done, as lines to be read aloud."""
    title = look.words.report.list_title(state.which.value)
    keys = spoken_hints(KEYS, state, look.words.screens.keys)
    if not state.places:
        return [f"{title}: {look.words.report.none}", *([state.message] if state.message else []), keys]
    place = state.places[state.cursor]
    lines = [
        f"{title} {state.cursor + 1}/{len(state.places)}",
        state.message,
        f"{place + 1}. {result_text(state.exam.report.items[place], look).plain}",
        _stem(state, place),
        keys,
    ]
    return [line for line in lines if line]
