"""Markdown on the screen: paragraphs, headings, lists, tables that fit, and fences that are scrolled, never wrapped.

Drawn from ``blocks`` rather than by ``rich.markdown``, which wraps fences, makes links and imports a highlighter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from studycli.ui.blocks import (
    Block,
    Fence,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Table,
    parse,
)
from studycli.ui.drawn import Line, console_of, cut
from studycli.ui.events import Size
from studycli.ui.theme import Role, Theme

CUT_LEFT = "‹"
CUT_RIGHT = "›"
_QUOTE_BAR = "│ "
_GAP = 2
_NARROWEST_COLUMN = 8
_NARROWEST_TEXT = 12


@dataclass(frozen=True, slots=True, eq=False)
class _Markdown:
    text: str
    theme: Theme
    x_offset: int | None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in _drawn(self.text, options.max_width, self.theme, self.x_offset):
            yield from line
            yield Segment.line()


def markdown(text: str, theme: Theme, *, x_offset: int | None = 0) -> _Markdown:
    """What Rich draws for a Markdown text; its fences are shown from cell ``x_offset`` on, or whole if that is None."""
    return _Markdown(text, theme, x_offset)


@dataclass(frozen=True, slots=True, eq=False)
class _Blocks:
    blocks: tuple[Block, ...]
    theme: Theme

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        pen = _Pen(self.theme, 0, console_of(Size(max(options.max_width, 1), 25)))
        for line in pen.blocks(self.blocks, options.max_width):
            yield from line
            yield Segment.line()


def drawn_blocks(blocks: tuple[Block, ...], theme: Theme) -> _Blocks:
    """What Rich draws for blocks that were put together by ourselves."""
    return _Blocks(blocks, theme)


def max_diagram_overflow(text: str, width: int) -> int:
    """By how many cells the widest fence line exceeds a window of ``width``: the largest useful ``x_offset``."""
    return _overflow(parse(text), width)


def spoken_markdown(text: str) -> list[str]:
    """The text as plain lines for a screen reader: no markup, a table as "column: value", a fence as it is."""
    return [line for block in parse(text) for line in _spoken(block)]


@lru_cache(maxsize=32)
def _drawn(text: str, width: int, theme: Theme, x_offset: int | None) -> tuple[Line, ...]:
    pen = _Pen(theme, x_offset, console_of(Size(max(width, 1), 25)))
    return tuple(pen.blocks(parse(text), width))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws blocks as lines of at most ``width`` cells."""

    theme: Theme
    x_offset: int | None
    console: Console

    def blocks(self, blocks: Iterable[Block], width: int, *, tight: bool = False) -> list[Line]:
        lines: list[Line] = []
        after_heading = True
        for block in blocks:
            if not (after_heading or tight):
                lines.append([])
            lines.extend(self.block(block, width))
            after_heading = isinstance(block, Heading)
        return lines

    def block(self, block: Block, width: int) -> list[Line]:
        match block:
            case Paragraph(text):
                return self.wrapped(self.text(text), width)
            case Heading(text):
                return self.wrapped(self.text(text, Role.TITLE), width)
            case Fence(lines):
                return [[self.fence_line(line, width)] for line in lines]
            case Listing(items, tight):
                return self.listing(items, width, tight=tight)
            case Quote(blocks):
                inner = _inner_width(width, _QUOTE_BAR)
                bar = Segment(_QUOTE_BAR[: width - inner], self.theme[Role.RULE])
                return [[bar, *line] for line in self.blocks(blocks, inner)]
            case Table():
                return self.table(block, width)
            case Rule():
                return [[self.rule(width)]]

    def listing(self, items: tuple[Item, ...], width: int, *, tight: bool) -> list[Line]:
        lines: list[Line] = []
        for item in items:
            if lines and not tight:
                lines.append([])
            inner = _inner_width(width, item.marker)
            marker = Segment(item.marker, self.theme[Role.ACCENT])
            indent = Segment(" " * (width - inner))
            drawn = self.blocks(item.blocks, inner, tight=tight) or [[]]
            if inner == width:
                lines.append([marker])
            else:
                lines.append([marker, *drawn.pop(0)])
            lines.extend([indent, *line] for line in drawn)
        return lines

    def table(self, table: Table, width: int) -> list[Line]:
        columns = list(zip(table.header, *table.rows, strict=True))
        natural = [max(max(map(cell_len, _plain(cell).split("\n"))) for cell in column) for column in columns]
        widths = _fitting(natural, width - _GAP * (len(columns) - 1))
        if any(now < min(before, _NARROWEST_COLUMN) for now, before in zip(widths, natural, strict=True)):
            return self.stacked(table, width)
        header = [self.text(cell, Role.TITLE) for cell in table.header]
        rules = [self.rule(column) for column in widths]
        gap = Segment(" " * _GAP)
        between = [segment for rule in rules for segment in (rule, gap)][:-1]
        lines = [*self.row(header, widths, table.right), between]
        for row in table.rows:
            lines.extend(self.row([self.text(cell) for cell in row], widths, table.right))
        return lines

    def row(self, cells: list[Text], widths: list[int], right: tuple[bool, ...]) -> list[Line]:
        columns = [self.wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
        lines = []
        for number in range(max(map(len, columns))):
            line: Line = []
            for column, width, at_right in zip(columns, widths, right, strict=True):
                part = column[number] if number < len(column) else []
                space = Segment(" " * (width - Segment.get_line_length(part)))
                line += [space, *part] if at_right else [*part, space]
                line.append(Segment(" " * _GAP))
            lines.append(line[:-1])
        return lines

    def stacked(self, table: Table, width: int) -> list[Line]:
        """A table too wide for the window, row by row: a line "column: value" for each cell."""
        lines: list[Line] = []
        for row in table.rows:
            if lines:
                lines.append([])
            for name, cell in zip(table.header, row, strict=True):
                label = self.text(name, Role.TITLE).append(": ") if _plain(name) else Text()
                lines.extend(self.wrapped(label.append_text(self.text(cell)), width))
        return lines or [line for name in table.header for line in self.wrapped(self.text(name), width)]

    def text(self, inline: Inline, *outer: Role) -> Text:
        text = Text(end="")
        for span in inline:
            text.append(span.text)
            for role in (*outer, *span.roles):
                text.stylize(self.theme[role], len(text) - len(span.text))
        return text

    def wrapped(self, text: Text, width: int) -> list[Line]:
        lines = text.wrap(self.console, max(width, 2), overflow="fold")
        return [list(line.render(self.console)) for line in lines]

    def rule(self, width: int) -> Segment:
        return Segment("─" * width, self.theme[Role.RULE])

    def fence_line(self, line: str, width: int) -> Segment:
        """The ``width`` cells of the line from ``x_offset`` on, marked where something is cut away."""
        if self.x_offset is None:
            return Segment(line, self.theme[Role.CODE])
        cells = cell_len(line)
        left = CUT_LEFT if self.x_offset and cells else ""
        right = CUT_RIGHT if cells > self.x_offset + width else ""
        shown = left + cut(line, self.x_offset + len(left), width - len(left) - len(right)) + right
        return Segment(shown, self.theme[Role.CODE])


def _inner_width(width: int, marker: str) -> int:
    """What a marker leaves of the width; all of it where a text beside the marker would be too narrow to read."""
    inner = width - cell_len(marker)
    return inner if inner >= _NARROWEST_TEXT else width


def _fitting(natural: list[int], available: int) -> list[int]:
    """Column widths that add up to at most ``available``, taken from the widest first."""
    limit = max(natural)
    while limit > 1 and sum(min(width, limit) for width in natural) > available:
        limit -= 1
    return [min(width, limit) for width in natural]


def _plain(inline: Inline) -> str:
    return "".join(span.text for span in inline)


def _overflow(blocks: Iterable[Block], width: int) -> int:
    widest = 0
    for block in blocks:
        match block:
            case Fence(lines):
                widest = max(widest, max(map(cell_len, lines)) - width)
            case Listing(items):
                for item in items:
                    widest = max(widest, _overflow(item.blocks, _inner_width(width, item.marker)))
            case Quote(inner):
                widest = max(widest, _overflow(inner, _inner_width(width, _QUOTE_BAR)))
    return widest


def _spoken(block: Block) -> list[str]:
    match block:
        case Paragraph(text) | Heading(text):
            return _plain(text).split("\n")
        case Fence(lines):
            return list(lines)
        case Listing(items):
            said = (
                (item.marker, [line for child in item.blocks for line in _spoken(child)]) for item in items
            )
            return [line for marker, lines in said for line in (marker + "".join(lines[:1]), *lines[1:])]
        case Quote(blocks):
            return [line for child in blocks for line in _spoken(child)]
        case Table(header, rows):
            return [
                ", ".join(f"{_plain(n)}: {_plain(c)}" for n, c in zip(header, row, strict=True))
                for row in rows
            ]
        case Rule():
            return []
