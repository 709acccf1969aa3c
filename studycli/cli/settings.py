"""Settings by name, whether they are kept in ``config.toml`` or in the log: read from text, shown as text."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from studycli.cli.configuration import KEYS, SWITCH, check_key, write_configuration
from studycli.cli.paths import expanded
from studycli.cli.wiring import Wiring
from studycli.core.memory import PARAMETER_COUNT
from studycli.core.settings import (
    LEAST_RETENTION,
    MOST_DAYS_AHEAD,
    MOST_MINUTES,
    MOST_RETENTION,
    WEEKDAYS,
    Settings,
)
from studycli.core.studyday import study_day
from studycli.errors import UsageError
from studycli.log.events import Setting
from studycli.log.settings import SettingName, SettingValue, read_value

Plain = str | int | float | list[str] | list[float] | None
"""A setting as JSON has it."""

NO_DAYS: Final = "none"
"""In place of days off."""

FIT: Final = "fit"
"""In place of numbers: fit the parameters to the reviews in the log."""

_TAKES: Mapping[SettingName, str] = {
    SettingName.EXAM_DATE: "YYYY-MM-DD",
    SettingName.MINUTES: f"1 .. {MOST_MINUTES}",
    SettingName.DAYS_OFF: f"{','.join(WEEKDAYS)} | {NO_DAYS}",
    SettingName.RETENTION: f"{LEAST_RETENTION:.2f} .. {MOST_RETENTION:.2f}",
    SettingName.PARAMETERS: f"{FIT} | N,N,.. ({PARAMETER_COUNT})",
}
NAMES: tuple[str, ...] = (*KEYS, *SettingName)
"""Every setting there is, in the order they are listed."""


def setting_value(wiring: Wiring, name: str) -> Plain:
    """What the setting ``name`` is now; None or an empty list where nothing is set."""
    if name in KEYS:
        return _plain(getattr(wiring.configuration, name.replace("-", "_")))
    return _plain(getattr(wiring.settings, name.replace("-", "_")))


def setting_values(wiring: Wiring) -> dict[str, Plain]:
    """Every setting and what it is now."""
    return {name: setting_value(wiring, name) for name in NAMES}


def _plain(value: object) -> Plain:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case str() | int() | float():
            return value
        case _:
            return None


def shown(value: Plain) -> str | None:
    """A setting as it would be typed; None where nothing is set."""
    if value is None or value == []:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def change(wiring: Wiring, name: str, text: str) -> None:
    """Set ``name`` to what ``text`` says. Raises UsageError if it cannot be that, LogError if it is not saved."""
    if name in KEYS:
        write_configuration(wiring.paths.configuration, {name: _preference(wiring, name, text)})
        return
    now = wiring.clock().at
    value = learner_value(wiring, SettingName(name), text)
    wiring.learner.record(Setting(SettingName(name), value), now)


def unset(wiring: Wiring, name: str) -> None:
    """Set ``name`` back to its default."""
    if name in KEYS:
        write_configuration(wiring.paths.configuration, {name: None})
        return
    default = getattr(Settings(), name.replace("-", "_"))
    wiring.learner.record(Setting(SettingName(name), default), wiring.clock().at)


def is_fit(name: str, text: str) -> bool:
    """Whether the parameters are to be fitted, rather than given."""
    return name == SettingName.PARAMETERS and text == FIT


def require_fit(wiring: Wiring, name: str, text: str) -> None:
    """Raises UsageError if ``name`` cannot be what ``text`` says."""
    if name in KEYS:
        _preference(wiring, name, text)
    elif not is_fit(name, text):
        learner_value(wiring, SettingName(name), text)


def _preference(wiring: Wiring, name: str, text: str) -> str | bool | list[str]:
    value: str | bool | list[str] = text
    if name == "libraries":
        folders = [expanded(Path(part)) for part in text.split(os.pathsep) if part]
        for folder in folders:
            if not (folder / "content").is_dir():
                raise UsageError("not_a_library", path=folder)
        value = [str(folder) for folder in folders]
    elif name == "exam-cards":
        value = SWITCH.get(text, text)
    check_key(wiring.paths.configuration, name, value)
    return value


def learner_value(wiring: Wiring, name: SettingName, text: str) -> SettingValue:
    """What a setting of the log is to be by ``text``. Raises UsageError for what cannot be."""
    if name is SettingName.BLUEPRINT:
        from studycli.cli.exam_papers import blueprint_named  # noqa: PLC0415 - no other setting needs exams

        return blueprint_named(wiring, text)[0]
    try:
        match name:
            case SettingName.EXAM_DATE:
                return _exam_date(text, study_day(wiring.clock().at))
            case SettingName.MINUTES:
                return read_value(name, int(text))
            case SettingName.DAYS_OFF:
                return _days_off(text)
            case SettingName.PARAMETERS:
                return read_value(name, [float(part) for part in text.split(",")])
            case _:
                return read_value(name, float(text))
    except ValueError as error:
        raise UsageError("bad_setting", name=name.value, value=text, takes=_TAKES[name]) from error


def _exam_date(text: str, today: date) -> SettingValue:
    day = read_value(SettingName.EXAM_DATE, text)
    if isinstance(day, date) and day < today:
        raise UsageError("exam_in_the_past", value=text)
    if isinstance(day, date) and (day - today).days > MOST_DAYS_AHEAD:
        raise UsageError("exam_too_far", value=text)
    return day


def _days_off(text: str) -> tuple[str, ...]:
    days = {part.strip().lower() for part in text.split(",") if part.strip()}
    if days == {NO_DAYS}:
        return ()
    if not days or not days.issubset(WEEKDAYS):
        raise ValueError(text)
    return tuple(day for day in WEEKDAYS if day in days)
