"""The plan by prices, and what the sessions of the days to come need of it. Imports numpy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from studycli.core.memory import NEW_CARD
from studycli.planner.days import Outset, Times, budgets_s
from studycli.planner.dual.index import day_values, worths
from studycli.planner.dual.kept import DayValues
from studycli.planner.dual.plan import Plan, Prices, Task, follow, lasts, solve
from studycli.planner.fsrs import Floats
from studycli.planner.greedy import Worth


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day of the plan: its ``values``, and the worth of each card of the outset, seconds at pace 1."""

    values: DayValues
    worths: Sequence[Worth]


@dataclass(frozen=True, slots=True)
class Solved:
    """The prices of an earlier plan, in days from now on.

    ``pace``: of a plan for the same cards, minutes and parameters the pace it was made for; None of another one.
    """

    prices: Prices
    pace: float | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """Prices from the outset's day on, None where the earlier ones still do, and its first days."""

    prices: Prices | None
    days: Sequence[DayAhead]


def look_ahead(outset: Outset, times: Times, count: int, before: Solved | None = None) -> Ahead | None:
    """Plan from ``outset``, and value the cards on its first ``count`` days; None if no day or no card is left.

    Suspended cards are not planned for, but valued like the others. The prices of an earlier plan do for some days,
    and make the next one faster.
    """
    taking_part = [not outset.states.get(ref.id, NEW_CARD).suspended for ref in outset.refs]
    counts = np.where(np.array(taking_part, bool), outset.counts, 0.0)
    if not outset.days or not counts.any():
        return None
    task = task_of(outset, counts, budgets_s(outset, times), times.missed)
    plan = _followed(task, before)
    prices = None
    if plan is None:
        plan = solve(task, None if before is None else before.prices)
        prices = plan.to_keep()
    return Ahead(prices, [_day_ahead(plan, outset, day) for day in range(min(count, outset.days))])


def _followed(task: Task, before: Solved | None) -> Plan | None:
    """The plan at the earlier prices, if they still do."""
    if before is None or before.pace is None:
        return None
    pace = task.belief.habits.pace / before.pace
    return follow(task, before.prices) if lasts(-before.prices.day, task.exam, pace) else None


def task_of(outset: Outset, counts: Floats, budgets: Floats, missed: float) -> Task:
    """What to plan for from ``outset`` on, with ``budgets`` (T,) seconds, of which a share of the days is missed."""
    return Task(outset.deck, counts, budgets, 0, outset.engine.parameters, outset.belief, missed)


def _day_ahead(plan: Plan, outset: Outset, day: int) -> DayAhead:
    found = worths(plan, outset.deck, outset.counts, day)
    seconds = found.seconds / outset.belief.habits.pace
    pairs = zip(found.gain.tolist(), seconds.tolist(), strict=True)
    return DayAhead(day_values(plan, day), [Worth(*pair) for pair in pairs])
