"""A library that is being written: whether a file may be put in place, judged together with the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from studycli.core.ledgers import Kind, Ledger, clashes, unknown_references
from studycli.core.library import Library
from studycli.core.problems import Problem
from studycli.material.compile import compile_file
from studycli.material.files import LIBRARY_FILE, is_text, read_file, shown, stamps
from studycli.material.store import Compiled


class Verdict(NamedTuple):
    """What is to say about a file: ``faults`` keep it out, ``remarks`` do not; and the ids in it."""

    faults: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Workbench:
    """The ids of a library by file, as they are on the disk now; ``broken`` if a file could not be read."""

    folder: Path
    library: Library
    ledgers: Mapping[str, Ledger]
    broken: bool

    def taken(self, kind: Kind) -> frozenset[str]:
        """The ids of a kind that are in use or were given up."""
        mentions = (
            mention for ledger in self.ledgers.values() for mention in (*ledger.living, *ledger.retired)
        )
        return frozenset(mention.name for mention in mentions if mention.kind is kind)

    def judged(self, path: str, text: str) -> Verdict:
        """What the library would say of ``text`` as its file ``path``."""
        compiled = compile_file(path, text.encode(), self.library.languages)
        if compiled.head is None:
            return Verdict(self._shown(compiled.problems), (), compiled.ledger)
        # Of two files that claim one id the later is wrong, and that is this one.
        ledgers = [*(each for each in self.ledgers.values() if each.path != path), compiled.ledger]
        lost = [] if self.broken else unknown_references(ledgers, frozenset())
        faults, lost = (_of(path, problems) for problems in (clashes(ledgers), lost))
        return Verdict(self._shown(faults), self._shown([*compiled.problems, *lost]), compiled.ledger)

    def after(self, verdict: Verdict) -> "Workbench":
        """The library with the file of ``verdict`` put in place."""
        return replace(self, ledgers={**self.ledgers, verdict.ledger.path: verdict.ledger})

    def _shown(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(replace(problem, path=shown(self.folder / problem.path)) for problem in problems)


def _of(path: str, problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.path == path]


def open_workbench(folder: Path, library: Library) -> Workbench:
    """The library in ``folder`` as it is on the disk. Raises OSError where its files cannot be listed."""
    compiled = {
        path: _compiled(folder, path, library.languages)
        for path in stamps(folder)
        if path != LIBRARY_FILE and is_text(path)
    }
    sound = {path: each.ledger for path, each in compiled.items() if each and each.head is not None}
    return Workbench(folder, library, sound, len(sound) < len(compiled))


def _compiled(folder: Path, path: str, languages: tuple[str, ...]) -> Compiled | None:
    try:
        return compile_file(path, read_file(folder / path), languages)
    except OSError:
        return None
