"""One window for a sitting: a lock that the system releases in whatever way the process ends."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from typing import Self

from studycli.errors import UsageError


class HeldAttempt:
    """The attempt ``name``, held by this process until it is let go. Also a context manager.

    Raises UsageError if another window holds it. Where the folder cannot be written, nothing is held.
    """

    def __init__(self, state_folder: Path, name: str) -> None:
        self._path = state_folder / f"attempt-{name}.lock"
        self._handle = _opened(self._path)
        try:
            if self._handle is not None:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self.let_go()
            raise UsageError("exam_elsewhere", attempt=name) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.let_go()

    def forget(self) -> None:
        """Remove the file: nobody will hold this attempt again."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def let_go(self) -> None:
        """Another window may take it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _opened(path: Path) -> int | None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    return None
