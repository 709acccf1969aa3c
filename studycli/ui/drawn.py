"""What Rich draws, as lines of exactly the window's size, as a terminal takes them."""

from collections.abc import Iterable
from functools import lru_cache
from io import StringIO

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console, RenderableType
from rich.segment import Segment, SegmentLines

from studycli.ui.events import Size
from studycli.ui.text import clean

Line = list[Segment]
"""A line that is drawn."""


@lru_cache(maxsize=8)
def console_of(size: Size) -> Console:
    """A console that draws for a window of this size and writes nowhere. A plain string is never markup."""
    return Console(
        file=StringIO(),
        width=size.width,
        height=size.height,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def lines_of(renderable: RenderableType, size: Size) -> list[Line]:
    """Exactly ``size.height`` lines of exactly ``size.width`` cells; what is beyond is cut."""
    lines = console_of(size).render_lines(renderable, pad=False)[: size.height]
    blank = [Segment(" " * size.width)]
    return [_fit(line, size.width) for line in lines] + [blank] * (size.height - len(lines))


def stacked(parts: Iterable[RenderableType], width: int) -> list[Line]:
    """Parts one below the other, as lines of at most so many cells; they are not padded."""
    console = console_of(Size(max(1, width), 25))
    return [line for part in parts for line in console.render_lines(part, pad=False)]


def indented(lines: Iterable[Line], cells: int) -> SegmentLines:
    """The lines behind so many empty cells; a frame takes them as they are."""
    indent = [Segment(" " * cells)] if cells else []
    return SegmentLines([[*indent, *line] for line in lines], new_lines=True)


def painted_lines(renderable: RenderableType, size: Size) -> list[str]:
    """The lines as a terminal takes them, with escape sequences for the sixteen colours that everybody has."""
    return ["".join(map(_painted, line)) for line in lines_of(renderable, size)]


def cut(text: str, start: int, width: int) -> str:
    """The cells from ``start`` to ``start + width`` of a clean text; half a wide character is a space."""
    if text.isascii():
        return text[start : start + width]
    end = start + width
    parts = []
    at = 0
    for character in text:
        cells = cell_len(character)
        if start <= at and at + cells <= end:
            parts.append(character)
        elif at < start < at + cells or at < end < at + cells:
            parts.append(" ")
        at += cells
    return "".join(parts)


def _painted(segment: Segment) -> str:
    text, style, _ = segment
    return style.render(text, color_system=ColorSystem.STANDARD) if style else text


def _fit(line: Line, width: int) -> Line:
    """The line without control characters, cut or padded to ``width`` cells; half a wide character is a space."""
    fitted = []
    left = width
    for segment in line:
        if segment.control:
            continue
        text = clean(segment.text)
        cells = cell_len(text)
        if cells > left:
            text, cells = cut(text, 0, left), left
        if text:
            fitted.append(Segment(text, segment.style))
        left -= cells
    if left:
        fitted.append(Segment(" " * left))
    return fitted
