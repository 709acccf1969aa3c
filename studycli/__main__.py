"""``python -m studycli`` and the installed command."""

import gc
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from studycli.cli.exits import ExitCode
from studycli.cli.main import Stopped, main
from studycli.cli.printing import real_streams

_OBJECTS = 100_000
"""New objects between two looks for garbage. What a start makes stays; looking for more costs a twentieth of it."""

_CODES = {signal.SIGHUP: ExitCode.HANGUP, signal.SIGTERM: ExitCode.TERMINATED}


def run() -> NoReturn:
    """Run the program on the process's arguments, environment and streams, and leave."""
    gc.set_threshold(_OBJECTS)
    for signal_ in _CODES:
        if signal.getsignal(signal_) is signal.SIG_DFL:
            signal.signal(signal_, _stop)
    code = main(sys.argv[1:], os.environ, real_streams())
    _forget_closed_pipe()
    gc.freeze()  # the interpreter would look through everything once more on its way out: a sixth of the time
    sys.exit(int(code))


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(_CODES[signal.Signals(number)])


def _forget_closed_pipe() -> None:
    """A reader that went away (``| head``) must not be reported when the interpreter closes stdout."""
    try:
        sys.stdout.flush()
    except (OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    run()
