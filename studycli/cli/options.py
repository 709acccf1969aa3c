"""Options of commands as values."""

from typing import NamedTuple


class ReviewOptions(NamedTuple):
    """What ``studycli review`` was asked for; None where nothing was."""

    topic: str | None = None
    minutes: int | None = None
    limit: int | None = None
    new: int | None = None
    cram: bool = False
