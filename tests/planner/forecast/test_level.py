import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.planner.forecast.level import (
    BEYOND,
    FITTED_PRIOR,
    TOPICS,
    USE,
    Prior,
    known,
    level_of,
    right_chance,
)
from studycli.planner.forecast.values import Judged
from studycli.planner.fsrs import Floats
from tests.planner.forecast.samples import answer, answers

NAMES = ("cognito", "dynamodb", "lambda")


def test_without_answers_the_level_is_the_prior() -> None:
    level = level_of([], NAMES)
    assert level.mean == pytest.approx([2.4, -1.3, -0.4, 0.0, 0.0, 0.0])
    assert level.root @ level.root.T == pytest.approx(np.diag(FITTED_PRIOR.variance(3)))
    assert FITTED_PRIOR.variance(3) == pytest.approx(np.square([0.7, 0.7, 0.3, 0.5, 0.5, 0.5]))


def test_answers_that_weigh_nothing_leave_the_prior() -> None:
    level = level_of([answer(n, 0.0, weight=0.0) for n in range(5)], NAMES)
    assert level.mean == pytest.approx(FITTED_PRIOR.mean(3))
    assert level.root @ level.root.T == pytest.approx(np.diag(FITTED_PRIOR.variance(3)))


def test_one_right_answer_moves_the_mode_to_where_the_slope_is_zero() -> None:
    """With all cards recalled and no guessing: log s(u) - (u - 1)^2 / 2 is highest where 1 - s(u) = u - 1."""
    alone = Prior(1.0, 1.0, -9.0, 1e-6, 0.0, 1e-6, 1e-6)
    level = level_of([Judged("q", "lambda", 1.0, 0.0, 1.0, 1.0)], ["lambda"], alone)
    u = level.mean[USE]
    assert 1 - 1 / (1 + np.exp(-u)) == pytest.approx(u - 1.0, abs=1e-6)
    assert u == pytest.approx(1.2267, abs=1e-3)


def test_many_answers_pull_the_level_to_the_share_they_show() -> None:
    given_ = [Judged("q", "lambda", 1.0, 0.25, float(n % 10 < 7), 1.0) for n in range(2000)]
    level = level_of(given_, ["lambda"])
    kept, use, beyond = known(np.ones(1), np.zeros(1, int), level.mean)
    assert right_chance(np.array([0.25]), kept, use, beyond)[0] == pytest.approx(0.7, abs=0.01)


def test_a_topic_that_goes_badly_stands_below_one_without_answers_and_pulls_it_down_a_little() -> None:
    bad = [Judged("q", "lambda", 0.9, 0.25, 0.0, 1.0) for _ in range(6)]
    level = level_of(bad, ["cognito", "lambda"])
    cognito, lambda_ = level.mean[TOPICS:]
    assert lambda_ < cognito == pytest.approx(0.0, abs=1e-6)
    assert level.mean[USE] < FITTED_PRIOR.use


def test_answers_without_any_recall_speak_of_what_is_known_beyond_the_cards() -> None:
    level = level_of([answer(n, 1.0, recall=0.0) for n in range(30)], NAMES)
    assert level.mean[BEYOND] > FITTED_PRIOR.beyond + 1
    assert level.mean[USE] == pytest.approx(FITTED_PRIOR.use, abs=1e-6)


@given(answers, st.randoms())
def test_the_order_of_answers_does_not_matter(given_: list[Judged], chance: Random) -> None:
    other = list(given_)
    chance.shuffle(other)
    assert (level_of(given_, NAMES).mean == level_of(other, NAMES).mean).all()


def density(given_: list[Judged], effects: Floats) -> float:
    """Log of prior and answers together, less a constant, written down once more."""
    off = effects - FITTED_PRIOR.mean(3)
    total = -0.5 * float((off**2 / FITTED_PRIOR.variance(3)).sum())
    for each in given_:
        shift = effects[TOPICS + NAMES.index(each.topic)]
        kept = each.recall ** math.exp(effects[2])
        use, beyond = (1 / (1 + math.exp(-effects[place] - shift)) for place in (USE, BEYOND))
        p = each.chance + (1 - each.chance) * (kept * use + (1 - kept) * beyond)
        total += each.weight * (each.right * math.log(p) + (1 - each.right) * math.log(1 - p))
    return total


@given(answers)
def test_the_level_stands_where_prior_and_answers_agree_best(given_: list[Judged]) -> None:
    mode = level_of(given_, NAMES).mean
    top = density(given_, mode)
    for place in range(len(mode)):
        for step in (-0.05, 0.05):
            near = mode.copy()
            near[place] += step
            assert density(given_, near) <= top + 1e-9


@pytest.mark.parametrize("right", [0.0, 1.0])
@pytest.mark.parametrize("recall", [0.0, 1e-300, 1.0])
def test_all_right_or_all_wrong_stays_finite(right: float, recall: float) -> None:
    level = level_of([answer(n, right, recall) for n in range(500)], NAMES)
    assert np.isfinite(level.mean).all()
    assert np.abs(level.mean).max() < 15
