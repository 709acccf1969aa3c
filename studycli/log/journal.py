"""This device's file of the log: append under a lock, synced to the disk; and reading any file of it.

Refuses: states. What the events come to is ``log.replay``.
"""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import Final, NamedTuple

from studycli.errors import LogError
from studycli.log.events import DEVICE, Body, Event, ForeignLine, decode, encode

LOCK_WAIT_S: Final = 5.0
_LOCK_POLL_S: Final = 0.02
_TAIL_BYTES: Final = 1 << 16
_READ_ONLY: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_sync = getattr(os, "fdatasync", os.fsync)


class Read(NamedTuple):
    """A line of a log file and its event, or None if it is foreign.

    ``end`` is where it ends in bytes, ``number`` counts from 1 at the first line read.
    """

    number: int
    end: int
    line: bytes
    event: Event | None


def read(path: Path, from_offset: int = 0) -> Iterator[Read]:
    """The lines of a file from a line's start on, blank ones left out.

    A last line without line feed counts if it is a whole event; otherwise it is being written, or torn.
    Raises LogError ``log_newer`` or ``log_unreadable``.
    """
    try:
        with path.open("rb") as file:
            file.seek(from_offset)
            end = from_offset
            for number, line in enumerate(file, start=1):
                end += len(line)
                event = _event_of(line)
                if event is None and (line.isspace() or not line.endswith(b"\n")):
                    continue
                yield Read(number, end, line, event)
    except OSError as error:
        raise LogError("log_unreadable", path=path, reason=error.strerror) from error


class Journal:
    """The writing end of the log: ``folder/DEVICE.jsonl``, with the device named in ``device_file``.

    The device is made by ``new_device_id`` (8 characters of ``a-z2-7``) at the first write.
    """

    def __init__(
        self,
        folder: Path,
        device_file: Path,
        new_device_id: Callable[[], str],
        lock_wait_s: float = LOCK_WAIT_S,
    ) -> None:
        self._folder = folder
        self._device_file = device_file
        self._new_device_id = new_device_id
        self._lock_tries = 1 + round(lock_wait_s / _LOCK_POLL_S)

    def device(self) -> str | None:
        """This device, or None before its first write."""
        try:
            name = self._device_file.read_text(encoding="utf-8", errors="replace").strip()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise LogError("log_unreadable", path=self._device_file, reason=error.strerror) from error
        return name if DEVICE.fullmatch(name) else None

    def append(self, body: Body, at: datetime) -> Event:
        """Write one event and sync it to the disk; what it says when read back.

        Raises LogError (``log_locked``, ``log_read_only``, ``log_full``, ``log_unwritable``, ``log_newer``),
        and ValueError for a body or time that the format cannot hold; nothing is written then.
        """
        with self.locked() as pen:
            return pen.append(body, at)

    @contextmanager
    def locked(self) -> Iterator["Pen"]:
        """Hold the lock of this device's file, to look before one writes. Raises LogError as ``append``."""
        pen = self._take_pen()
        try:
            yield pen
        finally:
            os.close(pen.handle)

    def _take_pen(self) -> "Pen":
        device = self.device() or self._make_device()
        path = self._folder / f"{device}.jsonl"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for again in reversed(range(self._lock_tries)):
                handle = _open_locked(path)
                if handle is not None:
                    return Pen(handle, path, device)
                if again:
                    sleep(_LOCK_POLL_S)
        except OSError as error:
            raise _log_error(error, path) from error
        raise LogError("log_locked", path=path)

    def _make_device(self) -> str:
        name = self._new_device_id()
        if not DEVICE.fullmatch(name):
            raise ValueError(f"not a device id: {name!r}")
        file = self._device_file
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _write_synced(draft, f"{name}\n".encode())
            with suppress(OSError):  # another process was first, or there are no links here
                os.link(draft, file)
            if self.device() is None:
                draft.replace(file)
            draft.unlink(missing_ok=True)
            _sync_folder(file.parent)
        except OSError as error:
            raise _log_error(error, file) from error
        return self.device() or name


@dataclass(frozen=True, slots=True)
class Pen:
    """This device's file, open and locked."""

    handle: int
    path: Path
    device: str

    def append(self, body: Body, at: datetime) -> Event:
        """As ``Journal.append``, under the lock that is held."""
        try:
            size = os.fstat(self.handle).st_size
            tail = _tail(self.handle, size, self.device)
            line = encode(Event(self.device, tail.seq + 1, at, body))
            event = decode(line)  # what cannot be read back is not written
            if type(event.body) is not type(body):
                raise ValueError(f"not what this program reads as {body.kind}")
            self._write(tail, line, size)
        except OSError as error:
            raise _log_error(error, self.path) from error
        return event

    def _write(self, tail: "_Tail", line: bytes, size: int) -> None:
        if tail.end < size:
            os.ftruncate(self.handle, tail.end)
        try:
            _write_all(self.handle, tail.missing + line)
            _sync(self.handle)
            if size == 0:
                _sync_folder(self.path.parent)
                _sync_folder(self.path.parent.parent)
        except OSError:
            with suppress(OSError):
                os.ftruncate(self.handle, tail.end)
            raise


class _Tail(NamedTuple):
    """The end of a file: where the next event goes, the line feed it lacks, this device's last ``seq``."""

    end: int
    missing: bytes
    seq: int


def _tail(handle: int, size: int, device: str) -> _Tail:
    length = min(size, _TAIL_BYTES)
    while True:
        lines = os.pread(handle, length, size - length).split(b"\n")
        whole = length == size
        # Of a file that goes further back, the first line here is only the end of one.
        seq = _last_seq(lines if whole else lines[1:], device)
        if whole or seq:
            break
        length = min(size, length * 16)
    rest = lines[-1]
    if rest and _event_of(rest) is None:
        return _Tail(size - len(rest), b"", seq)
    return _Tail(size, b"\n" if rest else b"", seq)


def _last_seq(lines: list[bytes], device: str) -> int:
    for line in reversed(lines):
        event = _event_of(line) if line else None
        if event is not None and event.device == device:
            return event.seq
    return 0


def _event_of(line: bytes) -> Event | None:
    try:
        return decode(line)
    except ForeignLine:
        return None


def _open_locked(path: Path) -> int | None:
    """A handle that holds the lock; None while another process has it, or put another file in its place."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o666)
    locked = False
    try:
        with suppress(BlockingIOError, FileNotFoundError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            locked = os.path.samestat(os.fstat(handle), path.stat())
    finally:
        if not locked:
            os.close(handle)
    return handle if locked else None


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _log_error(error: OSError, path: Path) -> LogError:
    if error.errno in _READ_ONLY:
        return LogError("log_read_only", path=path)
    if error.errno in _FULL:
        return LogError("log_full", path=path)
    return LogError("log_unwritable", path=path, reason=error.strerror)
