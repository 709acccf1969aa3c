"""Brings the cache up to date with the files of one library, reading only those that changed."""

import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from studycli.core.ledgers import Kind, Ledger, clashes, unknown_references
from studycli.core.library import Library
from studycli.core.problems import Problem
from studycli.errors import MaterialError
from studycli.material import store
from studycli.material.files import LIBRARY_FILE, Role, Stamp, is_text, read_file, role_of, shown, stamps
from studycli.material.pack import unpack
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.store import Compiled, FileRow, Reading

_TICK_NS: Final = 2_000_000_000
"""The coarsest step of a file system's clock (FAT): a file younger than that may change without a trace."""

_NEVER: Final = Stamp(-1, -1, -1)
"""For a file that could not be read: it is tried again every time."""

_KINDS_IN: Final = {
    Role.LIBRARY: frozenset[Kind](),
    Role.FACTS: frozenset({Kind.FACT}),
    Role.ALIASES: frozenset[Kind](),
    Role.TOPIC: frozenset({Kind.TOPIC, Kind.NOTE, Kind.ENTRY, Kind.CARD}),
    Role.BANK: frozenset({Kind.QUESTION}),
    Role.BLUEPRINTS: frozenset({Kind.BLUEPRINT}),
}

Progress = Callable[[int, int], None]
"""Told how many files are read, and of how many."""


class Refresh:
    """One library and its rows in the cache: ``library`` first, then ``update`` or ``write``.

    ``file_clock`` gives nanoseconds as the file system does; ``unnamed`` are files left out, whose names are not
    UTF-8. Raises MaterialError if the folder is not there.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path, file_clock: Callable[[], int]) -> None:
        self._connection = connection
        self._file_clock = file_clock
        self.folder = folder
        self.root = folder.resolve()
        self.key = str(self.root)
        found = _stamps(folder)
        self.unnamed = tuple(path for path in found if not is_text(path))
        self._stamps = {path: stamp for path, stamp in found.items() if is_text(path)}
        self.rows = store.manifest(connection, self.key)
        self._readings: dict[str, Reading] = {}
        self._confirmed: list[tuple[int, int]] = []

    def library(self) -> Library | None:
        """What ``library.yaml`` says; None if it is missing or broken."""
        if LIBRARY_FILE not in self._stamps:
            return None
        self._look([LIBRARY_FILE], ())
        reading = self._readings.get(LIBRARY_FILE)
        head = reading.compiled.head if reading else self.rows[LIBRARY_FILE].head
        return None if head is None else unpack(Library, head)

    def update(self, languages: tuple[str, ...], on_progress: Progress | None = None) -> None:
        """Read every file that is new, changed, or was read for other languages."""
        with collector_off():
            self._look([path for path in self._stamps if path != LIBRARY_FILE], languages, on_progress)
            self.write()

    def write(self) -> None:
        """Put what was read into the cache, and drop what is gone."""
        if self._confirmed:
            store.confirm_files(self._connection, self._confirmed)
            self._confirmed.clear()
        gone = [row.id for path, row in self.rows.items() if path not in self._stamps]
        if not self._readings and not gone:
            return
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._remember(gone)
            for path, reading in self._readings.items():
                store.replace_file(self._connection, self.key, path, reading)
            for file in gone:
                store.remove_file(self._connection, file)
            self._compare_files()
        self._readings.clear()
        self.rows = store.manifest(self._connection, self.key)

    def adopt(self, path: str, languages: tuple[str, ...]) -> tuple[Problem, ...]:
        """Read one file again and keep it if it is sound; else keep what was, and say what keeps it out."""
        reading = self._read(path, () if path == LIBRARY_FILE else languages)
        if reading.compiled.head is None:
            return reading.compiled.problems
        ledgers = {ledger.path: ledger for ledger in store.ledgers(self._connection, self.key)}
        down = {problem.path for problem in clashes(ledgers.values())} - {path}
        ledgers[path] = reading.compiled.ledger
        found = clashes(sorted(ledgers.values(), key=_path))
        in_the_way = tuple(problem for problem in found if problem.path not in down)
        if not in_the_way:
            self._readings = {path: reading}
            self.write()
        return in_the_way

    def _look(
        self, paths: Iterable[str], languages: tuple[str, ...], on_progress: Progress | None = None
    ) -> None:
        changed = [path for path in paths if path in self._stamps and self._changed(path, languages)]
        for done, path in enumerate(changed, start=1):
            self._readings[path] = self._read(path, languages)
            if on_progress:
                on_progress(done, len(changed))

    def _changed(self, path: str, languages: tuple[str, ...]) -> bool:
        row = self.rows.get(path)
        if row is None or row.stamp != self._stamps[path] or row.languages != ",".join(languages):
            return True
        return row.stamp.mtime_ns > row.read_ns - _TICK_NS and self._content_changed(row)

    def _content_changed(self, row: FileRow) -> bool:
        """Whether a file changed in the very moment it was read; once that moment is past this is settled."""
        now_ns = self._file_clock()
        try:
            data = read_file(self.folder / row.path)
        except OSError:
            return True
        if _digest(data) != row.digest:
            return True
        if row.stamp.mtime_ns <= now_ns - _TICK_NS:
            self._confirmed.append((now_ns, row.id))
        return False

    def _read(self, path: str, languages: tuple[str, ...]) -> Reading:
        # Imported here: YAML is not needed, and takes time to import, while nothing has changed.
        from studycli.material.compile import compile_file  # noqa: PLC0415

        now_ns = self._file_clock()
        spoken = ",".join(languages)
        try:
            data = read_file(self.folder / path)
        except OSError as error:
            reason = Problem(path, 1, 1, "unreadable-file", params={"reason": error.strerror or str(error)})
            return Reading(_NEVER, now_ns, b"", spoken, Compiled((reason,), Ledger(path)))
        compiled = compile_file(path, data, languages)
        return Reading(self._stamps.get(path, _NEVER), now_ns, _digest(data), spoken, compiled)

    def _remember(self, gone: Sequence[int]) -> None:
        """Keep what the files that are replaced or gone had and the new readings have not."""
        from studycli.material import former  # noqa: PLC0415  # items, where nothing has changed

        replaced = [self.rows[path].id for path in self._readings if path in self.rows]
        ledgers = [reading.compiled.ledger for reading in self._readings.values()]
        former.remember(self._connection, self.key, [*replaced, *gone], ledgers)

    def _compare_files(self) -> None:
        from studycli.material import former  # noqa: PLC0415

        ledgers = store.ledgers(self._connection, self.key)
        items = (item for reading in self._readings.values() for item in reading.compiled.items)
        former.recognise(self._connection, self.key, ledgers, items)
        twice = clashes(ledgers)
        down = frozenset(problem.path for problem in twice)
        sound = [ledger for ledger in ledgers if ledger.path not in down]
        readable = {ledger.path for ledger in sound}
        broken = self._stamps.keys() - readable
        uncertain = frozenset[Kind]().union(*(_KINDS_IN[role_of(path)] for path in broken))
        unknown = unknown_references(sound, uncertain)
        store.save_clashes(self._connection, self.key, [*twice, *unknown], down)


def open_folders(
    connection: sqlite3.Connection, libraries: Sequence[LibraryPlace], file_clock: Callable[[], int]
) -> tuple[list[tuple[LibraryPlace, Refresh]], list[MaterialError]]:
    """The libraries whose folders can be listed, and why others cannot. Raises MaterialError for a named one."""
    opened, missing = [], []
    for place in libraries:
        try:
            opened.append((place, Refresh(connection, place.folder, file_clock)))
        except MaterialError as error:
            if place.origin is Origin.NAMED:
                raise
            missing.append(error)
    return opened, missing


def problem_of_folder(error: MaterialError) -> Problem:
    """Why a library is not used, as a problem of its folder."""
    folder, reason = shown(Path(str(error.params["folder"]))), error.params.get("reason")
    if reason is None:
        return Problem(folder, 1, 1, "folder-missing")
    return Problem(folder, 1, 1, "unreadable-file", params={"reason": reason})


def _stamps(folder: Path) -> dict[str, Stamp]:
    if not folder.is_dir():
        raise MaterialError("library_missing", folder=str(folder))
    try:
        return stamps(folder)
    except OSError as error:
        raise MaterialError("library_unreadable", folder=str(folder), reason=error.strerror) from error


def _digest(data: bytes) -> bytes:
    from hashlib import blake2b  # noqa: PLC0415  # brings OpenSSL, which takes time to import

    return blake2b(data, digest_size=16).digest()


def _path(ledger: Ledger) -> str:
    return ledger.path


@contextmanager
def collector_off() -> Iterator[None]:
    """A bulk build makes no cycles, and the collector would walk all of it again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
