import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studycli.cache import open_cache
from studycli.material.search import Results, Search, parse
from tests.material.shelves import opened

ROOT = Path(__file__).parents[3]

Ask = Callable[..., Results]


@pytest.fixture(scope="session")
def bundled() -> Iterator[Search]:
    """A search of the library this repository ships."""
    with closing(open_cache(None)) as connection:
        yield Search(connection, opened(connection, ROOT))


@pytest.fixture
def golden(cache: sqlite3.Connection, golden_library: Path) -> Search:
    """A search of the golden library."""
    return Search(cache, opened(cache, golden_library))


def ask(search: Search, text: str, language: str = "en", limit: int = 10) -> Results:
    """What a query finds."""
    return search.search(parse(text), language, limit)


def names(search: Search, text: str) -> list[str]:
    """The short ids of what a query finds."""
    return [hit.id.partition("/")[2] for hit in ask(search, text, limit=100).hits]
