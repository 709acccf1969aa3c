from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from studycli.log.moments import read_moment, write_moment


@pytest.mark.parametrize(
    ("at", "text"),
    [
        pytest.param(
            datetime(2026, 11, 23, 21, 4, 5, 250_000, timezone(timedelta(hours=9))),
            "2026-11-23T21:04:05.250+09:00",
            id="fixed offset",
        ),
        pytest.param(
            datetime(2026, 7, 1, 3, 59, tzinfo=ZoneInfo("America/Los_Angeles")),
            "2026-07-01T03:59:00.000-07:00",
            id="zone in summer",
        ),
        pytest.param(
            datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1),
            "2026-10-25T02:30:00.000+01:00",
            id="the second 02:30",
        ),
        pytest.param(
            datetime(2026, 1, 1, 0, 0, 0, 999_999, UTC),
            "2026-01-01T00:00:00.999+00:00",
            id="cut, not rounded",
        ),
        pytest.param(
            datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=8, minutes=27, seconds=52))),
            "2026-01-01T00:00:08.000+08:28",
            id="offset with seconds",
        ),
    ],
)
def test_a_time_is_spelled_with_its_offset(at: datetime, text: str) -> None:
    assert write_moment(at) == text
    assert write_moment(read_moment(text)) == text
    assert abs(read_moment(text) - at) < timedelta(milliseconds=1)
