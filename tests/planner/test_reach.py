from datetime import timedelta

import numpy as np
import pytest

from studycli.core.memory import CardState, Engine, Phase
from studycli.planner.belief import Belief
from studycli.planner.days import Outset, Times, budgets_s, counted_on
from studycli.planner.reach import most_recall
from tests.planner.forecast.samples import GROUND
from tests.planner.samples import TODAY, held

KNOWN = {ref.id: held(Phase.REVIEW, 60.0) for ref in GROUND.cards}
RUNS = 8


def outset(days: int = 14, cards: int | None = None, states: dict[str, CardState] | None = None) -> Outset:
    refs = GROUND.cards[:cards]
    return Outset(TODAY, TODAY + timedelta(days=days), refs, states or {}, {}, Engine(), Belief())


def most(start: Outset, minutes: int, missed: float = 0.1) -> float:
    return most_recall(start, budgets_s(start, Times(minutes)), missed)


@pytest.mark.parametrize("minutes", [2, 5, 20])
@pytest.mark.parametrize("states", [{}, KNOWN], ids=["new", "known"])
def test_the_days_lived_ahead_stay_below(minutes: int, states: dict[str, CardState]) -> None:
    start = outset(states=states)
    counted = counted_on(budgets_s(start, Times(minutes)), 0.1)
    lived = start.course(np.repeat([counted], RUNS, axis=0), np.arange(RUNS) / RUNS).recall
    found = most(start, minutes)
    assert lived.mean() < found + 2.0 * lived.mean(axis=1).std() / RUNS**0.5
    assert lived.mean() > found - 0.12


def test_time_raises_it_and_missed_days_lower_it() -> None:
    start = outset()
    assert most(start, 2) < most(start, 4) < most(start, 20) < 1.0
    assert most(start, 2, 0.4) < most(start, 2, 0.1)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(outset(days=0, states=KNOWN), 0.98, id="the exam is today"),
        pytest.param(outset(cards=0), 0.0, id="no cards"),
    ],
)
def test_without_days_or_cards_it_is_what_is_known(start: Outset, expected: float) -> None:
    assert most(start, 20) == pytest.approx(expected, abs=0.02)
