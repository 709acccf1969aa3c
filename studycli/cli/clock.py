"""The clock: the system's, or one that starts at ``STUDYCLI_NOW`` and runs on from there."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from studycli.errors import UsageError
from studycli.ui.events import Moment

Clock = Callable[[], Moment]


def clock_of(env: Mapping[str, str]) -> Clock:
    """The clock of a run. Raises UsageError if ``STUDYCLI_NOW`` is no ISO 8601 time with an offset."""
    text = env.get("STUDYCLI_NOW")
    if not text:
        return _system
    start = parse_time(text)
    if start is None:
        raise UsageError("bad_time", name="STUDYCLI_NOW", value=text)
    return _Told(start)


class _Told:
    """Starts at the first reading: commands given one after the other at one time are told apart by their order."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._began_s: float | None = None

    def __call__(self) -> Moment:
        now_s = time.monotonic()
        if self._began_s is None:
            self._began_s = now_s
        return Moment(self._start + timedelta(seconds=now_s - self._began_s), now_s)


def parse_time(text: str) -> datetime | None:
    """An ISO 8601 time with offset; None if ``text`` is something else."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if at.tzinfo is None else at


def _system() -> Moment:
    return Moment(datetime.now().astimezone(), time.monotonic())
