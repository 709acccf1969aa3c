import runpy

import pytest

from tests.cli.conftest import ROOT

MAKER = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_pages_of_the_commands_are_fresh(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    path = MAKER["FILES"][language]
    assert path.read_text(encoding="utf-8") == MAKER["pages"](language), (
        f"{path.name} is out of date: make docs"
    )
