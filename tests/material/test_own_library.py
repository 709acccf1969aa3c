"""Our own material keeps to every rule."""

import sqlite3
from datetime import date
from pathlib import Path

from studycli.core.lint.register import lint
from studycli.core.problems import Severity
from tests.material.shelves import opened

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)


def test_our_own_library_has_no_error_and_no_warning(cache: sqlite3.Connection) -> None:
    shelf = opened(cache, ROOT)
    (material,) = shelf.materials(TODAY)
    problems = [*shelf.problems, *lint(material)]
    assert [problem for problem in problems if problem.severity is not Severity.INFO] == []
