"""Times in the log: local time with offset, in milliseconds, in one spelling."""

import re
from datetime import datetime, timedelta, timezone
from typing import Final

# One spelling, so that no release of Python reads more of a log than another; the years are those whose
# due days a date can still hold.
MOMENT: Final = re.compile(r"[12]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{3}[+-]\d\d:\d\d", re.ASCII)
_MINUTE: Final = timedelta(minutes=1)


def read_moment(text: str) -> datetime:
    """The time in ``text``. Raises ValueError for any other spelling, TypeError for what is no text."""
    if not MOMENT.fullmatch(text):
        raise ValueError("not a time with milliseconds and offset")
    return datetime.fromisoformat(text)


def write_moment(at: datetime) -> str:
    """``at`` as the log spells it, cut to milliseconds. Raises ValueError if it has no offset."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("an event needs a time with an offset")
    # Local mean times of the past have offsets with seconds, which the format has not.
    zone = timezone(_MINUTE * round(offset / _MINUTE))
    return at.astimezone(zone).isoformat(timespec="milliseconds")
