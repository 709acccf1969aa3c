"""Small tasks that the tests of the index policy share."""

import numpy as np
from numpy.typing import NDArray

from studycli.core.memory import Engine
from studycli.planner.belief import DEFAULT_HABITS, Belief
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, REVIEW, Deck
from studycli.planner.dual.plan import Task
from studycli.planner.fsrs import Floats

W = Engine().parameters
BELIEF = Belief()


def deck_of(*cards: tuple[int, float, float, int]) -> Deck:
    """Cards as (phase, stability, difficulty, last day)."""
    phase, stability, difficulty, last_day = zip(*cards, strict=True)
    return Deck(
        np.array(phase, np.int8), np.array(stability, float), np.array(difficulty, float), np.array(last_day)
    )


def mixed_deck(count: int, seed: int = 0) -> Deck:
    """New cards, failed ones and known ones, the last day before 0."""
    chance = np.random.default_rng(seed)
    return Deck(
        chance.choice([NEW, NEW, REVIEW, REVIEW, LEARNING, RELEARNING], count).astype(np.int8),
        np.exp(chance.normal(1.5, 1.2, count)),
        chance.uniform(1.0, 10.0, count),
        -chance.integers(1, 30, count),
    )


def task_of(
    deck: Deck,
    minutes: float | NDArray[np.float64],
    days: int,
    weights: Floats | None = None,
    belief: Belief = BELIEF,
    missed_share: float = 0.0,
) -> Task:
    """So many minutes on each day from day 0."""
    budgets_s = np.broadcast_to(np.asarray(minutes, float) * 60.0, days).copy()
    counted = np.ones(len(deck.phase)) if weights is None else weights
    return Task(deck, counted, budgets_s, 0, W, belief, missed_share)


NEW_CARD = (NEW, 1.0, 5.0, -1)
USUAL_FIRST_S = sum(a * b for a, b in zip(DEFAULT_HABITS.first, DEFAULT_HABITS.new_s, strict=True))
