"""Time to solve a plan, from nothing and from the prices of the day before: ``python -m benchmarks.dual``.

Half the deck is new. Processor time of one core, as a machine that does something else as well does not change it.
"""

import statistics
import sys
from collections.abc import Callable
from time import process_time
from typing import NamedTuple

import numpy as np

from studycli.core.memory import Engine
from studycli.planner.belief import Belief
from studycli.planner.bulk import NEW, RELEARNING, REVIEW, Deck
from studycli.planner.dual.index import worths
from studycli.planner.dual.plan import Task, solve

ROUNDS = 3


class Case(NamedTuple):
    """Cards, weight levels, days and minutes, and the seconds to reach from nothing and warm (None: no target)."""

    cards: int
    levels: int
    days: int
    minutes: int
    cold_s: float | None
    warm_s: float | None


CASES = (
    Case(300, 1, 21, 15, None, None),
    Case(300, 1, 60, 5, 2.0, 0.4),
    Case(300, 1, 60, 30, 2.0, 0.4),
    Case(300, 8, 60, 15, None, None),
    Case(5000, 1, 60, 30, 8.0, None),
    Case(5000, 8, 60, 60, 8.0, None),
    Case(300, 1, 180, 15, None, None),
)


def main() -> int:
    """Print a table; 1 if a target is missed."""
    met = [_told(case) for case in CASES]
    return 0 if all(met) else 1


def _told(case: Case) -> bool:
    task = _task(case)
    plan = solve(task)
    tomorrow = Task(task.deck, task.weights, task.budgets_s[1:], 1, task.w, task.belief)
    cold_s = _median_s(lambda: solve(task))
    warm_s = _median_s(lambda: solve(tomorrow, plan.to_keep()))
    index_s = _median_s(lambda: worths(plan, task.deck, task.weights, 0))
    print(
        f"{case.cards:>5} cards  {case.levels} levels  {case.days:>3} days  {case.minutes:>2} min"
        f"   cold {cold_s:5.2f} s{_target(case.cold_s)}   warm {warm_s:5.2f} s{_target(case.warm_s)}"
        f"   index of all {index_s * 1000:4.0f} ms"
    )
    return cold_s <= (case.cold_s or cold_s) and warm_s <= (case.warm_s or warm_s)


def _target(seconds: float | None) -> str:
    return "" if seconds is None else f" (target {seconds:g})"


def _median_s(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        run()
        times.append(process_time() - start)
    return statistics.median(times)


def _task(case: Case) -> Task:
    chance = np.random.default_rng(1)
    phases = chance.choice([NEW, REVIEW, RELEARNING], case.cards, p=[0.5, 0.4, 0.1])
    deck = Deck(
        phases.astype(np.int8),
        np.exp(chance.normal(1.5, 1.2, case.cards)),
        chance.uniform(1.0, 10.0, case.cards),
        -chance.integers(1, 40, case.cards),
    )
    weights = chance.choice(np.linspace(0.4, 1.6, case.levels + 1)[1:], case.cards)
    budgets_s = np.full(case.days, case.minutes * 60.0)
    return Task(deck, weights, budgets_s, 0, Engine().parameters, Belief())


if __name__ == "__main__":
    sys.exit(main())
