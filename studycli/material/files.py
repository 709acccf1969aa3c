"""The files of a library on disk: which there are, whether they changed, and their bytes."""

import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG
from typing import Final, NamedTuple

MAX_BYTES: Final = 5_000_000
LIBRARY_FILE: Final = "content/library.yaml"
FACTS_FILE: Final = "content/facts.yaml"
ALIASES_FILE: Final = "content/aliases.yaml"
BLUEPRINTS_FILE: Final = "quizzes/blueprints.yaml"

FOLDERS: Final = ("content", "quizzes")


class Role(StrEnum):
    """What a file holds, by its place in the library."""

    LIBRARY = "library"
    FACTS = "facts"
    ALIASES = "aliases"
    TOPIC = "topic"
    BANK = "bank"
    BLUEPRINTS = "blueprints"


def role_of(path: str) -> Role:
    """What the file at ``path`` within its library holds."""
    by_name = _OWN_NAMES.get(path)
    if by_name is not None:
        return by_name
    return Role.TOPIC if path.startswith("content/") else Role.BANK


_OWN_NAMES: Final = {
    LIBRARY_FILE: Role.LIBRARY,
    FACTS_FILE: Role.FACTS,
    ALIASES_FILE: Role.ALIASES,
    BLUEPRINTS_FILE: Role.BLUEPRINTS,
}


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    mtime_ns: int
    size: int
    inode: int


def stamps(folder: Path) -> dict[str, Stamp]:
    """Every file of the library by its path within ``folder``, in order of path.

    Raises OSError where a folder cannot be listed. Hidden files (an editor's locks) are none of ours. A name that
    is not UTF-8 is found too; ``is_text`` tells.
    """
    found = dict(entry for part in FOLDERS for entry in _stamps_in(folder, part))
    return dict(sorted(found.items()))


def _stamps_in(folder: Path, part: str) -> Iterator[tuple[str, Stamp]]:
    try:
        listing = os.scandir(folder / part)
    except FileNotFoundError:
        return
    with listing:
        for entry in listing:
            name = f"{part}/{entry.name}"
            if entry.name.endswith(".yaml") and entry.name[0] != ".":
                yield name, _stamp(entry)


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        stat = entry.stat()
    except OSError:
        return Stamp(0, 0, 0)
    return Stamp(stat.st_mtime_ns, stat.st_size, stat.st_ino)


def is_text(name: str) -> bool:
    """Whether a name, of a file or as it was typed, can be written as UTF-8."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def read_file(path: Path) -> bytes:
    """The bytes of a file, one more than ``MAX_BYTES`` of a larger one. Raises OSError; a pipe is no file."""
    with open(path, "rb", opener=_without_waiting) as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "not a regular file")
        return file.read(MAX_BYTES + 1)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def shown(path: Path) -> str:
    """The path as people read it: from the current folder if it is inside, else as it is."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
