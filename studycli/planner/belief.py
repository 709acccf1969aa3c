"""What the planner believes of a learner besides the memory model: how grades fall, and the seconds they take."""

from dataclasses import dataclass
from typing import Final

SLIP: Final = 0.98
"""A card that is known is still graded "again" once in fifty times."""

KEPT_AFTER_FAILURE: Final = 0.6
"""The share of its stability a failed card is believed to keep until a pass on the same day.

FSRS is fitted on people who repeat a failed card the same day, and promises too much to those who do not.
"""

FourGrades = tuple[float, float, float, float]
"""A number for each of again, hard, good, easy."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a learner grades, as shares of one, and the seconds of an answer at ``pace`` 1.

    ``first``: of a card never seen. ``passed``: of recalls that were no failure (its first share is 0).
    ``retry_new`` and ``retry_lapse``: of the try on the same day after a first failure, and after a lapse.
    ``pace``: the learner's seconds over those expected. Defaults: those of the simulator of fsrs-rs 5
    (``SimulatorConfig::default``), which come from Anki's users.
    """

    first: FourGrades = (0.24, 0.094, 0.495, 0.171)
    passed: FourGrades = (0.0, 0.224, 0.631, 0.145)
    retry_new: FourGrades = (0.3686, 0.0628, 0.5109, 0.0577)
    retry_lapse: FourGrades = (0.2158, 0.0643, 0.6595, 0.0604)
    new_s: FourGrades = (19.58, 18.79, 13.78, 10.71)
    review_s: FourGrades = (19.38, 17.59, 12.38, 8.94)
    retry_s: FourGrades = (16.44, 15.25, 12.32, 8.03)
    pace: float = 1.0


DEFAULT_HABITS: Final = Habits()


@dataclass(frozen=True, slots=True)
class Belief:
    """Habits, and what failures and slips do. ``kept_after_failure`` and ``slip`` are shares of one."""

    habits: Habits = DEFAULT_HABITS
    kept_after_failure: float = KEPT_AFTER_FAILURE
    slip: float = SLIP


def mean(shares: FourGrades, values: FourGrades) -> float:
    """The mean of ``values`` when grades fall as ``shares``."""
    return sum(share * value for share, value in zip(shares, values, strict=True))
