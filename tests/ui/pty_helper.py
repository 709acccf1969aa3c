"""A real pseudo-terminal with a screen, for tests and measurements of full-screen programs.

A small job-control leader stays on the terminal while programs come and go, as a shell does; unlike a shell it never
tidies the line modes, so that what a program leaves behind can be seen.
"""

import contextlib
import fcntl
import json
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import pyte

_LEADER = r"""
import fcntl, json, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
orders, reports = int(sys.argv[1]), int(sys.argv[2])
def report(**what): os.write(reports, json.dumps(what).encode() + b"\n")
for line in os.fdopen(orders):
    order = json.loads(line)
    if order["do"] == "run":
        child = os.fork()
        if not child:
            os.setpgid(0, 0)
            os.tcsetpgrp(0, os.getpid())
            for number in (signal.SIGTTOU, signal.SIGHUP): signal.signal(number, signal.SIG_DFL)
            os.close(reports)
            os.chdir(order["cwd"])
            os.execvpe(order["command"][0], order["command"], order["environ"])
        report(started=child)
    else:
        os.tcsetpgrp(0, child)
        os.killpg(child, signal.SIGCONT)
    _, status = os.waitpid(child, os.WUNTRACED)
    try: os.tcsetpgrp(0, os.getpgrp())
    except OSError: pass  # the terminal was taken away
    if os.WIFSTOPPED(status): report(stopped=child)
    else: report(ended=os.waitstatus_to_exitcode(status))
"""
_REST_S = 0.02
_PRIVATE_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
ALTERNATE_SCREEN = 1049
CURSOR = 25
BRACKETED_PASTE = 2004


class PtyTimeoutError(AssertionError):
    """What was waited for did not come; the message shows the screen."""


class PtyHelper:
    """A command on a pseudo-terminal of ``size`` (columns, rows). A context manager, which ends the command."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
        cwd: str | None = None,
    ) -> None:
        self.size = size
        self.output = bytearray()
        self.last_byte_s = 0.0
        self._environ = {**os.environ, "TERM": "xterm-256color", **(environ or {})}
        self._cwd = cwd or os.getcwd()  # noqa: PTH109 - a plain string for JSON
        self._screen: Any = pyte.Screen(*size)
        self._stream: Any = pyte.ByteStream(self._screen)
        self._master, self._slave = os.openpty()
        self._set_size()
        orders, self._orders = os.pipe()
        self._reports, reports = os.pipe()
        self._reported = b""
        self._hung_up = False
        self._running = False
        self._leader = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _LEADER, str(orders), str(reports)],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            pass_fds=(orders, reports),
            start_new_session=True,
        )
        os.close(orders)
        os.close(reports)
        self.pid = 0
        self.start(command)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def start(self, command: Sequence[str]) -> None:
        """Run a command in the foreground; the one before must have ended."""
        self._order(do="run", command=list(command), environ=self._environ, cwd=self._cwd)
        self.pid = int(self._report("started"))
        self._running = True

    def send(self, data: bytes) -> None:
        """Type these bytes."""
        os.write(self._master, data)

    def scribble(self, data: bytes) -> None:
        """Write to the screen as another process would."""
        os.write(self._slave, data)

    def signal(self, number: int) -> None:
        """Send a signal to the command."""
        os.kill(self.pid, number)

    def wait_for(self, text: str, timeout: float = 10.0) -> None:
        """Read until the screen shows ``text``."""
        self.wait_until(lambda: text in self.text(), f"{text!r} on the screen", timeout)

    def wait_until(self, holds: Callable[[], bool], what: str, timeout: float = 10.0) -> None:
        """Read until ``holds()``, and the rest of what was written with it: a frame may come in pieces."""
        deadline = time.monotonic() + timeout
        while not holds():
            if not self._read(deadline):
                shown = f"waited for {what}\n{self.text()}\n{bytes(self.output[-300:])!r}"
                raise PtyTimeoutError(shown)
        self.read_quiet(_REST_S)

    def wait_exit(self, timeout: float = 10.0) -> int:
        """Wait for the command's end: its exit code, negative for a signal."""
        code = int(self._report("ended", timeout))
        self._running = False
        self.read_all()
        return code

    def wait_stopped(self, timeout: float = 10.0) -> None:
        """Wait until the command has been stopped, as by Ctrl-Z."""
        self._report("stopped", timeout)
        self.read_all()

    def resume(self) -> None:
        """Bring a stopped command back to the foreground, as ``fg`` does."""
        self._order(do="resume")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window a new size; the command is told by SIGWINCH."""
        self.size = (columns, rows)
        self._screen.resize(rows, columns)
        self._set_size()

    def text(self) -> str:
        """The screen, a line for each row, without spaces at the ends."""
        # Not the screen's ``display``: it fails on half a wide character, which an unfinished frame may show.
        columns, rows = self.size
        lines = (self._screen.buffer[row] for row in range(rows))
        return "\n".join("".join(line[column].data for column in range(columns)).rstrip() for line in lines)

    def cursor(self) -> tuple[int, int]:
        """The cell of the cursor: column and row from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def is_drawn(self) -> bool:
        """Whether a frame with a cursor is there as a whole: while one is drawn the cursor is hidden."""
        return not self._screen.cursor.hidden

    def is_on(self, mode: int) -> bool:
        """Whether a private mode (as ``ALTERNATE_SCREEN``) is on, by the last order seen; the cursor is on at first."""
        on = mode == CURSOR
        for number, order in _PRIVATE_MODE.findall(self.output):
            if int(number) == mode:
                on = order == b"h"
        return on

    def modes(self) -> list[Any]:
        """The line modes of the terminal, as ``termios.tcgetattr`` gives them."""
        return termios.tcgetattr(self._slave)

    def read_quiet(self, quiet_s: float) -> None:
        """Read until nothing has come for ``quiet_s``."""
        while self._read(time.monotonic() + quiet_s):
            pass

    def read_all(self) -> None:
        """Read what is there."""
        while self._read(time.monotonic()):
            pass

    def collect(self, until_s: float) -> list[tuple[float, bytes]]:
        """What comes until then, with the time of each piece; ``show`` puts it on the screen, which takes its time."""
        pieces = []
        while select.select([self._master], [], [], max(0.0, until_s - time.perf_counter()))[0]:
            data = os.read(self._master, 65536)
            pieces.append((time.perf_counter(), data))
        return pieces

    def show(self, data: bytes) -> None:
        """Put on the screen what was collected."""
        self.output += data
        self._stream.feed(data)

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDONLY)
        self._hung_up = True

    def close(self) -> None:
        """End the command and the terminal."""
        if self._leader.poll() is None and self._running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
        self._leader.kill()
        self._leader.wait()
        for fd in (self._master, self._slave, self._orders, self._reports):
            os.close(fd)

    def _order(self, **order: object) -> None:
        os.write(self._orders, json.dumps(order).encode() + b"\n")

    def _report(self, kind: str, timeout: float = 10.0) -> Any:
        """The next report of the leader, which must be of this kind; the screen is read meanwhile."""
        deadline = time.monotonic() + timeout
        while b"\n" not in self._reported:
            sources = [self._reports] if self._hung_up else [self._reports, self._master]
            ready, _, _ = select.select(sources, [], [], max(0.0, deadline - time.monotonic()))
            if self._master in ready:
                self._read(deadline)
            if self._reports in ready:
                news = os.read(self._reports, 4096)
                if not news:
                    raise PtyTimeoutError(f"the leader ended before {kind}\n{self.text()}")
                self._reported += news
            if not ready:
                raise PtyTimeoutError(f"waited for {kind}\n{self.text()}")
        line, _, self._reported = self._reported.partition(b"\n")
        report = json.loads(line)
        if kind not in report:
            raise PtyTimeoutError(
                f"waited for {kind}, got {report}\n{self.text()}\n{bytes(self.output[-2000:])!r}"
            )
        return report[kind]

    def _read(self, deadline: float) -> bool:
        """Feed the screen with what comes before the deadline; whether anything did."""
        if (
            self._hung_up
            or not select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))[0]
        ):
            return False
        data = os.read(self._master, 65536)
        self.last_byte_s = time.perf_counter()
        self.output += data
        self._stream.feed(data)
        return True

    def _set_size(self) -> None:
        columns, rows = self.size
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
