"""One window for a sitting: a lock that the system releases in whatever way the process ends."""

import fcntl
import os
from pathlib import Path
from typing import Self

from studycli.errors import UsageError


class HeldAttempt:
    """The attempt ``name``, held by this process until it is let go. Also a context manager.

    Raises UsageError if another window holds it.
    """

    def __init__(self, state_folder: Path, name: str) -> None:
        self._path = state_folder / f"attempt-{name}.lock"
        state_folder.mkdir(parents=True, exist_ok=True)
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._handle)
            raise UsageError("exam_elsewhere", attempt=name) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.let_go()

    def forget(self) -> None:
        """Remove the file: nobody will hold this attempt again."""
        self._path.unlink(missing_ok=True)

    def let_go(self) -> None:
        """Another window may take it."""
        os.close(self._handle)
