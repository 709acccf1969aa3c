"""A plan: what the seconds of each day are worth, and the value of every memory at those prices."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from studycli.planner.belief import Belief
from studycli.planner.bulk import Deck
from studycli.planner.dual import prices
from studycli.planner.dual.blocks import blocks_of, levels_of
from studycli.planner.dual.horizon import Horizon, horizon
from studycli.planner.dual.problem import Problem, dual_value, level_prices
from studycli.planner.dual.sweep import Values, backward
from studycli.planner.dual.tables import COARSE, Resolution, tables
from studycli.planner.fsrs import Floats, Parameters

MISSED_SHARE: Final = 0.1
"""Of the days to come, how many are expected to be missed; a plan that trusts full attendance falls behind."""
PACE_OFF: Final = 0.08
"""A plan made for a pace that is off by this share promises time that is not there."""
_LASTS_DAYS: Final = ((4, 1), (30, 3))
_LASTS_LONG_DAYS: Final = 6


@dataclass(frozen=True, slots=True)
class Prices:
    """All that the next plan needs of this one: recall for a second at pace 1, of each day from ``day`` to the exam."""

    day: int
    per_s: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What to plan for. Days are the deck's; ``exam`` is the first one without study, and after ``day``.

    ``weights``: exam weight of each card, 0 for one that is not to be studied. ``budgets_s``: for each day from
    ``day`` (the first: what is left of it) the learner's own seconds, 0 on a day off. Of ``w`` the first four may be
    arrays with a number for each card. ``missed_share`` of the days after the first is expected to be missed.
    """

    deck: Deck
    weights: Floats
    budgets_s: Floats
    day: int
    w: Parameters
    belief: Belief
    missed_share: float = MISSED_SHARE

    @property
    def exam(self) -> int:
        """The day of the exam."""
        return self.day + len(self.budgets_s)


@dataclass(frozen=True, slots=True)
class Plan:
    """Prices of the days looked at, seconds at pace 1; ``prices`` (T, L) are those by weight level.

    ``more``: what planning on adds to recall without another review, unsmoothed.
    """

    task: Task
    horizon: Horizon
    problem: Problem
    lam: Floats
    prices: Floats
    more: Values

    def to_keep(self) -> Prices:
        """What to keep for the next plan."""
        return Prices(self.task.day, tuple(map(float, np.repeat(self.lam, self.horizon.spans))))


def solve(task: Task, before: Prices | None = None) -> Plan:
    """The plan for ``task``, from the prices of an earlier plan if there is one."""
    problem = problem_of(task, COARSE)
    started = None if before is None else _carried(before, task)
    if started is not None and not started.any():  # they have no scale that could be found
        started = None
    return plan_at(task, problem, prices.cold(problem) if started is None else prices.warm(problem, started))


def bound(task: Task, before: Prices | None = None) -> float:
    """The weighted recall that no schedule exceeds in expectation, as far as memory is as believed.

    Any prices give a bound: those of an earlier plan for the same exam a close one, at no cost.
    """
    problem = problem_of(task, COARSE)
    carried = None if before is None else _carried(before, task)
    return dual_value(problem, prices.cold(problem) if carried is None else carried)


def follow(task: Task, before: Prices) -> Plan | None:
    """The plan for ``task`` at the prices of an earlier one as they are; None if they are not of its days."""
    carried = _carried(before, task)
    return None if carried is None else plan_at(task, problem_of(task, COARSE), carried)


def is_due(plan: Plan, day: int, pace: float) -> bool:
    """Whether to solve again what was to be planned for then; see ``lasts``."""
    task = plan.task
    return not lasts(day - task.day, task.exam - day, pace / task.belief.habits.pace)


def lasts(age_days: int, left_days: int, pace: float) -> bool:
    """Whether prices still do that are so old with so many days left: for fewer days the nearer the exam is.

    ``pace``: that of now, of the one they were made for.
    """
    lasting = next((days for most, days in _LASTS_DAYS if left_days <= most), _LASTS_LONG_DAYS)
    return age_days < lasting and abs(pace - 1.0) <= PACE_OFF


def problem_of(task: Task, resolution: Resolution) -> Problem:
    """``task`` as cards in rows, and seconds at pace 1."""
    ahead = horizon(len(task.budgets_s))
    known = tables(task.w, task.belief, ahead, resolution)
    weights, levels = levels_of(task.weights)
    deck = replace(task.deck, last_day=task.deck.last_day - task.day)
    present = np.where(np.arange(ahead.days) == 0, 1.0, 1.0 - task.missed_share)
    budgets_s = ahead.pooled(task.budgets_s * present) / task.belief.habits.pace
    return Problem(known, blocks_of(deck, levels, task.w, known, task.belief, ahead), weights, budgets_s)


def plan_at(task: Task, problem: Problem, lam: Floats) -> Plan:
    """The plan at these prices."""
    charged = level_prices(problem, lam)
    values, _ = backward(problem.tables, charged, 0.0)
    more = values.beyond(problem.tables.put_away)
    return Plan(task, horizon(len(task.budgets_s)), problem, lam, charged, more)


def _carried(before: Prices, task: Task) -> Floats | None:
    """The earlier prices of the days looked at; None for another exam."""
    known = np.array(before.per_s[max(0, task.day - before.day) :])
    return known[horizon(len(known)).at] if len(known) == len(task.budgets_s) else None
