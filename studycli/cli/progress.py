"""A bar for what takes a while, on a terminal only."""

from collections.abc import Callable
from typing import Final, TextIO

_WIDTH: Final = 20
_FEWEST: Final = 10
"""Steps that are worth a bar."""


def bar(stderr: TextIO, text: Callable[[int, int], str]) -> Callable[[int, int], None]:
    """A function to be told how much is done, and of how much; it draws a bar, and takes it away at the end."""

    def told(done: int, total: int) -> None:
        if total < _FEWEST or not stderr.isatty():
            return
        filled = _WIDTH * done // total
        line = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {text(done, total)}"
        stderr.write("\r\x1b[K" if done == total else f"\r{line}")
        stderr.flush()

    return told
