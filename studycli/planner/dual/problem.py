"""The dual function of a plan: an upper bound on what any plan reaches, for any prices, and its gradient."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from studycli.planner.dual.sweep import Choices, Flow, Values, backward, best, forward
from studycli.planner.dual.tables import Tables
from studycli.planner.fsrs import Floats

CLOSED_PRICE: Final = 1e3
"""Recall per second on a day without minutes: nothing is worth it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cards that share a weight level and a kind of failure; a row stands for ``cards`` cards nearly alike.

    ``onward``: (T or 1, rows, 2 x cells), the share of each cell after the next review, passed before failed. The
    other arrays are those of ``starts.Steps``.
    """

    level: int
    kind: int
    cards: Floats
    onward: Floats
    recall: Floats
    seconds: Floats
    never: Floats

    @property
    def is_new(self) -> bool:
        """Whether these are cards never seen."""
        return not self.never.any()


@dataclass(frozen=True, slots=True)
class Problem:
    """A plan to be made: days to look at with ``budgets_s`` (T,) at pace 1, and cards of ``weights`` (L,)."""

    tables: Tables
    blocks: Sequence[Block]
    weights: Floats
    budgets_s: Floats

    @property
    def days(self) -> int:
        """How many days are looked at."""
        return len(self.budgets_s)


@dataclass(frozen=True, slots=True)
class Dual:
    """The dual at some prices. ``value``: weighted recall. ``slack_s`` (T,): budget less the seconds to expect."""

    value: float
    slack_s: Floats


@dataclass(frozen=True, slots=True)
class Started:
    """What a block's rows choose. ``value`` (rows,): recall less prices; ``share`` (T, rows): when to review next."""

    value: Floats
    share: Floats


@dataclass(frozen=True, slots=True)
class Answered:
    """What is answered: ``firsts``, the first step of each block's rows (T, rows), in cards; after it the ``flow``;
    and the ``seconds`` (T, L) of both, at pace 1.
    """

    firsts: list[Floats]
    flow: Flow
    seconds: Floats


def level_prices(problem: Problem, lam: Floats) -> Floats:
    """The prices as a card of weight 1 would see them, (T, L); none can pay those of a day without minutes."""
    charged = np.where(problem.budgets_s > 0.0, lam, CLOSED_PRICE)
    return np.asarray(charged[:, None] / problem.weights)


def dual(problem: Problem, lam: Floats, tau: float) -> Dual:
    """``Σ x·V(lam/x) + Σ lam·B``, smoothed by ``tau`` > 0, and its gradient."""
    started, answered = choose(problem, lam, tau)
    return Dual(_total(problem, started, lam), problem.budgets_s - answered.seconds.sum(axis=1))


def choose(problem: Problem, lam: Floats, tau: float) -> tuple[list[Started], Answered]:
    """What each row chooses at these prices, smoothed by ``tau`` > 0, and the answers that this leads to."""
    charged = level_prices(problem, lam)
    values, choices = backward(problem.tables, charged, tau)
    started = _start_all(problem, values, charged, tau)
    return started, _answers(problem, choices, started)


def dual_value(problem: Problem, lam: Floats) -> float:
    """The dual itself, without smoothing: no policy exceeds it in expectation, whatever the prices (>= 0) are."""
    charged = level_prices(problem, lam)
    values, _ = backward(problem.tables, charged, 0.0)
    return _total(problem, _start_all(problem, values, charged, 0.0), lam)


def _start_all(problem: Problem, values: Values, prices: Floats, tau: float) -> list[Started]:
    more = values.beyond(problem.tables.put_away)
    return [_start(block, more, prices, tau) for block in problem.blocks]


def _start(block: Block, more: Values, prices: Floats, tau: float) -> Started:
    """The best next review of each row, or none. ``more`` is what planning on adds after it."""
    after = np.concatenate(
        [more.passed[:, :, block.level], more.failed[block.kind, :, :, block.level]], axis=1
    )
    gross = (block.onward @ after[:, :, None])[:, :, 0] + block.recall
    unit = tau or 1.0
    options = (gross - prices[:, block.level, None] * block.seconds - block.never) / unit
    share = np.zeros_like(options)
    gain = best(options, tau, share)
    return Started(block.never + unit * gain, share)


def _answers(problem: Problem, choices: Choices, started: Sequence[Started]) -> Answered:
    """The answers that these choices lead to."""
    days, levels, cells = problem.days, len(problem.weights), problem.tables.grid.size
    arrivals = np.zeros((2, days, 2 * cells, levels))
    seconds, firsts = np.zeros((days, levels)), []
    for block, found in zip(problem.blocks, started, strict=True):
        answering = found.share * block.cards
        arrivals[block.kind, :, :, block.level] += (answering[:, None, :] @ block.onward)[:, 0]
        seconds[:, block.level] += (answering * block.seconds).sum(axis=1)
        firsts.append(answering)
    flow = forward(problem.tables, choices, arrivals)
    return Answered(firsts, flow, seconds + flow.seconds(problem.tables))


def _total(problem: Problem, started: Sequence[Started], lam: Floats) -> float:
    pairs = zip(problem.blocks, started, strict=True)
    cards = sum(problem.weights[block.level] * float(block.cards @ found.value) for block, found in pairs)
    return float(cards + lam @ problem.budgets_s)
