"""Which library folders to load."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import studycli
from studycli.errors import MaterialError
from studycli.material.placed import LibraryPlace, Origin

_PACKAGE = Path(studycli.__file__).parent


def library_places(env: Mapping[str, str], data: Path, configured: Sequence[str]) -> list[LibraryPlace]:
    """Every library folder to load: the bundled one (or ``STUDYCLI_LIBRARY``), copies, configured ones, ``mine``.

    Raises MaterialError if the bundled library is wanted and not there. Other folders are not looked at yet.
    """
    named = [Path(part) for part in env.get("STUDYCLI_LIBRARY", "").split(os.pathsep) if part]
    places = [LibraryPlace(_absolute(folder), Origin.OTHER) for folder in named]
    if not places:
        places = [LibraryPlace(_bundled(), Origin.BUNDLED)]
    places += [LibraryPlace(folder, Origin.COPY) for folder in _copies(data / "libraries")]
    places += [LibraryPlace(_absolute(Path(folder)), Origin.OTHER) for folder in configured]
    if (data / "mine").is_dir():
        places.append(LibraryPlace(data / "mine", Origin.MINE))
    return places


def _bundled() -> Path:
    """In an installed wheel the library lies in the package, in a checkout beside it."""
    inside = _PACKAGE / "bundled"
    folder = inside if inside.is_dir() else _PACKAGE.parent
    if not (folder / "content").is_dir():
        raise MaterialError("no_bundled_library", folder=folder)
    return folder


def _copies(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _absolute(folder: Path) -> Path:
    return folder.expanduser().absolute()
