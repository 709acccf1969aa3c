"""What sessions take by prices, for the days that are lived through ahead of time. Imports numpy."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from studycli.planner.bulk import Deck, Worths
from studycli.planner.dual.index import worths
from studycli.planner.dual.kept import LEAST_GAIN
from studycli.planner.dual.plan import Plan, Prices, Task, follow
from studycli.planner.fsrs import Floats

_WAITS: Final = (*range(11), 12, 14, 17, 20, 24, 28, 33, 38, 44, 50, 56, 63, 70, 78)
"""Days that a card may wait. Of all days no gain is another by more than 0.0001, and they take four times as long."""


@dataclass(frozen=True, slots=True)
class Priced:
    """The index of a plan that looks at all days, from its first one on."""

    plan: Plan
    least_gain: float = LEAST_GAIN

    def worths(self, deck: Deck, weights: Floats, day: int) -> Worths:
        """As ``dual.index.worths``, of a deck of any shape."""
        shape = deck.phase.shape
        flat = Deck(
            deck.phase.ravel(), deck.stability.ravel(), deck.difficulty.ravel(), deck.last_day.ravel()
        )
        counts = np.broadcast_to(weights, shape).ravel()
        found = worths(self.plan, flat, counts, self.plan.task.day + day, _WAITS)
        return Worths(found.gain.reshape(shape), found.seconds.reshape(shape))


def priced(task: Task, prices: Prices | None) -> Priced | None:
    """What sessions take at these prices; None without any, or where the plan leaves days out."""
    plan = None if prices is None else follow(task, prices)
    whole = plan is not None and len(plan.horizon.at) == plan.horizon.days
    return Priced(plan) if plan is not None and whole else None
