"""What was worked out for the plan and is kept in the cache: values by name. Anyone may delete it at any time."""

import json
import sqlite3
from typing import Any, Final

from studycli.cache import ensure_tables

_VERSION: Final = "1"
_TABLES: Final = ("CREATE TABLE plan_value (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",)


class PlanCache:
    """Values that JSON can hold, each under a name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        ensure_tables(connection, "plan", _VERSION, _TABLES)

    def get(self, name: str) -> Any:
        """The value under ``name``; None if there is none."""
        row = self._db.execute("SELECT value FROM plan_value WHERE name = ?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def put(self, name: str, value: object) -> None:
        """Keep ``value`` under ``name``, in place of what was there."""
        self._db.execute("INSERT OR REPLACE INTO plan_value VALUES (?, ?)", (name, json.dumps(value)))
