"""Lines of cells, given to prompt_toolkit's screen."""

import pytest
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Screen, WritePosition
from rich.text import Text

from studycli.ui.canvas import Canvas
from studycli.ui.events import Size
from studycli.ui.fragments import fragments_of

SIZE = Size(6, 2)


def drawn(canvas: Canvas) -> Screen:
    """The screen after one frame."""
    screen = Screen()
    place = WritePosition(0, 0, SIZE.width, SIZE.height)
    canvas.write_to_screen(screen, MouseHandlers(), place, "", erase_bg=False, z_index=None)
    return screen


def shows(fragments: StyleAndTextTuples, cursor: Point | None = None) -> Screen:
    return drawn(Canvas(lambda: fragments, lambda: cursor))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("abc   ", ["a", "b", "c", " ", " ", " "], id="narrow"),
        pytest.param("가a나 ", ["가", "", "a", "나", "", " "], id="an empty cell behind a wide one"),
        pytest.param("e\u0301bcdef", ["e\u0301", "b", "c", "d", "e", "f"], id="an accent of its own"),
        pytest.param("가\u0301bcde", ["가\u0301", "", "b", "c", "d", "e"], id="behind a wide one"),
    ],
)
def test_a_cell_for_each_character(line: str, cells: list[str]) -> None:
    row = shows([("", line), ("", "\n"), ("", " " * 6)]).data_buffer[0]
    assert [row[column].char for column in range(6)] == cells


def test_each_cell_has_its_style() -> None:
    row = shows([("bold", "ab"), ("", "cdef")]).data_buffer[0]
    assert [row[column].style for column in range(6)] == ["bold", "bold", "", "", "", ""]


def test_only_lines_that_changed_are_built_anew() -> None:
    texts = ["first\nsecond", "first\nother", "first\nother"]
    canvas = Canvas(lambda: fragments_of(Text(texts[0]), SIZE), lambda: None)
    frames = []
    while texts:
        frames.append(drawn(canvas).data_buffer)
        texts.pop(0)
    one, two, three = frames
    assert one[0] is two[0] is three[0]
    assert one[1] is not two[1] is three[1]
    assert "".join(two[1][column].char for column in range(6)) == "other "


def test_a_line_that_moved_is_where_it_is_now() -> None:
    texts = ["a\nb", "b\na"]
    canvas = Canvas(lambda: fragments_of(Text(texts[0]), SIZE), lambda: None)
    drawn(canvas)
    texts.pop(0)
    frame = drawn(canvas).data_buffer
    assert (frame[0][0].char, frame[1][0].char) == ("b", "a")


@pytest.mark.parametrize("cursor", [Point(3, 1), None])
def test_the_cursor_is_where_text_is_typed_or_hidden(cursor: Point | None) -> None:
    canvas = Canvas(lambda: [("", " " * 6)], lambda: cursor)
    screen = drawn(canvas)
    assert screen.show_cursor == (cursor is not None)
    assert screen.get_cursor_position(canvas) == (cursor or Point(0, 0))
    assert screen.visible_windows == [canvas]
    assert (screen.width, screen.height) == SIZE
