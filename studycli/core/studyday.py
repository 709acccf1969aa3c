"""Study days: the date of the local time, less the four hours that belong to the evening before."""

from datetime import date, datetime, time, timedelta, tzinfo

ROLLOVER = timedelta(hours=4)
"""A study day starts at 04:00 local time."""


def study_day(at: datetime) -> date:
    """The study day of ``at``, by the offset it carries."""
    return (at - ROLLOVER).date()


def day_start(day: date, zone: tzinfo | None) -> datetime:
    """The moment ``day`` begins in ``zone``: 04:00 local time."""
    return datetime.combine(day, time(ROLLOVER.seconds // 3600), tzinfo=zone)
