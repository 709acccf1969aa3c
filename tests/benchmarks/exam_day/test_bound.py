from functools import cache

import numpy as np
import pytest

from benchmarks.exam_day.bound import bound
from benchmarks.exam_day.course import World
from benchmarks.exam_day.line_up import POLICIES
from studycli.planner.fsrs import Floats
from tests.benchmarks.exam_day.samples import LEARNERS, PLAIN, fresh, studied

DAYS, MINUTES = 5, 3.0
FAILURES, MISSED = World(0.3), World(missed=0.3)


@cache
def most(world: World) -> Floats:
    return bound(fresh(world), DAYS, MINUTES)


@pytest.mark.parametrize("world", [PLAIN, FAILURES, MISSED], ids=["plain", "failures", "missed"])
@pytest.mark.parametrize("name", POLICIES)
def test_no_policy_exceeds_it(world: World, name: str) -> None:
    over = studied(POLICIES[name](LEARNERS), MINUTES, DAYS, fresh(world)).recall - most(world)
    assert over.mean() < 2.0 * over.std() / LEARNERS**0.5


def test_what_makes_it_harder_lowers_it() -> None:
    assert most(FAILURES).mean() < most(PLAIN).mean()
    assert most(MISSED).mean() < most(PLAIN).mean()
    assert (bound(fresh(learners=2), DAYS, 1.0) < most(PLAIN)[:2]).all()


def test_it_is_that_of_the_learner_in_the_row() -> None:
    rows = np.array([2, 0])
    course = fresh(learners=3)
    assert bound(course.taken(rows, PLAIN), DAYS, MINUTES) == pytest.approx(most(PLAIN)[rows])
