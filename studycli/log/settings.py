"""Settings as the log holds them: names, values checked one by one, and what the last of each comes to."""

import math
import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Final

from studycli.core.memory import Engine
from studycli.core.settings import LEAST_RETENTION, MOST_MINUTES, MOST_RETENTION, WEEKDAYS, Settings

_DATE: Final = re.compile(r"[12]\d{3}-\d\d-\d\d", re.ASCII)
_NUMBERS: Final = (int, float)
_BLUEPRINT: Final = re.compile(r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*")

SettingValue = date | float | str | tuple[str, ...] | tuple[float, ...] | None


class SettingName(StrEnum):
    """What can be set: the fields of ``core.settings.Settings``, spelled as in the log."""

    EXAM_DATE = "exam-date"
    MINUTES = "minutes"
    DAYS_OFF = "days-off"
    BLUEPRINT = "blueprint"
    RETENTION = "retention"
    PARAMETERS = "parameters"


def read_value(name: SettingName, value: object) -> SettingValue:
    """The value of a setting from its JSON. Raises ValueError or TypeError for one that cannot be."""
    return _READERS[name](value)


def settings_from(values: Iterable[tuple[SettingName, SettingValue]]) -> Settings:
    """What holds after these settings, in their order: the last of each name."""
    # Each value has the type of its field: read_value saw to it.
    last: dict[str, Any] = {name.replace("-", "_"): value for name, value in values}
    return Settings(**last)


def finite(value: object) -> float:
    """A JSON number as a float. Raises TypeError for anything else, ValueError for infinity."""
    if isinstance(value, bool) or not isinstance(value, _NUMBERS):
        raise TypeError("not a number")
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("not a finite number")
    return number


def seconds_of(value: object) -> float:
    """A length of time in seconds. Raises as ``finite``, and ValueError below 0."""
    seconds = finite(value)
    if seconds < 0:
        raise ValueError("seconds below 0")
    return seconds


def _exam_date(value: Any) -> date | None:
    if value is None:
        return None
    if not _DATE.fullmatch(value):
        raise ValueError("not a date")
    return date.fromisoformat(value)


def _minutes(value: object) -> int:
    if type(value) is not int or not 1 <= value <= MOST_MINUTES:
        raise ValueError("not a number of minutes a day")
    return value


def _days_off(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not set(WEEKDAYS).issuperset(value) or len(set(value)) < len(value):
        raise ValueError("not a list of weekdays")
    return tuple(value)


def _retention(value: object) -> float:
    retention = finite(value)
    if not LEAST_RETENTION <= retention <= MOST_RETENTION:
        raise ValueError("not a retention")
    return retention


def _parameters(value: object) -> tuple[float, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise TypeError("not a list of parameters")
    return Engine([finite(each) for each in value]).parameters


def _blueprint(value: Any) -> str | None:
    if value is not None and not _BLUEPRINT.fullmatch(value):
        raise ValueError("not a blueprint")
    return value  # type: ignore[no-any-return]  # fullmatch takes nothing but text


_READERS: Final[dict[SettingName, Callable[[Any], SettingValue]]] = {
    SettingName.EXAM_DATE: _exam_date,
    SettingName.MINUTES: _minutes,
    SettingName.DAYS_OFF: _days_off,
    SettingName.RETENTION: _retention,
    SettingName.PARAMETERS: _parameters,
    SettingName.BLUEPRINT: _blueprint,
}
