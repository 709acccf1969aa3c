"""The outermost ring: one run from arguments to exit code. Every expected error becomes one line on stderr."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from studycli.cache import discard_cache
from studycli.cli.exits import ExitCode
from studycli.cli.global_options import in_front
from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.cli.shortcuts import shortcut
from studycli.cli.translate import translate_click
from studycli.errors import LogError, UsageError

PROGRAM = "studycli"
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_NO_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})
_OUTPUT_LOST = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
_PRIMARY = 0xFF  # the low byte of SQLite's extended codes


class Stopped(SystemExit):
    """A signal asked the program to end; ``code`` is the exit code that says so.

    A ``SystemExit``, for an event loop, in which questions are asked, swallows any other error of its callbacks.
    """

    code: ExitCode

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
        self.code = code


def main(argv: Sequence[str], env: Mapping[str, str], streams: Streams) -> int:
    """Carry out ``argv`` (without the program's name) and return the exit code. Raises nothing."""
    argv = in_front(argv)
    try:
        return _run(Run(argv, env, streams), argv)
    except Stopped as stopped:
        return stopped.code


def _run(run: Run, argv: Sequence[str]) -> int:
    """The exit code. Raises Stopped only."""
    translate_click(run.words.language)
    streams = run.streams
    try:
        with redirect_stdout(streams.stdout), redirect_stderr(streams.stderr), _lost_output_told():
            _make_terminal_whole(run)
            command = shortcut(argv) or (lambda run: carry_out(run, argv))
            code = _once_more_without_cache(run, lambda: command(run))
            _flush(streams)
            return code
    except BrokenPipeError:
        return ExitCode.FINE
    except Stopped:
        raise
    except BaseException as error:
        from studycli.cli.failures import tell  # noqa: PLC0415 - it needs click, whose texts are translated now

        return tell(error, run, debug="--debug" in argv)
    finally:
        run.close()


def _make_terminal_whole(run: Run) -> None:
    """Undo what a full screen that was killed left on this terminal, before anything is printed on it."""
    stdin, stdout, _ = run.streams
    if not (stdin.isatty() and stdout.isatty() and any(run.paths.state.glob("terminal-*.json"))):
        return
    from studycli.ui.terminal import TerminalGuard  # noqa: PLC0415 - who was not killed needs none of it

    TerminalGuard(run.paths.state, stdin, stdout).repair_if_needed()


def carry_out(run: Run, argv: Sequence[str]) -> int:
    """Parse ``argv`` and run its command; the exit code. Raises what the command raises, and click's errors."""
    from click.exceptions import Exit  # noqa: PLC0415 - after its texts are translated

    from studycli.cli.app import build_command  # noqa: PLC0415

    command = build_command(run)
    try:
        with command.make_context(PROGRAM, list(argv)) as context:
            return int(command.invoke(context) or ExitCode.FINE)
    except Exit as done:
        return done.exit_code


def _once_more_without_cache(run: Run, command: Callable[[], int]) -> int:
    """The code of ``command``. If the cache is broken, or its disk full, the command is run again without it.

    Raises LogError if the cache is in use for too long, or broke after the log was written: then the command is
    not repeated, because its answer would count twice.
    """
    before = _log_size(run.paths.log)
    try:
        return command()
    except LogError as error:
        if error.message_id != "cache_full" or _log_size(run.paths.log) != before:
            raise
        run.close()
        run.keep_cache = False
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if code in _BUSY:
            raise LogError("cache_busy", folder=run.paths.cache) from error
        run.close()
        if code in _NO_ROOM:
            run.keep_cache = False
        else:
            discard_cache(run.paths.cache)
        if _log_size(run.paths.log) != before:
            raise LogError("cache_broken", folder=run.paths.cache) from error
    return command()


def _log_size(folder: Path) -> int:
    return sum(map(_size, folder.glob("*.jsonl")))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # a link that leads nowhere
        return 0


def _flush(streams: Streams) -> None:
    try:
        streams.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError("output_failed", reason=error.strerror) from error


@contextmanager
def _lost_output_told() -> Iterator[None]:
    """Raises UsageError for more output than a buffer that has no room. Writing to files has its own errors."""
    try:
        yield
    except OSError as error:
        if error.errno not in _OUTPUT_LOST:
            raise
        raise UsageError("output_failed", reason=error.strerror) from error
