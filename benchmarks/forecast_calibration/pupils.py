"""Learners as examinees over a course: what they sit and practise, what the log would keep of it, and their exam."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.random import Generator

from benchmarks.forecast_calibration.examinees import (
    Examinee,
    Items,
    Places,
    Population,
    answer,
    draw_examinee,
)
from studycli.core.evidence import Evidence
from studycli.core.exam.attempt import Confidence
from studycli.core.exam.draw import Shortage, draw
from studycli.core.exam.paper import Paper, PaperItem, terms_of
from studycli.core.exam.score import scaled_score
from studycli.planner.forecast.values import Ground
from studycli.planner.fsrs import Floats


class Custom(IntEnum):
    """What a learner does with exam questions before the exam; a quarter of all each."""

    NOTHING = 0
    PRACTICE = 1
    MOCKS = 2
    BOTH = 3


MOCKS_BEFORE: Final[Mapping[Custom, tuple[int, ...]]] = {Custom.MOCKS: (15, 8, 3), Custom.BOTH: (20,)}
"""How many days before the exam whole mocks are sat."""

PRACTISED: Final[Mapping[Custom, tuple[int, int, int]]] = {
    Custom.PRACTICE: (28, 3, 5),
    Custom.BOTH: (7, 1, 10),
}
"""From so many days before the exam, every so many days, so many questions of practice."""

_START: Final = datetime(2026, 11, 2, 12, tzinfo=timezone(timedelta(hours=9)))
_ANSWER_S: Final = 60.0


def date_of(day: int) -> date:
    """The date of a day of the course."""
    return (_START + timedelta(days=day)).date()


@dataclass(slots=True)
class Pupil:
    """One learner. ``row`` is the place in the course; ``seen`` counts answers to each question so far."""

    row: int
    population: str
    custom: Custom
    who: Examinee
    chance: Generator
    seed: int
    seen: Floats
    shown: dict[str, datetime] = field(default_factory=dict)
    answers: dict[str, list[Evidence]] = field(default_factory=dict)

    def asked(self, ground: Ground, items: Items, days_left: int) -> Places:
        """The questions answered on a morning: a mock drawn as the program draws it, or practice."""
        if days_left in MOCKS_BEFORE.get(self.custom, ()):
            paper = draw(ground.blueprint, ground.bank, self.shown, self.seed + days_left)
            return items.places(item.question for item in _drawn(paper))
        start, every, count = PRACTISED.get(self.custom, (0, 1, 0))
        if days_left > start or days_left % every:
            return items.places(())
        return np.argsort(self.seen + self.chance.random(len(self.seen)))[:count]

    def sit(self, items: Items, places: Places, recall: Floats, day: int) -> None:
        """Answer questions on a day; ``recall`` is the true recall of every card."""
        at = _START + timedelta(days=day)
        found = answer(items, self.who, places, recall, self.seen, self.chance)
        for place, right, guessed in zip(places, found.right, found.guessed, strict=True):
            name, sure = items.refs[place].id, Confidence.GUESS if guessed else None
            evidence = Evidence(at, bool(right), True, False, sure, _ANSWER_S, None)
            self.answers.setdefault(name, []).append(evidence)
            self.shown[name] = at
        self.seen[places] += 1

    def exam(self, ground: Ground, items: Items, recall: Floats) -> int:
        """The scaled score of a paper drawn for everybody alike, all of it as if never seen."""
        paper = draw(ground.blueprint, ground.bank, {}, self.seed)
        counted = items.places(item.question for item in _drawn(paper) if item.scored)
        right = answer(items, self.who, counted, recall, np.zeros_like(self.seen), self.chance).right
        return scaled_score(int(right.sum()), len(counted), terms_of("exam", ground.blueprint))


def _drawn(paper: Paper | Shortage) -> tuple[PaperItem, ...]:
    if isinstance(paper, Shortage):
        raise TypeError(f"the bank is too small for the exam: {paper.lacks}")
    return paper.items


def draw_pupil(items: Items, name: str, population: Population, seed: int, row: int) -> Pupil:
    """The learner of a row, as an examinee drawn from a population."""
    chance = np.random.default_rng([seed, row])
    who = draw_examinee(items, population, chance)
    custom = Custom(row // 3 % len(Custom))
    return Pupil(row, name, custom, who, chance, seed * 1000 + row, np.zeros(len(items.refs)))
