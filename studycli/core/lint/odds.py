"""How likely chance alone is to give what was counted."""

import math
from collections.abc import Sequence


def at_least(hits: int, chances: Sequence[float]) -> float:
    """The probability of ``hits`` or more successes in independent trials with these chances of success.

    Where all chances are the same this is the upper tail of the binomial distribution, else of the Poisson binomial
    one; exact, by adding one trial after the other: P(k) = P'(k) (1 - p) + P'(k - 1) p.
    """
    exactly = [1.0]
    for chance in chances:
        missed = [probability * (1 - chance) for probability in (*exactly, 0.0)]
        hit = [probability * chance for probability in (0.0, *exactly)]
        exactly = [sum(pair) for pair in zip(missed, hit, strict=True)]
    return math.fsum(exactly[hits:])


def as_uneven(counts: Sequence[int]) -> float:
    """The probability that four equally likely places are filled as unevenly as ``counts``, or more so.

    Pearson's chi-square, X = sum of (count - n / 4)^2 / (n / 4) with 3 degrees of freedom, whose upper tail is
    Q(X) = erfc(sqrt(X / 2)) + sqrt(2 X / pi) exp(-X / 2) (Abramowitz and Stegun 26.4.4, 26.4.6). An
    approximation, good from 20 on.
    """
    expected = sum(counts) / 4
    x = sum((count - expected) ** 2 for count in counts) / expected
    return math.erfc(math.sqrt(x / 2)) + math.sqrt(2 * x / math.pi) * math.exp(-x / 2)
