import time
from datetime import timedelta

import pytest

from studycli.cli.clock import Steady, clock_of, parse_time, steady_clock
from studycli.errors import UsageError


def test_a_told_clock_starts_there_and_runs_on() -> None:
    clock = clock_of({"STUDYCLI_NOW": "2026-11-23T21:00:00+09:00"})
    first, second = clock(), clock()
    assert first.at.isoformat(timespec="minutes") == "2026-11-23T21:00+09:00"
    assert timedelta(0) < second.at - first.at < timedelta(minutes=1)
    assert second.mono_s > first.mono_s


def test_the_system_clock_carries_its_offset() -> None:
    assert clock_of({})().at.utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow",
        "2026-11-23T21:00:00",
        "2026-11-23",
        "21:00+09:00",
        "3000-01-01T21:00:00+09:00",
        "0001-01-01T00:00:00+09:00",
    ],
)
def test_what_is_no_time_with_offset_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        clock_of({"STUDYCLI_NOW": text})
    assert caught.value.params == {"name": "STUDYCLI_NOW", "value": text}
    assert parse_time(text) is None


@pytest.mark.parametrize("text", ["2026-11-23T21:00:00Z", "2026-11-23T21:00:00.250-03:30"])
def test_iso_8601_with_offset_is_read(text: str) -> None:
    assert parse_time(text) is not None


@pytest.mark.parametrize(
    ("readings", "passed"),
    [
        pytest.param([(5, 5), (9, 9)], [5, 9], id="awake"),
        pytest.param([(5, 5), (5, 3605)], [5, 3605], id="asleep: monotonic stood still"),
        pytest.param([(5, -3600), (9, -3596)], [5, 9], id="the clock on the wall set back"),
        pytest.param([(5, 605), (9, 609)], [605, 609], id="set forward"),
        pytest.param([(5, 605), (9, 9), (605, 605), (606, 606)], [605, 605, 605, 606], id="and back"),
        pytest.param([(-1, -1), (0, 0)], [0, 0], id="never negative"),
    ],
)
def test_steady_seconds_never_run_back_and_go_on_in_sleep(
    readings: list[tuple[float, float]], passed: list[float]
) -> None:
    given = [(0.0, 0.0), *readings]
    monotonic, wall = (iter(clock) for clock in zip(*given, strict=True))
    steady = Steady(lambda: 100 + next(monotonic), lambda: 1e9 + next(wall))
    assert [steady() for _ in readings] == passed


def test_the_system_counts_sleep_itself_where_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", 7, raising=False)
    monkeypatch.setattr(time, "clock_gettime", lambda clock: {7: 1234.5}[clock])
    assert steady_clock()() == 1234.5
    monkeypatch.delattr(time, "CLOCK_BOOTTIME")
    assert isinstance(steady_clock(), Steady)
