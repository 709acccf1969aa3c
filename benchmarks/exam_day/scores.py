"""Scores of each policy in each setting, FSRS tuned fairly, and differences with their standard errors."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.exam_day.line_up import ANKI, FILLS, FIRST_OF_GRID, GRID, SOLVERS
from benchmarks.exam_day.results import Results
from benchmarks.exam_day.scenarios import Setting
from studycli.planner.fsrs import Floats

TUNED: Final = "tuned"
FILL: Final = "anki_fill"
_FULL_BELIEF: Final = frozenset({"plain", "fragile"})
"""Worlds in which the index policy is also tried with failures believed fully."""

_ONLY_PLAIN: Final = frozenset({"round", "lowest"})
"""Shown in one world only."""

_CERTAIN: Final = 2.0
"""So many standard errors are taken for a difference."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over learners and its standard error, in points of a hundred."""

    mean: float
    error: float

    @property
    def is_above(self) -> bool:
        """Whether it is above 0 by more than chance explains."""
        return self.mean > _CERTAIN * self.error

    @property
    def is_below(self) -> bool:
        """Whether it is below 0 by more than chance explains."""
        return -self.mean > _CERTAIN * self.error


def solvers_of(world: str) -> tuple[str, ...]:
    """The solvers that a world is computed with."""
    return tuple(name for name in SOLVERS if _takes_part(name, world))


def _takes_part(name: str, world: str) -> bool:
    if name in _ONLY_PLAIN:
        return world == "plain"
    return name != "index_full" or world in _FULL_BELIEF


class Scores:
    """Recall on the exam day in points of a hundred, and the share of the time used, for each learner."""

    def __init__(self, results: Results, settings: Sequence[Setting], world: str) -> None:
        self.settings, self.world = settings, world
        self._results = results
        self._solvers = solvers_of(world)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column there is, in the order of the tables."""
        return "anki", FILL, TUNED, *(name for name in self._solvers if name != "anki")

    @cached_property
    def recall(self) -> dict[str, Floats]:
        """Of each column, (settings, learners)."""
        return {name: 100.0 * values for name, values in self._columns("recall").items()}

    @cached_property
    def used(self) -> dict[str, Floats]:
        """Of each column, (settings, learners)."""
        return self._columns("used")

    def choices(self, setting: Setting) -> list[tuple[str, int]]:
        """What tuning chose, and for how many learners, the most frequent first."""
        recall = self._results.table("anki", setting, self.world).recall
        return Counter(_told(*GRID[at]) for at in _tuned(recall)).most_common()

    def mean(self, name: str, setting: Setting) -> Mean:
        """The mean of a column."""
        return mean_of(self.recall[name][self.settings.index(setting)])

    def difference(self, name: str, other: str, setting: Setting) -> Mean:
        """``name`` less ``other``, learner by learner."""
        at = self.settings.index(setting)
        return mean_of(self.recall[name][at] - self.recall[other][at])

    def share(self, name: str, whole: str, setting: Setting) -> Mean:
        """The mean of ``name`` in percent of that of ``whole``; its error is that of a ratio of means."""
        at = self.settings.index(setting)
        part, all_of_it = self.recall[name][at], self.recall[whole][at]
        ratio = part.mean() / all_of_it.mean()
        error = mean_of((part - ratio * all_of_it) / all_of_it.mean()).error
        return Mean(100.0 * float(ratio), 100.0 * error)

    def overall(self, name: str, other: str) -> Mean:
        """The same for each learner's mean over all settings."""
        return mean_of((self.recall[name] - self.recall[other]).mean(axis=0))

    def _columns(self, what: str) -> dict[str, Floats]:
        rows = [self._row(setting, what) for setting in self.settings]
        return {name: np.stack([row[name] for row in rows]) for name in self.columns}

    def _row(self, setting: Setting, what: str) -> dict[str, Floats]:
        tables = {name: self._results.table(name, setting, self.world) for name in self._solvers}
        anki, recall = getattr(tables["anki"], what), tables["anki"].recall
        return {
            **{name: getattr(table, what)[:, 0] for name, table in tables.items()},
            "anki": anki[:, ANKI],
            FILL: anki[:, FILLS],
            TUNED: anki[np.arange(len(anki)), FIRST_OF_GRID + _tuned(recall)],
        }


def mean_of(values: Floats) -> Mean:
    """The mean of independent values, with its standard error."""
    return Mean(float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values))))


def _tuned(recall: Floats) -> NDArray[np.int64]:
    """For each learner the place of the grid that is best on the mean for all the others."""
    grid = recall[:, FIRST_OF_GRID:]
    return np.asarray((grid.sum(axis=0) - grid).argmax(axis=1))


def _told(retention: float, new: str, steps: tuple[tuple[float, ...], tuple[float, ...]]) -> str:
    return f"retention {retention:g}, {new} new, {'steps' if steps[0] else 'no steps'}"
