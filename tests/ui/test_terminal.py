"""Files of TerminalGuard, on a real pseudo-terminal; the whole course of a kill is in ``test_loop``."""

import json
import os
import signal
import subprocess
import termios
import threading
import time
from collections.abc import Iterator
from io import FileIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from studycli.errors import UsageError
from studycli.ui.terminal import TerminalGuard, buffered, require_terminal, wants_lines


class Tty(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stdin", "stdout"),
    [pytest.param(Tty(), StringIO(), id="piped-output"), pytest.param(StringIO(), Tty(), id="piped-input")],
)
def test_without_a_terminal_the_form_for_scripts_is_named(stdin: StringIO, stdout: StringIO) -> None:
    with pytest.raises(UsageError) as error:
        require_terminal(stdin, stdout, command="studycli review", alternative="studycli next")
    assert error.value.message_id == "needs_terminal"
    assert error.value.params == {"command": "studycli review", "alternative": "studycli next"}


def test_a_terminal_is_enough() -> None:
    require_terminal(Tty(), Tty(), command="a", alternative="b")


@pytest.mark.parametrize(
    ("environ", "lines"),
    [
        pytest.param({"TERM": "xterm"}, False, id="screen"),
        pytest.param({"ACCESSIBLE": "1"}, True, id="accessible"),
        pytest.param({"ACCESSIBLE": "0"}, False, id="not-accessible"),
        pytest.param({"TERM": "dumb"}, True, id="dumb"),
    ],
)
def test_plain_lines_are_for_those_who_ask_and_for_dumb_terminals(
    environ: dict[str, str], lines: bool
) -> None:
    assert wants_lines(environ) is lines


class Pty:
    """A terminal that stands in for stdin and stdout."""

    def __init__(self) -> None:
        self.master, slave = os.openpty()
        self.name = os.ttyname(slave)
        self.file = os.fdopen(slave, "w", encoding="utf-8")

    def guard(self, folder: Path) -> TerminalGuard:
        """The guard of this terminal."""
        return TerminalGuard(folder, self.file, self.file)

    def set_raw(self) -> list[Any]:
        """Take away echo and lines, as a full screen does; returns the modes from before."""
        before = termios.tcgetattr(self.file)
        raw = termios.tcgetattr(self.file)
        raw[3] &= ~(termios.ICANON | termios.ECHO)
        termios.tcsetattr(self.file, termios.TCSANOW, raw)
        return before

    def received(self) -> bytes:
        """What was written since the last call."""
        self.file.write("|")
        self.file.flush()
        data = b""
        while not data.endswith(b"|"):
            data += os.read(self.master, 4096)
        return data.removesuffix(b"|")


@pytest.fixture
def terminal() -> Iterator[Pty]:
    pty = Pty()
    yield pty
    pty.file.close()
    os.close(pty.master)


@pytest.fixture
def dead_pid() -> int:
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def left_behind(folder: Path, *, pid: int, tty: str, modes: list[Any]) -> Path:
    """The file of a process that was killed."""
    numbers = [*modes[:6], [c if isinstance(c, int) else c[0] for c in modes[6]]]
    path = folder / "terminal-left.json"
    path.write_text(json.dumps({"pid": pid, "tty": tty, "modes": numbers}))
    return path


def test_the_file_exists_while_the_screen_does_and_modes_come_back(terminal: Pty, tmp_path: Path) -> None:
    with terminal.guard(tmp_path / "new"):
        (path,) = (tmp_path / "new").iterdir()
        note = json.loads(path.read_text())
        before = terminal.set_raw()
    assert note["pid"] == os.getpid()
    assert note["tty"] == terminal.name
    assert termios.tcgetattr(terminal.file) == before
    assert not path.exists()


def test_a_terminal_that_another_program_left_broken_is_made_whole(terminal: Pty, tmp_path: Path) -> None:
    guard = terminal.guard(tmp_path)
    before = terminal.set_raw()
    guard.make_whole()
    assert terminal.received() == b"\x1b[?1049l\x1b[?25h\x1b[?2004l\x1b[?7h\x1b[0m"
    assert termios.tcgetattr(terminal.file) == before


def test_a_terminal_left_broken_is_repaired(terminal: Pty, tmp_path: Path, dead_pid: int) -> None:
    before = terminal.set_raw()
    path = left_behind(tmp_path, pid=dead_pid, tty=terminal.name, modes=before)
    guard = terminal.guard(tmp_path)
    guard.repair_if_needed()
    assert terminal.received() == b"\x1b[?1049l\x1b[?25h\x1b[?2004l\x1b[?7h\x1b[0m"
    assert termios.tcgetattr(terminal.file) == before
    assert guard.modes == before
    assert not path.exists()


def test_line_modes_that_a_shell_has_set_since_are_kept(terminal: Pty, tmp_path: Path, dead_pid: int) -> None:
    now = termios.tcgetattr(terminal.file)
    then = [*now[:3], now[3] & ~termios.ECHO, *now[4:]]
    left_behind(tmp_path, pid=dead_pid, tty=terminal.name, modes=then)
    terminal.guard(tmp_path).repair_if_needed()
    assert terminal.received() != b""
    assert termios.tcgetattr(terminal.file) == now


def test_the_screen_of_a_living_process_is_left_alone(terminal: Pty, tmp_path: Path) -> None:
    path = left_behind(tmp_path, pid=os.getpid(), tty=terminal.name, modes=terminal.set_raw())
    terminal.guard(tmp_path).repair_if_needed()
    assert terminal.received() == b""
    assert path.exists()


@pytest.mark.parametrize(
    ("tty", "stays"),
    [pytest.param("/dev/null", True, id="exists"), pytest.param("/dev/gone", False, id="gone")],
)
def test_another_terminal_is_left_alone(
    terminal: Pty, tmp_path: Path, dead_pid: int, tty: str, stays: bool
) -> None:
    path = left_behind(tmp_path, pid=dead_pid, tty=tty, modes=terminal.set_raw())
    terminal.guard(tmp_path).repair_if_needed()
    assert terminal.received() == b""
    assert path.exists() is stays


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x"}', '{"pid": 1, "tty": "t", "modes": 5}'])
def test_a_broken_file_is_thrown_away(terminal: Pty, tmp_path: Path, text: str) -> None:
    path = tmp_path / "terminal-broken.json"
    path.write_text(text)
    terminal.guard(tmp_path).repair_if_needed()
    assert terminal.received() == b""
    assert not path.exists()


def test_a_folder_that_cannot_be_written_is_no_obstacle(terminal: Pty, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    guard = terminal.guard(tmp_path / "file" / "state")
    guard.repair_if_needed()
    with guard:
        before = terminal.set_raw()
    assert termios.tcgetattr(terminal.file) == before


def test_without_a_buffer_all_is_written_whatever_signals_come() -> None:
    reads, writes = os.pipe()
    frame, came = b"x" * 1_000_000, bytearray()

    def read() -> None:
        time.sleep(0.1)
        while data := os.read(reads, 65536):
            came.extend(data)

    reader = threading.Thread(target=read)
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    reader.start()
    signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)  # while the pipe is full
    try:
        with TextIOWrapper(FileIO(writes, "w"), write_through=True) as unbuffered:
            stream = buffered(unbuffered)
            stream.buffer.write(frame)
            stream.flush()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    reader.join()
    os.close(reads)
    assert came == frame


def test_a_stream_with_a_buffer_stays_as_it_is() -> None:
    stream = Tty()
    assert buffered(stream) is stream
