"""The prices that minimise the dual: bisection for a start, then spectral projected gradient (Birgin et al. 2000).

At the minimum every day's seconds fit: those asked for are those there are, or fewer on a day whose price is 0.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final

import numpy as np

from studycli.planner.dual.problem import Dual, Problem, dual
from studycli.planner.fsrs import Floats

TAUS: Final = (0.005, 0.001, 0.0002)
COLD_STEPS: Final = 40
WARM_STEPS: Final = 12
COLD_HALVINGS: Final = 14
WARM_HALVINGS: Final = 7
_PRICE_RANGE: Final = (1e-6, 0.1)
"""Recall per second. A card takes some ten seconds and cannot bring more than 1."""
_SCALE_RANGE: Final = (0.25, 4.0)
_MEMORY: Final = 8
"""A step may raise the value, but not above the highest of so many before."""
_ENOUGH: Final = 1e-4
_CLOSE: Final = 0.05
"""Good enough: seconds off by this share of the mean day's."""
_SHORTENINGS: Final = 6
_STEP_RANGE: Final = (1e-12, 1e-3)


@dataclass(frozen=True, slots=True)
class Point:
    """Prices, and the dual there."""

    lam: Floats
    dual: Dual

    def unfit_s(self) -> float:
        """By how many seconds the worst day misses its budget; a day that costs nothing may have some left."""
        return float(np.where(self.lam > 0.0, np.abs(self.dual.slack_s), -self.dual.slack_s).max())


def cold(problem: Problem) -> Floats:
    """From nothing: one common price for all days, then each its own."""
    heaviest = float(problem.weights.max(initial=0.0))
    lam = scaled(problem, np.full(problem.days, heaviest), _PRICE_RANGE, COLD_HALVINGS, TAUS[0])
    for tau in TAUS:
        lam = descended(problem, lam, tau, COLD_STEPS)
    return lam


def warm(problem: Problem, before: Floats) -> Floats:
    """From the prices of an earlier plan: first their scale, since what is wrong is mostly that."""
    lam = scaled(problem, before, _SCALE_RANGE, WARM_HALVINGS, TAUS[-2])
    for tau in TAUS[-2:]:
        lam = descended(problem, lam, tau, WARM_STEPS)
    return lam


def scaled(
    problem: Problem, profile: Floats, within: tuple[float, float], halvings: int, tau: float
) -> Floats:
    """The multiple of ``profile`` at which the value of all seconds asked for is that of all there are."""
    low, high = np.log(within)
    for _ in range(halvings):
        middle = (low + high) / 2.0
        slack = dual(problem, np.exp(middle) * profile, tau).slack_s
        if profile @ slack < 0.0:
            low = middle
        else:
            high = middle
    return np.asarray(np.exp(high) * profile)


def descended(problem: Problem, lam: Floats, tau: float, steps: int) -> Floats:
    """The best prices met in so many projected gradient steps; fewer once the seconds fit."""
    here = best = Point(lam, dual(problem, lam, tau))
    recent = deque([here.dual.value], _MEMORY)
    close_s = _CLOSE * float(problem.budgets_s.mean())
    size = float(lam.max()) / max(1e-9, float(np.abs(here.dual.slack_s).max()))
    for _ in range(steps):
        if here.unfit_s() <= close_s:
            break
        there = _step(problem, here, size, max(recent), tau)
        size = _next_size(here, there)
        here = there
        recent.append(here.dual.value)
        best = min(best, here, key=lambda point: point.dual.value)
    return best.lam


def _step(problem: Problem, here: Point, size: float, bar: float, tau: float) -> Point:
    """A step against the gradient, no price below 0, shortened until the value is under the bar."""
    direction = np.maximum(0.0, here.lam - size * here.dual.slack_s) - here.lam
    slope = float(here.dual.slack_s @ direction)
    part = 1.0
    for _ in range(_SHORTENINGS):
        lam = here.lam + part * direction
        there = Point(lam, dual(problem, lam, tau))
        if there.dual.value <= bar + _ENOUGH * part * slope:
            break
        part *= 0.3
    return there


def _next_size(here: Point, there: Point) -> float:
    """Barzilai and Borwein's: what would have been right for the last step, ``s·s / s·y``."""
    moved, turned = there.lam - here.lam, there.dual.slack_s - here.dual.slack_s
    curve = float(moved @ turned)
    size = float(moved @ moved) / curve if curve > 0.0 else _STEP_RANGE[1]
    return min(max(size, _STEP_RANGE[0]), _STEP_RANGE[1])
