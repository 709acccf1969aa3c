"""What a planner has learnt of every learner's habits, as ``planner.habits`` does for one."""

from dataclasses import replace
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from studycli.core.tally import ANSWER_CAP_S, Stage
from studycli.planner.belief import DEFAULT_HABITS, Belief, FourGrades
from studycli.planner.bulk import LEARNING, NEW, RELEARNING
from studycli.planner.fsrs import Floats
from studycli.planner.habits import PRIOR_ANSWERS, PRIOR_S

Whole = NDArray[np.int64]

AGAIN_ON_A_DAY: Final = len(Stage)
"""In place of a stage: one more answer to a card that was passed on the same day. Nothing is learnt from it."""

_COSTS: Final = np.array(
    [DEFAULT_HABITS.new_s, DEFAULT_HABITS.review_s, DEFAULT_HABITS.retry_s, DEFAULT_HABITS.retry_s]
)
_SHARES: Final = np.array(
    [DEFAULT_HABITS.first, DEFAULT_HABITS.passed, DEFAULT_HABITS.retry_new, DEFAULT_HABITS.retry_lapse]
)
_RETRIES: Final = [Stage.RETRY_NEW, Stage.RETRY_LAPSE]


def stages_of(phase: NDArray[np.int8], today: NDArray[np.bool_]) -> Whole:
    """The stage of answers to cards in ``phase``, some seen ``today`` already; as ``core.tally.stage_of``."""
    retried = np.where(phase == LEARNING, Stage.RETRY_NEW, AGAIN_ON_A_DAY)
    retried = np.where(phase == RELEARNING, Stage.RETRY_LAPSE, retried)
    return np.where(phase == NEW, Stage.FIRST, np.where(today, retried, Stage.LATER))


def costs(stages: Whole, grades: Whole) -> Floats:
    """The seconds such answers take people at pace 1."""
    return np.asarray(_COSTS[np.minimum(stages, Stage.RETRY_LAPSE), grades])


class Learnt:
    """Answers and seconds counted by stage and grade, for each row."""

    def __init__(self, rows: int) -> None:
        self._answers = np.zeros((len(Stage), 4, rows))
        self._seconds = np.zeros((len(Stage), 4, rows))
        self._belief: Belief | None = None

    def taken(self, rows: Any) -> "Learnt":
        """A copy with ``rows`` of this one."""
        copy = Learnt(len(rows))
        copy._answers, copy._seconds = self._answers[..., rows], self._seconds[..., rows]
        return copy

    def note(self, rows: Whole, stages: Whole, grades: Whole, seconds: Floats) -> None:
        """Count one answer of each of ``rows``."""
        told = stages < AGAIN_ON_A_DAY
        place = (stages[told], grades[told], rows[told])
        self._answers[place] += 1.0
        self._seconds[place] += np.minimum(seconds[told], ANSWER_CAP_S)
        self._belief = None

    @property
    def belief(self) -> Belief:
        """The belief of a planner; every number of its habits is an array (rows, 1)."""
        if self._belief is None:
            self._belief = self._learn()
        return self._belief

    def _learn(self) -> Belief:
        expected_s = (self._answers * _COSTS[..., None]).sum(axis=(0, 1))
        pace = (PRIOR_S + self._seconds.sum(axis=(0, 1))) / (PRIOR_S + expected_s)
        counts = np.where(_SHARES[..., None] > 0.0, self._answers, 0.0)
        shares = PRIOR_ANSWERS * _SHARES[..., None] + counts
        first, passed, retry_new, retry_lapse = shares / shares.sum(axis=1, keepdims=True)
        habits = replace(
            DEFAULT_HABITS,
            first=_by_grade(first),
            passed=_by_grade(passed),
            retry_new=_by_grade(retry_new),
            retry_lapse=_by_grade(retry_lapse),
            new_s=self._cost([Stage.FIRST], pace),
            review_s=self._cost([Stage.LATER], pace),
            retry_s=self._cost(_RETRIES, pace),
            pace=cast(float, pace[:, None]),
        )
        return Belief(habits)

    def _cost(self, stages: list[Stage], pace: Floats) -> FourGrades:
        answers, seconds = self._answers[stages].sum(axis=0), self._seconds[stages].sum(axis=0)
        prior = PRIOR_ANSWERS * _COSTS[stages[0]][:, None]
        return _by_grade((prior + seconds / pace) / (PRIOR_ANSWERS + answers))


def belief_of(belief: Belief, rows: Any) -> Belief:
    """The belief of ``rows`` only; of one row as numbers where ``rows`` is its number."""
    habits = belief.habits
    each = {name: getattr(habits, name) for name in habits.__slots__}
    chosen = {name: _chosen(value, rows) for name, value in each.items()}
    return replace(belief, habits=replace(habits, **chosen))


def _chosen(value: Any, rows: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_chosen(each, rows) for each in value)
    return float(value[rows, 0]) if isinstance(rows, int) else value[rows]


def _by_grade(values: Floats) -> FourGrades:
    return cast(FourGrades, tuple(values[:, :, None]))
