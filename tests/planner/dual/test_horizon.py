import numpy as np
import pytest

from studycli.planner.dual.horizon import Horizon, horizon
from studycli.planner.dual.tables import GAPS_DAYS, gaps_up_to


@pytest.mark.parametrize("days", [1, 2, 21, 90])
def test_all_days_are_looked_at_while_they_are_few(days: int) -> None:
    assert horizon(days).at.tolist() == list(range(days))


@pytest.mark.parametrize("days", [91, 120, 365, 3650])
def test_far_ahead_there_are_no_more_and_the_ends_are_whole(days: int) -> None:
    found = horizon(days)
    assert len(found.at) <= 90
    assert (np.diff(found.at) > 0).all()
    assert found.at[:30].tolist() == list(range(30))
    assert found.at[-20:].tolist() == list(range(days - 20, days))


@pytest.mark.parametrize("days", [5, 200])
def test_no_minute_is_lost(days: int) -> None:
    found = horizon(days)
    minutes = np.arange(float(days))
    assert found.pooled(minutes).sum() == minutes.sum()
    assert found.spans.sum() == days


def test_while_all_days_are_looked_at_a_gap_leads_to_its_day() -> None:
    gaps = np.array([1, 2, 4])
    hops = horizon(5).hops(gaps)
    assert [(kinds.tolist(), later.tolist()) for kinds, later in hops] == [
        ([0, 1, 2], [1, 2, 4]),
        ([0, 1], [2, 3]),
        ([0, 1], [3, 4]),
        ([0], [4]),
        ([], []),
    ]


def test_where_days_are_left_out_a_gap_leads_near_its_day_and_never_past_the_exam() -> None:
    found = horizon(400)
    gaps = gaps_up_to(399, GAPS_DAYS)
    for place, (kinds, later) in enumerate(found.hops(gaps)):
        reached = found.at[later] - found.at[place]
        assert (reached > 0).all()
        assert (np.abs(reached - gaps[kinds]) <= 0.25 * gaps[kinds]).all()
        assert len(set(later)) > 0 or place == len(found.at) - 1


def test_from_a_later_day_on_it_counts_from_there() -> None:
    found = Horizon(10, np.array([0, 1, 4, 9])).after(2)
    assert found.days == 6
    assert found.at.tolist() == [0, 5]
    assert found.left.tolist() == [6, 1]
