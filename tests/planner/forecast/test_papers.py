import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.planner.forecast.papers import (
    counted_questions,
    quantile,
    right_of_all,
    right_of_drawn,
    together,
)
from tests.core.exam.samples import NAMES, QUICK, SAA
from tests.planner.forecast.samples import blueprint

chances = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=8)


def test_two_questions_by_hand() -> None:
    assert right_of_all(np.array([0.9, 0.5])) == pytest.approx([0.05, 0.5, 0.45])


def test_one_of_two_drawn_by_hand() -> None:
    assert right_of_drawn(np.array([0.9, 0.5]), 1) == pytest.approx([0.3, 0.7])


def test_two_of_three_drawn_by_hand() -> None:
    """Surely right, surely wrong, and an even one: three pairs, each as likely."""
    pairs = np.array([[0.0, 1.0, 0.0], [0.0, 0.5, 0.5], [0.5, 0.5, 0.0]])
    assert right_of_drawn(np.array([1.0, 0.0, 0.5]), 2) == pytest.approx(pairs.mean(axis=0))


@pytest.mark.parametrize(("pool", "drawn"), [(2, 3), (250, 3)])
def test_a_pool_too_small_and_one_too_large_to_matter_stand_for_more_like_it(pool: int, drawn: int) -> None:
    mixed = np.array([0.2, 0.8] * (pool // 2))
    assert right_of_drawn(mixed, drawn) == pytest.approx([0.125, 0.375, 0.375, 0.125])


def test_domains_add_up() -> None:
    assert together(np.array([0.2, 0.8]), np.array([0.5, 0.5])) == pytest.approx([0.1, 0.5, 0.4])


@given(chances, st.data())
def test_the_mean_of_a_draw_is_that_of_the_pool(pool: list[float], data: st.DataObject) -> None:
    drawn = data.draw(st.integers(0, len(pool)))
    found = right_of_drawn(np.array(pool), drawn)
    assert found.shape == (drawn + 1,)
    assert found.sum() == pytest.approx(1.0)
    assert found.min() >= 0
    assert found @ np.arange(drawn + 1) == pytest.approx(drawn * np.mean(pool))


@pytest.mark.parametrize(
    ("filled", "counted"),
    [
        pytest.param(NAMES, (15, 13, 12, 10), id="all"),
        pytest.param(NAMES[:2], (27, 23), id="two, by their weights"),
        pytest.param(NAMES[3:], (50,), id="one"),
        pytest.param((), (), id="none"),
    ],
)
def test_questions_that_count_by_domain(filled: tuple[str, ...], counted: tuple[int, ...]) -> None:
    assert tuple(counted_questions(SAA, filled).values()) == counted


def test_where_all_questions_count_the_domains_have_what_is_drawn_of_them() -> None:
    assert list(counted_questions(QUICK, NAMES).values()) == [3, 3, 2, 2]


def test_blueprints_that_ask_nothing_count_nothing() -> None:
    assert counted_questions(blueprint(0, ("secure", 100)), {"secure"}) == {}
    assert counted_questions(blueprint(5, ("secure", 0)), {"secure"}) == {}
    assert counted_questions(blueprint(1, ("secure", 90), ("other", 10)), {"secure", "other"}) == {
        "secure": 1
    }


@pytest.mark.parametrize(
    ("probabilities", "share", "expected"),
    [
        pytest.param([0.0, 1.0, 0.0], 0.1, 1.0, id="one value"),
        pytest.param([0.5, 0.0, 0.5], 0.1, 0.0, id="the lower of two"),
        pytest.param([0.5, 0.0, 0.5], 0.5, 1.0, id="between two"),
        pytest.param([0.2, 0.6, 0.2], 0.1, 0.0, id="the middle of the first"),
        pytest.param([0.2, 0.6, 0.2], 0.3, 0.5, id="half way to the second"),
    ],
)
def test_quantiles(probabilities: list[float], share: float, expected: float) -> None:
    assert quantile(np.arange(3.0), np.array(probabilities), share) == pytest.approx(expected)
