"""The last forecast, kept in the cache, so that home and ``status`` can say it without working it out."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from studycli.cli.memos import Memos
from studycli.cli.wiring import Wiring
from studycli.core.settings import Settings

if TYPE_CHECKING:
    from studycli.planner.forecast.values import Forecast
    from studycli.planner.plan import Plan

_NAME: Final = "forecast"


class KeptForecast(NamedTuple):
    """What was expected of ``exam`` as of ``day``. ``minutes`` to spare or lacking belong to ``standing``.

    Without a score to expect, or a standing, these are None. ``weak`` are the domains expected to go worse than the
    others. ``log_size`` tells whether the log has grown since.
    """

    day: date
    exam: date
    blueprint: str | None
    expected_score: int | None
    low: int | None
    high: int | None
    pass_probability: float | None
    standing: str | None
    minutes: int | None
    weak: tuple[str, ...]
    log_size: int


def keep_forecast(wiring: Wiring, plan: "Plan") -> KeptForecast:
    """Keep what the plan expects, under the settings it was made with."""
    outlook = None if plan.forecast is None else plan.forecast.outlook
    kept = KeptForecast(
        plan.day,
        plan.exam,
        outlook and outlook.blueprint,
        outlook and outlook.expected_score,
        outlook and outlook.low,
        outlook and outlook.high,
        outlook and round(outlook.pass_probability, 4),
        None if plan.stand is None else plan.stand.standing.value,
        None if plan.stand is None else plan.stand.minutes,
        () if plan.forecast is None else _weak(plan.forecast),
        wiring.learner.log_size(),
    )
    days = {"day": kept.day.isoformat(), "exam": kept.exam.isoformat()}
    made_with = _made_with(wiring.settings)
    Memos(wiring.cache).put(_NAME, {**kept._asdict(), **days, "made_with": made_with})
    return kept


def _weak(forecast: "Forecast") -> tuple[str, ...]:
    """The domains whose share of right answers lies below the mean of all."""
    shares = {part.id: part.right.expected for part in forecast.domains if part.right is not None}
    return tuple(domain for domain, share in shares.items() if share * len(shares) < sum(shares.values()))


def kept_forecast(wiring: Wiring) -> KeptForecast | None:
    """The last forecast, if it was made with the settings of now; None if there is none yet."""
    found = Memos(wiring.cache).get(_NAME)
    if found is None or found["made_with"] != _made_with(wiring.settings):
        return None
    return _read(found)


def last_forecast_of(wiring: Wiring, exam: date) -> KeptForecast | None:
    """The last forecast of an exam on this day, whatever was set since."""
    found = Memos(wiring.cache).get(_NAME)
    return _read(found) if found is not None and found["exam"] == exam.isoformat() else None


def _read(found: dict[str, Any]) -> KeptForecast:
    values = {name: found[name] for name in KeptForecast._fields}
    days = {name: date.fromisoformat(found[name]) for name in ("day", "exam")}
    return KeptForecast(**{**values, **days, "weak": tuple(found["weak"])})


def _made_with(settings: Settings) -> list[object]:
    """The settings, as JSON gives them back."""
    exam = settings.exam_date and settings.exam_date.isoformat()
    parameters = settings.parameters and list(settings.parameters)
    days_off = sorted(settings.days_off)
    return [exam, settings.minutes, days_off, settings.blueprint, settings.retention, parameters]
