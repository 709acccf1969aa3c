"""The clock: the system's, or one that starts at ``STUDYCLI_NOW`` and runs on from there."""

# ruff: noqa: PLC0415 - what reads no clock starts faster without its values

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from studycli.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from studycli.core.moment import Moment

Clock = Callable[[], "Moment"]


def clock_of(env: Mapping[str, str]) -> Clock:
    """The clock of a run. Raises UsageError if ``STUDYCLI_NOW`` is no ISO 8601 time that the log can hold."""
    text = env.get("STUDYCLI_NOW")
    if not text:
        return _system
    start = parse_time(text)
    if start is None:
        raise UsageError("bad_time", name="STUDYCLI_NOW", value=text)
    return _Told(start)


class Steady:
    """Seconds that never run backwards, and go on while the machine sleeps.

    The larger of what the two clocks given have counted since the first reading: a monotonic one, which may stand
    still in sleep, and that on the wall, which may be set.
    """

    def __init__(self, monotonic: Callable[[], float], wall: Callable[[], float]) -> None:
        self._clocks = (monotonic, wall)
        self._began_s = (monotonic(), wall())
        self._last_s = 0.0

    def __call__(self) -> float:
        """The reading now."""
        passed_s = (clock() - began_s for clock, began_s in zip(self._clocks, self._began_s, strict=True))
        self._last_s = max(self._last_s, *passed_s)
        return self._last_s


def steady_clock() -> Callable[[], float]:
    """The best there is: Linux counts the sleep itself."""
    boot_time: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    if boot_time is None:
        return Steady(time.monotonic, time.time)
    return lambda: time.clock_gettime(boot_time)


_steady_s = steady_clock()


class _Told:
    """Starts at the first reading: commands given one after the other at one time are told apart by their order."""

    def __init__(self, start: "datetime") -> None:
        self._start = start
        self._began_s: float | None = None

    def __call__(self) -> "Moment":
        from datetime import timedelta

        from studycli.core.moment import Moment

        now_s = _steady_s()
        if self._began_s is None:
            self._began_s = now_s
        return Moment(self._start + timedelta(seconds=now_s - self._began_s), now_s)


def parse_time(text: str) -> "datetime | None":
    """An ISO 8601 time with offset that the log can hold; None if ``text`` is something else."""
    from datetime import datetime

    from studycli.log.moments import read_moment, write_moment

    try:
        at = datetime.fromisoformat(text)
        read_moment(write_moment(at))
    except (ValueError, OverflowError):
        return None
    return at


def _system() -> "Moment":
    from datetime import datetime

    from studycli.core.moment import Moment

    return Moment(datetime.now().astimezone(), _steady_s())
