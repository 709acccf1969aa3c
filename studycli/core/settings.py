"""What a learner has set: kept as events in the log, the last one of each name holds."""

from dataclasses import dataclass
from datetime import date
from typing import Final

DEFAULT_MINUTES = 20
DEFAULT_RETENTION = 0.90
MOST_MINUTES = 600
MOST_DAYS_AHEAD = 3660
"""No plan looks farther ahead than ten years."""

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The names of days off, by ``date.weekday``."""

LEAST_RETENTION, MOST_RETENTION = 0.70, 0.99


@dataclass(frozen=True, slots=True)
class Settings:
    """Exam date, minutes a day, days off (``mon`` … ``sun``), desired retention, FSRS parameters, blueprint.

    ``blueprint`` is the full id of the exam that is planned for; None, or one that is gone, is the first there is.
    """

    exam_date: date | None = None
    minutes: int = DEFAULT_MINUTES
    days_off: tuple[str, ...] = ()
    retention: float = DEFAULT_RETENTION
    parameters: tuple[float, ...] | None = None
    blueprint: str | None = None
