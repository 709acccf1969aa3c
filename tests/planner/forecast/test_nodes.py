from statistics import NormalDist

import numpy as np
import pytest

from studycli.planner.forecast.nodes import normal_nodes


@pytest.mark.parametrize("dimensions", [1, 4, 16, 200])
def test_nodes_have_the_moments_of_a_standard_normal(dimensions: int) -> None:
    nodes = normal_nodes(dimensions)
    assert nodes.mean(axis=0) == pytest.approx(np.zeros(dimensions), abs=1e-12)
    assert nodes.T @ nodes / len(nodes) == pytest.approx(np.eye(dimensions), abs=1e-9)


@pytest.mark.parametrize("share", [0.1, 0.25, 0.8])
def test_sums_of_nodes_have_its_quantiles(share: float) -> None:
    direction = np.array([0.6, 0.48, 0.64])
    found = np.quantile(normal_nodes(3) @ direction, share)
    assert found == pytest.approx(NormalDist().inv_cdf(share), abs=0.05)
