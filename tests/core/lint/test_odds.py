import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.lint.odds import as_uneven, at_least


@pytest.mark.parametrize(
    ("hits", "count", "chance"), [(0, 5, 0.25), (3, 10, 0.25), (20, 60, 0.25), (7, 7, 0.5)]
)
def test_equal_chances_give_the_binomial_tail(hits: int, count: int, chance: float) -> None:
    tail = sum(math.comb(count, k) * chance**k * (1 - chance) ** (count - k) for k in range(hits, count + 1))
    assert at_least(hits, [chance] * count) == pytest.approx(tail)


@given(st.lists(st.sampled_from([0.2, 0.25, 0.5]), max_size=6), st.integers(0, 6))
def test_other_chances_give_what_counting_all_cases_gives(chances: list[float], hits: int) -> None:
    cases = product([False, True], repeat=len(chances))
    total = sum(
        math.prod(chance if hit else 1 - chance for chance, hit in zip(chances, case, strict=True))
        for case in cases
        if sum(case) >= hits
    )
    assert at_least(hits, chances) == pytest.approx(total)


# Critical values of chi-square with 3 degrees of freedom: 7.815 at 0.05, 11.345 at 0.01.
@pytest.mark.parametrize(("chi_square", "probability"), [(7.815, 0.05), (11.345, 0.01)])
def test_unevenness_by_the_table_of_chi_square(chi_square: float, probability: float) -> None:
    apart = math.sqrt(chi_square * 100 / 2)  # two of four counts 100 + d and 100 - d
    counts = [100 + apart, 100 - apart, 100, 100]
    assert as_uneven(counts) == pytest.approx(probability, rel=1e-3)  # type: ignore[arg-type]


def test_even_places_are_certain() -> None:
    assert as_uneven([10, 10, 10, 10]) == 1
