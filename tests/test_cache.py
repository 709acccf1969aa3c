import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from studycli.cache import discard_cache, ensure_tables, open_cache

TABLES = ("CREATE TABLE log_card (id TEXT)", "CREATE INDEX log_card_id ON log_card (id)")


def cards(connection: sqlite3.Connection) -> list[tuple[str]]:
    return connection.execute("SELECT id FROM log_card").fetchall()


def test_what_is_put_in_is_there_the_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    with closing(open_cache(folder)) as connection:
        assert ensure_tables(connection, "log", "1", TABLES)
        connection.execute("INSERT INTO log_card VALUES ('a')")
    with closing(open_cache(folder)) as connection:
        assert not ensure_tables(connection, "log", "1", TABLES)
        assert cards(connection) == [("a",)]


def test_a_new_version_starts_its_owners_tables_afresh_and_leaves_the_others(tmp_path: Path) -> None:
    with closing(open_cache(tmp_path)) as connection:
        ensure_tables(connection, "log", "1", TABLES)
        ensure_tables(connection, "material", "1", ["CREATE TABLE material_note (id TEXT)"])
        connection.execute("INSERT INTO log_card VALUES ('a')")
        connection.execute("INSERT INTO material_note VALUES ('n')")
        assert ensure_tables(connection, "log", "2", TABLES)
        assert cards(connection) == []
        assert connection.execute("SELECT id FROM material_note").fetchall() == [("n",)]


def test_tables_that_cannot_be_made_leave_the_old_ones(tmp_path: Path) -> None:
    with closing(open_cache(tmp_path)) as connection:
        ensure_tables(connection, "log", "1", TABLES)
        connection.execute("INSERT INTO log_card VALUES ('a')")
        with pytest.raises(sqlite3.OperationalError):
            ensure_tables(connection, "log", "2", ["CREATE TABLE nonsense"])
        assert cards(connection) == [("a",)]
        assert not ensure_tables(connection, "log", "1", TABLES)


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be taken for one" * 20, b"x"]
)
def test_a_file_that_is_no_database_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache.db").write_bytes(content)
    with closing(open_cache(tmp_path)) as connection:
        assert ensure_tables(connection, "log", "1", TABLES)
    assert (tmp_path / "cache.db").read_bytes().startswith(b"SQLite format 3")


def test_a_discarded_cache_is_empty(tmp_path: Path) -> None:
    with closing(open_cache(tmp_path)) as connection:
        ensure_tables(connection, "log", "1", TABLES)
    discard_cache(tmp_path)
    assert list(tmp_path.iterdir()) == []
    discard_cache(tmp_path)
    with closing(open_cache(tmp_path)) as connection:
        assert ensure_tables(connection, "log", "1", TABLES)


@pytest.mark.parametrize(
    "make",
    [lambda path: path.write_text(""), lambda path: (path / "cache.db").mkdir(parents=True)],
    ids=["a file in place of the folder", "a folder in place of the file"],
)
def test_where_no_file_can_be_the_cache_lives_in_memory(tmp_path: Path, make: object) -> None:
    folder = tmp_path / "cache"
    make(folder)  # type: ignore[operator]
    with closing(open_cache(folder)) as connection:
        assert ensure_tables(connection, "log", "1", TABLES)
        assert connection.execute("PRAGMA database_list").fetchone()[2] == ""


def test_where_nothing_may_be_written_the_cache_lives_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o555)
    monkeypatch.chdir(tmp_path)  # the folders above may be closed to others
    user = os.geteuid()
    if user == 0:  # permissions do not bind root
        os.seteuid(65534)
    try:
        with closing(open_cache(Path("cache"))) as connection:
            assert ensure_tables(connection, "log", "1", TABLES)
    finally:
        os.seteuid(user)
    assert list(tmp_path.iterdir()) == []


def test_many_may_open_and_make_tables_at_once(tmp_path: Path) -> None:
    made: list[bool] = []
    together = threading.Barrier(8)

    def run() -> None:
        together.wait()
        with closing(open_cache(tmp_path)) as connection:
            made.append(ensure_tables(connection, "log", "1", TABLES))

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [False] * 7 + [True]
    with closing(open_cache(tmp_path)) as connection:
        assert cards(connection) == []
