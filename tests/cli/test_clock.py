from datetime import timedelta

import pytest

from studycli.cli.clock import clock_of, parse_time
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
