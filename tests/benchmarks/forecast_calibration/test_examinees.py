import numpy as np
import pytest

from benchmarks.forecast_calibration.examinees import (
    LETTER,
    SLIP,
    Examinee,
    Items,
    Population,
    answer,
    draw_examinee,
    items_of,
)
from studycli.planner.forecast.values import Ground
from tests.core.exam.samples import SAA
from tests.planner.forecast.samples import bank, cards_of

ROUNDS = 40


def ground() -> Ground:
    refs = bank(7)
    return Ground(refs, cards_of(refs), SAA)


def items() -> Items:
    return items_of(ground(), np.random.default_rng(1))


def share_right(skill: float, recall: float, seen: float) -> float:
    known = items()
    count, chance = len(known.refs), np.random.default_rng(2)
    who = Examinee(np.full(count, skill), tells=False)
    places, held = np.arange(count), np.full(len(ground().cards), recall)
    rounds = [
        answer(known, who, places, held, np.full(count, seen), chance).right.mean() for _ in range(ROUNDS)
    ]
    return float(np.mean(rounds))


@pytest.mark.parametrize(
    ("skill", "recall", "seen", "expected"),
    [
        pytest.param(99.0, 1.0, 0.0, 1 - SLIP, id="who knows all slips now and then"),
        pytest.param(-99.0, 0.0, 0.0, 0.25, id="who knows nothing guesses blindly"),
        pytest.param(-99.0, 1.0, 0.0, 0.25 + 0.75 * 0.25, id="better, if the cards are recalled"),
        pytest.param(
            -99.0, 0.0, 1.0, LETTER * (1 - SLIP) + (1 - LETTER) * 0.25, id="or by the letter, if it was seen"
        ),
    ],
)
def test_how_often_answers_are_right(skill: float, recall: float, seen: float, expected: float) -> None:
    assert share_right(skill, recall, seen) == pytest.approx(expected, abs=0.03)


def test_the_same_seed_draws_the_same_learner() -> None:
    one, other = (draw_examinee(items(), Population(), np.random.default_rng(3)) for _ in range(2))
    assert (one.skill == other.skill).all()


def test_a_topic_has_one_skill() -> None:
    known = items()
    found = draw_examinee(known, Population(), np.random.default_rng(3))
    assert all(len(set(found.skill[known.topic == topic])) == 1 for topic in range(3))


def test_guesses_are_only_marked_by_those_who_tell() -> None:
    known = items()
    who = Examinee(np.full(len(known.refs), -99.0), tells=False)
    places, nothing = np.arange(len(known.refs)), np.zeros(len(ground().cards))
    chance, fresh = np.random.default_rng(4), np.zeros(len(known.refs))
    assert not answer(known, who, places, nothing, fresh, chance).guessed.any()
    telling = Examinee(who.skill, tells=True)
    assert answer(known, telling, places, nothing, fresh, chance).guessed.mean() == pytest.approx(
        0.6, abs=0.2
    )
