"""FSRS-6 on arrays: the formulas of the engine, for thousands of cards and learners at once. Imports numpy.

``w`` are the 21 parameters: numbers, or arrays that broadcast against the cards. Stability is in days. Grades run
along a new first axis (again, hard, good, easy). Source: open-spaced-repetition, "The Algorithm", as the engine
(``fsrs-rs-python`` 0.9) has it, which the tests compare with.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Parameters = Sequence[Any]

STABILITY_MIN: Final = 0.001
STABILITY_MAX: Final = 36_500.0
_GRADES: Final = (1, 2, 3, 4)


def recall(w: Parameters, days: Any, stability: Any) -> Floats:
    """Retrievability ``days`` after the last review: ``(1 + F·t/S)^-w20``, F = 0.9^(-1/w20) - 1."""
    factor = 0.9 ** (-1.0 / np.asarray(w[20])) - 1.0
    return np.asarray((1.0 + factor * days / stability) ** -np.asarray(w[20]))


def interval_days(w: Parameters, stability: Any, retention: Any) -> Floats:
    """Days until recall falls to ``retention``."""
    factor = 0.9 ** (-1.0 / np.asarray(w[20])) - 1.0
    return np.asarray(stability / factor * (retention ** (-1.0 / np.asarray(w[20])) - 1.0))


def first_memory(w: Parameters) -> tuple[Floats, Floats]:
    """Stability and difficulty after each first grade."""
    stability = np.stack([np.asarray(w[grade - 1], float) for grade in _GRADES])
    return _held(stability), np.stack([_within(_first_difficulty(w, grade)) for grade in _GRADES])


def later_memory(
    w: Parameters, stability: Floats, difficulty: Floats, recalled: Floats
) -> tuple[Floats, Floats]:
    """Stability and difficulty after each grade on a later day; ``recalled`` is retrievability then."""
    growth = (
        np.exp(w[8])
        * (11.0 - difficulty)
        * stability ** -np.asarray(w[9])
        * np.expm1(w[10] * (1.0 - recalled))
    )
    failed = np.minimum(
        w[11]
        * difficulty ** -np.asarray(w[12])
        * ((stability + 1.0) ** w[13] - 1.0)
        * np.exp(w[14] * (1.0 - recalled)),
        stability / np.exp(np.asarray(w[17]) * w[18]),
    )
    good = stability * (growth + 1.0)
    hard, easy = stability * (growth * w[15] + 1.0), stability * (growth * w[16] + 1.0)
    return _held(np.stack([failed, hard, good, easy])), next_difficulty(w, difficulty)


def same_day_memory(w: Parameters, stability: Floats, difficulty: Floats) -> tuple[Floats, Floats]:
    """Stability and difficulty after each grade on the day of the last review."""
    grown = [
        np.exp(np.asarray(w[17]) * (grade - 3.0 + np.asarray(w[18]))) * stability ** -np.asarray(w[19])
        for grade in _GRADES
    ]
    raised = [grown[0], *(np.maximum(each, 1.0) for each in grown[1:])]
    return _held(np.stack([stability * each for each in raised])), next_difficulty(w, difficulty)


def next_difficulty(w: Parameters, difficulty: Floats) -> Floats:
    """Difficulty after each grade: damped towards 10, and drawn to that of a first "easy"."""
    easiest = _first_difficulty(w, 4)
    pull = np.asarray(w[7])
    moved = [difficulty - np.asarray(w[6]) * (grade - 3.0) * (10.0 - difficulty) / 9.0 for grade in _GRADES]
    return np.stack([_within(pull * easiest + (1.0 - pull) * each) for each in moved])


def _first_difficulty(w: Parameters, grade: int) -> Any:
    return np.asarray(w[4]) - np.exp(np.asarray(w[5]) * (grade - 1.0)) + 1.0


def _within(difficulty: Any) -> Floats:
    return np.asarray(np.clip(difficulty, 1.0, 10.0))


def _held(stability: Floats) -> Floats:
    return np.clip(stability, STABILITY_MIN, STABILITY_MAX)
