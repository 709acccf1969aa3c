import pytest

from studycli.planner.belief import DEFAULT_HABITS, mean


@pytest.mark.parametrize("shares", [DEFAULT_HABITS.first, DEFAULT_HABITS.passed, DEFAULT_HABITS.retry_new,
                                    DEFAULT_HABITS.retry_lapse])  # fmt: skip
def test_shares_come_to_one(shares: tuple[float, float, float, float]) -> None:
    assert sum(shares) == pytest.approx(1.0, abs=1e-9)


def test_a_mean_weighs_each_grade_by_its_share() -> None:
    assert mean((0.5, 0.0, 0.25, 0.25), (10.0, 99.0, 4.0, 8.0)) == 8.0
