from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.exam_day.course import Course as Studied
from benchmarks.exam_day.course import World
from benchmarks.exam_day.greedy import Greedy
from benchmarks.exam_day.learners import Learners, draw_learners
from benchmarks.exam_day.learnt import Learnt
from benchmarks.exam_day.study import study
from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, Phase
from studycli.planner.belief import Belief, mean
from studycli.planner.bulk import Deck, recall_without
from studycli.planner.course import Course, course, steps
from studycli.planner.fsrs import Floats
from studycli.planner.greedy import worth_now
from tests.planner.samples import TODAY, deck_of, held, states

ENGINE = Engine()
BELIEF = Belief()
SLOWEST_S = 20.0 + 2 * 17.0
"""What one card can take: a failure, and two more tries."""


def lived(
    cards: list[CardState], minutes: list[float], runs: int = 4, weights: Floats | None = None
) -> Course:
    """All runs with the same minutes each day, evenly apart."""
    counts = np.ones(len(cards)) if weights is None else weights
    budgets = np.tile(np.array(minutes) * 60.0, (runs, 1))
    return course(deck_of(cards), counts, budgets, np.arange(runs) / runs, ENGINE.parameters, BELIEF)


NEW = [NEW_CARD] * 60


def test_without_time_everything_stays_as_it_is() -> None:
    cards = [held(Phase.REVIEW, 10.0), NEW_CARD]
    found = lived(cards, [0.0] * 5)
    idle = recall_without(deck_of(cards), 5, ENGINE.parameters, BELIEF)
    assert np.array_equal(found.recall, np.tile(idle, (4, 1)))
    assert idle[0] == pytest.approx(ENGINE.recall_after(8, 10.0))
    assert (idle[1], found.seconds.sum(), found.new.sum()) == (0.0, 0.0, 0.0)


def test_one_look_at_a_new_card_leaves_what_its_grades_say() -> None:
    """The mean of many cards against the tree of all grades."""
    found = lived([NEW_CARD] * 4000, [3000.0], runs=8)
    habits = BELIEF.habits
    first, retried = ENGINE.next_memories(NEW_CARD, 0), []
    state = CardState(Phase.LEARNING, *first[0], TODAY)
    for _ in range(2):
        memories = ENGINE.next_memories(state, 0)
        retried.append([ENGINE.recall_after(1, stability) for stability, _ in memories])
        state = CardState(Phase.LEARNING, *memories[0], TODAY)
    left = ENGINE.recall_after(1, state.stability_days * BELIEF.kept_after_failure)
    for passes in reversed(retried):
        left = mean(habits.retry_new, (left, passes[1], passes[2], passes[3]))
    passed = [ENGINE.recall_after(1, stability) for stability, _ in first]
    expected = mean(habits.first, (left, passed[1], passed[2], passed[3]))
    assert float(found.recall.mean()) == pytest.approx(expected, abs=0.003)
    assert float(found.new.mean()) == 4000.0
    retry_s = mean(habits.retry_new, habits.retry_s)
    seconds = mean(habits.first, habits.new_s) + habits.first[0] * retry_s * (1.0 + habits.retry_new[0])
    assert float(found.seconds.mean()) / 4000.0 == pytest.approx(seconds, abs=0.25)


def test_a_day_takes_what_brings_most_for_a_second() -> None:
    """One day of ten minutes takes the cards that the index of sessions puts first."""
    cards = [held(Phase.REVIEW, 0.5 + 3.0 * at, 2.0 + at % 7, 1 + at % 5) for at in range(80)]
    exam = TODAY + timedelta(days=3)
    index = [worth_now(state, TODAY, exam, ENGINE, BELIEF).per_s for state in cards]
    best = sorted(range(80), key=lambda at: -index[at])
    found = lived(cards, [10.0, 0.0, 0.0], runs=1)
    idle = recall_without(deck_of(cards), 3, ENGINE.parameters, BELIEF)
    taken = set(np.flatnonzero(found.recall[0] != idle).tolist())
    assert len(taken) > 10
    assert taken == set(best[: len(taken)])


def test_a_card_that_counts_more_is_taken_first() -> None:
    weights = np.array([1.0] * 30 + [1.5] * 30)
    found = lived(NEW, [5.0], weights=weights)
    assert (found.recall[:, :30] == 0.0).all()
    assert (found.recall[:, 30:] > 0.0).sum() > 40


def test_what_would_add_next_to_nothing_is_left_alone() -> None:
    known = [held(Phase.REVIEW, 3000.0, days_ago=1)] * 20
    assert lived(known, [30.0] * 7).seconds.sum() == 0.0


def test_a_failed_card_waits_for_no_other_day() -> None:
    failed = [CardState(Phase.LEARNING, 0.2, 7.0, TODAY)]
    found = lived(failed, [1.0, 0.0], runs=1000)
    assert float(found.reviews[:, 0].mean()) == 1.0
    assert found.recall.mean() > recall_without(deck_of(failed), 2, ENGINE.parameters, BELIEF)[0]


def test_the_same_cards_and_days_give_the_same() -> None:
    one, other = lived(NEW, [5.0] * 9), lived(NEW, [5.0] * 9)
    assert np.array_equal(one.recall, other.recall)
    assert np.array_equal(one.seconds, other.seconds)


def test_runs_with_the_same_draws_differ_by_their_minutes_alone() -> None:
    budgets = np.array([[60.0] * 9, [60.0] * 9, [120.0] * 9])
    found = course(deck_of(NEW), np.ones(60), budgets, np.zeros(3), ENGINE.parameters, BELIEF)
    assert np.array_equal(found.recall[0], found.recall[1])
    assert found.recall[2].mean() > found.recall[0].mean() + 0.1


@settings(max_examples=30)
@given(st.lists(states, max_size=12), st.lists(st.floats(0.0, 5.0), min_size=1, max_size=6))
def test_no_day_takes_more_than_it_has_but_for_the_last_answer(
    cards: list[CardState], minutes: list[float]
) -> None:
    found = lived(cards, minutes, runs=2)
    assert (found.seconds <= np.array(minutes) * 60.0 + SLOWEST_S * 2).all()
    new = sum(state.phase is Phase.NEW for state in cards)
    assert (found.new.sum(axis=1) <= new).all()
    assert ((found.recall >= 0.0) & (found.recall <= 1.0)).all()
    assert np.isfinite(found.recall).all()


def test_no_cards_are_no_trouble() -> None:
    found = lived([], [20.0] * 3)
    assert (found.recall.shape, found.seconds.sum()) == ((4, 0), 0.0)


@pytest.mark.parametrize("days", [0, 1, 14, 60, 74, 75, 100, 365, 3660])
def test_every_day_is_lived_through_once(days: int) -> None:
    found = list(steps(days))
    assert [first for first, _ in found] == [0, *(end for _, end in found[:-1])][: len(found)]
    assert sum(end - first for first, end in found) == days
    assert len(found) <= 160


def test_days_lived_through_at_once_come_to_about_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = lived(NEW, [1.0] * 120, runs=8)
    monkeypatch.setattr("studycli.planner.course._STRIDE", 1000)
    one_by_one = lived(NEW, [1.0] * 120, runs=8)
    assert at_once.recall.mean() == pytest.approx(one_by_one.recall.mean(), abs=0.02)
    assert at_once.new.sum() == pytest.approx(one_by_one.new.sum(), rel=0.05)


def test_grades_are_those_of_the_engine() -> None:
    """A certain pass leaves exactly what the engine says."""
    sure = Belief(slip=1.0)
    card = held(Phase.REVIEW, 8.0, 4.0, 0)
    deck = Deck(*(np.array(each) for each in ([2], [8.0], [4.0], [-1])))
    found = course(deck, np.ones(1), np.array([[5.0, 0.0]]), np.array([0.99]), ENGINE.parameters, sure)
    yesterday = CardState(Phase.REVIEW, card.stability_days, card.difficulty, TODAY - timedelta(days=1))
    after = {grade: ENGINE.next_memory(yesterday, 1, grade)[0] for grade in Grade}
    possible = [ENGINE.recall_after(2, after[grade]) for grade in (Grade.HARD, Grade.GOOD, Grade.EASY)]
    assert any(float(found.recall[0, 0]) == pytest.approx(each, abs=1e-6) for each in possible)


def as_believed(count: int, cards: int) -> Learners:
    """Learners of the simulator that policies are compared in, who are as a plan believes them to be."""
    parameters = np.repeat(np.array(ENGINE.parameters)[:, None], count, axis=1)
    habits = (BELIEF.habits.first, BELIEF.habits.passed)
    first, passed = (np.repeat(np.array(shares)[:, None], count, axis=1) for shares in habits)
    return replace(
        draw_learners(count, cards, 5),
        w=parameters,
        believed=parameters,
        ease=np.ones((count, cards)),
        first=first,
        passed=passed,
        pace=np.ones(count),
    )


@pytest.mark.parametrize(("days", "minutes"), [(7, 4.0), (14, 3.0)])
def test_a_plan_expects_what_simulated_learners_reach(days: int, minutes: float) -> None:
    """Learners who are as believed, in the simulator that policies are compared in, one answer after the other."""
    count, cards = 16, 80
    studied = Studied(as_believed(count, cards), World(BELIEF.kept_after_failure))
    reached = study(studied, Learnt(count), Greedy(), 0, days, minutes).recall
    expected = lived([NEW_CARD] * cards, [minutes] * days, runs=8).recall.mean()
    spread = reached.std() / np.sqrt(count)
    assert expected == pytest.approx(reached.mean(), abs=0.01 + 2 * spread)
