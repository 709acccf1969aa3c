"""The greedy index: what one answer now adds to recall on the exam day, for each second it takes.

For one card, without numpy; ``planner.bulk`` does the same for arrays. Source: the fallback of the index policy,
``E[recall on the exam day after the answer] - recall on the exam day without it`` over the expected seconds.
"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from studycli.core.memory import CardState, Engine, Phase
from studycli.planner.belief import Belief, FourGrades, mean


class Worth(NamedTuple):
    """What one answer is expected to bring: recall on the exam day (can be below 0), and its seconds."""

    gain: float
    seconds: float

    @property
    def per_s(self) -> float:
        """Recall gained for a second."""
        return self.gain / self.seconds


NOTHING = Worth(0.0, 1.0)


def worth_now(state: CardState, day: date, exam: date, engine: Engine, belief: Belief) -> Worth:
    """The worth of an answer on ``day``; ``NOTHING`` for a card that was passed on this day."""
    if state.phase is Phase.NEW:
        shares, costs = belief.habits.first, belief.habits.new_s
        without = 0.0
    elif state.last_day is not None and state.last_day >= day:
        if state.phase is Phase.REVIEW:
            return NOTHING
        shares, costs = _retry(state, belief), belief.habits.retry_s
        without = _recall_on(exam, state.last_day, believed(state, belief), engine)
    else:
        held = believed(state, belief)
        shares, costs = _recalled(engine.recall(held, day) * belief.slip, belief), belief.habits.review_s
        without = _recall_on(exam, state.last_day or day, held, engine)
    seconds = mean(shares, costs) * belief.habits.pace
    return Worth(mean(shares, after_each(state, day, exam, engine, belief)) - without, seconds)


def believed(state: CardState, belief: Belief) -> CardState:
    """The state with the stability it is believed to have: less after a failure without a pass since."""
    if state.phase in {Phase.NEW, Phase.REVIEW}:
        return state
    return replace(state, stability_days=_least(state.stability_days * belief.kept_after_failure))


def after_each(state: CardState, day: date, exam: date, engine: Engine, belief: Belief) -> FourGrades:
    """Recall on the exam day after each grade on ``day``.

    A pass on the day of a failure restores what the failure is believed to have taken.
    """
    same_day = state.last_day is not None and state.last_day >= day
    base = state if same_day else believed(state, belief)
    days = 0 if state.last_day is None else max(0, (day - state.last_day).days)
    memories = engine.next_memories(base, days)
    kept = (belief.kept_after_failure, 1.0, 1.0, 1.0)
    again, hard, good, easy = (
        _curve(exam, day, _least(stability * share), engine)
        for (stability, _), share in zip(memories, kept, strict=True)
    )
    return again, hard, good, easy


def recall_on_exam(state: CardState, exam: date, engine: Engine, belief: Belief) -> float:
    """Recall on the exam day without another answer; 0 for a new card."""
    return (
        0.0 if state.last_day is None else _recall_on(exam, state.last_day, believed(state, belief), engine)
    )


def _retry(state: CardState, belief: Belief) -> FourGrades:
    return belief.habits.retry_new if state.phase is Phase.LEARNING else belief.habits.retry_lapse


def _recalled(recall: float, belief: Belief) -> FourGrades:
    _, hard, good, easy = belief.habits.passed
    return 1.0 - recall, recall * hard, recall * good, recall * easy


def _recall_on(exam: date, last_day: date, held: CardState, engine: Engine) -> float:
    return _curve(exam, last_day, held.stability_days, engine)


def _curve(exam: date, last_day: date, stability_days: float, engine: Engine) -> float:
    """Recall on the exam day; a night at least lies between, though the exam may be on the day itself."""
    return engine.recall_after(max(1, (exam - last_day).days), stability_days)


def _least(stability_days: float) -> float:
    return max(stability_days, 0.001)
