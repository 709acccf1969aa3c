"""What the panels of an exam share: the clock, and what is not saved yet."""

from math import ceil

from rich.text import Text

from studycli.ui.look import Look
from studycli.ui.screens.exam_state import ExamState
from studycli.ui.theme import Role


def clock_right(state: ExamState, look: Look) -> Text:
    """The clock for the right end of the top line, unless it is hidden; before it what could not be saved."""
    unsaved = look.words.exam.sitting.unsaved(len(state.pending)) if state.failing else ""
    clock = "" if state.clock_hidden else clock_text(state.attempt.left_s)
    gap = "  " if unsaved and clock else ""
    return Text.assemble((unsaved, look.theme[Role.ERROR]), gap, (clock, look.theme[Role.STRONG]))


def clock_spoken(state: ExamState, look: Look) -> str:
    """The same as a line to be read aloud; nothing if there is nothing to say."""
    words = look.words.exam.sitting
    parts = [
        "" if state.clock_hidden else f"{words.left} {clock_text(state.attempt.left_s)}",
        words.unsaved(len(state.pending)) if state.failing else "",
    ]
    return ", ".join(part for part in parts if part)


def clock_text(left_s: float) -> str:
    """Time left as ``mm:ss``, from an hour on ``h:mm:ss``; a second begun counts whole."""
    minutes, seconds = divmod(ceil(left_s), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
