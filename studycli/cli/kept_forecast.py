"""The last forecast, kept in the cache, so that home and ``status`` can say it without working it out."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from studycli.cli.memos import Memos
from studycli.cli.wiring import Wiring
from studycli.core.foresight import Foresight, Score, Stance
from studycli.core.settings import Settings

if TYPE_CHECKING:
    from studycli.planner.plan import Plan

_NAME: Final = "forecast"


def keep_forecast(wiring: Wiring, plan: "Plan", made_from: list[object]) -> Foresight:
    """Keep what the plan expects, under what it was ``made_from`` (``what_makes``, taken before it was worked out)."""
    from studycli.planner.plan import foresight_of  # noqa: PLC0415 - it is there when there is a plan

    found = foresight_of(plan)
    days = {"day": found.day.isoformat(), "exam": found.exam.isoformat()}
    Memos(wiring.cache).put(_NAME, {**found._asdict(), **days, "made_from": made_from})
    return found


def kept_forecast(wiring: Wiring) -> Foresight | None:
    """The last forecast, if it was made with the settings of now; None if there is none yet."""
    found = Memos(wiring.cache).get(_NAME)
    if found is None or found["made_from"][0] != _made_with(wiring.settings):
        return None
    return _read(found)


def is_fresh(wiring: Wiring, day: date) -> bool:
    """Whether the last forecast was made on ``day``, with the settings, the log and the material of now."""
    found = Memos(wiring.cache).get(_NAME)
    is_of_day = found is not None and found["day"] == day.isoformat()
    return is_of_day and found["made_from"] == what_makes(wiring)


def last_forecast_of(wiring: Wiring, exam: date, blueprint: str) -> Foresight | None:
    """The last forecast of this exam (by short id) on this day, whatever was set since."""
    found = Memos(wiring.cache).get(_NAME)
    if found is None or (found["exam"], found["blueprint"]) != (exam.isoformat(), blueprint):
        return None
    return _read(found)


def _read(found: dict[str, Any]) -> Foresight:
    return Foresight(
        date.fromisoformat(found["day"]),
        date.fromisoformat(found["exam"]),
        found["blueprint"],
        found["score"] and Score(*found["score"]),
        found["stance"] and Stance(*found["stance"]),
        tuple(found["weak"]),
    )


def what_makes(wiring: Wiring) -> list[object]:
    """What a forecast is made from, as of now: settings, length of the log, material."""
    return [_made_with(wiring.settings), wiring.learner.log_size(), wiring.shelf.version]


def _made_with(settings: Settings) -> list[object]:
    """The settings, as JSON gives them back."""
    exam = settings.exam_date and settings.exam_date.isoformat()
    parameters = settings.parameters and list(settings.parameters)
    days_off = sorted(settings.days_off)
    return [exam, settings.minutes, days_off, settings.blueprint, settings.retention, parameters]
