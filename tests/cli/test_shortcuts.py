import subprocess
import sys

import pytest

from studycli.cli import main as main_module
from studycli.cli.shortcuts import SHORTCUTS, shortcut
from tests.cli.conftest import Studio


@pytest.mark.parametrize("argv", SHORTCUTS, ids=" ".join)
def test_a_shortcut_prints_what_the_parser_would(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    studio("grade", "lambda-timeout", "good")
    short = studio(*argv)
    monkeypatch.setattr(main_module, "shortcut", lambda _: None)
    assert studio(*argv) == short


@pytest.mark.parametrize(
    "argv",
    [[], ["status"], ["status", "--short", "--json"], ["--no-input", "status", "--short"], ["status", "-h"]],
)
def test_any_other_line_is_parsed(argv: list[str]) -> None:
    assert shortcut(argv) is None


@pytest.mark.parametrize("argv", SHORTCUTS, ids=" ".join)
def test_a_shortcut_needs_no_parser(studio: Studio, argv: tuple[str, ...]) -> None:
    script = (
        "import sys; from studycli.cli.main import main; from studycli.cli.printing import real_streams\n"
        f"import os; main({list(argv)!r}, os.environ, real_streams())\n"
        "found = {'typer', 'click', 'yaml', 'rich', 'prompt_toolkit', 'questionary', 'tomlkit'} & set(sys.modules)\n"
        "sys.exit(', '.join(found) or 0)"
    )
    studio("status")
    done = subprocess.run(
        [sys.executable, "-c", script], env=studio.process_env({}), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
