"""The person's editor, at a line of a file."""

import shlex
import shutil
import signal
import subprocess
from pathlib import Path

from studycli.errors import UsageError

_PLUS_LINE = frozenset(
    [
        "vi",
        "vim",
        "nvim",
        "gvim",
        "view",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "micro",
        "kak",
        "joe",
        "ne",
        "mcedit",
    ]
)
_COLON_LINE = frozenset(["hx", "helix"])
_GOTO_LINE = frozenset(["code", "code-insiders", "codium", "vscodium", "cursor"])
_WAITING_COLON_LINE = frozenset(["subl", "zed", "zeditor"])


def editor_command(editor: str, path: Path, line: int) -> list[str]:
    """The words of the command that opens ``path`` at ``line`` (from 1) and waits until the file is closed.

    ``editor`` may carry arguments, as in ``VISUAL``; no shell sees it. One we do not know gets the file alone.
    Raises UsageError if it is empty or its quotes do not match.
    """
    try:
        words = shlex.split(editor)
    except ValueError:
        words = []
    if not words:
        raise UsageError("editor_missing", editor=editor)
    name = Path(words[0]).name
    if name in _PLUS_LINE:
        return [*words, f"+{line}", str(path)]
    if name in _COLON_LINE:
        return [*words, f"{path}:{line}"]
    wait = [] if {"-w", "--wait"} & set(words) else ["--wait"]
    if name in _GOTO_LINE:
        return [*words, *wait, "--goto", f"{path}:{line}"]
    if name in _WAITING_COLON_LINE:
        return [*words, *wait, f"{path}:{line}"]
    return [*words, str(path)]


def open_editor(command: list[str]) -> int:
    """Run an editor on this terminal until it ends; its exit code. Raises UsageError if there is no such program."""
    program = shutil.which(command[0])
    if program is None:
        raise UsageError("editor_missing", editor=command[0])
    # Ctrl-C in the editor is the editor's. A handler of ours, unlike SIG_IGN, is not handed down to it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return subprocess.run([program, *command[1:]], check=False).returncode  # noqa: S603 - the person's choice
    except OSError as error:
        raise UsageError("editor_missing", editor=command[0]) from error
    finally:
        signal.signal(signal.SIGINT, before)
