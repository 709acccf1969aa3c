"""Which library folders to load."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import studycli
from studycli.cli.paths import expanded
from studycli.errors import MaterialError
from studycli.material.placed import LibraryPlace, Origin

_PACKAGE = Path(studycli.__file__).parent


def library_places(env: Mapping[str, str], data: Path, configured: Sequence[str]) -> list[LibraryPlace]:
    """Every library folder to load: the bundled one (or ``STUDYCLI_LIBRARY``), copies, configured ones, ``mine``.

    Raises MaterialError if the bundled library is wanted and not there, UsageError for a home folder that is not
    known. Other folders are not looked at yet.
    """
    named = [Path(part) for part in env.get("STUDYCLI_LIBRARY", "").split(os.pathsep) if part]
    places = [LibraryPlace(expanded(folder), Origin.NAMED) for folder in named]
    if not places:
        places = [LibraryPlace(_bundled(), Origin.BUNDLED)]
    places += [LibraryPlace(folder, Origin.COPY) for folder in _copies(data / "libraries")]
    places += [LibraryPlace(expanded(Path(folder)), Origin.OTHER) for folder in configured]
    if (data / "mine").is_dir():
        places.append(LibraryPlace(data / "mine", Origin.MINE))
    return places


def is_installed(folder: Path) -> bool:
    """Whether a folder belongs to the installed package and is not to be written to."""
    return folder.is_relative_to(_PACKAGE)


def _bundled() -> Path:
    """In an installed wheel the library lies in the package, in a checkout beside it."""
    inside = _PACKAGE / "bundled"
    folder = inside if inside.is_dir() else _PACKAGE.parent
    if not (folder / "content").is_dir():
        raise MaterialError("no_bundled_library", folder=folder)
    return folder


def _copies(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
