"""The first page of the score report."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.console import Group
from rich.text import Text

from studycli.core.exam_report import Filter
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints, spoken_hints
from studycli.ui.effects import Failed
from studycli.ui.events import Key, Size
from studycli.ui.exam_effects import ReportReady
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.navigation import Push, leave
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.report_list import ReportListState
from studycli.ui.screens.report_state import FOOTER_ROWS, SatExam
from studycli.ui.screens.report_text import sections
from studycli.ui.scrolling import PAGE, scrolled
from studycli.ui.sections import drawn, read_out
from studycli.ui.theme import Role


@dataclass(frozen=True, slots=True)
class ReportState:
    """The sitting, and where the window stands on its report."""

    exam: SatExam
    language: str
    scroll: int = 0
    message: str = ""


def update(state: ReportState, event: object, _: Look) -> Step[ReportState]:
    """Scroll, list questions, take up what was disputed meanwhile, or leave."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case ReportReady(ReportState(exam)):
            return replace(state, exam=exam), ()
        case Failed(text):
            return replace(state, message=text), ()
        case _:
            return state, ()


def _list(which: Filter) -> Callable[[ReportState, Moment], Step[ReportState]]:
    def act(state: ReportState, _: Moment) -> Step[ReportState]:
        return state, (Push(ReportListState(state.exam, state.language, which)),)

    return act


KEYS: tuple[Binding[ReportState], ...] = (
    Binding(("enter", "a"), "Enter", lambda w: w.questions, _list(Filter.ALL)),
    Binding(("w",), "w", lambda w: w.only_wrong, _list(Filter.WRONG)),
    Binding(("f",), "f", lambda w: w.only_flagged, _list(Filter.FLAGGED)),
    Binding(("s",), "s", lambda w: w.only_slow, _list(Filter.SLOW)),
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, scrolled(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding(("pagedown", "space"), "Space", lambda w: w.scroll, scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do on the first page."""


def view(state: ReportState, size: Size, look: Look) -> Frame:
    """Sections of plain sentences and figures."""
    parts = drawn(sections(state.exam, state.language, look), look)
    ended = state.exam.attempt.ended_at
    return Frame(
        Text(look.words.report.title, style=look.theme[Role.TITLE]),
        Text(ended.strftime("%Y-%m-%d %H:%M") if ended else "", style=look.theme[Role.MUTED]),
        inset(Group(*parts), size),
        footer(hints(KEYS, state, look.words.screens.keys), size.width, FOOTER_ROWS, look.theme, keep=2),
        look,
        size,
        state.scroll,
        state.message,
    )


def spoken(state: ReportState, look: Look) -> list[str]:
    """The page as lines to be read aloud."""
    lines = [look.words.report.title, state.message]
    lines += read_out(sections(state.exam, state.language, look))
    keys = spoken_hints(KEYS, state, look.words.screens.keys)
    return [*(line for line in lines if line), keys]
