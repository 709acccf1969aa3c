"""The exams sat, as the cache has them, for completion: as of the last run, without a look at the log."""

import sqlite3
from typing import NamedTuple

from studycli.log.tables import VERSION


class SatName(NamedTuple):
    """An exam sat: its id, the day it began (ISO), its scaled score if it was handed in."""

    id: str
    day: str
    score: int | None


def attempt_names(connection: sqlite3.Connection) -> list[SatName]:
    """The exams sat, the last one first; none if another version wrote the cache."""
    version = connection.execute("SELECT version FROM part WHERE owner = 'log'").fetchone()
    if version != (VERSION,):
        return []
    rows = connection.execute("SELECT id, started_at, scaled_score FROM log_attempt ORDER BY at_ms DESC")
    return [SatName(name, str(started_at)[:10], score) for name, started_at, score in rows]
