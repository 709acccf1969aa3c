"""A course: learners answer cards, what is true of their memory moves on, and what is believed of it follows.

Both sides are FSRS-6, the true one with the learner's own parameters and the card's ease. A side is the first axis
of an array: 0 true, 1 believed. Grades are seen by both, so phases and days are common.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np
from fsrs_rs_python import DEFAULT_PARAMETERS
from numpy.typing import NDArray

from benchmarks.exam_day.learners import Learners
from benchmarks.exam_day.learnt import costs, stages_of
from benchmarks.exam_day.policy import Rows
from studycli.planner import fsrs
from studycli.planner.belief import DEFAULT_HABITS, SLIP
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, REVIEW
from studycli.planner.fsrs import Floats, Parameters

AGAIN: Final = 0

AFTER_PASS: Final = (0.08, 0.09, 0.79, 0.04)
"""Grades of one more try on the day of a pass. Fails: between the 5% and 12% of fsrs-rs and of a real log."""

SAME_DAY_FADE: Final = 0.5
"""The gain of the k-th pass again on one day is taken to the power of this to the k - 1."""

_PHASES: Final = (LEARNING, RELEARNING, REVIEW)


class Estimate(Enum):
    """What is believed of a learner's parameters: an estimate with errors, or the defaults of FSRS-6."""

    FITTED = "fitted"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class World:
    """What is true beside FSRS-6: the share of stability a failure leaves until a pass on the same day, the share
    of days missed, and what the parameters are believed to be.
    """

    kept_after_failure: float = 1.0
    missed: float = 0.0
    estimate: Estimate = Estimate.FITTED


class Course:
    """Learners with one deck, all cards new at first. Arrays are (rows, cards); ``stability`` and ``difficulty``
    have the sides in front.
    """

    def __init__(self, learners: Learners, world: World) -> None:
        count, cards = learners.count, learners.cards
        self.learners, self.world = learners, world
        self.learner = np.arange(count)
        self.phase = np.full((count, cards), NEW, np.int8)
        self.stability = np.ones((2, count, cards))
        self.difficulty = np.full((2, count, cards), 5.0)
        self.last_day = np.full((count, cards), -1, np.int64)
        self.reviews = np.zeros((count, cards), np.int64)
        self._passes_again = np.zeros((count, cards), np.int64)
        self._read_learners()

    def taken(self, rows: Rows, world: World) -> "Course":
        """A copy with ``rows`` of this course, which may name a row many times, going on in ``world``."""
        copy = object.__new__(Course)
        copy.learners, copy.world = self.learners, world
        copy.learner = self.learner[rows]
        copy.phase, copy.last_day, copy.reviews = self.phase[rows], self.last_day[rows], self.reviews[rows]
        copy.stability, copy.difficulty = self.stability[:, rows], self.difficulty[:, rows]
        copy._passes_again = self._passes_again[rows]
        copy._read_learners()
        return copy

    def _read_learners(self) -> None:
        people, who = self.learners, self.learner
        believed = people.believed
        if self.world.estimate is Estimate.DEFAULT:
            believed = np.broadcast_to(np.array(DEFAULT_PARAMETERS)[:, None], believed.shape)
        self.w = np.stack([people.w[:, who], believed[:, who]], axis=1)
        first, self._first_difficulty = fsrs.first_memory(list(self.w))
        self._first_stability = np.moveaxis(first, 0, -1)
        self._first_difficulty = np.moveaxis(self._first_difficulty, 0, -1)
        first_shares, passed = people.first[:, who], people.passed[:, who]
        self._first_shares, self._passed = first_shares, passed

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.learner)

    def recall_on(self, day: int) -> Floats:
        """True recall of every card on ``day``; 0 for one never seen."""
        held = np.where(self._is_failed(self.phase), self._kept(self.stability[0]), self.stability[0])
        recall = fsrs.recall(list(self.w[:, 0, :, None]), np.maximum(1, day - self.last_day), held)
        return np.where(self.phase == NEW, 0.0, recall)

    def answer(self, rows: Rows, cards: Rows, day: int) -> tuple[Rows, Floats]:
        """Answer one card in each of ``rows`` on ``day``: the grades (0 to 3), and the seconds they took."""
        phase, last_day = self.phase[rows, cards], self.last_day[rows, cards]
        new, today = phase == NEW, (phase != NEW) & (last_day >= day)
        w = list(self.w[:, :, rows])
        stability, difficulty = self.stability[:, rows, cards], self.difficulty[:, rows, cards]
        base = stability.copy()
        left = self._is_failed(phase) & ~today
        base[0] = np.where(left, self._kept(base[0]), base[0])
        recalled = fsrs.recall(w, np.where(new, 1, np.maximum(0, day - last_day)), base)
        nth = self.reviews[rows, cards] % self.learners.luck.shape[2]
        place = (self.learner[rows], cards, nth)
        grades = self._grades(rows, phase, today, recalled[0], self.learners.luck[place])
        seconds = (
            costs(stages_of(phase, today), grades)
            * self.learners.pace[self.learner[rows]]
            * self.learners.time_factor[place]
        )
        after = self._after(rows, cards, new, today, grades, base, difficulty, recalled, w)
        self.stability[:, rows, cards], self.difficulty[:, rows, cards] = after
        again = today & (grades != AGAIN)
        self._passes_again[rows, cards] = np.where(today, self._passes_again[rows, cards] + again, 0)
        self.phase[rows, cards] = _next_phase(phase, grades)
        self.last_day[rows, cards] = day
        self.reviews[rows, cards] += 1
        return grades, seconds

    def _grades(
        self,
        rows: Rows,
        phase: NDArray[np.int8],
        today: NDArray[np.bool_],
        recalled: Floats,
        luck: NDArray[np.float32],
    ) -> Rows:
        known = recalled * SLIP
        shares = self._passed[:, rows] * known
        shares[AGAIN] = 1.0 - known
        retries = (DEFAULT_HABITS.retry_new, DEFAULT_HABITS.retry_lapse, AFTER_PASS)
        for tried, retry in zip(_PHASES, retries, strict=True):
            shares = np.where(today & (phase == tried), np.array(retry)[:, None], shares)
        shares = np.where(phase == NEW, self._first_shares[:, rows], shares)
        return np.asarray((np.cumsum(shares, axis=0)[:-1] <= luck).sum(axis=0))

    def _after(
        self,
        rows: Rows,
        cards: Rows,
        new: NDArray[np.bool_],
        today: NDArray[np.bool_],
        grades: Rows,
        base: Floats,
        difficulty: Floats,
        recalled: Floats,
        w: Parameters,
    ) -> tuple[Floats, Floats]:
        """Stability and difficulty of both sides after the grades given."""
        one = np.arange(len(rows))
        later, later_difficulty = fsrs.later_memory(w, base, difficulty, recalled)
        again, _ = fsrs.same_day_memory(w, base, difficulty)
        first = self._first_stability[:, rows, grades]
        first[0] *= self.learners.ease[self.learner[rows], cards]
        retried = again[grades, :, one].T
        power = np.where(grades == AGAIN, 1.0, SAME_DAY_FADE ** self._passes_again[rows, cards])
        retried[0] = base[0] * (retried[0] / base[0]) ** power
        stability = np.where(new, first, np.where(today, retried, later[grades, :, one].T))
        moved = np.where(new, self._first_difficulty[:, rows, grades], later_difficulty[grades, :, one].T)
        return np.clip(stability, fsrs.STABILITY_MIN, fsrs.STABILITY_MAX), moved

    def _kept(self, stability: Floats) -> Floats:
        return np.maximum(stability * self.world.kept_after_failure, fsrs.STABILITY_MIN)

    @staticmethod
    def _is_failed(phase: NDArray[np.int8]) -> NDArray[np.bool_]:
        return np.asarray((phase == LEARNING) | (phase == RELEARNING))


def _next_phase(phase: NDArray[np.int8], grades: Rows) -> NDArray[np.int8]:
    failed = np.where((phase == NEW) | (phase == LEARNING), LEARNING, RELEARNING)
    return np.where(grades == AGAIN, failed, REVIEW).astype(np.int8)
