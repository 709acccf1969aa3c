import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studycli.cache import open_cache


@pytest.fixture
def golden_library() -> Path:
    """A small sound library, not to be written to."""
    return Path(__file__).parent / "golden" / "library"


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A cache of its own for each test."""
    with closing(open_cache(tmp_path / "cache")) as connection:
        yield connection
