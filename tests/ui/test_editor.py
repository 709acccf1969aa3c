import sys
from pathlib import Path

import pytest

from studycli.errors import UsageError
from studycli.ui.editor import editor_command, open_editor

FILE = Path("/notes/my notes.yaml")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        *(
            pytest.param(name, [name, "+7", str(FILE)], id=name)
            for name in ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe")
        ),
        pytest.param(
            "/usr/bin/vim -u NONE", ["/usr/bin/vim", "-u", "NONE", "+7", str(FILE)], id="path-and-arguments"
        ),
        pytest.param("'/opt/my editor/nvim'", ["/opt/my editor/nvim", "+7", str(FILE)], id="quoted"),
        pytest.param("hx", ["hx", f"{FILE}:7"], id="helix"),
        pytest.param("code", ["code", "--wait", "--goto", f"{FILE}:7"], id="code"),
        pytest.param("code --wait", ["code", "--wait", "--goto", f"{FILE}:7"], id="code-that-waits-already"),
        pytest.param("codium -w", ["codium", "-w", "--goto", f"{FILE}:7"], id="codium-short-option"),
        pytest.param("subl", ["subl", "--wait", f"{FILE}:7"], id="subl"),
        pytest.param("ed; rm -rf $HOME", ["ed;", "rm", "-rf", "$HOME", str(FILE)], id="no-shell"),
        pytest.param("acme", ["acme", str(FILE)], id="unknown"),
    ],
)
def test_the_editor_is_opened_at_the_line(editor: str, command: list[str]) -> None:
    assert editor_command(editor, FILE, 7) == command


@pytest.mark.parametrize("editor", ["", "  ", "vim 'open quote"])
def test_an_editor_that_is_no_command_is_missing(editor: str) -> None:
    with pytest.raises(UsageError) as error:
        editor_command(editor, FILE, 1)
    assert error.value.message_id == "editor_missing"


def test_the_exit_code_of_the_editor_comes_back() -> None:
    assert open_editor([sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_ctrl_c_in_the_editor_is_the_editors_alone() -> None:
    child = "import os, signal; os.kill(os.getppid(), signal.SIGINT); os.kill(os.getpid(), signal.SIGINT)"
    assert open_editor([sys.executable, "-c", child]) != 0


@pytest.mark.parametrize("program", ["no-such-editor", "/"])
def test_a_missing_editor_is_named(program: str) -> None:
    with pytest.raises(UsageError) as error:
        open_editor([program, "file"])
    assert error.value.message_id == "editor_missing"
    assert error.value.params == {"editor": program}
