import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.planner.dual.grid import Grid

GRID = Grid()
stabilities = st.floats(0.01, 2000.0)
difficulties = st.floats(1.0, 10.0)


@given(stabilities, difficulties)
def test_a_memory_is_a_mixture_of_cells_around_it(stability: float, difficulty: float) -> None:
    cells, weights = GRID.corners(np.array([stability]), np.array([difficulty]))
    assert weights.min() >= 0.0
    assert weights.sum() == pytest.approx(1.0)
    known, _ = GRID.memory()
    assert np.exp((weights * np.log(known[cells])).sum()) == pytest.approx(stability, rel=1e-6)


def test_a_cell_is_itself() -> None:
    stability, difficulty = GRID.memory()
    found = GRID.spread(np.ones((1, 1)), stability[None], difficulty[None])
    assert found == pytest.approx(np.eye(GRID.size), abs=1e-9)


@pytest.mark.parametrize(
    ("outside", "inside"),
    [
        pytest.param((1e-3, 5.0), (0.01, 5.0), id="forgotten at once"),
        pytest.param((36_500.0, 5.0), (2000.0, 5.0), id="never forgotten"),
    ],
)
def test_a_memory_outside_counts_as_the_nearest_inside(
    outside: tuple[float, float], inside: tuple[float, float]
) -> None:
    found = [
        GRID.spread(np.ones((1, 1)), *(np.array([[value]]) for value in pair)) for pair in (outside, inside)
    ]
    assert found[0] == pytest.approx(found[1])


@given(st.lists(st.tuples(stabilities, difficulties, st.floats(0.0, 1.0)), min_size=1, max_size=5))
def test_outcomes_keep_their_shares(outcomes: list[tuple[float, float, float]]) -> None:
    stability, difficulty, shares = (np.array(values)[:, None] for values in zip(*outcomes, strict=True))
    found = GRID.spread(shares, stability, difficulty)
    assert found.shape == (1, GRID.size)
    assert found.sum() == pytest.approx(shares.sum())
