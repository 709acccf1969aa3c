"""Courses of study with mocks and practice on the way, and what a program would know on some mornings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from itertools import product
from typing import Final

import numpy as np

from benchmarks.exam_day.course import Course, Estimate, World
from benchmarks.exam_day.greedy import Greedy
from benchmarks.exam_day.index_policy import Index
from benchmarks.exam_day.learners import draw_learners
from benchmarks.exam_day.policy import Answers, Policy, Rows, View
from benchmarks.exam_day.scenarios import Start, at_start
from benchmarks.exam_day.study import study
from benchmarks.forecast_calibration.ahead import DaysAhead
from benchmarks.forecast_calibration.examinees import Items, Population, items_of
from benchmarks.forecast_calibration.pupils import Custom, Pupil, date_of, draw_pupil
from studycli.planner import bulk, fsrs
from studycli.planner.belief import Belief
from studycli.planner.forecast.chance import Held
from studycli.planner.forecast.judge import judged
from studycli.planner.forecast.values import Ground, Judged, Prospect
from studycli.planner.fsrs import Floats

DAYS: Final = 28
HORIZONS: Final = (28, 14, 7, 1)
MINUTES: Final = (5, 15, 30)
MISSED: Final = (0.0, 0.1, 0.25)
"""Shares of days missed."""

_PRESENT: Final = 0.5


class Sessions(Enum):
    """What sessions follow, and the days that a plan lives through: the greedy index, or prices as in the program."""

    GREEDY = "greedy"
    PRICED = "priced"


@dataclass(frozen=True, slots=True)
class Case:
    """What is known ``horizon`` days before the exam, and the scaled score of the exam."""

    estimate: Estimate
    population: str
    custom: Custom
    horizon: int
    prospect: Prospect
    answers: tuple[Judged, ...]
    score: int

    @property
    def day(self) -> date:
        """The day of the forecast."""
        return date_of(DAYS - self.horizon)


def cases(
    ground: Ground,
    populations: Mapping[str, Population],
    each: int,
    seed: int,
    minutes_a_day: Sequence[int] = MINUTES,
    estimate: Estimate = Estimate.FITTED,
    sessions: Sessions = Sessions.GREEDY,
) -> Iterator[Case]:
    """Everything there is to forecast: ``each`` learners for each mix of minutes, missed days and start.

    The same memories and sessions serve every population, as which learners answer exam questions. Questions have
    other properties in each course.
    """
    missed = np.tile(MISSED, each)
    for number, (minutes, start) in enumerate(product(minutes_a_day, Start)):
        drawn = draw_learners(len(missed), len(ground.cards), seed * 1000 + number)
        course, learnt = at_start(drawn, start, World(estimate=estimate))
        course.learners = replace(drawn, presence=(drawn.presence >= missed[:, None]).astype(float))
        course.world = World(missed=_PRESENT, estimate=estimate)
        items = items_of(ground, np.random.default_rng([seed, number]))
        pupils = [
            draw_pupil(items, name, population, seed * 1000 + number, row)
            for name, population in populations.items()
            for row in range(0, len(missed), population.every)
        ]
        index = Index() if sessions is Sessions.PRICED else None
        ahead = DaysAhead(course, learnt, DAYS, minutes, index)
        watch = Watch(ground, items, course, pupils, ahead)
        study(course, learnt, Watched(index or Greedy(), watch), 0, DAYS, minutes)
        yield from watch.results()


class Watched:
    """The sessions of a policy, with mornings before them."""

    def __init__(self, policy: Policy, watch: "Watch") -> None:
        self._policy, self._watch = policy, watch

    def begin(self, view: View) -> None:
        """Get ready for the course."""
        self._policy.begin(view)

    def begin_day(self, view: View) -> None:
        """The sessions are planned, then questions answered and notes taken."""
        self._policy.begin_day(view)
        self._watch.morning(view.day)

    def choose(self, view: View) -> Rows:
        """As the policy does."""
        return self._policy.choose(view)

    def answered(self, view: View, answers: Answers) -> None:
        """Let the policy take note of them."""
        self._policy.answered(view, answers)


class Watch:
    """Sees every morning of a course, and in the end the exam."""

    def __init__(
        self,
        ground: Ground,
        items: Items,
        course: Course,
        pupils: Sequence[Pupil],
        ahead: DaysAhead,
    ) -> None:
        self._ground, self._items, self._pupils = ground, items, pupils
        self._course, self._ahead = course, ahead
        self._place = {card.id: at for at, card in enumerate(ground.cards)}
        self._believed: dict[date, Floats] = {}
        self._known: list[tuple[Pupil, int, Prospect, tuple[Judged, ...]]] = []

    def morning(self, day: int) -> None:
        """Answer questions as each is used to, then note what is known."""
        left = DAYS - day
        self._believed[date_of(day)] = self._recall_as_believed(day)
        true = self._course.recall_on(day)
        for pupil in self._pupils:
            places = pupil.asked(self._ground, self._items, left)
            pupil.sit(self._items, places, true[pupil.row], day)
        if left in HORIZONS:
            idle, planned = self._recall_as_believed(DAYS), self._ahead.recall(day)
            for pupil in self._pupils:
                prospect = Prospect(self._named(idle[pupil.row]), self._named(planned[pupil.row]), left)
                self._known.append((pupil, left, prospect, self._judged(pupil, day)))

    def results(self) -> Iterator[Case]:
        """Let everyone sit the exam."""
        true = self._course.recall_on(DAYS)
        scores = [pupil.exam(self._ground, self._items, true[pupil.row]) for pupil in self._pupils]
        by_pupil = dict(zip(map(id, self._pupils), scores, strict=True))
        for pupil, left, prospect, answers in self._known:
            score = by_pupil[id(pupil)]
            estimate = self._course.world.estimate
            yield Case(estimate, pupil.population, pupil.custom, left, prospect, answers, score)

    def _recall_as_believed(self, day: int) -> Floats:
        """Recall on ``day`` if nothing more is studied."""
        course = self._course
        deck = bulk.Deck(course.phase, course.stability[1], course.difficulty[1], course.last_day)
        held = bulk.believed_stability(deck, Belief())
        recall = fsrs.recall(list(course.w[:, 1, :, None]), np.maximum(0, day - course.last_day), held)
        return np.where(course.phase == bulk.NEW, 0.0, recall)

    def _judged(self, pupil: Pupil, day: int) -> tuple[Judged, ...]:
        def then(card: str, at: datetime) -> float:
            return float(self._believed[at.date()][pupil.row, self._place[card]])

        now = Held(self._ground.cards, self._named(self._believed[date_of(day)][pupil.row]))
        return judged(pupil.answers, self._ground.bank, now, date_of(day), then)

    def _named(self, values: Floats) -> dict[str, float]:
        return dict(zip(self._place, values.tolist(), strict=True))
