"""Painted lines on a terminal, sent by prompt_toolkit's own renderer."""

from collections.abc import Sequence
from io import StringIO
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point, Size
from prompt_toolkit.input import DummyInput
from prompt_toolkit.layout import Layout
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output

from studycli.ui.canvas import Canvas

COLUMNS, ROWS = 6, 3
BLANK = " " * COLUMNS
LINES = st.sampled_from(
    [BLANK, "abcdef", "  x   ", "가나다", "a가나 ", "e\u0301bcdef", "\x1b[31mred\x1b[0m   ", "abcde "]
)
FRAMES = st.lists(st.lists(LINES, min_size=ROWS, max_size=ROWS), min_size=1, max_size=5)


class Terminal:
    """A terminal on which a canvas is shown, frame by frame."""

    def __init__(self) -> None:
        self.size = Size(ROWS, COLUMNS)
        self.lines: Sequence[str] = ()
        self.cursor: Point | None = None
        self.sent = StringIO()
        self.screen: Any = pyte.Screen(COLUMNS, ROWS)
        self._stream: Any = pyte.Stream(self.screen)
        self.canvas = Canvas(
            lambda: self.lines, lambda: self.cursor, lambda: self.renderer.last_rendered_screen
        )
        output = Vt100_Output(self.sent, lambda: self.size)
        self._app: Application[None] = Application(
            Layout(self.canvas),
            full_screen=True,
            color_depth=ColorDepth.DEPTH_4_BIT,
            input=DummyInput(),
            output=output,
        )
        self.renderer = self._app.renderer

    def show(self, lines: Sequence[str], cursor: Point | None = None) -> str:
        """Show a frame; what was sent for it."""
        self.lines, self.cursor = lines, cursor
        before = self.sent.tell()
        self.renderer.render(self._app, self._app.layout)
        sent = self.sent.getvalue()[before:]
        self._stream.feed(sent)
        return sent


def alone(lines: Sequence[str]) -> list[str]:
    """What the lines look like on a terminal that shows nothing else."""
    screen: Any = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed("\x1b[?7l" + "\r\n".join(lines))
    return list(screen.display)


@given(FRAMES, st.sampled_from([None, Point(0, 0), Point(3, 1), Point(5, 2)]))
def test_after_any_frames_the_last_one_is_there(frames: list[list[str]], cursor: Point | None) -> None:
    terminal = Terminal()
    for frame in frames:
        terminal.show(frame, cursor)
    assert list(terminal.screen.display) == alone(frames[-1])
    assert terminal.screen.cursor.hidden == (cursor is None)
    if cursor:
        assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == cursor


def test_only_lines_that_changed_are_sent() -> None:
    terminal = Terminal()
    assert "first" in terminal.show(["first ", "second", BLANK])
    sent = terminal.show(["first ", "other ", BLANK])
    assert "other" in sent
    assert "first" not in sent
    assert "other" not in terminal.show(["first ", "other ", BLANK])


def test_lines_that_change_together_are_shown_together() -> None:
    terminal = Terminal()
    terminal.show([BLANK] * ROWS)
    sent = terminal.show(["first ", BLANK, "third "])
    begin, first, third, end = map(sent.index, ("\x1b[?2026h", "first", "third", "\x1b[?2026l"))
    assert begin < first < third < end
    assert "2026" not in terminal.show(["first ", "second", "third "])


def test_a_line_keeps_its_colours_to_itself() -> None:
    terminal = Terminal()
    terminal.show(["\x1b[31mred   ", "plain ", BLANK])
    assert [terminal.screen.buffer[row][0].fg for row in (0, 1)] == ["red", "default"]


@pytest.mark.parametrize("what", ["erased", "resized"])
def test_all_is_sent_again_where_the_terminal_has_lost_it(what: str) -> None:
    terminal = Terminal()
    lines = ["first ", "second", BLANK]
    terminal.show(lines)
    if what == "erased":
        terminal.renderer.erase(leave_alternate_screen=False)
    else:
        terminal.size = Size(ROWS, COLUMNS + 1)
    sent = terminal.show(lines)
    assert all(line.strip() in sent for line in lines)


def test_the_canvas_fills_the_window() -> None:
    terminal = Terminal()
    terminal.show([BLANK] * ROWS)
    screen = terminal.renderer.last_rendered_screen
    assert screen is not None
    assert (screen.width, screen.height) == (COLUMNS, ROWS)
