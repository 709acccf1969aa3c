from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.studyday import day_start, study_day

SEOUL = ZoneInfo("Asia/Seoul")
BERLIN = ZoneInfo("Europe/Berlin")
SEATTLE = ZoneInfo("America/Los_Angeles")
APIA = ZoneInfo("Pacific/Apia")


@pytest.mark.parametrize(
    ("at", "day"),
    [
        pytest.param(datetime(2026, 11, 23, 12, tzinfo=SEOUL), date(2026, 11, 23), id="noon"),
        pytest.param(datetime(2026, 11, 23, 23, 59, tzinfo=SEOUL), date(2026, 11, 23), id="before midnight"),
        pytest.param(datetime(2026, 11, 24, 0, 0, tzinfo=SEOUL), date(2026, 11, 23), id="midnight"),
        pytest.param(
            datetime(2026, 11, 24, 3, 59, 59, 999_999, SEOUL), date(2026, 11, 23), id="just before 04:00"
        ),
        pytest.param(datetime(2026, 11, 24, 4, 0, tzinfo=SEOUL), date(2026, 11, 24), id="04:00"),
        pytest.param(datetime(2026, 1, 1, 3, 0, tzinfo=SEOUL), date(2025, 12, 31), id="new year's night"),
        pytest.param(datetime(2028, 3, 1, 2, 0, tzinfo=SEOUL), date(2028, 2, 29), id="leap day"),
        pytest.param(
            datetime(2026, 3, 29, 3, 59, tzinfo=BERLIN), date(2026, 3, 28), id="clocks forward, 03:59"
        ),
        pytest.param(
            datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN), date(2026, 3, 29), id="clocks forward, 04:00"
        ),
        pytest.param(
            datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN), date(2026, 10, 24), id="clocks back, first 02:30"
        ),
        pytest.param(
            datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1),
            date(2026, 10, 24),
            id="clocks back, second 02:30",
        ),
        pytest.param(
            datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN), date(2026, 10, 25), id="clocks back, 04:00"
        ),
        pytest.param(
            datetime(2011, 12, 31, 5, 0, tzinfo=APIA), date(2011, 12, 31), id="a zone that lost a day"
        ),
    ],
)
def test_the_study_day_is_that_of_the_local_clock(at: datetime, day: date) -> None:
    assert study_day(at) == day
    offset = at.utcoffset()
    assert offset is not None
    assert study_day(at.replace(tzinfo=timezone(offset), fold=0)) == day  # as the log keeps it


@pytest.mark.parametrize(
    ("minutes_later", "there", "days"),
    [
        pytest.param(0, SEATTLE, -1, id="one moment, seen from the west"),
        pytest.param(0, SEOUL, 0, id="one moment, at home"),
        pytest.param(16 * 60, SEATTLE, 0, id="a flight that gains a day"),
        pytest.param(30 * 60, SEATTLE, 0, id="the night after it"),
        pytest.param(33 * 60, SEATTLE, 1, id="the next morning there"),
    ],
)
def test_a_traveller_takes_the_day_of_the_place(minutes_later: int, there: ZoneInfo, days: int) -> None:
    left = datetime(2026, 11, 23, 12, tzinfo=SEOUL)
    arrived = (left + timedelta(minutes=minutes_later)).astimezone(there)
    assert (study_day(arrived) - study_day(left)).days == days


@pytest.mark.parametrize("zone", [SEOUL, BERLIN, SEATTLE, timezone.utc], ids=str)  # noqa: UP017 - beside zones
@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_runs_from_its_start_to_the_next(zone: ZoneInfo, day: date) -> None:
    start = day_start(day, zone)
    assert (study_day(start), study_day(start - timedelta(microseconds=1))) == (day, day - timedelta(days=1))
    assert (start.hour, start.minute) == (4, 0)
