import numpy as np

from benchmarks.exam_day.course import World
from benchmarks.exam_day.learners import draw_learners
from benchmarks.exam_day.line_up import POLICIES
from benchmarks.exam_day.scenarios import SETTINGS, Setting, Start, at_start, run
from studycli.planner.bulk import REVIEW
from tests.benchmarks.exam_day.samples import PLAIN, Nothing

LEARNERS = draw_learners(3, 300, 1)


def test_there_are_eighteen_settings_with_names_of_their_own() -> None:
    assert len({(setting.name, setting.start) for setting in SETTINGS}) == 18


def test_half_learnt_is_half_the_deck_and_six_days_ago() -> None:
    course, learnt = at_start(LEARNERS, Start.HALF, World(missed=0.9))
    assert (course.phase[:, :150] == REVIEW).all()
    assert not course.reviews[:, 150:].any()
    assert course.last_day[:, :150].max() == -7
    assert len({*np.ravel(learnt.belief.habits.pace)} - {1.0}) == 3


def test_who_does_nothing_scores_what_was_known_at_the_start() -> None:
    course, _ = at_start(LEARNERS, Start.HALF, PLAIN)
    found = run(LEARNERS, Setting(7, 5, Start.HALF), PLAIN, lambda _: Nothing())
    assert (found.recall == course.recall_on(7).mean(axis=1)).all()


def test_copies_of_a_learner_stand_side_by_side() -> None:
    found = run(LEARNERS, Setting(7, 5, Start.NEW), PLAIN, POLICIES["greedy"], copies=2)
    assert np.array_equal(found.recall[0::2], found.recall[1::2])
    assert len(set(found.recall)) == 3
