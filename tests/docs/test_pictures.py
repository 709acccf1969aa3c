"""The pictures of the README show what the program shows today."""

import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = runpy.run_path(str(DOCS / "make_pictures.py"))


@pytest.mark.parametrize("name", PICTURES["PICTURES"])
def test_a_picture_is_up_to_date(name: str) -> None:
    committed = (DOCS / f"{name}.svg").read_text(encoding="utf-8")
    assert PICTURES["picture"](name) == committed, "run: make docs"
