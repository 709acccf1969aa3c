from dataclasses import replace

import numpy as np
import pytest

from studycli.planner.belief import Belief, Habits
from studycli.planner.dual.outlook import gain_of, outlook
from studycli.planner.dual.plan import solve
from tests.planner.dual.samples import NEW_CARD, deck_of, mixed_deck, task_of

DAYS = 10
PLAN = solve(task_of(mixed_deck(80), 4.0, DAYS, np.repeat([0.5, 1.5], 40), missed_share=0.1))
SEEN = outlook(PLAN)


def test_what_is_promised_lies_below_what_is_possible() -> None:
    assert 0.0 < SEEN.expected < SEEN.most < SEEN.ceiling <= 1.005


def test_the_days_hold_the_time_there_is() -> None:
    assert SEEN.seconds[0] == pytest.approx(240.0, rel=0.2)
    assert SEEN.seconds[1:].sum() == pytest.approx(9 * 216.0, rel=0.1)
    assert (SEEN.new >= 0.0).all()
    assert (SEEN.reviews >= 0.0).all()


def test_new_cards_are_planned_or_not() -> None:
    new = float((PLAN.task.deck.phase == 0).sum())
    assert SEEN.new.sum() + SEEN.unplanned.sum() == pytest.approx(new)


def test_what_there_is_no_time_for_is_what_counts_least() -> None:
    deck = deck_of(*[NEW_CARD] * 60)
    seen = outlook(solve(task_of(deck, 2.0, 3, np.repeat([0.5, 1.5], 30))))
    light, heavy = seen.unplanned
    assert light > 25.0
    assert heavy < light


def test_a_little_more_time_brings_what_its_price_says() -> None:
    brought = gain_of(PLAN, 6.0)
    assert brought == pytest.approx(6.0 * 0.9 * float(SEEN.per_s[1:].sum()) + 6.0 * SEEN.per_s[0], rel=0.3)


def test_more_time_brings_more_but_less_and_less() -> None:
    two, four, eight = (gain_of(PLAN, minutes * 60.0) for minutes in (2.0, 4.0, 8.0))
    assert 0.0 < two < four < eight
    assert four - two < two
    assert gain_of(PLAN, 36_000.0) == pytest.approx(SEEN.ceiling - SEEN.expected, abs=0.02)


def test_days_off_stay_free() -> None:
    weekend = replace(PLAN.task, budgets_s=np.where(np.arange(DAYS) < 8, PLAN.task.budgets_s, 0.0))
    plan = solve(weekend)
    assert outlook(plan).seconds[8:] == pytest.approx(0.0, abs=1e-9)
    assert gain_of(plan, 600.0) < outlook(plan).ceiling


def test_a_learner_half_as_fast_reaches_as_far_in_twice_the_time() -> None:
    deck = mixed_deck(40)
    fast = outlook(solve(task_of(deck, 4.0, DAYS)))
    slow = outlook(solve(task_of(deck, 8.0, DAYS, belief=Belief(Habits(pace=2.0)))))
    assert slow.most == pytest.approx(fast.most, abs=1e-3)
    assert slow.per_s.sum() == pytest.approx(fast.per_s.sum() / 2.0, rel=0.05)
