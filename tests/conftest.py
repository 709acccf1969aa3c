import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings

from studycli.cache import open_cache

# How those who run the tests have set up their terminal and their studycli is not what is tested.
for _name in [
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "ACCESSIBLE"),
    *("VISUAL", "EDITOR", "PAGER", "LESS", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"),
    *(_each for _each in os.environ if _each.startswith("STUDYCLI_")),
]:
    os.environ.pop(_name, None)

# New examples on a developer's machine, the same ones every time where a change is judged; machines are noisy.
settings.register_profile("developer", deadline=None)
settings.register_profile("judge", deadline=None, derandomize=True)
settings.load_profile("judge" if os.environ.get("CI") else "developer")


@pytest.fixture
def golden_library() -> Path:
    """A small sound library, not to be written to."""
    return Path(__file__).parent / "golden" / "library"


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A cache of its own for each test."""
    with closing(open_cache(tmp_path / "cache")) as connection:
        yield connection
