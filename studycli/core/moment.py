"""A reading of the clock, as it is handed in from outside."""

from datetime import datetime
from typing import NamedTuple


class Moment(NamedTuple):
    """A reading of the clock: local time with offset, and seconds that never run backwards."""

    at: datetime
    mono_s: float
