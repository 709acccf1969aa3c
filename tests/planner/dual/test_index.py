from dataclasses import replace

import numpy as np
import pytest

from studycli.planner import bulk
from studycli.planner.belief import Belief
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, REVIEW
from studycli.planner.dual.index import retry_worths, worths
from studycli.planner.dual.kept import LEAST_GAIN
from studycli.planner.dual.plan import plan_at, problem_of, solve
from studycli.planner.dual.tables import COARSE
from tests.planner.dual.brute_force import Card, Cards, Course, best_value, value_of
from tests.planner.dual.samples import BELIEF, NEW_CARD, W, deck_of, mixed_deck, task_of
from tests.planner.dual.test_problem import BELIEF as EVEN

DAYS = 10
DECK = mixed_deck(60)
ONES = np.ones(60)
PLAN = solve(task_of(DECK, 4.0, DAYS))


def test_on_the_last_day_it_is_the_greedy_index() -> None:
    task = task_of(DECK, 0.5, 1)
    plan = plan_at(task, problem_of(task, COARSE), np.array([1.0]))
    expected = bulk.worths(DECK, 0, 1, W, BELIEF)
    found = worths(plan, DECK, ONES, 0)
    assert found.gain == pytest.approx(expected.gain, abs=1e-9)
    assert found.seconds == pytest.approx(expected.seconds)


def test_on_the_last_day_a_try_after_a_failure_is_the_greedy_one() -> None:
    failed = deck_of((LEARNING, 0.3, 7, 0), (RELEARNING, 2, 7, 0), (REVIEW, 9, 5, 0), NEW_CARD)
    task = task_of(failed, 0.5, 1)
    plan = plan_at(task, problem_of(task, COARSE), np.array([1.0]))
    expected = bulk.worths(failed, 0, 1, W, BELIEF)
    found = retry_worths(plan, failed, np.ones(4), 0)
    # Both ends lie between cells of the grid here.
    assert found.gain[:2] == pytest.approx(expected.gain[:2], abs=0.02)
    assert found.seconds[:2] == pytest.approx(expected.seconds[:2])
    assert found.gain[2:].tolist() == [0.0, 0.0]


def test_a_card_passed_today_and_a_suspended_one_are_nothing() -> None:
    deck = deck_of((REVIEW, 2, 5, 0), (REVIEW, 2, 5, -3), (REVIEW, 2, 5, -3))
    found = worths(PLAN, deck, np.array([1.0, 0.0, 1.0]), 0)
    assert found.gain[:2].tolist() == [0.0, 0.0]
    assert found.per_s[2] > 0.0


def test_a_hopeless_card_is_not_worth_the_price_of_its_seconds() -> None:
    plan = solve(task_of(mixed_deck(150), 0.5, 30))
    hopeless, worth_it = worths(
        plan, deck_of((REVIEW, 0.01, 10, -5), (REVIEW, 6, 5, -5)), np.ones(2), 0
    ).per_s
    assert 0.0 < hopeless < plan.lam[0]
    assert worth_it > hopeless


def test_what_is_known_to_the_exam_does_not_pay() -> None:
    assert worths(PLAN, deck_of((REVIEW, 2000, 3, -1)), np.ones(1), 0).per_s[0] < 1e-5


def test_a_strong_card_can_wait_and_a_weak_one_cannot() -> None:
    strong, weak = worths(PLAN, deck_of((REVIEW, 30, 5, -2), (REVIEW, 1.5, 5, -2)), np.ones(2), 0).per_s
    assert weak > max(0.0, strong)


def test_a_card_never_seen_always_pays_if_it_counts() -> None:
    deck = deck_of(NEW_CARD, NEW_CARD, (REVIEW, 300, 4, -2))
    far = solve(task_of(deck, 60.0, 400))
    seen_first, uncounted, known = worths(far, deck, np.array([0.5, 0.0, 1.0]), 0).gain
    assert seen_first >= LEAST_GAIN
    assert uncounted == 0.0
    assert known < LEAST_GAIN


def test_twice_the_weight_is_more_than_once() -> None:
    deck = deck_of(NEW_CARD, NEW_CARD)
    task = task_of(deck, 0.5, DAYS, np.array([0.5, 1.0]))
    light, heavy = worths(solve(task), deck, task.weights, 0).per_s
    assert heavy > light


def test_weights_all_doubled_keep_the_order() -> None:
    doubled = solve(task_of(DECK, 4.0, DAYS, 2.0 * ONES))
    one, two = worths(PLAN, DECK, ONES, 0).per_s, worths(doubled, DECK, 2.0 * ONES, 0).per_s
    assert two == pytest.approx(2.0 * one, rel=0.05, abs=1e-4)


def test_seconds_are_the_learners_own() -> None:
    slow = replace(BELIEF, habits=replace(BELIEF.habits, pace=2.0))
    plan = solve(task_of(DECK, 8.0, DAYS, belief=slow))
    assert worths(plan, DECK, ONES, 0).seconds == pytest.approx(2.0 * worths(PLAN, DECK, ONES, 0).seconds)
    assert worths(plan, DECK, ONES, 0).gain == pytest.approx(worths(PLAN, DECK, ONES, 0).gain, abs=0.01)


def test_a_day_that_may_be_missed_makes_waiting_dearer() -> None:
    sure = plan_at(PLAN.task, PLAN.problem, PLAN.lam)
    unsure = replace(sure, task=replace(PLAN.task, missed_share=0.3))
    assert (worths(unsure, DECK, ONES, 0).gain >= worths(sure, DECK, ONES, 0).gain - 1e-12).all()


def test_a_later_day_of_the_plan_needs_no_new_one() -> None:
    found = worths(PLAN, DECK, ONES, 4)
    late = replace(PLAN.task, day=4, budgets_s=PLAN.task.budgets_s[4:])
    anew = plan_at(late, problem_of(late, COARSE), PLAN.lam[4:])
    assert found.gain == pytest.approx(worths(anew, DECK, ONES, 4).gain)
    assert (found.gain > worths(PLAN, DECK, ONES, 0).gain).mean() > 0.5


def test_without_a_card_that_counts_nothing_does() -> None:
    plan = solve(task_of(DECK, 4.0, DAYS, 0.0 * ONES))
    assert not worths(plan, DECK, 0.0 * ONES, 0).gain.any()


def test_another_try_pays_more_the_less_a_failure_leaves() -> None:
    gains = []
    for kept in (0.3, 0.6, 1.0):
        plan = solve(task_of(DECK, 4.0, 2, belief=Belief(kept_after_failure=kept)))
        gains.append(retry_worths(plan, deck_of((RELEARNING, 3, 6, 0)), np.ones(1), 0).gain[0])
    assert gains == sorted(gains, reverse=True)
    assert gains[0] > gains[2] + 0.01


@pytest.mark.parametrize(
    ("cards", "course"),
    [
        pytest.param((Card(NEW, 1, 5, -1),) * 2, Course(3, 1, EVEN), id="two new cards"),
        pytest.param((Card(REVIEW, 2, 8, -4), Card(NEW, 1, 5, -1)), Course(2, 2, EVEN), id="a weak one"),
        pytest.param(
            (Card(LEARNING, 0.3, 7, -1), Card(REVIEW, 1, 6, -2), Card(NEW, 1, 5, -1)),
            Course(2, 1, EVEN),
            id="three cards",
        ),
    ],
)
def test_it_comes_near_the_best_that_can_be_tried(cards: Cards, course: Course) -> None:
    task = task_of(deck_of(*cards), course.answers_a_day / 6.0, course.days, belief=EVEN)
    plan = solve(task)

    def chooser(held: Cards, day: int) -> int | None:
        per_s = worths(plan, deck_of(*held), np.ones(len(held)), day).per_s
        return int(per_s.argmax()) if per_s.max() > 0.0 else None

    def greedy(held: Cards, day: int) -> int | None:
        per_s = bulk.worths(deck_of(*held), day, course.days, W, EVEN).per_s
        return int(per_s.argmax()) if per_s.max() > 0.0 else None

    found = value_of(chooser, cards, course)
    assert found >= 0.98 * best_value(cards, course)
    assert found >= value_of(greedy, cards, course) - 0.01
