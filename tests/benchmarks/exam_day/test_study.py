import numpy as np
import pytest

from benchmarks.exam_day.course import World
from benchmarks.exam_day.greedy import Greedy
from benchmarks.exam_day.line_up import POLICIES
from tests.benchmarks.exam_day.samples import LEARNERS, Nothing, fresh, studied


@pytest.mark.parametrize("name", POLICIES)
def test_recall_is_a_share_and_the_time_is_kept(name: str) -> None:
    result = studied(POLICIES[name](LEARNERS), 5.0)
    assert ((result.recall > 0.0) & (result.recall <= 1.0)).all()
    assert ((result.used > 0.0) & (result.used <= 1.0)).all()


@pytest.mark.parametrize("name", POLICIES)
def test_more_minutes_do_not_hurt_on_average(name: str) -> None:
    means = [studied(POLICIES[name](LEARNERS), minutes).recall.mean() for minutes in (1.0, 3.0, 9.0)]
    assert means == sorted(means)


def test_who_does_nothing_knows_nothing() -> None:
    result = studied(Nothing(), 5.0)
    assert not result.recall.any()
    assert not result.answers.any()


def test_who_stops_keeps_what_memory_keeps() -> None:
    course = fresh()
    studied(Greedy(), 5.0, course=course)
    expected = course.recall_on(30).mean(axis=1)
    assert studied(Nothing(), 5.0, days=30, course=course).recall == pytest.approx(expected)


def test_the_same_seed_gives_the_same_course() -> None:
    first, second = studied(Greedy(), 3.0), studied(Greedy(), 3.0)
    assert (first.recall == second.recall).all()
    assert (studied(Greedy(), 3.0, course=fresh(seed=2)).recall != first.recall).any()


def test_a_learner_is_the_same_whoever_studies_beside_them() -> None:
    few = studied(Greedy(), 3.0, course=fresh(learners=3))
    assert few.recall == pytest.approx(studied(Greedy(), 3.0).recall[:3])


def test_missed_days_take_their_share_of_answers() -> None:
    all_days = studied(Greedy(), 3.0, days=20)
    some_days = studied(Greedy(), 3.0, days=20, course=fresh(World(missed=0.5)))
    assert 0.35 < some_days.answers.sum() / all_days.answers.sum() < 0.65


def test_cards_never_seen_are_counted_and_worth_nothing() -> None:
    course = fresh()
    result = studied(Greedy(), 1.0, days=2, course=course)
    assert (result.seen == (course.reviews > 0).sum(axis=1)).all()
    assert not course.recall_on(2)[course.reviews == 0].any()
    assert np.all(result.seen < course.learners.cards)
