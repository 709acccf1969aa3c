"""The files of a log as they lie in their folder: which there are, and whether they changed."""

from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

_TAIL_BYTES: Final = 4096


class FileMark(NamedTuple):
    """How far a file was read: bytes, its size and time of change then, and a digest of the last bytes read.

    The size is larger than ``offset`` where a blank line or a torn one comes last.
    """

    offset: int
    size: int
    mtime_ns: int
    tail: bytes


def log_paths(folder: Path) -> list[Path]:
    """The files of the log; hidden ones are not."""
    try:
        return sorted(
            path for path in folder.iterdir() if path.suffix == ".jsonl" and not path.name.startswith(".")
        )
    except FileNotFoundError:
        return []


def is_unchanged(path: Path, mark: FileMark | None) -> bool:
    """Whether a file is as it was read."""
    stat = path.stat()
    return mark is not None and (stat.st_size, stat.st_mtime_ns) == (mark.size, mark.mtime_ns)


def tail_of(path: Path, offset: int) -> bytes:
    """A digest of the last bytes before ``offset``: another one means another file."""
    with path.open("rb") as file:
        file.seek(max(0, offset - _TAIL_BYTES))
        return blake2b(file.read(min(offset, _TAIL_BYTES)), digest_size=16).digest()


def line_number(path: Path, start: int) -> int:
    """The number, from 1, of the line that starts at this byte."""
    with path.open("rb") as file:
        return file.read(start).count(b"\n") + 1
