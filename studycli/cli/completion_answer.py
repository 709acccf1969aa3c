"""``studycli __complete SHELL -- WORD...``: what a shell asks at every Tab. Answers from the cache, and never fails.

One candidate a line, for zsh and fish with a tab and what it is. ``studycli completion`` prints the scripts that ask.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studycli.cli.completing import Candidate, Sort, candidates, command_of
from studycli.cli.printing import one_line
from studycli.cli.run import Run
from studycli.ui.marked import plain

if TYPE_CHECKING:
    from studycli.material.names import CachedNames, Name

MOST_TEXTS: Final = 200
"""With more candidates than this nobody reads what they are."""

_LONGEST_TEXT: Final = 60
_BUSY_S: Final = 0.2


def answer(run: Run, shell: str, words: Sequence[str]) -> int:
    """Print what can stand for the last of ``words``; nothing where anything is amiss."""
    # Whatever is wrong is told by the command itself: a prompt is no place for it.
    with suppress(Exception):
        tree = json.loads(tree_file(run.words.language).read_text(encoding="utf-8"))
        found = candidates(command_of(tree), words, lambda sort, start: _cached(run, shell, sort, start))
        for candidate in found:
            text = f"\t{candidate.text}" if candidate.text and shell != "bash" else ""
            run.streams.stdout.write(f"{candidate.value}{text}\n")
    return 0


def tree_file(language: str) -> Path:
    """Where the tree of the commands is, with helps in ``language``."""
    return Path(__file__).parent / f"commands.{language}.json"


def _cached(run: Run, shell: str, sort: Sort, start: str) -> list[Candidate]:
    """The names of a sort that the cache holds; none without a cache."""
    file = run.paths.cache / "cache.db"
    if not file.exists():
        return []
    with closing(sqlite3.connect(file, timeout=_BUSY_S)) as connection:
        if sort is Sort.ATTEMPT:
            return _attempts(connection, start)
        return _named(run, connection, shell, sort, start)


def _attempts(connection: sqlite3.Connection, start: str) -> list[Candidate]:
    from studycli.log.names import attempt_names  # noqa: PLC0415 - only for exams

    return [
        Candidate(each.id, each.day if each.score is None else f"{each.day}  {each.score}")
        for each in attempt_names(connection)
        if each.id.startswith(start)
    ]


def _named(run: Run, connection: sqlite3.Connection, shell: str, sort: Sort, start: str) -> list[Candidate]:
    from studycli.cli.places import library_places  # noqa: PLC0415 - commands and options need no material
    from studycli.material.names import CachedNames  # noqa: PLC0415

    places = library_places(run.env, run.paths.data, run.configuration.libraries)
    known = CachedNames(connection, [str(place.folder.resolve()) for place in places])
    values = _values(_of_sort(known, sort), start)
    if shell == "bash" or len(values) > MOST_TEXTS:
        return [Candidate(value) for value in values]
    language = run.configuration.material_language or run.words.language
    return [
        Candidate(value, one_line(plain(name.title().read(language).text))[:_LONGEST_TEXT])
        for value, name in values.items()
    ]


def _of_sort(known: "CachedNames", sort: Sort) -> "Iterable[Name]":
    match sort:
        case Sort.ITEM:
            return chain(known.notes(), known.entries(), known.questions())
        case Sort.TOPIC:
            return known.topics()
        case Sort.NOTE:
            return known.notes()
        case Sort.CARD:
            return known.cards()
        case Sort.BLUEPRINT:
            return known.blueprints()
        case Sort.DOMAIN:
            return known.domains()
        case _:
            return known.libraries()


def _values(names: "Iterable[Name]", start: str) -> "dict[str, Name]":
    """The names by what is typed: short where that is one item only, and no library was typed; in full else."""
    by_id: dict[str, dict[str, Name]] = {}
    for name in names:
        by_id.setdefault(name.id, {}).setdefault(name.library, name)
    values = {}
    for short, owners in by_id.items():
        for library, name in owners.items():
            value = f"{library}/{short}" if "/" in start or len(owners) > 1 else short
            if value.startswith(start) or (len(owners) > 1 and short.startswith(start)):
                values[value] = name
    return values
