from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.exam_day.anki import AS_SHIPPED, Anki, Options, fuzzed_days
from benchmarks.exam_day.course import Course, World
from benchmarks.exam_day.learners import draw_learners
from benchmarks.exam_day.learnt import Learnt
from benchmarks.exam_day.policy import Answers, View
from benchmarks.exam_day.study import study
from studycli.core import memory
from studycli.planner import fsrs
from studycli.planner.bulk import REVIEW

AGAIN, GOOD, EASY = 0.0, 0.6, 0.9999
"""Luck that gives these grades to whoever remembers."""

PLENTY_MIN = 10_000.0
NO_STEPS = Options(steps_min=(), relearning_min=())


class Watched(Anki):
    """Keeps who was asked when: (day, card, seconds into the session)."""

    def begin(self, view: View) -> None:
        super().begin(view)
        self.asked: list[tuple[int, int, float]] = []

    def answered(self, view: View, answers: Answers) -> None:
        super().answered(view, answers)
        self.asked += [(view.day, int(answers.cards[0]), float(view.clock_s[0]))]

    def on(self, day: int) -> list[int]:
        return [card for each, card, _ in self.asked if each == day]


def course_of(luck: float, cards: int, luck_of_first: float | None = None) -> Course:
    """One learner to whom every answer but those to the first card brings the same luck, in ten seconds or so."""
    drawn = draw_learners(1, cards, 3)
    lucks = np.full_like(drawn.luck, luck)
    lucks[:, 0] = luck if luck_of_first is None else luck_of_first
    return Course(replace(drawn, luck=lucks, time_factor=np.ones_like(drawn.time_factor)), World())


def watch(options: Options, course: Course, days: int, minutes: float = PLENTY_MIN) -> Watched:
    anki = Watched([options])
    study(course, Learnt(1), anki, 0, days, minutes)
    return anki


@pytest.mark.parametrize(
    ("luck", "options", "times"),
    [(GOOD, AS_SHIPPED, 2), (EASY, AS_SHIPPED, 1), (GOOD, NO_STEPS, 1), (AGAIN, NO_STEPS, 1)],
)
def test_steps_say_how_often_a_new_card_is_asked_on_its_day(
    luck: float, options: Options, times: int
) -> None:
    assert watch(options, course_of(luck, 1), 1).on(0) == [0] * times


def test_no_more_new_cards_than_the_limit_each_day() -> None:
    anki = watch(AS_SHIPPED, course_of(EASY, 50), 3)
    new = [{card for card in anki.on(day) if card >= 20 * day} for day in range(3)]
    assert new == [set(range(20)), set(range(20, 40)), set(range(40, 50))]


def known(cards: int, new: int = 0, stability: float = 2.0, luck: float = GOOD) -> Course:
    """Cards in review, last seen on day 0, with ``new`` ones after them."""
    course = course_of(luck, cards + new)
    course.phase[:, :cards] = REVIEW
    course.last_day[:, :cards] = 0
    course.stability[:, :, :cards] = stability
    return course


@pytest.mark.parametrize(("limit", "reviews", "new"), [(200, 190, 10), (300, 190, 20), (50, 50, 0)])
def test_new_cards_count_within_the_limit_of_reviews(limit: int, reviews: int, new: int) -> None:
    course = known(190, new=30, luck=EASY)
    course.last_day[:, :190] = -9
    asked = watch(replace(AS_SHIPPED, reviews_per_day=limit), course, 1).on(0)
    assert (sum(card < 190 for card in asked), sum(card >= 190 for card in asked)) == (reviews, new)


def test_a_failed_card_comes_back_when_its_minute_is_over() -> None:
    anki = watch(replace(AS_SHIPPED, new_per_day=40), course_of(EASY, 40, luck_of_first=AGAIN), 1, 5.0)
    gaps = np.diff([at for _, card, at in anki.asked if card == 0])
    assert len(gaps) >= 2
    assert ((gaps >= 60.0) & (gaps < 110.0)).all()


def test_with_nothing_else_a_card_in_its_step_is_shown_ahead() -> None:
    anki = watch(AS_SHIPPED, course_of(GOOD, 1), 1)
    (_, _, first), (_, _, second) = anki.asked
    assert second - first < 60.0


def test_a_card_left_in_its_step_comes_first_on_the_next_day() -> None:
    course = course_of(EASY, 40, luck_of_first=AGAIN)
    anki = watch(replace(AS_SHIPPED, new_per_day=3), course, 2, 0.6)
    assert 0 in anki.on(0)
    assert anki.on(1)[0] == 0


def test_filling_goes_on_with_the_new_cards() -> None:
    filling = watch(replace(AS_SHIPPED, fills=True), course_of(EASY, 30), 1)
    assert filling.on(0) == list(range(30))


def test_filling_then_goes_on_with_what_is_recalled_worst() -> None:
    course = known(30)
    course.last_day[:] = -1
    course.stability[1] = np.linspace(50.0, 10.0, 30)
    filling = watch(Options(fills=True, retention=0.7), course, 1)
    assert filling.on(0) == list(range(29, -1, -1))


@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
def test_cards_come_due_when_recall_has_fallen_to_the_retention(retention: float) -> None:
    course = known(1, stability=10.0)
    (days,) = fsrs.interval_days(list(course.w[:, 1]), np.array([10.0]), retention)
    asked = watch(Options(retention=retention), course, 60).asked
    assert asked[0][0] == pytest.approx(days, rel=0.15, abs=1.5)


@given(st.floats(0.1, 40_000.0), st.floats(0.0, 0.999))
def test_the_fuzz_is_that_of_the_product(days: float, fuzz: float) -> None:
    assert fuzzed_days(np.array([days]), np.array([fuzz]))[0] == memory.fuzzed_days(days, fuzz)
