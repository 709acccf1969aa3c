"""Results kept from run to run: one small file for each solver, setting and world, in ``build/exam-day``.

A file is named after what it depends on: the learners, and the text of the modules that compute it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.exam_day.learners import Learners, draw_learners
from benchmarks.exam_day.line_up import SOLVERS
from benchmarks.exam_day.scenarios import CARDS, WORLDS, Setting
from benchmarks.exam_day.study import Result
from studycli.planner.fsrs import Floats

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "build" / "exam-day"
SEED: Final = 1
BLOCK: Final = 16
_COMMON: Final = (
    *(
        "anki.py",
        "course.py",
        "learners.py",
        "learnt.py",
        "policy.py",
        "population.py",
        "scenarios.py",
        "study.py",
    ),
    *("/belief.py", "/fsrs.py", "/habits.py"),
)
_INDEX: Final = ("greedy.py", "index_policy.py", "/answers.py", "/bulk.py", "/days.py", "/dual/*.py")
_OWN: Final = {
    "anki": ("line_up.py",),
    "round": ("orders.py",),
    "lowest": ("orders.py",),
    "greedy": ("greedy.py", "/answers.py", "/bulk.py", "/index.py"),
    "index": _INDEX,
    "index_full": _INDEX,
    "bound": ("bound.py", "/answers.py", "/dual/*.py"),
}
"""Modules a result depends on: of this package, and with a slash in front of the planner."""


@dataclass(frozen=True, slots=True)
class Table:
    """A result as (learners, columns). ``recall`` and ``used`` are shares of one."""

    recall: Floats
    used: Floats
    answers: Floats
    seen: Floats


class Results:
    """Results for the first ``count`` learners, computed when asked for and not kept yet.

    They are computed and kept ``BLOCK`` learners at a time, so more of them can be asked for later.
    """

    def __init__(self, count: int, folder: Path = FOLDER) -> None:
        self.count = count
        self._folder = folder

    def table(self, solver: str, setting: Setting, world: str) -> Table:
        """The result of one solver."""
        blocks = [self._block(first, solver, setting, world) for first in range(0, self.count, BLOCK)]
        names = (field.name for field in fields(Table))
        return Table(**{name: np.concatenate([block[name] for block in blocks]) for name in names})

    def is_kept(self, solver: str, setting: Setting, world: str) -> bool:
        """Whether asking costs nothing."""
        firsts = range(0, self.count, BLOCK)
        return all(self._path(first, solver, setting, world).exists() for first in firsts)

    def _block(self, first: int, solver: str, setting: Setting, world: str) -> dict[str, Floats]:
        path, size = self._path(first, solver, setting, world), self._size(first)
        if not path.exists():
            result = SOLVERS[solver](_learners(first, size), setting, WORLDS[world])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_written(result))
        columns = json.loads(path.read_text())
        return {name: np.array(values).reshape(size, -1) for name, values in columns.items()}

    def _size(self, first: int) -> int:
        return min(BLOCK, self.count - first)

    def _path(self, first: int, solver: str, setting: Setting, world: str) -> Path:
        digest = blake2b(b"".join(_texts(solver)), digest_size=6).hexdigest()
        course = f"{world}-{setting.start}-{setting.days}d-{setting.minutes}m"
        return self._folder / f"{course}-{solver}-{SEED}-{first}-{self._size(first)}-{digest}.json"


@lru_cache(maxsize=1)
def _learners(first: int, count: int) -> Learners:
    return draw_learners(count, CARDS, SEED, first)


def _texts(solver: str) -> Iterator[bytes]:
    for name in (*_COMMON, *_OWN[solver]):
        folder = ROOT / ("studycli/planner" if name.startswith("/") else "benchmarks/exam_day")
        yield from (path.read_bytes() for path in sorted(folder.glob(name.removeprefix("/"))))


def _written(result: Result) -> str:
    names = [field.name for field in fields(Table)]
    return json.dumps({name: [round(float(value), 6) for value in getattr(result, name)] for name in names})
