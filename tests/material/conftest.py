import sqlite3
from pathlib import Path

import pytest

from studycli.material.shelf import Shelf
from tests.material.libraries import bank, basic, library, topic, write
from tests.material.shelves import opened


@pytest.fixture
def golden(cache: sqlite3.Connection, golden_library: Path) -> Shelf:
    return opened(cache, golden_library)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A library of two topics with one card each, and a bank."""
    folder = library(tmp_path / "small", a=topic("a", basic("a1")), b=topic("b", basic("b1")))
    write(folder, "quizzes/a.yaml", bank("a", "  tests: [a1]\n"))
    return folder
