import numpy as np
import pytest

from studycli.planner.bulk import NEW, REVIEW, Deck
from studycli.planner.dual.blocks import MOST_LEVELS, MOST_ROWS, blocks_of, condensed, levels_of
from studycli.planner.dual.horizon import horizon
from studycli.planner.dual.plan import problem_of
from studycli.planner.dual.problem import dual, dual_value
from studycli.planner.dual.tables import COARSE, tables
from tests.planner.dual.samples import BELIEF, NEW_CARD, W, deck_of, mixed_deck, task_of


def test_few_weights_are_levels_themselves() -> None:
    found, levels = levels_of(np.array([2.0, 0.0, 0.5, 2.0]))
    assert found.tolist() == [0.5, 2.0]
    assert levels.tolist() == [1, -1, 0, 1]


def test_many_weights_are_gathered_and_keep_their_sum() -> None:
    weights = np.linspace(0.1, 3.0, 50)
    found, levels = levels_of(weights)
    assert len(found) == MOST_LEVELS
    assert found[levels].sum() == pytest.approx(weights.sum())
    assert (np.diff(levels) >= 0).all()


def test_no_card_that_counts_is_no_level() -> None:
    found, levels = levels_of(np.zeros(3))
    assert not found.size
    assert levels.tolist() == [-1, -1, -1]


def test_new_cards_are_one_row_and_known_ones_their_own_while_there_are_few() -> None:
    deck = deck_of(NEW_CARD, NEW_CARD, (REVIEW, 4, 5, -3), (REVIEW, 40, 5, -3))
    rows = condensed(deck, np.zeros(4, int), W)
    assert rows.cards.tolist() == [2.0, 1.0, 1.0]
    assert rows.deck.phase.tolist() == [NEW, REVIEW, REVIEW]


def test_thousands_of_cards_take_a_few_hundred_rows_and_none_is_lost() -> None:
    deck = mixed_deck(5000)
    rows = condensed(deck, np.zeros(5000, int), W)
    assert len(rows.cards) <= MOST_ROWS
    assert rows.cards.sum() == 5000


def test_cards_taken_together_are_worth_what_they_are_worth_apart() -> None:
    deck, days = mixed_deck(2000), 15
    together = problem_of(task_of(deck, 30.0, days), COARSE)
    apart = [problem_of(task_of(_part(deck, number, 10), 3.0, days), COARSE) for number in range(10)]
    lam = np.full(days, 1e-3)
    assert dual_value(together, lam) == pytest.approx(sum(dual_value(part, lam) for part in apart), rel=2e-3)
    slack_s = sum(dual(part, lam, 0.005).slack_s for part in apart)
    assert dual(together, lam, 0.005).slack_s == pytest.approx(slack_s, rel=0.02, abs=20.0)


def test_blocks_share_a_level_and_a_kind() -> None:
    deck = mixed_deck(60)
    levels, ahead = np.arange(60) % 3, horizon(10)
    blocks = blocks_of(deck, levels, W, tables(W, BELIEF, ahead, COARSE), BELIEF, ahead)
    assert sum(block.cards.sum() for block in blocks) == 60
    assert [sum(b.cards.sum() for b in blocks if b.level == level) for level in range(3)] == [20, 20, 20]
    for block in blocks:
        assert block.onward.sum(axis=-1) == pytest.approx(1.0)


def _part(deck: Deck, number: int, parts: int) -> Deck:
    chosen = slice(number, None, parts)
    return Deck(deck.phase[chosen], deck.stability[chosen], deck.difficulty[chosen], deck.last_day[chosen])
