"""Two sweeps over the days: values from the exam back, and cards from today on.

Shapes: T days, G gaps, C cells, L levels of exam weight (a card of weight x values recall as one of weight 1 does at
prices divided by x). Every choice is "the best option, or none for 0"; smoothed by ``tau``, with ``tau·log Σ
exp(o/tau)`` instead of the maximum, the value has a gradient, and the second sweep, which carries cards through the
same choices, is it. Within the sweeps values are in units of ``tau`` (of 1 for the maximum itself).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from studycli.planner.dual.tables import FIRST, LAPSE, Tables
from studycli.planner.fsrs import Floats

TRIES: Final = 3
"""Tries at most after a failure on the same day."""


@dataclass(frozen=True, slots=True)
class Values:
    """Recall on the exam day to expect with all reviews to come, less the price of their seconds.

    ``passed``: (T, C, L), after a pass. ``failed``: (2, T, C, L), after a failure of each kind, more tries included.
    """

    passed: Floats
    failed: Floats

    def beyond(self, put_away: Floats) -> "Values":
        """What they add to recall without another review, ``put_away`` (T, C)."""
        return Values(self.passed - put_away[:, :, None], self.failed - put_away[:, :, None])


@dataclass(frozen=True, slots=True)
class Choices:
    """Shares of what is chosen. ``review``: (T, G, C, L), after how many days; what is missing to 1 never.

    ``retry``: (2, T, TRIES, C, L), another try, by how many are left less one.
    """

    review: Floats
    retry: Floats


@dataclass(frozen=True, slots=True)
class Flow:
    """How many cards are answered. ``reviews``: (T, G, C, L), by the gap before it and the cell they come from;
    ``retries``: (2, T, TRIES, C, L), by the kind of failure.
    """

    reviews: Floats
    retries: Floats

    def seconds(self, tables: Tables) -> Floats:
        """What they take on each day, (T, L), at pace 1."""
        days, levels = len(self.reviews), self.reviews.shape[-1]
        reviewing = tables.seconds.ravel() @ self.reviews.reshape(days, tables.seconds.size, levels)
        return np.asarray(reviewing + np.tensordot(tables.retries.seconds, self.retries.sum(axis=(2, 3)), 1))


def backward(tables: Tables, lam: Floats, tau: float) -> tuple[Values, Choices]:
    """The values of all memories on all days at the prices ``lam`` (T, L), smoothed by ``tau``, and what is chosen.

    With ``tau`` 0 values are exact, and no choices are noted.
    """
    days, levels = lam.shape
    cells, gaps, unit = tables.grid.size, tables.gaps, tau or 1.0
    put_away = tables.put_away[:, :, None] / unit
    reviewed = -lam[:, None, None] * tables.seconds[:, :, None] / unit
    retry_cost = lam * tables.retries.seconds[:, None, None] / unit
    passed = np.empty((days, cells, levels))
    review = np.zeros((days, len(gaps), cells, levels))
    failed, tries = np.empty((2, 2, days, TRIES, cells, levels))
    for day in reversed(range(days)):
        count = int(np.searchsorted(gaps, days - 1 - day, side="right"))
        options = reviewed[day + gaps[:count], np.arange(count)] - put_away[day]
        passed[day] = put_away[day] + best(options, tau, review[day, :count])
        _try_again(
            tables, LAPSE, passed[day], retry_cost[LAPSE, day], tau, failed[LAPSE, day], tries[LAPSE, day]
        )
        state = np.concatenate([passed[day], failed[LAPSE, day, -1]])
        reviewed[day] += (tables.onward @ state).reshape(reviewed[day].shape)
    by_tries = (failed[FIRST].swapaxes(0, 1), tries[FIRST].swapaxes(0, 1))
    _try_again(tables, FIRST, passed, retry_cost[FIRST][:, None], tau, *by_tries)
    retry = np.exp(tries - failed) if tau else np.zeros_like(tries)
    return Values(unit * passed, unit * failed[:, :, -1]), Choices(review, retry)


def best(options: Floats, tau: float, shares: Floats) -> Floats:
    """The largest of the options along the first axis, or 0; where ``tau`` > 0 ``log(1 + Σ exp(o))``.

    Then ``shares`` is filled with how much each option is chosen.
    """
    peak = options.max(axis=0, initial=0.0)
    if tau == 0.0:
        return np.asarray(peak)
    np.exp(options - peak, out=shares)
    total = shares.sum(axis=0) + np.exp(-peak)
    shares /= total
    return np.asarray(peak + np.log(total))


def _try_again(
    tables: Tables, kind: int, passed: Floats, cost: Floats, tau: float, failed: Floats, tries: Floats
) -> None:
    """Fill the values after a failure, put away for the day or tried again, and those of the tries.

    Both have the number of tries left as first axis.
    """
    either: Any = np.logaddexp if tau else np.maximum
    to_pass = tables.retries.passed[kind] @ passed - cost
    value = passed
    for less_one in range(TRIES):
        tries[less_one] = to_pass + tables.retries.failed[kind] @ value
        value = failed[less_one] = either(passed, tries[less_one])


def forward(tables: Tables, choices: Choices, passed: Floats, failed: Floats) -> Flow:
    """Where cards go that arrive in each cell on each day, ``passed`` (T, C, L) or ``failed`` (2, T, C, L)."""
    days, _, levels = passed.shape
    cells, gaps = tables.grid.size, tables.gaps
    inflow = np.zeros((days, len(gaps), cells, levels))
    tried = np.empty((2, days, TRIES, cells, levels))
    from_first = tried[FIRST].swapaxes(0, 1)
    put_away = passed + _retried(
        tables, FIRST, choices.retry[FIRST].swapaxes(0, 1), failed[FIRST], from_first
    )
    for day in range(days):
        arrived = tables.onward.T @ inflow[day].reshape(len(gaps) * cells, levels)
        lapsed = failed[LAPSE, day] + arrived[cells:]
        held = put_away[day] + arrived[:cells]
        held += _retried(tables, LAPSE, choices.retry[LAPSE, day], lapsed, tried[LAPSE, day])
        count = int(np.searchsorted(gaps, days - 1 - day, side="right"))
        inflow[day + gaps[:count], np.arange(count)] = choices.review[day, :count] * held
    return Flow(inflow, tried)


def _retried(tables: Tables, kind: int, choice: Floats, failed: Floats, tried: Floats) -> Floats:
    """The cells in which cards that failed are put away for the day. Fills ``tried``, those that try again.

    ``choice`` and ``tried`` have the number of tries left as first axis.
    """
    put_away = np.zeros_like(failed)
    for less_one in reversed(range(TRIES)):
        again = tried[less_one] = failed * choice[less_one]
        put_away += failed - again + tables.retries.passed[kind].T @ again
        failed = tables.retries.failed[kind].T @ again
    return put_away + failed
