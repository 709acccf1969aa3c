"""The whole window as painted lines, of which those that changed are sent.

A prompt_toolkit Window looks at every cell at every frame, and its renderer at each cell of the last one too: most of
the work of a key, and nothing of it is wanted for lines that fill the window. So the renderer gets a screen of empty
rows, and a line that changed as an escape sequence that stands before an empty cell.
"""

from collections.abc import Callable, Sequence
from typing import Final

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout import Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Char, Screen, WritePosition

_TO_SECOND_CELL: Final = "\r\x1b[C"
"""Where the renderer thinks it is behind the empty cell."""

_TOGETHER: Final = "\x1b[?2026h"
_SHOW: Final = "\x1b[?2026l"
"""Synchronized output (private mode 2026): terminals that have it show what is between at once, others pass over it."""

_EMPTY: Final = Char("", "")


class Canvas(Window):
    """Shows painted lines as wide as the window; ``cursor`` is the cell where text is typed, if it is.

    ``last`` is the screen that the renderer showed last, None if it has to show everything.
    """

    def __init__(
        self,
        lines: Callable[[], Sequence[str]],
        cursor: Callable[[], Point | None],
        last: Callable[[], Screen | None],
    ) -> None:
        super().__init__(FormattedTextControl())
        self._lines = lines
        self._cursor = cursor
        self._last = last
        self._shown: Sequence[str] = ()

    def write_to_screen(
        self,
        screen: Screen,
        mouse_handlers: MouseHandlers,  # noqa: ARG002 - the signature is prompt_toolkit's
        write_position: WritePosition,
        parent_style: str,  # noqa: ARG002
        erase_bg: bool,  # noqa: ARG002
        z_index: int | None,  # noqa: ARG002
    ) -> None:
        """Give the screen the lines that differ from those of the last one."""
        lines, changed = self._lines(), screen.zero_width_escapes
        before = self._before()
        for place, line in enumerate(lines):
            if place >= len(before) or line != before[place]:
                screen.data_buffer[place][0] = _EMPTY
                changed[place][0] = line + _TO_SECOND_CELL
        if len(changed) > 1:
            changed[min(changed)][0] = _TOGETHER + changed[min(changed)][0]
            changed[max(changed)][0] += _SHOW
        self._shown = lines
        screen.width = max(screen.width, write_position.width)
        screen.height = max(screen.height, write_position.height)
        cursor = self._cursor()
        screen.show_cursor = cursor is not None
        screen.set_cursor_position(self, cursor or Point(0, 0))
        screen.visible_windows_to_write_positions[self] = write_position

    def _before(self) -> Sequence[str]:
        """The lines that are there."""
        last = self._last()
        if last is None:
            return ()
        last.data_buffer.clear()  # the renderer sends nothing where both screens are empty
        return self._shown
