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

    ``retry``: (2, TRIES, T, C, L), another try, by how many are left less one.
    """

    review: Floats
    retry: Floats


@dataclass(frozen=True, slots=True)
class Flow:
    """How many cards are answered. ``reviews``: (T, G, C, L), by the gap before it and the cell they come from;
    ``retries``: (2, TRIES, T, C, L), by the kind of failure.
    """

    reviews: Floats
    retries: Floats

    def seconds(self, tables: Tables) -> Floats:
        """What they take on each day, (T, L), at pace 1."""
        days, levels = len(self.reviews), self.reviews.shape[-1]
        reviewing = tables.seconds.ravel() @ self.reviews.reshape(days, tables.seconds.size, levels)
        return np.asarray(reviewing + np.tensordot(tables.retries.seconds, self.retries.sum(axis=(1, 3)), 1))


def backward(tables: Tables, lam: Floats, tau: float) -> tuple[Values, Choices]:
    """The values of all memories on all days at the prices ``lam`` (T, L), smoothed by ``tau``, and what is chosen.

    With ``tau`` 0 values are exact, and no choices are noted.
    """
    days, levels = lam.shape
    cells, unit = tables.grid.size, tau or 1.0
    put_away = tables.put_away[:, :, None] / unit
    reviewed = -lam[:, None, None] * tables.seconds[:, :, None] / unit
    retry_cost = lam * tables.retries.seconds[:, None, None] / unit
    state = np.empty((days, 2 * cells, levels))
    review = np.zeros(reviewed.shape)
    failed, tries = np.empty((2, 2, TRIES, days, cells, levels))
    for day in reversed(range(days)):
        gaps, later = tables.hops[day]
        share = np.zeros((len(gaps), cells, levels))
        gain = best(reviewed[later, gaps] - put_away[day], tau, share)
        review[day, gaps] = share
        state[day, :cells] = state[day, cells:] = put_away[day] + gain
        _try_again(
            tables,
            LAPSE,
            state[day],
            retry_cost[LAPSE, day],
            tau,
            failed[LAPSE, :, day],
            tries[LAPSE, :, day],
        )
        reviewed[day] += (tables.onward @ state[day]).reshape(reviewed[day].shape)
    passed, lapsed = state[:, :cells].copy(), state[:, cells:].copy()
    state[:, cells:] = passed
    _try_again(tables, FIRST, state, retry_cost[FIRST][:, None], tau, failed[FIRST], tries[FIRST])
    retry = np.exp(tries - failed) if tau else np.zeros_like(tries)
    return Values(unit * passed, unit * np.stack([state[:, cells:], lapsed])), Choices(review, retry)


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
    tables: Tables, kind: int, state: Floats, cost: Floats, tau: float, failed: Floats, tries: Floats
) -> None:
    """Turn the second half of ``state``, the values of cards put away, into those of cards that failed.

    They are put away for the day or tried again. ``failed`` and ``tries`` are filled with the values of that and of
    the tries, by the number of tries left along the first axis.
    """
    either: Any = np.logaddexp if tau else np.maximum
    cells, onward = tables.grid.size, tables.retries.onward[kind]
    passed, after = state[..., :cells, :], state[..., cells:, :]
    for less_one in range(TRIES):
        option = tries[less_one] = onward @ state - cost
        failed[less_one] = after[...] = either(passed, option)


def forward(tables: Tables, choices: Choices, arrivals: Floats) -> Flow:
    """Where cards go that arrive on each day in a cell, by kind of failure: ``arrivals`` (2, T, 2 x C, L).

    Its cells are those passed and then those failed.
    """
    days, both, levels = arrivals.shape[1:]
    cells = both // 2
    reviews, retries = np.zeros(choices.review.shape), np.empty(choices.retry.shape)
    put_away = _retried(tables, FIRST, choices.retry[FIRST], arrivals[FIRST], retries[FIRST])
    for day in range(days):
        arrived = tables.onward.T @ reviews[day].reshape(tables.seconds.size, levels)
        arrived += arrivals[LAPSE, day]
        arrived[:cells] += put_away[day]
        held = _retried(tables, LAPSE, choices.retry[LAPSE, :, day], arrived, retries[LAPSE, :, day])
        gaps, later = tables.hops[day]
        reviews[later, gaps] += choices.review[day, gaps] * held
    return Flow(reviews, retries)


def _retried(tables: Tables, kind: int, choice: Floats, arrived: Floats, tried: Floats) -> Floats:
    """The cells in which cards that arrived are put away for the day. Fills ``tried``, those that try again.

    ``choice`` and ``tried`` have the number of tries left as first axis.
    """
    cells, onward = tables.grid.size, tables.retries.onward[kind].T
    passed, failed = arrived[..., :cells, :].copy(), arrived[..., cells:, :]
    for less_one in reversed(range(TRIES)):
        again = tried[less_one] = failed * choice[less_one]
        passed += failed
        passed -= again
        after = onward @ again
        passed += after[..., :cells, :]
        failed = after[..., cells:, :]
    return passed + failed
