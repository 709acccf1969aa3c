import io
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.core.cells import cells
from tests.cli.conftest import Studio

HEAVY = ("yaml", "questionary", "rich", "prompt_toolkit", "tomlkit", "studycli.material.reader", "numpy")


def _command(language: str) -> Any:
    from studycli.cli.app import build_command
    from studycli.cli.translate import translate_click

    translate_click(language)
    streams = Streams(io.StringIO(), io.StringIO(), io.StringIO())
    return build_command(Run(["--language", language], {"STUDYCLI_HOME": os.devnull}, streams))


def _found(language: str) -> dict[str, Any]:
    """Every command by the words that call it, each behind the one it belongs to."""
    found = {}
    for name, command in _command(language).commands.items():
        found[name] = command
        found |= {f"{name} {below}": each for below, each in getattr(command, "commands", {}).items()}
    return found


NAMES = tuple(_found("en"))


def test_the_commands_of_this_version() -> None:
    assert NAMES == (
        "status", "review", "practice", "plan", "result", "search", "notes", "note", "next", "grade",
        "config", "check", "edit", "completion", "exam", "exam start", "exam resume", "exam list",
        "exam report", "exam discard", "exam print", "new", "new note", "new entry",
        "new question", "library", "library list", "library add", "library remove",
    )  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", [None, *NAMES])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_an_example(
    studio: Studio, language: str, name: str | None, flag: str
) -> None:
    result = studio("--language", language, *(name or "").split(), flag)
    assert (result.code, result.err) == (0, "")
    assert {"ko": "예:", "en": "Examples:"}[language] in result.out
    assert f"  studycli{f' {name}' if name else ''}" in result.out
    assert result.out.startswith({"ko": "사용법: ", "en": "Usage: "}[language])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_option_and_argument_has_a_help_in_the_language(language: str, name: str) -> None:
    for parameter in _found(language)[name].params:
        text = parameter.help
        assert text, parameter.name
        assert (language == "ko") == any("가" <= character <= "힣" for character in text)


@pytest.mark.parametrize("name", [None, *NAMES])
def test_help_fits_80_cells_in_korean(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = studio("--language", "ko", *(name or "").split(), "--help").out
    body = page.partition("예:")[0]
    assert max(cells(line) for line in body.splitlines()) <= 80


def test_korean_help_speaks_no_english_of_click(studio: Studio) -> None:
    for name in NAMES:
        page = studio("--language", "ko", *name.split(), "--help").out
        for english in ("Usage", "Options", "Arguments", "Commands", "Show this", "default", "required"):
            assert english not in page


@pytest.mark.parametrize("language", ["ko", "en"])
def test_help_imports_nothing_that_is_slow(studio: Studio, language: str) -> None:
    script = (
        "import json, os, sys; from studycli.cli.main import main; from studycli.cli.printing import real_streams\n"
        f"for name in {NAMES!r}:\n"
        f"    assert main(['--language', {language!r}, *name.split(), '--help'], os.environ, real_streams()) == 0\n"
        f"assert main(['--language', {language!r}, '--help'], os.environ, real_streams()) == 0\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=studio.process_env({}), capture_output=True, check=True
    )
    modules = json.loads(done.stdout.splitlines()[-1])
    assert not set(HEAVY) & set(modules)
