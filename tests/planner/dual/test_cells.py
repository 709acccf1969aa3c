import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.planner.dual.cells import corners
from studycli.planner.dual.grid import Grid


@given(st.floats(0.001, 36_500.0), st.floats(1.0, 10.0), st.sampled_from([Grid(), Grid(5, 2)]))
def test_one_memory_lies_where_arrays_say(stability: float, difficulty: float, grid: Grid) -> None:
    cells, weights = grid.corners(np.array([stability]), np.array([difficulty]))
    found = corners(stability, difficulty, grid.stabilities, grid.difficulties)
    assert [cell for cell, _ in found] == cells[:, 0].tolist()
    assert [weight for _, weight in found] == pytest.approx(weights[:, 0].tolist())
