import pytest

from benchmarks.exam_day.bound import bound
from benchmarks.exam_day.course import World
from benchmarks.exam_day.greedy import Greedy
from benchmarks.exam_day.index_policy import Index
from studycli.planner.dual.plan import MISSED_SHARE
from tests.benchmarks.exam_day.samples import LEARNERS, PLAIN, fresh, studied

DAYS, MINUTES = 8, 2.5


@pytest.mark.parametrize("world", [PLAIN, World(missed=0.4)], ids=["plain", "missed"])
def test_it_does_no_worse_than_greedy_and_comes_near_the_bound(world: World) -> None:
    index = studied(Index(1.0), MINUTES, DAYS, fresh(world)).recall
    ahead = index - studied(Greedy(1.0), MINUTES, DAYS, fresh(world)).recall
    assert ahead.mean() >= -2.0 * ahead.std() / LEARNERS**0.5
    short = bound(fresh(world), DAYS, MINUTES) - index
    assert short.mean() < 0.02 + 2.0 * short.std() / LEARNERS**0.5


def test_it_stops_when_another_answer_would_not_pay() -> None:
    found = studied(Index(1.0), 60.0, 3)
    assert found.used.mean() < 0.9
    assert found.seen.mean() > 59.0


def test_how_many_days_are_missed_is_learnt() -> None:
    reliable, missing = Index(), Index()
    studied(reliable, 1.0, DAYS)
    studied(missing, 1.0, DAYS, fresh(World(missed=0.4)))
    assert all(plan.task.missed_share < MISSED_SHARE for plan in reliable.plans.values())
    shares = [plan.task.missed_share for plan in missing.plans.values()]
    assert max(shares) > MISSED_SHARE
