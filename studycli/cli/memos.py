"""Small results that are worth keeping from run to run, in the cache, by name. Anyone may delete them at any time."""

import json
import sqlite3
from contextlib import suppress
from typing import Any, Final

from studycli.cache import ensure_tables

_VERSION: Final = "1"
_TABLES: Final = ("CREATE TABLE memo_value (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",)


class Memos:
    """Values that JSON can hold, each under a name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        ensure_tables(connection, "memo", _VERSION, _TABLES)

    def get(self, name: str) -> Any:
        """The value under ``name``; None if there is none."""
        row = self._db.execute("SELECT value FROM memo_value WHERE name = ?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def put(self, name: str, value: object) -> None:
        """Keep ``value`` under ``name``, in place of what was there; where nothing can be written, nothing is kept."""
        with suppress(sqlite3.OperationalError):
            self._db.execute("INSERT OR REPLACE INTO memo_value VALUES (?, ?)", (name, json.dumps(value)))
