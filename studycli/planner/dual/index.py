"""What an answer now is worth, against waiting: the number by which a session chooses its next card."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from studycli.planner import answers, fsrs
from studycli.planner.answers import Answers
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, Deck, Worths, believed_stability
from studycli.planner.dual.horizon import Days
from studycli.planner.dual.kept import LEAST_GAIN, DayValues
from studycli.planner.dual.plan import Plan
from studycli.planner.dual.starts import Steps, next_steps
from studycli.planner.dual.tables import FIRST, LAPSE
from studycli.planner.fsrs import Floats
from studycli.planner.greedy import Worth


def worths(plan: Plan, deck: Deck, weights: Floats, day: int, waits: Sequence[int] | None = None) -> Worths:
    """Weighted recall on the exam day that an answer on ``day`` brings beyond waiting, and its seconds.

    ``day`` is one that the plan looks at. A card passed on it, and one of weight 0, has gain 0 and 1 second. Where
    the gain is not above 0 an answer now does harm, or as much good later. Only a card never seen always pays, if
    nothing else does: what it is like is not known before. ``waits``: which days to come, as many from ``day``, are
    waited for, 0 first and without a gap at first; all if not given.
    """
    gain, seconds = np.zeros(len(weights)), np.ones(len(weights))
    if not plan.problem.blocks:
        return Worths(gain, seconds)
    places = _places(plan, day, waits)
    after = plan.horizon.after(int(places[0]))
    ahead = replace(after, at=after.at[places - places[0]])
    levels = _levels(plan, weights)
    shifted = replace(deck, last_day=deck.last_day - day)
    for steps in next_steps(shifted, plan.task.w, plan.task.belief, ahead):
        gain[steps.places] = _beyond_waiting(plan, steps, levels[steps.places], places)
        seconds[steps.places] = steps.seconds[0]
    gain = gain * weights
    gain = np.where(deck.phase == NEW, np.maximum(gain, LEAST_GAIN), gain)
    today = (deck.phase != NEW) & (deck.last_day >= day)
    nothing = today | (weights <= 0.0)
    retried = retry_worths(plan, deck, weights, day)
    pace = plan.task.belief.habits.pace
    return Worths(np.where(nothing, retried.gain, gain), np.where(nothing, retried.seconds, seconds * pace))


def retry_worths(plan: Plan, deck: Deck, weights: Floats, day: int) -> Worths:
    """The same for another try after a failure on ``day``; every other card has gain 0 and 1 second."""
    gain, seconds = np.zeros(len(weights)), np.ones(len(weights))
    if not plan.problem.blocks:
        return Worths(gain, seconds)
    levels, place = _levels(plan, weights), _place(plan, day)
    for phase, kind in ((LEARNING, FIRST), (RELEARNING, LAPSE)):
        places = np.flatnonzero((deck.phase == phase) & (deck.last_day >= day))
        if len(places):
            gain[places], seconds[places] = _retry(plan, deck, places, kind, levels[places], place)
    return Worths(gain * weights, seconds * plan.task.belief.habits.pace)


def day_values(plan: Plan, day: int) -> DayValues:
    """What the sessions of ``day`` need besides the worths of the cards seen before."""
    weights, place, pace = plan.problem.weights, _place(plan, day), plan.task.belief.habits.pace
    unseen = np.zeros(len(weights))
    deck = Deck(unseen.astype(np.int8), unseen + 1.0, unseen + 5.0, unseen.astype(np.int64))
    found = worths(plan, deck, weights, day)
    tables = (plan.more.passed[place], plan.more.failed[FIRST, place], plan.more.failed[LAPSE, place])
    return DayValues(
        int(plan.horizon.left[place]),
        plan.problem.tables.grid.difficulties,
        weights.tolist(),
        [
            Worth(*pair)
            for pair in zip((found.gain / weights).tolist(), (found.seconds / pace).tolist(), strict=True)
        ],
        *([array("d", column) for column in table.T] for table in tables),
    )


def _place(plan: Plan, day: int) -> int:
    """Which of the days looked at ``day`` is."""
    return int(np.searchsorted(plan.horizon.at, day - plan.task.day))


def _places(plan: Plan, day: int, waits: Sequence[int] | None) -> Days:
    """Those of ``day`` and of the days that are waited for."""
    first = _place(plan, day)
    every = np.arange(first, len(plan.horizon.at))
    return every if waits is None else every[[wait for wait in waits if wait < len(every)]]


def _levels(plan: Plan, weights: Floats) -> Days:
    """The weight level nearest to each weight."""
    return np.asarray(np.abs(weights[:, None] - plan.problem.weights).argmin(axis=1))


def _beyond_waiting(plan: Plan, steps: Steps, levels: Days, places: Days) -> Floats:
    """Reviewing on the first day of ``places``, less the best there is from the next one on.

    A day is missed with probability p: then the best from the day after, and so on to never.
    """
    gross = _gross(plan, steps, levels, places)
    net = gross - plan.prices[places][:, levels] * steps.seconds - steps.never
    best_from = np.maximum.accumulate(np.maximum(0.0, net)[::-1])[::-1]
    missed = plan.task.missed_share
    waits = (1.0 - missed) * missed ** np.arange(len(net) - 1)
    return np.asarray(gross[0] - steps.never - waits @ best_from[1:])


def _gross(plan: Plan, steps: Steps, levels: Days, places: Days) -> Floats:
    """What is expected of a review on each day: recall, and what planning on adds, before its own price."""
    return steps.recall + _onward(plan, steps.answers, steps.kind, places[:, None], levels)


def _onward(plan: Plan, outcome: Answers, kind: int, days: Days, levels: Days) -> Floats:
    """What planning on adds after a review on ``days`` (T, 1) of cards with ``levels`` (n,)."""
    found = np.zeros(1)
    for grade in range(4):
        table = plan.more.failed[kind] if grade == 0 else plan.more.passed
        cells, weights = plan.problem.tables.grid.corners(outcome.stability[grade], outcome.difficulty[grade])
        found = found + outcome.shares[grade] * (weights * table[days, cells, levels]).sum(axis=0)
    return found


def _retry(
    plan: Plan, deck: Deck, places: Days, kind: int, levels: Days, place: int
) -> tuple[Floats, Floats]:
    """Another try today after a failure, less putting the card away; and its seconds."""
    w, belief = plan.task.w, plan.task.belief
    shares = belief.habits.retry_new if kind == FIRST else belief.habits.retry_lapse
    outcome = answers.retry(w, belief, shares, deck.stability[None, places], deck.difficulty[None, places])
    left, day = plan.horizon.left[place], np.array([[place]])
    tried = outcome.mean(fsrs.recall(w, left, outcome.stability)) + _onward(plan, outcome, kind, day, levels)
    believed = believed_stability(deck, belief)[places]
    cells, weights = plan.problem.tables.grid.corners(believed, deck.difficulty[places])
    put_away = fsrs.recall(w, left, believed) + (weights * plan.more.passed[place, cells, levels]).sum(axis=0)
    return (tried - put_away)[0], np.broadcast_to(outcome.seconds[0], put_away.shape)
