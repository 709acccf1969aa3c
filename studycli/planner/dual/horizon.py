"""The days a plan looks at: all of them, and of a long way to the exam fewer in its middle.

A day in the middle stands for those up to the next one: it has their minutes. The first weeks, which the next
sessions are chosen by, and the last days, where most is decided, are whole.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from studycli.planner.fsrs import Floats

_WHOLE_DAYS: Final = 90
_FIRST_DAYS: Final = 30
_LAST_DAYS: Final = 20
_MIDDLE: Final = 40
_NEAR: Final = 0.25
"""A review may fall so far beside its gap, as a share of it, where days are left out."""

Days = NDArray[np.int64]


@dataclass(frozen=True)
class Horizon:
    """``days`` to the exam, of which a plan looks at those of ``at``, counted from the first."""

    days: int
    at: Days

    @property
    def left(self) -> Days:
        """Days from each to the exam."""
        return self.days - self.at

    @cached_property
    def spans(self) -> Days:
        """How many days each stands for."""
        return np.diff(self.at, append=self.days)

    def after(self, place: int) -> "Horizon":
        """The same from one of its days on, which is then day 0."""
        return Horizon(self.days - int(self.at[place]), self.at[place:] - self.at[place])

    def pooled(self, values: Floats) -> Floats:
        """Sums of ``values``, one of each day to the exam, over the days that each one looked at stands for."""
        return np.asarray(np.add.reduceat(values, self.at))

    def hops(self, gaps: Days) -> list[tuple[Days, Days]]:
        """For each day looked at, which of the ``gaps`` lead to one before the exam, and to which."""
        return [self._hops(place, gaps) for place in range(len(self.at))]

    def _hops(self, place: int, gaps: Days) -> tuple[Days, Days]:
        aimed = self.at[place] + gaps
        after = np.clip(np.searchsorted(self.at, aimed), 1, len(self.at) - 1)
        nearest = after - (2 * aimed < self.at[after - 1] + self.at[after])
        beside = np.abs(self.at[nearest] - aimed)
        fits = (aimed < self.days) & (nearest > place) & (beside <= _NEAR * gaps)
        return np.flatnonzero(fits), nearest[fits]


def horizon(days: int) -> Horizon:
    """The days to look at when the exam is so many ``days`` away."""
    if days <= _WHOLE_DAYS:
        return Horizon(days, np.arange(days))
    middle = np.linspace(_FIRST_DAYS, days - _LAST_DAYS, _MIDDLE, endpoint=False).astype(np.int64)
    last = np.arange(days - _LAST_DAYS, days)
    return Horizon(days, np.concatenate([np.arange(_FIRST_DAYS), middle, last]))
