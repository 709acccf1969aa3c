"""The scripts of completion: bash runs its own here, on a terminal too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studycli.cli.completion_scripts import SCRIPTS
from tests.cli.conftest import ROOT, Studio
from tests.ui.pty_helper import PtyHelper


@pytest.fixture
def env(studio: Studio, tmp_path: Path) -> dict[str, str]:
    """An environment in which ``studycli`` is a command, and has read its library."""
    studio("status")
    program = tmp_path / "bin" / "studycli"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m studycli "$@"\n')
    program.chmod(0o755)
    return {**studio.process_env({}), "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def completed(env: dict[str, str], *words: str, cwd: Path = ROOT) -> list[str]:
    """What bash puts in place of the last word."""
    listed = " ".join(f"'{word}'" for word in words)
    script = (
        "source <(studycli completion bash)\n"
        f"COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}\n"
        '_studycli; ((${#COMPREPLY[@]})) && printf "%s\\n" "${COMPREPLY[@]}"\ntrue'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script], env=env, cwd=cwd, capture_output=True, check=True, text=True
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_is_printed_alone(studio: Studio, shell: str) -> None:
    result = studio("completion", shell)
    assert (result.code, result.out, result.err) == (0, SCRIPTS[shell], "")
    assert f"__complete {shell} --" in result.out


@pytest.mark.parametrize("shell", ["", "powershell", "BASH"])
def test_an_unknown_shell_is_exit_2_with_those_there_are(studio: Studio, shell: str) -> None:
    result = studio("completion", shell)
    assert (result.code, result.out, "bash, zsh, fish" in result.err) == (2, "", True)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        pytest.param(("note", "la"), ["lambda-limits"], id="note"),
        pytest.param(("review", "--topic", "="), ["dynamodb", "lambda"], id="topic after ="),
        pytest.param(("review", "--topic", "=", "dy"), ["dynamodb"], id="topic begun after ="),
        pytest.param(("exam", ""), ["start", "resume", "list", "report", "discard", "print"], id="commands"),
        pytest.param(("nonsense", ""), [], id="nothing"),
        pytest.param(("note", "$(touch hacked)`;"), [], id="hostile"),
    ],
)
def test_bash_completes(env: dict[str, str], words: tuple[str, ...], values: list[str]) -> None:
    assert completed(env, "studycli", *words) == values


def test_bash_completes_files(env: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "my notes.yaml").touch()
    (folder / "other.yaml").touch()
    assert completed(env, "studycli", "check", "my", cwd=folder) == ["my notes.yaml"]


def test_a_program_called_by_its_path_is_asked_itself(env: dict[str, str], tmp_path: Path) -> None:
    elsewhere = {**env, "HOME": str(tmp_path)}
    assert completed(elsewhere, "~/bin/studycli", "stat") == ["status"]


def test_a_program_that_is_gone_says_nothing(env: dict[str, str]) -> None:
    assert completed(env, "/no/such/studycli", "stat") == []


def test_at_the_prompt_of_bash_tab_completes(env: dict[str, str]) -> None:
    with PtyHelper(
        ["bash", "--norc", "--noprofile", "-i"], (80, 24), {**env, "PS1": "> "}, str(ROOT)
    ) as terminal:
        terminal.wait_for(">")
        terminal.send(b"source <(studycli completion bash); echo rea''dy\n")
        terminal.wait_for("ready")
        terminal.send(b"studycli note lam\t")
        terminal.wait_for("studycli note lambda-limits")
        terminal.send(b"\x15studycli review --topic=dyn\t")
        terminal.wait_for("--topic=dynamodb")
        terminal.send(b"\x15studycli nonsense \t\t")
        terminal.read_quiet(0.5)
        assert "error" not in terminal.text()
        terminal.send(b"\x15exit\n")
        terminal.wait_exit()
