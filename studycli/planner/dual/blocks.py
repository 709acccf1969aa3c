"""The cards of a plan in few rows: those nearly alike go together, so that thousands cost little more than hundreds."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from studycli.planner.belief import Belief
from studycli.planner.bulk import NEW, Deck
from studycli.planner.dual.horizon import Days, Horizon
from studycli.planner.dual.problem import Block
from studycli.planner.dual.starts import Steps, next_steps
from studycli.planner.dual.tables import Tables, spread
from studycli.planner.fsrs import Floats, Parameters

MOST_LEVELS: Final = 8
MOST_ROWS: Final = 300
_WIDTHS: Final = (1e-6, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""How far apart the cards of one row may be, tried in turn; see ``_whereabouts``."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Cards that stand for ``cards`` cards each. ``deck``, ``levels``, ``w``: as those of the cards themselves."""

    deck: Deck
    levels: Days
    cards: Floats
    w: Parameters


def levels_of(weights: Floats) -> tuple[Floats, Days]:
    """At most ``MOST_LEVELS`` weights, and the one that stands for each card's; -1 for a card of weight 0.

    More weights than that are sorted into classes of about as many cards, and a class takes its mean.
    """
    counted = np.flatnonzero(weights > 0.0)
    found, level, counts = np.unique(weights[counted], return_inverse=True, return_counts=True)
    if len(found) > MOST_LEVELS:
        _, classes = np.unique(
            (np.cumsum(counts) - counts) * MOST_LEVELS // len(counted), return_inverse=True
        )
        level = classes[level]
        found = np.bincount(level, weights[counted]) / np.bincount(level)
    levels = np.full(len(weights), -1)
    levels[counted] = level
    return found, levels


def blocks_of(
    deck: Deck, levels: Days, w: Parameters, tables: Tables, belief: Belief, horizon: Horizon
) -> list[Block]:
    """The cards with a level, as rows that share it and a kind of failure. Days count as those of ``horizon``."""
    if not (levels >= 0).any():
        return []
    rows = condensed(deck, levels, w)
    return [
        _block(steps, np.flatnonzero(rows.levels[steps.places] == level), int(level), rows, tables)
        for steps in next_steps(rows.deck, rows.w, belief, horizon)
        for level in np.unique(rows.levels[steps.places])
    ]


def condensed(deck: Deck, levels: Days, w: Parameters) -> Rows:
    """The cards with a level in at most about ``MOST_ROWS`` rows: alike in level, phase, memory and last day."""
    counted = np.flatnonzero(levels >= 0)
    where = _whereabouts(deck, w)[:, counted]
    exact = np.stack([levels[counted], deck.phase[counted]])
    for width in _WIDTHS:
        keys = np.concatenate([exact, np.round(where / width)])
        _, first, row = np.unique(keys, axis=1, return_index=True, return_inverse=True)
        if len(first) <= MOST_ROWS:
            break
    cards = np.bincount(row.ravel(), minlength=len(first)).astype(float)

    def mean(values: Any) -> Floats:
        return np.asarray(np.bincount(row.ravel(), values[counted], len(first)) / cards)

    memory = Deck(
        deck.phase[counted][first],
        np.exp(mean(np.log(np.where(deck.phase == NEW, 1.0, deck.stability)))),
        mean(deck.difficulty),
        np.rint(mean(deck.last_day)).astype(np.int64),
    )
    return Rows(memory, levels[counted][first], cards, [mean(each) if np.ndim(each) else each for each in w])


def _whereabouts(deck: Deck, w: Parameters) -> Floats:
    """What makes cards alike, each about 1 apart when it matters: log stability, difficulty, log days since.

    Of a new card: the logarithm of its first stability after "good".
    """
    new = deck.phase == NEW
    memory = np.log(np.where(new, w[2], deck.stability))
    since = np.log1p(np.maximum(0, -deck.last_day))
    return np.stack([memory, np.where(new, 0.0, deck.difficulty / 2.0), np.where(new, 0.0, since)])


def _block(steps: Steps, chosen: Days, level: int, rows: Rows, tables: Tables) -> Block:
    return Block(
        level,
        steps.kind,
        rows.cards[steps.places[chosen]],
        spread(tables.grid, steps.answers.of(chosen)),
        steps.recall[:, chosen],
        steps.seconds[:, chosen],
        steps.never[chosen],
    )
