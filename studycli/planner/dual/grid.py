"""The memories that values are kept for, and how any other memory is a mixture of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studycli.planner.dual.cells import DIFFICULTY_RANGE, STABILITY_RANGE_DAYS, TOP
from studycli.planner.fsrs import Floats


@dataclass(frozen=True, slots=True)
class Grid:
    """So many points of stability times so many of difficulty; a cell is a pair, numbered row by row."""

    stabilities: int = 16
    difficulties: int = 3

    @property
    def size(self) -> int:
        """How many cells there are."""
        return self.stabilities * self.difficulties

    def memory(self) -> tuple[Floats, Floats]:
        """Stability (days) and difficulty of each cell."""
        stability = np.geomspace(*STABILITY_RANGE_DAYS, self.stabilities)
        low, high = DIFFICULTY_RANGE
        difficulty = TOP - np.geomspace(TOP - low, TOP - high, self.difficulties)
        return np.repeat(stability, self.difficulties), np.tile(difficulty, self.stabilities)

    def corners(self, stability: Floats, difficulty: Floats) -> tuple[NDArray[np.int64], Floats]:
        """The four cells around each memory, and their weights by linear interpolation, along a new first axis.

        A memory outside the grid counts as the nearest one inside.
        """
        row, down = _between(np.log(stability), np.log(STABILITY_RANGE_DAYS), self.stabilities)
        easiest_first = np.log(TOP - np.array(DIFFICULTY_RANGE))
        column, right = _between(np.log(TOP - difficulty), easiest_first, self.difficulties)
        first = row * self.difficulties + column
        cells = np.stack([first, first + 1, first + self.difficulties, first + self.difficulties + 1])
        up, left = 1.0 - down, 1.0 - right
        return cells, np.stack([up * left, up * right, down * left, down * right])

    def spread(self, shares: Floats, stability: Floats, difficulty: Floats) -> Floats:
        """The share of each cell, along a new last axis, when the outcomes along the first axis have ``shares``."""
        cells, weights = self.corners(stability, difficulty)
        shape = stability.shape[1:]
        offsets = np.arange(np.prod(shape, dtype=int)).reshape(shape) * self.size
        found = np.bincount((offsets + cells).ravel(), (shares * weights).ravel(), offsets.size * self.size)
        return np.asarray(found, float).reshape(*shape, self.size)


def _between(value: Floats, ends: Floats, points: int) -> tuple[NDArray[np.int64], Floats]:
    """The point before each value, and how far it is towards the next, in [0, 1]; ``ends``: the first and the last."""
    place = np.clip((value - ends[0]) / (ends[1] - ends[0]) * (points - 1), 0.0, points - 1)
    point = np.minimum(place.astype(np.int64), points - 2)
    return point, place - point
