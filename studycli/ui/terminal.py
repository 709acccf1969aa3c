"""The care of the terminal: there must be one, and it is left as it was found, even by a process that was killed."""

import json
import os
import re
import termios
from collections.abc import Mapping
from contextlib import suppress
from io import RawIOBase
from pathlib import Path
from typing import Any, TextIO

from studycli.errors import UsageError

_WHOLE_AGAIN = "\x1b[?1049l\x1b[?25h\x1b[?2004l\x1b[?7h\x1b[0m"
_LOCAL_MODES = 3
_CONTROL_CHARACTERS = 6


def require_terminal(stdin: TextIO, stdout: TextIO, *, command: str, alternative: str) -> None:
    """Raise UsageError unless keyboard and screen are a terminal, naming the command that works without one."""
    if not (stdin.isatty() and stdout.isatty()):
        raise UsageError("needs_terminal", command=command, alternative=alternative)


def wants_lines(environ: Mapping[str, str]) -> bool:
    """Whether plain lines are wanted: ACCESSIBLE is set (and not 0), or the terminal cannot move its cursor."""
    return environ.get("ACCESSIBLE", "0") not in {"", "0"} or environ.get("TERM") in {"dumb", "unknown"}


def buffered(stream: TextIO) -> TextIO:
    """The stream with a buffer, if it has none: with PYTHONUNBUFFERED a frame ends where a signal comes in between."""
    raw = getattr(stream, "buffer", None)
    if not isinstance(raw, RawIOBase):
        return stream
    return open(stream.fileno(), "w", encoding=stream.encoding, errors=stream.errors, closefd=False)


class TerminalGuard:
    """Keeps the line modes from before the full screen, on disk too while it is shown, one file per terminal.

    A context manager around every stretch of full screen. Where the folder cannot be written it guards without.
    """

    def __init__(self, state_folder: Path, stdin: TextIO, stdout: TextIO) -> None:
        self._folder = state_folder
        self._fd = stdin.fileno()
        self._stdout = stdout
        self._tty = os.ttyname(self._fd)
        self._path = state_folder / f"terminal{re.sub('[^A-Za-z0-9]+', '-', self._tty)}.json"
        self.modes: list[Any] = termios.tcgetattr(self._fd)
        """The line modes to go back to, as ``termios.tcgetattr`` gives them."""

    def __enter__(self) -> "TerminalGuard":
        note = {"pid": os.getpid(), "tty": self._tty, "modes": _as_numbers(self.modes)}
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(note), encoding="ascii")
        return self

    def __exit__(self, *exception: object) -> None:
        self.restore_modes()
        with suppress(OSError):
            self._path.unlink()

    def restore_modes(self) -> None:
        """Set the line modes from before; a terminal that is gone is no error."""
        with suppress(termios.error):
            termios.tcsetattr(self._fd, termios.TCSANOW, self.modes)

    def make_whole(self) -> None:
        """Undo what another program left that was ended on this terminal; one that is gone is no error."""
        with suppress(OSError):
            self._stdout.write(_WHOLE_AGAIN)
            self._stdout.flush()
        self.restore_modes()

    def repair_if_needed(self) -> None:
        """Undo what a killed process left on this very terminal; forget those whose terminal is gone."""
        for path in self._folder.glob("terminal-*.json"):
            try:
                note = json.loads(path.read_text(encoding="ascii"))
                pid, tty, modes = int(note["pid"]), str(note["tty"]), list(note["modes"])
            except (OSError, ValueError, KeyError, TypeError):
                _remove(path)
                continue
            if not _alive(pid) and tty == self._tty:
                self._repair(modes)
                _remove(path)
            elif not _alive(pid) and not Path(tty).exists():
                _remove(path)

    def _repair(self, modes: list[Any]) -> None:
        self._stdout.write(_WHOLE_AGAIN)
        self._stdout.flush()
        if self.modes[_LOCAL_MODES] & termios.ICANON:
            return  # the shell has set line modes of its own since
        with suppress(termios.error, TypeError, ValueError, OverflowError):
            termios.tcsetattr(self._fd, termios.TCSANOW, modes)
            self.modes = termios.tcgetattr(self._fd)


def _as_numbers(modes: list[Any]) -> list[Any]:
    """The modes with control characters as numbers, which ``tcsetattr`` takes as well as bytes."""
    characters = [c if isinstance(c, int) else c[0] for c in modes[_CONTROL_CHARACTERS]]
    return [*modes[:_CONTROL_CHARACTERS], characters]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
