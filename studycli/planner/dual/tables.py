"""Where a review takes each cell of the grid: tables that depend on the learner alone, not on deck, prices or days."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from studycli.planner import answers
from studycli.planner.answers import Answers
from studycli.planner.belief import Belief
from studycli.planner.dual.grid import Grid
from studycli.planner.dual.horizon import Days, Horizon
from studycli.planner.fsrs import Floats, Parameters, recall

FIRST: Final = 0
LAPSE: Final = 1
"""Two kinds of failure, which differ in how the try after it ends: before any pass, and after one."""

GAPS_DAYS: Final = (*range(1, 11), 12, 14, 17, 20, 24, 28, 33, 38, 44, 50, 56)
_GAP_GROWTH: Final = 1.14


@dataclass(frozen=True, slots=True)
class Resolution:
    """How finely values are kept: the grid, and the days between two reviews that are considered."""

    grid: Grid
    gaps_days: Sequence[int]


COARSE: Final = Resolution(Grid(16, 3), GAPS_DAYS)
"""Within 0.2 points of recall of a fine one, and some twenty times as fast."""
FINE: Final = Resolution(Grid(48, 6), range(1, 61))


@dataclass(frozen=True, slots=True)
class Retries:
    """The try after a failure on the same day, by kind of failure.

    ``onward``: (2, cells, 2 x cells), the share of each cell after it, passed before failed. ``seconds``: (2,).
    """

    onward: Floats
    seconds: Floats


@dataclass(frozen=True, slots=True)
class Tables:
    """What a learner's reviews lead to; seconds at pace 1.

    ``onward``: (gaps x cells, 2 x cells), the share of each cell after a review, passed cells before failed ones.
    ``hops``: for each of T days which gaps lead to a day before the exam, and to which. ``seconds``: (gaps, cells).
    ``put_away``: (T, cells), recall on the exam day without another review, when the last was on each day.
    """

    grid: Grid
    hops: list[tuple[Days, Days]]
    onward: Floats
    seconds: Floats
    put_away: Floats
    retries: Retries


def gaps_up_to(days: int, known: Sequence[int]) -> Days:
    """The ``known`` gaps, and beyond them ever longer ones, none longer than ``days`` (or 1)."""
    gaps = list(known)
    while gaps[-1] < days:
        gaps.append(round(gaps[-1] * _GAP_GROWTH))
    return np.array([gap for gap in gaps if gap <= max(1, days)])


def tables(w: Parameters, belief: Belief, horizon: Horizon, resolution: Resolution) -> Tables:
    """The tables for a plan. The first four of ``w`` are not used."""
    grid = resolution.grid
    stability, difficulty = grid.memory()
    gaps = gaps_up_to(horizon.days - 1, resolution.gaps_days)
    found = answers.later(w, belief, gaps[:, None], stability, difficulty)
    return Tables(
        grid,
        horizon.hops(gaps),
        spread(grid, found).reshape(len(gaps) * grid.size, 2 * grid.size),
        found.seconds,
        recall(w, horizon.left[:, None], stability),
        _retries(w, belief, grid),
    )


def _retries(w: Parameters, belief: Belief, grid: Grid) -> Retries:
    believed, difficulty = grid.memory()
    engine_s = believed / belief.kept_after_failure
    kinds = [
        answers.retry(w, belief, shares, engine_s, difficulty)
        for shares in (belief.habits.retry_new, belief.habits.retry_lapse)
    ]
    return Retries(
        np.stack([spread(grid, found) for found in kinds]),
        np.array([found.seconds.item() for found in kinds]),
    )


def spread(grid: Grid, found: Answers) -> Floats:
    """The share of each cell after these answers, along a last axis, passed cells before failed ones."""
    parts = [
        grid.spread(found.shares[grades], found.stability[grades], found.difficulty[grades])
        for grades in (slice(1, 4), slice(0, 1))
    ]
    return np.concatenate(parts, axis=-1)
