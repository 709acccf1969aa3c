"""What the sessions of one day need of a plan, in plain numbers: using it imports no numpy.

A session begins with the index of every card as the plan left it. Only a card that fails today needs a new one, for
another try; a card that passes is done for the day.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from studycli.core.memory import CardState, Engine, Phase
from studycli.planner.belief import Belief, mean
from studycli.planner.dual.cells import corners
from studycli.planner.greedy import NOTHING, Worth, believed
from studycli.planner.index import Index

LEAST_GAIN: Final = 0.0003
"""An answer that adds less than this part of a card to the exam day, against waiting, is not worth its seconds.

In simulated courses (60 days of 30 minutes) stopping here leaves 0.1 points of recall behind and saves more than half
of the time; where time is scarce it changes nothing.
"""


@dataclass(frozen=True, slots=True)
class DayValues:
    """One day of a plan. ``weights``: the levels of exam weight; the other sequences have one of each of them.

    ``new``: the worth of a card never seen, of weight 1. ``passed``, ``first_failed`` and ``lapsed``: what planning on
    adds to recall after an answer of the day, by cell of a grid with ``columns`` points of difficulty.
    """

    days_left: int
    columns: int
    weights: Sequence[float]
    new: Sequence[Worth]
    passed: Sequence["array[float]"]
    first_failed: Sequence["array[float]"]
    lapsed: Sequence["array[float]"]

    def level(self, weight: float) -> int:
        """The level nearest to a card's weight."""
        return min(range(len(self.weights)), key=lambda level: abs(self.weights[level] - weight))


def planned_index(
    values: DayValues,
    seen: Mapping[str, Worth],
    day: date,
    engine: Engine,
    belief: Belief,
    weights: Mapping[str, float],
) -> Index:
    """The index of ``day``, where ``seen`` has the worths of the cards answered before it, as of their states now.

    A card that ``weights`` does not have counts 1. An answer pays from ``LEAST_GAIN`` on.
    """
    unseen = cache(lambda weight: new_worth(values, weight))

    def index(card: str, state: CardState) -> Worth:
        if state.phase is Phase.NEW:
            return unseen(weights.get(card, 1.0))
        if state.last_day is None or state.last_day < day:
            return seen.get(card, NOTHING)
        if state.phase is Phase.REVIEW:
            return NOTHING
        return retry_worth(values, state, weights.get(card, 1.0), engine, belief)

    return index


def new_worth(values: DayValues, weight: float) -> Worth:
    """The worth of a first answer to a card never seen, which always pays if the card counts."""
    gain, seconds = values.new[values.level(weight)]
    return Worth(max(weight * gain, LEAST_GAIN) if weight > 0.0 else 0.0, seconds)


def retry_worth(values: DayValues, state: CardState, weight: float, engine: Engine, belief: Belief) -> Worth:
    """What another try today adds for a card that failed today, against putting it away; seconds at pace 1."""
    level = values.level(weight)
    passed = values.passed[level]
    if state.phase is Phase.LEARNING:
        shares, failed = belief.habits.retry_new, values.first_failed[level]
    else:
        shares, failed = belief.habits.retry_lapse, values.lapsed[level]
    again, *others = engine.next_memories(state, 0)
    failed_again = believed(replace(state, stability_days=again[0], difficulty=again[1]), belief)
    held = believed(state, belief)
    tried = (
        _value(values, failed_again.stability_days, again[1], failed, engine),
        *(_value(values, stability, difficulty, passed, engine) for stability, difficulty in others),
    )
    put_away = _value(values, held.stability_days, held.difficulty, passed, engine)
    gain = sum(share * value for share, value in zip(shares, tried, strict=True)) - put_away
    return Worth(weight * gain, mean(shares, belief.habits.retry_s))


def _value(
    values: DayValues, stability: float, difficulty: float, more: "array[float]", engine: Engine
) -> float:
    """Recall to expect on the exam day with all reviews to come, after an answer of the day."""
    rows = len(more) // values.columns
    added = sum(part * more[cell] for cell, part in corners(stability, difficulty, rows, values.columns))
    return engine.recall_after(values.days_left, stability) + added
