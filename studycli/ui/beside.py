"""Two columns, line by line beside each other."""

from collections.abc import Sequence

from rich.segment import Segment

from studycli.ui.drawn import Line
from studycli.ui.theme import Role, Theme

GAP = 3
"""Cells of the rule between the columns."""


def beside(
    left: Sequence[Line], right: Sequence[Line], left_width: int, height: int, theme: Theme
) -> list[Line]:
    """So many lines: those of ``left`` in so many cells, a rule, and those of ``right`` as they are."""
    rule = Segment(" │ ", theme[Role.RULE])
    return [
        [*Segment.adjust_line_length(_at(left, place), left_width), rule, *_at(right, place)]
        for place in range(height)
    ]


def _at(lines: Sequence[Line], place: int) -> Line:
    return lines[place] if place < len(lines) else []
