"""Points that stand for a standard normal distribution in many dimensions, the same ones always. Imports numpy."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count, islice
from math import isqrt
from statistics import NormalDist
from typing import Final

import numpy as np

from studycli.planner.fsrs import Floats

LEAST_PAIRS: Final = 512


@lru_cache(maxsize=4)
def normal_nodes(dimensions: int) -> Floats:
    """Points (rows) of equal weight, whose means are 0 and whose covariance is the identity, exactly.

    A Kronecker sequence by square roots of primes (Richtmyer, 1951) through the normal quantile function, each
    point with its mirror image, then made orthogonal (Cholesky).
    """
    pairs = max(LEAST_PAIRS, 2 * dimensions)
    steps = np.sqrt(np.array(list(islice(_primes(), dimensions)), float))
    spread = (np.arange(1, pairs + 1)[:, None] * steps + 0.5) % 1.0
    quantile = NormalDist().inv_cdf
    half = np.array([[quantile(min(max(share, 1e-6), 1 - 1e-6)) for share in row] for row in spread.tolist()])
    root = np.linalg.cholesky(half.T @ half / pairs)
    half = np.linalg.solve(root, half.T).T
    return np.concatenate([half, -half])


def _primes() -> Iterator[int]:
    return (n for n in count(2) if all(n % divisor for divisor in range(2, isqrt(n) + 1)))
