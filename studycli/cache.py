"""The one ``cache.db``: everything that can be made again. Anyone may delete it at any time.

Each owner (material, log) keeps its own tables under a version of its own; a new version starts them afresh.
"""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_BUSY_S = 5.0
_RETRY_S = 0.01


def open_cache(folder: Path | None) -> sqlite3.Connection:
    """A connection to ``folder/cache.db``, made anew if it is no database.

    Without a folder, or where it cannot be written, the cache lives in memory for this run.
    """
    if folder is None:
        return _in_memory()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _connect(folder / "cache.db")
    except sqlite3.OperationalError:
        return _in_memory()
    except sqlite3.DatabaseError:
        discard_cache(folder)
        return _connect(folder / "cache.db")
    except OSError:
        return _in_memory()


def is_on_disk(connection: sqlite3.Connection) -> bool:
    """Whether a cache is a file that other connections can open, and not in memory."""
    (_, _, file) = connection.execute("PRAGMA database_list").fetchone()
    return bool(file)


def discard_cache(folder: Path) -> None:
    """Delete the cache; the next run makes it again."""
    for name in ("cache.db", "cache.db-wal", "cache.db-shm"):
        with suppress(OSError):
            (folder / name).unlink()


def ensure_tables(connection: sqlite3.Connection, owner: str, version: str, tables: Sequence[str]) -> bool:
    """Create the owner's tables, afresh if ``version`` is not the one they were made by.

    ``tables`` are CREATE TABLE (or INDEX) statements. Returns whether the tables were made (and are empty).
    """
    if _version_of(connection, owner) == version:
        return False
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if _version_of(connection, owner) == version:  # another process was faster
            return False
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB ?", (f"{owner}_*",)
        ).fetchall():
            # A virtual table takes its own tables with it.
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        for statement in tables:
            connection.execute(statement)
        connection.execute("INSERT OR REPLACE INTO part VALUES (?, ?)", (owner, version))
    return True


def _version_of(connection: sqlite3.Connection, owner: str) -> str | None:
    row = connection.execute("SELECT version FROM part WHERE owner = ?", (owner,)).fetchone()
    return None if row is None else str(row[0])


def _connect(path: Path) -> sqlite3.Connection:
    deadline_s = time.monotonic() + _BUSY_S
    while True:
        try:
            return _opened(path)
        except sqlite3.OperationalError as error:
            # Several first starts at once: the change to WAL does not wait for the others by itself.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline_s:
                raise
            time.sleep(_RETRY_S)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE IF NOT EXISTS part (owner TEXT PRIMARY KEY, version TEXT NOT NULL)")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE part (owner TEXT PRIMARY KEY, version TEXT NOT NULL)")
    return connection
