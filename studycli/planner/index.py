"""The index of a card: what an answer today is worth for the exam. The one thing a session asks of a scheduler.

Another scheduler is another function of this shape; sessions, commands and the cache take whichever they are given.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from studycli.core.memory import NEW_CARD, CardState, Engine, Phase
from studycli.planner.belief import Belief
from studycli.planner.greedy import Worth, worth_now

Index = Callable[[str, CardState], Worth]
"""From a card's id and state to what an answer to it brings, by its weight in the exam, and its seconds at pace 1."""

LEAST_GAIN: Final = 0.005
"""An answer that adds less than this part of a card to the exam day is not worth its seconds.

The memory model is not that exact, and a card that gains so little now can gain more on another day: in simulated
courses (300 cards, 60 days of 30 minutes) stopping here leaves as much recall as going on, in four fifths of the time.
"""


def greedy_index(
    day: date, exam: date, engine: Engine, belief: Belief, weights: Mapping[str, float]
) -> Index:
    """The greedy index of a study day. A card that ``weights`` does not have counts 1. Pays from ``LEAST_GAIN`` on."""
    unseen = worth_now(NEW_CARD, day, exam, engine, belief)

    def index(card: str, state: CardState) -> Worth:
        worth = unseen if state.phase is Phase.NEW else worth_now(state, day, exam, engine, belief)
        return Worth(weights.get(card, 1.0) * worth.gain, worth.seconds)

    return index
