"""An exam that is over while its report has not come yet: the last answers could not be saved."""

from dataclasses import replace

from rich.console import Group
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, hints
from studycli.ui.events import Size
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.navigation import leave
from studycli.ui.screens.exam_header import clock_right
from studycli.ui.screens.exam_state import ExamState, news
from studycli.ui.theme import Role
from studycli.words.model import Words


def _again(state: ExamState, _: Moment) -> Step[ExamState]:
    return replace(state, reporting=False), ()


KEYS: tuple[Binding[ExamState], ...] = (
    Binding(("enter", "space"), "Enter", lambda w: w.report, _again),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do here."""


def _lines(state: ExamState, words: Words) -> list[str]:
    over = words.exam.over
    return [*([over.unsaved(len(state.pending))] if state.pending else []), over.wait]


def view(state: ExamState, size: Size, look: Look) -> Frame:
    """What is missing, and what to do."""
    words = look.words
    return Frame(
        Text(words.exam.over.title, style=look.theme[Role.TITLE]),
        clock_right(state, look),
        inset(Group(*map(Text, _lines(state, words))), size),
        footer(hints(KEYS, state, words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        message=news(state, words),
    )


def spoken(state: ExamState, look: Look) -> list[str]:
    """The same as lines to be read aloud."""
    words = look.words
    return [line for line in (words.exam.over.title, news(state, words), *_lines(state, words)) if line]
