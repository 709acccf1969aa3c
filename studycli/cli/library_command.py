"""``studycli library``: the libraries in use, and others added and removed."""

from pathlib import Path
from typing import NamedTuple

from studycli.cli.beside import folder_beside
from studycli.cli.configuration import write_configuration
from studycli.cli.desk import MINE
from studycli.cli.notices import error_text, message_of
from studycli.cli.paths import expanded
from studycli.cli.places import library_places
from studycli.cli.printing import one_line, print_aligned, print_json
from studycli.cli.wiring import Wiring
from studycli.core.library import Library
from studycli.errors import MaterialError, UsageError
from studycli.material.archive import SUFFIXES, take_in
from studycli.material.placed import Counts, LibraryPlace, Origin
from studycli.material.shelf import open_shelf
from studycli.ui.ask import Asker

_ORIGINS = {
    Origin.BUNDLED: "bundled",
    Origin.NAMED: "linked",
    Origin.COPY: "added",
    Origin.OTHER: "linked",
    Origin.MINE: "mine",
}


class Row(NamedTuple):
    """A library folder and what is in it; without ``library`` it cannot be read. ``fault`` says why first."""

    place: LibraryPlace
    library: Library | None
    counts: Counts
    problems: int
    fault: str

    @property
    def id(self) -> str:
        """Its id, empty if it cannot be read."""
        return self.library.id if self.library else ""


def print_libraries(wiring: Wiring, *, as_json: bool) -> int:
    """Print every library folder: id, title, where it is and comes from, counts, problems."""
    rows = _rows(wiring)
    if as_json:
        print_json([_described(wiring, row) for row in rows], wiring.streams.stdout)
        return 0
    print_aligned([_told(wiring, row) for row in rows], wiring.streams.stdout)
    return 0


def add_library(wiring: Wiring, source: Path, *, replace: bool) -> int:
    """Use a library from now on: a folder where it is, an archive unpacked.

    Raises UsageError for what is no library, not safe, or has the id of another. Nothing is left behind then.
    """
    given = expanded(source)
    if given.is_dir():
        row = _sound(wiring, given, given)
        if not _may_replace(wiring, row, given, replace=replace):
            _link(wiring, given)
            return _say(wiring, wiring.words.cli.writing.library.linked, row, given)
    elif not given.name.lower().endswith(SUFFIXES) or not given.is_file():
        raise UsageError("not_a_library", path=given)
    with folder_beside(wiring.paths.data) as folder:
        root = take_in(given, folder)
        row = _sound(wiring, root, given)
        _may_replace(wiring, row, given, replace=replace)
        target = wiring.paths.data / "libraries" / row.id
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            root.rename(target)
        except OSError as error:
            raise UsageError("not_saved", path=target, reason=error.strerror) from error
    return _say(wiring, wiring.words.cli.writing.library.unpacked, row, target)


def remove_library(wiring: Wiring, name: str, *, yes: bool) -> int:
    """Stop using the library with this id or folder; a copy of ours is deleted, a linked folder never touched.

    Raises UsageError for one that was not added, and where nobody can be asked.
    """
    rows = _rows(wiring)
    row = next((row for row in rows if name in {row.id, str(row.place.folder)}), None)
    if row is None:
        known = ", ".join(row.id or str(row.place.folder) for row in rows)
        raise MaterialError("unknown_library", library=name, known=known)
    folder, words = row.place.folder, wiring.words.cli.writing.library
    if row.place.origin is Origin.COPY:
        return _delete(wiring, row, yes=yes)
    kept = [each for each in wiring.configuration.libraries if expanded(Path(each)) != folder]
    if row.place.origin is not Origin.OTHER or len(kept) == len(wiring.configuration.libraries):
        raise UsageError("library_stays", id=name, folder=folder)
    write_configuration(wiring.paths.configuration, {"libraries": kept or None})
    return _say(wiring, words.unlinked, row, folder)


def _rows(wiring: Wiring) -> list[Row]:
    """Every folder by itself, so that one that is missing or clashes does not hide the others."""
    places = library_places(wiring.env, wiring.paths.data, wiring.configuration.libraries)
    rows = [_row(wiring, place) for place in places]
    copies = {row.id for row in rows if row.place.origin is Origin.COPY}
    return [row for row in rows if row.place.origin is not Origin.BUNDLED or row.id not in copies]


def _row(wiring: Wiring, place: LibraryPlace) -> Row:
    try:
        shelf = open_shelf(wiring.cache, [place])
    except MaterialError as error:
        return Row(place, None, Counts(0, 0, 0), 1, error_text(error, wiring.words))
    problems = shelf.problems
    fault = message_of(problems[0], wiring.words) if problems else ""
    library = next((info.library for info in shelf.libraries()), None)
    return Row(place, library, shelf.counts(), len(problems), fault)


def _sound(wiring: Wiring, folder: Path, shown_as: Path) -> Row:
    """The library in a folder. Raises UsageError with its first problem if it cannot be used."""
    if not (folder / "content").is_dir():
        raise UsageError("not_a_library", path=shown_as)
    row = _row(wiring, LibraryPlace(folder, Origin.OTHER))
    if row.library is None:
        raise UsageError("library_not_sound", path=shown_as, problem=row.fault)
    if row.id == MINE:
        raise UsageError("library_reserved", id=MINE)
    return row


def _may_replace(wiring: Wiring, row: Row, given: Path, *, replace: bool) -> bool:
    """Whether it stands in for the bundled library, which is asked. Raises UsageError if another has its id."""
    same = [each for each in _rows(wiring) if each.id == row.id]
    if not same:
        return False
    first = same[0].place
    if first.origin is not Origin.BUNDLED:
        raise UsageError("library_exists", id=row.id, first=first.folder, second=given)
    question = wiring.words.cli.writing.library.ask_replace.format(id=row.id)
    if replace or (wiring.may_ask and _asker(wiring).agree(question)):
        return True
    raise UsageError("library_replaces", id=row.id, first=first.folder, second=given)


def _link(wiring: Wiring, folder: Path) -> None:
    libraries = [*wiring.configuration.libraries, str(folder)]
    heading = wiring.words.cli.config.file_comment
    write_configuration(wiring.paths.configuration, {"libraries": libraries}, heading)


def _delete(wiring: Wiring, row: Row, *, yes: bool) -> int:
    folder, words = row.place.folder, wiring.words.cli.writing.library
    if not yes and not wiring.may_ask:
        raise UsageError("needs_yes", folder=folder)
    if not yes and not _asker(wiring).agree(words.ask_delete.format(folder=folder)):
        wiring.streams.stdout.write(f"{words.unchanged}\n")
        return 0
    try:
        if folder.is_symlink():  # somebody's own link: what it leads to is not ours
            folder.unlink()
            return _say(wiring, words.unlinked, row, folder)
        with folder_beside(wiring.paths.data) as away:
            # Out of use at once, and then deleted.
            folder.rename(away / "gone")
    except OSError as error:
        raise UsageError("not_saved", path=folder, reason=error.strerror) from error
    return _say(wiring, words.deleted, row, folder)


def _asker(wiring: Wiring) -> Asker:
    return Asker(wiring.words.cli.config, accessible=wiring.accessible)


def _described(wiring: Wiring, row: Row) -> dict[str, object]:
    title = row.library.title.read(wiring.material_language).text if row.library else None
    return {
        "id": row.id or None,
        "title": title,
        "folder": str(row.place.folder),
        "origin": _ORIGINS[row.place.origin],
        **row.counts._asdict(),
        "problems": row.problems,
    }


def _told(wiring: Wiring, row: Row) -> tuple[str, str]:
    words = wiring.words.cli.writing.library
    title = [row.library.title.read(wiring.material_language).text] if row.library else []
    parts = [*title, words.origin(_ORIGINS[row.place.origin]), words.counts(*row.counts)]
    problems = [words.problems(row.problems)] if row.problems else []
    return row.id or words.without_id, " · ".join([*parts, *problems, str(row.place.folder)])


def _say(wiring: Wiring, template: str, row: Row, folder: Path) -> int:
    counts = wiring.words.cli.writing.library.counts(*row.counts)
    name = row.id or str(folder)
    wiring.streams.stdout.write(one_line(template.format(id=name, counts=counts, folder=folder)) + "\n")
    return 0
