"""Courses of study with mocks and practice on the way, and what a program would know on some mornings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.exam_day.course import Course, Estimate, World
from benchmarks.exam_day.greedy import Greedy
from benchmarks.exam_day.learners import draw_learners
from benchmarks.exam_day.learnt import Learnt, belief_of
from benchmarks.exam_day.policy import View
from benchmarks.exam_day.scenarios import Start, at_start
from benchmarks.exam_day.study import study
from benchmarks.forecast_calibration.examinees import Items, Population, items_of
from benchmarks.forecast_calibration.pupils import Custom, Pupil, date_of, draw_pupil
from studycli.planner import bulk, fsrs
from studycli.planner.belief import Belief
from studycli.planner.course import course as plan_course
from studycli.planner.days import counted_on, missed_share
from studycli.planner.forecast.chance import Held
from studycli.planner.forecast.judge import judged
from studycli.planner.forecast.values import Ground, Judged, Prospect
from studycli.planner.fsrs import Floats

DAYS: Final = 28
HORIZONS: Final = (28, 14, 7, 1)
MINUTES: Final = (5, 15, 30)
MISSED: Final = (0.0, 0.1, 0.25)
"""Shares of days missed."""

RUNS: Final = 8
"""The days to come are lived through so many times for a plan."""

_PRESENT: Final = 0.5


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
        watch = Watch(ground, items, course, learnt, pupils, minutes)
        study(course, learnt, Watched(watch), 0, DAYS, minutes)
        yield from watch.results()


class Watched(Greedy):
    """Greedy study, with mornings of its own."""

    def __init__(self, watch: "Watch") -> None:
        super().__init__()
        self._watch = watch

    def begin_day(self, view: View) -> None:
        """Questions are answered and notes taken before the session."""
        self._watch.morning(view.day)
        super().begin_day(view)


class Watch:
    """Sees every morning of a course, and in the end the exam."""

    def __init__(
        self,
        ground: Ground,
        items: Items,
        course: Course,
        learnt: Learnt,
        pupils: Sequence[Pupil],
        minutes: int,
    ) -> None:
        self._ground, self._items, self._pupils = ground, items, pupils
        self._course, self._learnt, self._minutes = course, learnt, minutes
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
            idle, planned = self._recall_as_believed(DAYS), self._planned(day)
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

    def _planned(self, day: int) -> Floats:
        """Recall on the exam day as the plan of the program has it: the days to come lived through, as believed."""
        course, belief = self._course, self._learnt.belief
        present = course.learners.presence >= course.world.missed
        return np.stack(
            [
                plan_course(
                    bulk.Deck(
                        course.phase[row],
                        course.stability[1, row],
                        course.difficulty[1, row],
                        course.last_day[row] - day,
                    ),
                    np.ones(len(self._place)),
                    np.tile(self._to_count_on(present[row], day), (RUNS, 1)),
                    np.arange(RUNS) / RUNS,
                    course.w[:, 1, row].tolist(),
                    belief_of(belief, row),
                ).recall.mean(axis=0)
                for row in range(course.rows)
            ]
        )

    def _to_count_on(self, present: NDArray[np.bool_], day: int) -> Floats:
        """Seconds of each day to come, by the days missed so far."""
        studied = [date_of(past) for past in range(day) if present[past]]
        budgets = np.full(DAYS - day, self._minutes * 60.0)
        return counted_on(budgets, missed_share(studied, date_of(day), ()))

    def _judged(self, pupil: Pupil, day: int) -> tuple[Judged, ...]:
        def then(card: str, at: datetime) -> float:
            return float(self._believed[at.date()][pupil.row, self._place[card]])

        now = Held(self._ground.cards, self._named(self._believed[date_of(day)][pupil.row]))
        return judged(pupil.answers, self._ground.bank, now, date_of(day), then)

    def _named(self, values: Floats) -> dict[str, float]:
        return dict(zip(self._place, values.tolist(), strict=True))
