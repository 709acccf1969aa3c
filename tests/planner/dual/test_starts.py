import numpy as np
import pytest

from studycli.planner import fsrs
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, REVIEW, worths
from studycli.planner.dual.horizon import horizon
from studycli.planner.dual.starts import next_steps
from studycli.planner.dual.tables import FIRST, LAPSE
from tests.planner.dual.samples import BELIEF, W, deck_of, mixed_deck

DAYS = 12
AHEAD = horizon(DAYS)


def test_cards_are_sorted_by_what_their_failure_will_be() -> None:
    deck = deck_of((NEW, 1, 5, 0), (LEARNING, 1, 5, -2), (REVIEW, 9, 5, -2), (RELEARNING, 2, 5, -2))
    found = [(steps.kind, steps.places.tolist()) for steps in next_steps(deck, W, BELIEF, AHEAD)]
    assert found == [(FIRST, [0]), (FIRST, [1]), (LAPSE, [2, 3])]


def test_a_review_and_nothing_more_brings_what_the_greedy_index_says() -> None:
    deck = mixed_deck(40)
    for day in (0, 5):
        expected = worths(deck, day, DAYS, W, BELIEF)
        for steps in next_steps(deck, W, BELIEF, AHEAD):
            gain = steps.recall[day] - steps.never
            assert gain == pytest.approx(expected.gain[steps.places])
            seconds = np.broadcast_to(steps.seconds, steps.recall.shape)[day]
            assert seconds == pytest.approx(expected.seconds[steps.places])


def test_nothing_is_reviewed_on_the_day_of_its_last_review_or_before() -> None:
    (steps,) = next_steps(deck_of((REVIEW, 9, 5, 2)), W, BELIEF, AHEAD)
    assert (steps.recall[:3] < -100.0).all()
    assert (steps.recall[3:] > 0.0).all()


def test_new_cards_may_have_first_stabilities_of_their_own() -> None:
    own = [*(value * np.array([0.6, 1.6]) for value in W[:4]), *W[4:]]
    (steps,) = next_steps(deck_of((NEW, 1, 5, 0), (NEW, 1, 5, 0)), own, BELIEF, AHEAD)
    assert (steps.recall[:, 0] < steps.recall[:, 1]).all()
    better = [*(value * 1.6 for value in W[:4]), *W[4:]]
    (alone,) = next_steps(deck_of((NEW, 1, 5, 0)), better, BELIEF, AHEAD)
    assert steps.recall[:, 1] == pytest.approx(alone.recall[:, 0])
    assert steps.answers.stability[1:, 0, 1] == pytest.approx(fsrs.first_memory(better)[0][1:])
