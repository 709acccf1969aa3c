"""The whole window as lines of cells, of which only those that changed are built anew.

A prompt_toolkit Window looks at every cell at every frame, to wrap lines and to know what the mouse points at: half of
the work of a key, and nothing of it is wanted for lines that fill the window. What is shown is sent as before.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Char, Screen, WritePosition

Row = defaultdict[int, Char]

_KNOWN_CELLS: Final = 20_000


class Canvas(Window):
    """Shows fragments whose lines are as wide as the window; ``cursor`` is the cell where text is typed, if it is."""

    def __init__(
        self, fragments: Callable[[], StyleAndTextTuples], cursor: Callable[[], Point | None]
    ) -> None:
        super().__init__(FormattedTextControl())
        self._fragments = fragments
        self._cursor = cursor
        self._rows: dict[int, tuple[StyleAndTextTuples, Row]] = {}

    def write_to_screen(
        self,
        screen: Screen,
        mouse_handlers: MouseHandlers,  # noqa: ARG002 - the signature is prompt_toolkit's
        write_position: WritePosition,
        parent_style: str,  # noqa: ARG002
        erase_bg: bool,  # noqa: ARG002
        z_index: int | None,  # noqa: ARG002
    ) -> None:
        """Give the screen its rows, the one of the last frame where the line is the same."""
        before, self._rows = self._rows, {}
        for place, line in enumerate(_lines(self._fragments())):
            old, row = before.get(place, (None, None))
            if row is None or old != line:
                row = _row(line)
            self._rows[place] = line, row
            screen.data_buffer[place] = row
        screen.width = max(screen.width, write_position.width)
        screen.height = max(screen.height, write_position.height)
        cursor = self._cursor()
        screen.show_cursor = cursor is not None
        screen.set_cursor_position(self, cursor or Point(0, 0))
        screen.visible_windows_to_write_positions[self] = write_position


def _lines(fragments: StyleAndTextTuples) -> Iterator[StyleAndTextTuples]:
    line: StyleAndTextTuples = []
    for fragment in fragments:
        if fragment[1] == "\n":
            yield line
            line = []
        else:
            line.append(fragment)
    yield line


def _row(line: StyleAndTextTuples) -> Row:
    """A cell for each character; behind a wide one an empty one; one without width belongs to the cell before."""
    row: Row = defaultdict(_blank)
    column = 0
    for style, text, *_ in line:
        for character in text:
            cell = _cell(character, style)
            if cell.width == 0 and column:
                last = column - 1 if row[column - 1].char else column - 2
                row[last] = Char(row[last].char + character, row[last].style)
                continue
            row[column] = cell
            if cell.width > 1:
                row[column + 1] = _cell("", "")
            column += cell.width
    return row


@lru_cache(maxsize=_KNOWN_CELLS)
def _cell(character: str, style: str) -> Char:
    return Char(character, style)


def _blank() -> Char:
    return _cell(" ", "")
