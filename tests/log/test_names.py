import sqlite3

from studycli.log.names import SatName, attempt_names
from studycli.log.store import Store


def _sat(cache: sqlite3.Connection, name: str, at_ms: int, score: int | None) -> None:
    row = (name, at_ms, "lib/quick", "strict", f"2026-11-0{at_ms}T10:00:00+09:00", None, 4, 3, 2, score, None)
    cache.execute(f"INSERT INTO log_attempt VALUES ({', '.join('?' * 11)})", row)


def test_the_last_exam_comes_first(cache: sqlite3.Connection) -> None:
    Store(cache)
    _sat(cache, "a-1", 1, 700)
    _sat(cache, "a-2", 2, None)
    assert attempt_names(cache) == [SatName("a-2", "2026-11-02", None), SatName("a-1", "2026-11-01", 700)]


def test_a_cache_without_a_log_or_of_another_version_has_none(cache: sqlite3.Connection) -> None:
    assert attempt_names(cache) == []
    Store(cache)
    _sat(cache, "a-1", 1, 700)
    cache.execute("UPDATE part SET version = 'other'")
    assert attempt_names(cache) == []
