import sqlite3

import pytest

from studycli.cli.memos import Memos


def test_what_was_never_kept_is_none(cache: sqlite3.Connection) -> None:
    assert Memos(cache).get("anything") is None


@pytest.mark.parametrize("value", [1200, "text", [0.25, None], {"low": 610, "days": []}])
def test_a_value_is_there_for_the_next_run(cache: sqlite3.Connection, value: object) -> None:
    Memos(cache).put("name", "before")
    Memos(cache).put("name", value)
    assert Memos(cache).get("name") == value
