"""The person's pager, for a text that is longer than the window."""

import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

_USUAL = (("less", "-R", "-S"), ("more",))
"""Pagers to look for where PAGER is not set. ``-R`` lets colours through, ``-S`` leaves long lines unwrapped."""

Find = Callable[[str], str | None]


def pager_command(environ: Mapping[str, str], find: Find = shutil.which) -> list[str] | None:
    """The words of the command that shows a text: PAGER, else a usual one that is installed.

    No shell sees it. None where PAGER is empty, ``cat`` or no command that is there: the text is printed then.
    """
    wish = environ.get("PAGER")
    if wish is None:
        return next((list(words) for words in _USUAL if find(words[0])), None)
    try:
        words = shlex.split(wish)
    except ValueError:
        return None
    if not words or words == ["cat"] or find(words[0]) is None:
        return None
    return [*words, *_USUAL[0][1:]] if Path(words[0]).name == "less" else words


def show_in_pager(command: list[str], text: str) -> None:
    """Show ``text`` and wait until the person leaves the pager. Raises OSError if it cannot be started."""
    # Ctrl-C in the pager is the pager's. A handler of ours, unlike SIG_IGN, is not handed down to it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE) as pager:  # noqa: S603 - the person's choice
            try:
                pager.communicate(text.encode(errors="replace"))
            except BaseException:
                pager.terminate()  # it puts the terminal in order
                raise
    finally:
        signal.signal(signal.SIGINT, before)
