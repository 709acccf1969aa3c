"""The frame every screen shares: one line on top, a body that scrolls, a footer of keys.

Its height never changes while keys are pressed: what there is to say goes into the lower rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment, SegmentLines
from rich.text import Text

from studycli.ui.bindings import Hint
from studycli.ui.drawn import Line, console_of
from studycli.ui.events import Size
from studycli.ui.look import Look
from studycli.ui.theme import Role, Theme

WIDE = 60
"""Cells from which there is room around a body."""

_DIGITS = "123456789"

ROOMY = 16
"""Lines from which there is room around a body."""

MARGIN = 3
"""Cells left and right of a body with room around it."""

FIRST_ROW = 2
"""Where the body begins."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole screen.

    ``scroll`` is the first body line shown, ``message`` news for the person, ``sideways`` how many cells the
    widest diagram is wider than the body, ``lead`` the part of the body that may scroll away first.
    """

    left: Text
    right: Text
    body: RenderableType
    footer: tuple[Text, ...]
    look: Look
    size: Size
    scroll: int = 0
    message: str = ""
    sideways: int = 0
    lead: RenderableType | None = None

    @property
    def body_height(self) -> int:
        """Lines between the two rules."""
        return max(1, self.size.height - 3 - len(self.footer))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw exactly the window's lines."""
        width, words, theme = self.size.width, self.look.words.screens, self.look.theme
        lines = _body_lines(self.body, console, options)
        height = self.body_height
        top = min(self.scroll, max(0, len(lines) - height))
        yield _two_sided(self.left, self.right, width)
        yield rule("", words.more_above if top else "", width, theme)
        news = _news(self.message, width, theme)
        shown = lines[top : top + height]
        if news:
            shown = [*shown[: height - len(news)], *[[]] * (height - len(news) - len(shown)), *news][:height]
        for line in shown:
            yield from line
            yield Segment.line()
        yield from (Segment.line() for _ in range(height - len(shown)))
        below = words.more_below if top + height < len(lines) else ""
        brief = "" if news else self.message
        yield rule(brief, below if _fit(brief, below, width) else "", width, theme)
        yield from self.footer


def footer(hints: Sequence[Hint], width: int, rows: int, theme: Theme, keep: int = 1) -> tuple[Text, ...]:
    """Hints in at most ``rows`` lines of ``width`` cells; the last ``keep`` always stay, others go from the end."""
    chosen = list(hints)
    lines = _pack(chosen, width, theme)
    while len(lines) > rows and len(chosen) > keep:
        del chosen[len(chosen) - keep - 1]
        lines = _pack(chosen, width, theme)
    return (*lines[:rows], *[Text("")] * (rows - len(lines)))


def _pack(hints: Sequence[Hint], width: int, theme: Theme) -> list[Text]:
    lines: list[Text] = []
    for hint in hints:
        chip = Text.assemble((f" {hint.shown} ", theme[hint.role]), f" {hint.label}")
        if lines and lines[-1].cell_len + 2 + chip.cell_len <= width:
            lines[-1] = Text.assemble(lines[-1], "  ", chip)
        else:
            lines.append(chip)
    return lines


def _two_sided(left: Text, right: Text, width: int) -> Text:
    room = width - right.cell_len - 2
    start = left.copy()
    start.truncate(max(0, room), overflow="ellipsis")
    gap = max(1, width - start.cell_len - right.cell_len)
    line = Text.assemble(start, " " * gap, right, no_wrap=True, overflow="crop")
    line.truncate(width)
    return line


def _fit(message: str, mark: str, width: int) -> bool:
    """Whether both have room on one rule; if not, what is always said gives way to the news."""
    return not message or cell_len(message) + cell_len(mark) + 10 <= width


def rule(start: str, end: str, width: int, theme: Theme) -> Text:
    """A rule with words at its ends; ``start`` is cut where there is no room."""
    tail = f" {end} ──" if end else ""
    head = ""
    if start:
        message = Text(start)
        message.truncate(max(0, width - 6 - cell_len(tail)), overflow="ellipsis")
        head = f"── {message.plain} "
    fill = "─" * max(0, width - cell_len(head) - cell_len(tail))
    return Text.assemble(
        (head, theme[Role.ACCENT]),
        (fill, theme[Role.RULE]),
        (tail, theme[Role.MUTED]),
        no_wrap=True,
        overflow="crop",
    )


def scroll_limit(frame: Frame) -> int:
    """The largest useful ``scroll``."""
    console = console_of(frame.size)
    return max(0, len(_body_lines(frame.body, console, console.options)) - frame.body_height)


def follow_scroll(frame: Frame) -> int:
    """The ``scroll`` that shows what follows the lead, if there is no room for all."""
    if frame.lead is None:
        return 0
    console = console_of(frame.size)
    lead = len(_body_lines(frame.lead, console, console.options))
    return min(max(0, lead - 1), scroll_limit(frame))


def end_of_body(frame: Frame) -> tuple[int, int]:
    """The cell (column, row) where the last character of the body is shown."""
    console = console_of(frame.size)
    lines = [_text(line).rstrip() for line in _body_lines(frame.body, console, console.options)]
    last = max((place for place, line in enumerate(lines) if line), default=0)
    top = min(frame.scroll, max(0, len(lines) - frame.body_height))
    return max(0, cell_len(lines[last]) - 1), FIRST_ROW + last - top


def menu(labels: Sequence[str], chosen: int, theme: Theme, keys: Sequence[str] = _DIGITS) -> list[Text]:
    """Choices, one a line, each with the key for it, with the cursor at ``chosen`` (from 0)."""
    return [
        Text.assemble(
            (">" if index == chosen else " ", theme[Role.ACCENT]),
            " ",
            (f" {key} ", theme[Role.KEY]),
            " ",
            (label, theme[Role.SELECTED] if index == chosen else ""),
        )
        for index, (key, label) in enumerate(zip(keys, labels, strict=False))
    ]


def inset(body: RenderableType, size: Size) -> RenderableType:
    """The body with room around it, where there is room."""
    margin = margin_of(size)
    return Padding(body, (1 if size.height >= ROOMY else 0, margin)) if margin else body


def margin_of(size: Size) -> int:
    """The cells left and right of an inset body."""
    return MARGIN if size.width >= WIDE else 0


def width_of(size: Size) -> int:
    """The cells for the text of an inset body."""
    return max(1, size.width - 2 * margin_of(size))


def _news(message: str, width: int, theme: Theme) -> list[Line]:
    """A message that is too long for the rule, as lines over the end of the body."""
    if cell_len(message) <= width - 8:
        return []
    console = console_of(Size(max(width, 1), 25))
    text = Text(message, style=theme[Role.ACCENT])
    return console.render_lines(text, console.options, pad=True)


def _text(line: Line) -> str:
    return "".join(segment.text for segment in line)


def _body_lines(body: RenderableType, console: Console, options: ConsoleOptions) -> list[Line]:
    if isinstance(body, SegmentLines):
        return body.lines
    return console.render_lines(body, options.update(height=None), pad=False)
