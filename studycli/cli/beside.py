"""A folder beside those of the libraries, where one is made whole before it is put in use."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from studycli.errors import UsageError


@contextmanager
def folder_beside(data: Path) -> Iterator[Path]:
    """An empty folder on the disk of ``data``, gone at the end. Raises UsageError if it cannot be made."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=".adding-", dir=data))
    except OSError as error:
        raise UsageError("not_saved", path=data, reason=error.strerror) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
