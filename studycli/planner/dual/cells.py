"""The grid's measures, and the cells around one memory, without numpy; ``grid`` does the same for arrays."""

from math import log
from typing import Final

STABILITY_RANGE_DAYS: Final = (0.01, 2000.0)
DIFFICULTY_RANGE: Final = (1.0, 10.0)
TOP: Final = 12.0
"""Points of difficulty are even in ``log(TOP - D)``: stability grows by ``11 - D``, so what matters is near 10."""


def corners(stability: float, difficulty: float, rows: int, columns: int) -> tuple[tuple[int, float], ...]:
    """The four cells around a memory and their weights, in a grid of so many points of stability and difficulty."""
    low, high = map(log, STABILITY_RANGE_DAYS)
    easy, hard = (log(TOP - each) for each in DIFFICULTY_RANGE)
    row, down = _between((log(stability) - low) / (high - low), rows)
    column, right = _between((log(TOP - difficulty) - easy) / (hard - easy), columns)
    first = row * columns + column
    return (
        (first, (1.0 - down) * (1.0 - right)),
        (first + 1, (1.0 - down) * right),
        (first + columns, down * (1.0 - right)),
        (first + columns + 1, down * right),
    )


def _between(part: float, points: int) -> tuple[int, float]:
    place = min(max(part * (points - 1), 0.0), points - 1.0)
    point = min(int(place), points - 2)
    return point, place - point
