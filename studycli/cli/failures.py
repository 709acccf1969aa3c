"""What a failure says: one line on stderr, and its exit code."""

import traceback
from contextlib import suppress

import click

from studycli.cli.exits import ExitCode, code_of
from studycli.cli.notices import error_text
from studycli.cli.printing import one_line
from studycli.cli.run import Run
from studycli.errors import StudyError


def tell(error: BaseException, run: Run, *, debug: bool) -> int:
    """Print ``error`` as one line, after its traceback if ``debug``, and return the exit code."""
    if isinstance(error, KeyboardInterrupt | click.Abort | EOFError):
        return ExitCode.INTERRUPTED
    stderr = run.streams.stderr
    text, code = _told(error, run)
    with suppress(OSError):
        if debug:
            traceback.print_exception(error, file=stderr)
        stderr.write(f"error: {one_line(text)}\n")
        stderr.flush()
    return code


def _told(error: BaseException, run: Run) -> tuple[str, ExitCode]:
    if isinstance(error, StudyError):
        return error_text(error, run.words), code_of(error)
    if isinstance(error, click.ClickException):
        return _usage_text(error, run), ExitCode.USAGE
    return run.words.cli.notice.bug.format(kind=type(error).__name__), ExitCode.BUG


def _usage_text(error: click.ClickException, run: Run) -> str:
    message = error.format_message()
    context = getattr(error, "ctx", None)
    if context is None:
        return message
    hint = run.words.cli.notice.usage_hint.format(command=context.command_path)
    return f"{message} ({hint})"
