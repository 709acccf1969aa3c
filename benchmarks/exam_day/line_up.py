"""Who is compared, by the names the tables use."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Final

import numpy as np

from benchmarks.exam_day.anki import AS_SHIPPED, UNLIMITED, Anki, Options
from benchmarks.exam_day.bound import bound
from benchmarks.exam_day.course import World
from benchmarks.exam_day.greedy import Greedy
from benchmarks.exam_day.index_policy import Index
from benchmarks.exam_day.learners import Learners
from benchmarks.exam_day.orders import LowestRecall, RoundAndRound
from benchmarks.exam_day.policy import Policy
from benchmarks.exam_day.scenarios import Setting, at_start, run
from benchmarks.exam_day.study import Result

POLICIES: Final[Mapping[str, Callable[[int], Policy]]] = {
    "anki": lambda rows: Anki([AS_SHIPPED] * rows),
    "round": lambda _: RoundAndRound(),
    "lowest": lambda _: LowestRecall(),
    "greedy": lambda _: Greedy(),
    "index": lambda _: Index(),
    "index_full": lambda _: Index(kept_after_failure=1.0),
}
"""Each makes a policy for so many rows."""

RETENTIONS: Final = (0.7, 0.8, 0.9, 0.95)
STEPS: Final = (((1.0, 10.0), (10.0,)), ((), ()))
NEW_PER_DAY: Final = ("20", "1.2 N/T", "all")
GRID: Final = tuple(product(RETENTIONS, NEW_PER_DAY, STEPS))
"""What FSRS is tuned over: desired retention, new cards a day, learning and relearning steps. Always fills."""

ANKI, FILLS, FIRST_OF_GRID = 0, 1, 2
"""Columns of ``run_anki``: as shipped, filling the time, and then the grid."""


def grid_options(setting: Setting) -> list[Options]:
    """The options of ``GRID``; 1.2 N/T new cards a day take five sixths of the days for what is new at the start."""
    paces = {"20": 20, "1.2 N/T": round(1.2 * setting.new_cards / setting.days), "all": UNLIMITED}
    return [
        Options(retention, paces[new], *steps, reviews_per_day=UNLIMITED, fills=True)
        for retention, new, steps in GRID
    ]


def run_anki(learners: Learners, setting: Setting, world: World) -> Result:
    """Anki as shipped, Anki filling the time, and the grid, side by side for each learner."""
    options = [AS_SHIPPED, Options(fills=True), *grid_options(setting)]
    return run(learners, setting, world, lambda rows: _anki(options, rows), len(options))


def run_policy(name: str) -> "Solver":
    """The solver of one policy."""
    return lambda learners, setting, world: run(learners, setting, world, POLICIES[name])


def _anki(options: Sequence[Options], rows: int) -> Anki:
    return Anki([*options] * (rows // len(options)))


def run_bound(learners: Learners, setting: Setting, world: World) -> Result:
    """The recall that no policy exceeds in expectation; all time counts as used."""
    course, _ = at_start(learners, setting.start, world)
    recall = bound(course.taken(course.learner, world), setting.days, setting.minutes)
    return Result(recall, np.ones_like(recall), np.zeros_like(recall), np.zeros_like(recall))


Solver = Callable[[Learners, Setting, World], Result]
"""Rows of the result: learners, and for each the columns of the solver."""

SOLVERS: Final[Mapping[str, Solver]] = {
    "anki": run_anki,
    **{name: run_policy(name) for name in POLICIES if name != "anki"},
    "bound": run_bound,
}
