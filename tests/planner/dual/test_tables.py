import numpy as np
import pytest

from studycli.planner.dual.horizon import horizon
from studycli.planner.dual.tables import COARSE, FIRST, GAPS_DAYS, LAPSE, gaps_up_to, tables
from tests.planner.dual.samples import BELIEF, W

TABLES = tables(W, BELIEF, horizon(21), COARSE)


@pytest.mark.parametrize(
    ("days", "last"),
    [
        pytest.param(0, 1, id="never none"),
        pytest.param(11, 10, id="between two"),
        pytest.param(56, 56, id="the last one known"),
        pytest.param(100, 95, id="beyond"),
    ],
)
def test_gaps_reach_as_far_as_the_days(days: int, last: int) -> None:
    gaps = gaps_up_to(days, GAPS_DAYS)
    assert gaps[-1] == last
    assert (np.diff(gaps) > 0).all()


def test_every_review_leads_somewhere() -> None:
    assert TABLES.onward.sum(axis=1) == pytest.approx(1.0)
    assert TABLES.retries.onward.sum(axis=2) == pytest.approx(1.0)


def test_a_failure_is_likelier_the_longer_the_gap() -> None:
    size = TABLES.grid.size
    failing = TABLES.onward[:, size:].sum(axis=1).reshape(-1, size)
    assert (np.diff(failing, axis=0) >= 0).all()


def test_the_two_kinds_of_failure_end_as_the_habits_say() -> None:
    failing = TABLES.retries.onward[:, :, TABLES.grid.size :].sum(axis=2)
    assert failing[FIRST] == pytest.approx(BELIEF.habits.retry_new[0])
    assert failing[LAPSE] == pytest.approx(BELIEF.habits.retry_lapse[0])


def test_a_card_put_away_early_is_recalled_less() -> None:
    assert TABLES.put_away.shape == (21, TABLES.grid.size)
    assert (np.diff(TABLES.put_away, axis=0) > 0).all()
