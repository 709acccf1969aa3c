"""Taking in a library from outside: an archive or a folder, copied file by file into a folder of ours.

Whoever made it may mean harm. It is refused as a whole for any name that leads out, link, device or control
character, and for more than fits; what is unpacked is counted as it is read, whatever the headers say.
"""

import gzip
import io
import lzma
import stat
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from studycli.errors import UsageError
from studycli.material.files import FOLDERS

MOST_FILES: Final = 2_000
MOST_BYTES: Final = 100_000_000
SUFFIXES: Final = (".zip", ".tar", ".tar.gz", ".tgz")

_CHUNK: Final = 65_536
_PAPERS: Final = ("README", "LICENSE")
_DAMAGED: Final = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the readers of the standard library raise for damaged, encrypted and unheard-of archives."""


def take_in(source: Path, target: Path) -> Path:
    """Copy the library files of an archive or folder into ``target``, an empty folder; the library's folder in it.

    That is ``target`` or, where all lay in one folder, that one. Raises UsageError for what is refused; what is
    in ``target`` then is of no use.
    """
    intake = _Intake(source, target)
    with _damage_told(source):
        if source.is_dir():
            intake.folder()
        elif source.name.lower().endswith(".zip"):
            intake.zip()
        else:
            intake.tar()
    roots = [target, *(path for path in target.iterdir() if path.name not in FOLDERS and path.is_dir())]
    return next((root for root in roots if (root / "content").is_dir()), target)


@contextmanager
def _damage_told(source: Path) -> Iterator[None]:
    try:
        yield
    except _DAMAGED as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split()) or type(error).__name__
        raise UsageError("archive_unreadable", path=source, reason=reason) from error


class _Intake:
    """Counts and checks what comes in, and keeps what belongs to a library."""

    def __init__(self, source: Path, target: Path) -> None:
        self._source = source
        self._target = target
        self._files = 0
        self._bytes = 0

    def zip(self) -> None:
        with zipfile.ZipFile(self._source) as archive:
            for member in archive.infolist():
                kind = stat.S_IFMT(member.external_attr >> 16)
                self._check(member.filename, plain=kind in {0, stat.S_IFREG, stat.S_IFDIR})
                if not member.is_dir():
                    with archive.open(member) as data:
                        self._take(member.filename, data)

    def tar(self) -> None:
        with self._source.open("rb") as file:
            zipped = self._source.name.lower().endswith("gz")
            data = gzip.GzipFile(fileobj=file) if zipped else file
            # As a stream, so that headers and members that are passed over are counted too.
            with tarfile.open(fileobj=_Counted(data, self), mode="r|") as archive:
                for member in archive:
                    self._check(member.name, plain=member.isreg() or member.isdir())
                    extracted = archive.extractfile(member)
                    if extracted is not None:
                        self._take(member.name, extracted)

    def folder(self) -> None:
        for part in ("", *FOLDERS):
            for path in sorted((self._source / part).glob("*")):
                name = path.relative_to(self._source).as_posix()
                if self._place_of(name) is not None:
                    self._check(name, plain=path.is_file() and not path.is_symlink())
                    with path.open("rb") as data:
                        self._take(name, data)

    def _check(self, name: str, *, plain: bool) -> None:
        self._files += 1
        if self._files > MOST_FILES:
            raise UsageError("archive_too_many", path=self._source, most=MOST_FILES)
        parts = name.replace("\\", "/").split("/")
        leads_out = name.startswith(("/", "\\")) or ".." in parts or parts[0].endswith(":")
        hidden = any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in name)
        if not plain or leads_out or hidden or not name:
            raise UsageError("archive_unsafe", path=self._source, name=ascii(name))

    def _take(self, name: str, data: IO[bytes]) -> None:
        place = self._place_of(name)
        if place is None:
            while self.counted(data.read(_CHUNK)):
                pass
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:  # a second file of that name is an error
            while chunk := self.counted(data.read(_CHUNK)):
                file.write(chunk)

    def counted(self, data: bytes) -> bytes:
        """The bytes, added to the sum. Raises UsageError once it is too large."""
        self._bytes += len(data)
        if self._bytes > MOST_BYTES:
            raise UsageError("archive_too_large", path=self._source, megabytes=MOST_BYTES // 1_000_000)
        return data

    def _place_of(self, name: str) -> Path | None:
        """Where a file goes; None if it is none of a library's, by itself or within one folder."""
        *folders, file = [part for part in name.replace("\\", "/").split("/") if part not in {"", "."}]
        if file.startswith("."):
            return None
        listed = file.endswith(".yaml") and folders[-1:] and folders[-1] in FOLDERS and len(folders) <= 2
        paper = file.partition(".")[0] in _PAPERS and len(folders) <= 1 and folders[:1] != ["content"]
        return self._target.joinpath(*folders, file) if listed or paper else None


class _Counted(io.RawIOBase):
    """A stream whose bytes are counted as they are read."""

    def __init__(self, data: IO[bytes] | gzip.GzipFile, intake: _Intake) -> None:
        self._data = data
        self._intake = intake

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, never more than a chunk."""
        return self._intake.counted(self._data.read(_CHUNK if size < 0 else min(size, _CHUNK)))
