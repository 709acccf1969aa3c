"""Two columns: each drawn in its own width, line by line beside each other."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

from studycli.ui.theme import Role, Theme

GAP = 3
"""Cells of the rule between the columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """``left`` in so many cells, ``right`` in what is left of the width; ``height`` lines."""

    left: RenderableType
    right: RenderableType
    left_width: int
    height: int
    theme: Theme

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the lines."""
        right_width = max(1, options.max_width - self.left_width - GAP)
        left = self._lines(console, options, self.left, self.left_width)
        right = self._lines(console, options, self.right, right_width)
        for one, other in zip(left, right, strict=True):
            yield from Segment.adjust_line_length(one, self.left_width)
            yield Segment(" │ ", self.theme[Role.RULE])
            yield from other
            yield Segment.line()

    def _lines(
        self, console: Console, options: ConsoleOptions, part: RenderableType, width: int
    ) -> list[list[Segment]]:
        lines = console.render_lines(part, options.update(width=width, height=None), pad=False)[: self.height]
        return lines + [[]] * (self.height - len(lines))
