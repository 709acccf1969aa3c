"""What a plan says to the learner: how far these minutes reach, what more would bring, what there is no time for.

Recall is weighted, as a share of all cards that count; seconds are the learner's own.
"""

from dataclasses import dataclass, replace

import numpy as np

from studycli.planner.dual.plan import Plan, solve
from studycli.planner.dual.prices import TAUS
from studycli.planner.dual.problem import Answered, choose, dual_value
from studycli.planner.fsrs import Floats


@dataclass(frozen=True, slots=True)
class Outlook:
    """``most``: no schedule gets more to the exam day with these minutes, when no day is missed; ``expected``: the
    same with the days missed that the plan allows for. ``ceiling``: with all the time in the world on the same days.

    Of each day to the exam: ``per_s``, what a second more would bring; ``new``, ``reviews``, ``seconds``, to expect of
    it in the mean, as it may be missed. ``unplanned``: new cards there is no time for, by weight level, lightest first.
    """

    most: float
    expected: float
    ceiling: float
    per_s: Floats
    new: Floats
    reviews: Floats
    seconds: Floats
    unplanned: Floats


def outlook(plan: Plan) -> Outlook:
    """The numbers of a plan. Raises ZeroDivisionError if no card counts."""
    problem, pace = plan.problem, plan.task.belief.habits.pace
    whole = _whole(plan)
    expected = dual_value(problem, plan.lam)
    missed_s = plan.horizon.pooled(plan.task.budgets_s) / pace - problem.budgets_s
    _, answered = choose(problem, plan.lam, TAUS[-1])
    new, unplanned = _new(plan, answered)
    spans = plan.horizon.spans
    return Outlook(
        (expected + float(plan.lam @ missed_s)) / whole,
        expected / whole,
        dual_value(problem, np.zeros_like(plan.lam)) / whole,
        np.repeat(plan.lam / pace / whole, spans),
        np.repeat(new / spans, spans),
        np.repeat((_answers(answered) - new) / spans, spans),
        np.repeat(answered.seconds.sum(axis=1) * pace / spans, spans),
        unplanned,
    )


def gain_of(plan: Plan, more_s: float) -> float:
    """What so many seconds more on every day of study would bring."""
    budgets_s = np.where(plan.task.budgets_s > 0.0, plan.task.budgets_s + more_s, 0.0)
    richer = solve(replace(plan.task, budgets_s=budgets_s), plan.to_keep())
    gained = dual_value(richer.problem, richer.lam) - dual_value(plan.problem, plan.lam)
    return max(0.0, gained / _whole(plan))


def _whole(plan: Plan) -> float:
    problem = plan.problem
    return float(sum(problem.weights[block.level] * block.cards.sum() for block in problem.blocks))


def _answers(answered: Answered) -> Floats:
    """All answers on each day looked at."""
    firsts = np.sum([first.sum(axis=1) for first in answered.firsts], axis=0)
    flow = answered.flow
    return np.asarray(firsts + flow.reviews.sum(axis=(1, 2, 3)) + flow.retries.sum(axis=(0, 1, 3, 4)))


def _new(plan: Plan, answered: Answered) -> tuple[Floats, Floats]:
    """New cards first seen on each day, and those never seen, by weight level."""
    seen, unseen = np.zeros(plan.problem.days), np.zeros(len(plan.problem.weights))
    for block, first in zip(plan.problem.blocks, answered.firsts, strict=True):
        if block.is_new:
            seen += first.sum(axis=1)
            unseen[block.level] += block.cards.sum() - first.sum()
    return seen, unseen
