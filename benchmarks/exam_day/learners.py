"""Simulated learners: what is true of them, and the chance that decides their answers, all drawn beforehand.

The same learner meets the same luck under every policy: the n-th answer to a card has its own draws, whenever it
comes. That makes differences between policies much more certain than either mean.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from benchmarks.exam_day.population import draw_parameters
from studycli.planner.belief import DEFAULT_HABITS
from studycli.planner.fsrs import Floats

EASE: Final = (1.6, 1.0, 0.6)
"""Hidden classes of cards, a third each: what the initial stability is multiplied by."""

PACE_SPREAD: Final = 0.25
"""Of the logarithm of a learner's pace, whose median is 1."""

TIME_SPREAD: Final = 0.43
"""Of the logarithm of an answer's seconds, as in the log of one real learner; the mean stays what it is."""

HABIT_WEIGHT: Final = 10.0
"""Shares of grades are drawn from a Dirichlet distribution around the population's, worth so many answers."""

DRAWS: Final = 48
"""Answers to one card that have draws of their own; later ones begin again."""

LONGEST_DAYS: Final = 60


@dataclass(frozen=True, slots=True, eq=False)
class Learners:
    """One row a learner. ``w`` and ``believed``: (21, learners); ``ease``: (learners, cards).

    ``first`` and ``passed``: (4, learners), shares of the grades of a first answer, and of a pass. ``pace``:
    (learners,). ``luck`` in [0, 1) and ``time_factor``: (learners, cards, ``DRAWS``), for the grade and the seconds
    of each answer. ``presence``: (learners, ``LONGEST_DAYS``), in [0, 1); a day is missed when it is below the share
    of missed days.
    """

    w: Floats
    believed: Floats
    ease: Floats
    first: Floats
    passed: Floats
    pace: Floats
    luck: NDArray[np.float32]
    time_factor: NDArray[np.float32]
    presence: Floats

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.pace)

    @property
    def cards(self) -> int:
        """How many cards each has."""
        return int(self.ease.shape[1])


def draw_learners(count: int, cards: int, seed: int, first: int = 0) -> Learners:
    """So many learners of ``seed`` from the ``first`` on: learner n is the same whoever else is drawn."""
    numbers = range(first, first + count)
    drawn = [_draw(np.random.default_rng([seed, number]), cards) for number in numbers]
    w, believed, ease, first_shares, passed, pace, luck, time_factor, presence = zip(*drawn, strict=True)
    return Learners(
        np.stack(w, axis=1),
        np.stack(believed, axis=1),
        np.stack(ease),
        np.stack(first_shares, axis=1),
        np.stack(passed, axis=1),
        np.array(pace),
        np.stack(luck),
        np.stack(time_factor),
        np.stack(presence),
    )


def _draw(chance: Generator, cards: int) -> tuple[NDArray[np.generic], ...]:
    true, believed = draw_parameters(chance)
    spread = TIME_SPREAD * chance.standard_normal((cards, DRAWS), np.float32)
    return (
        true,
        believed,
        chance.choice(EASE, cards),
        chance.dirichlet(HABIT_WEIGHT * np.array(DEFAULT_HABITS.first)),
        np.concatenate([[0.0], chance.dirichlet(HABIT_WEIGHT * np.array(DEFAULT_HABITS.passed[1:]))]),
        np.exp(PACE_SPREAD * chance.standard_normal()),
        chance.random((cards, DRAWS), np.float32),
        np.exp(spread - TIME_SPREAD**2 / 2.0),
        chance.random(LONGEST_DAYS),
    )
