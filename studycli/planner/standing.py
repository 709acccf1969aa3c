"""Where a learner stands: whether the minutes bring the cards to the recall wanted on the day. Imports numpy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from studycli.core.foresight import Standing
from studycli.planner.days import Outset, counted_on
from studycli.planner.fsrs import Floats

SPARE: Final = 0.8
"""Who gets there with this part of the minutes is ahead."""

TOO_MUCH: Final = 2.0
"""Who would need more than this many times the minutes cannot fit it."""

REACHABLE: Final = 0.98
"""Nobody is asked for more than this part of what all the time in the world would bring."""

_NEARLY: Final = 0.005
_SCALES: Final = (0.1, 0.2, 0.35, 0.5, 0.65, SPARE, 1.0, 1.2, 1.5, TOO_MUCH, 2.5, 3.2, 5.0, 8.0, 16.0)
_SAMPLE: Final = 150


@dataclass(frozen=True, slots=True)
class Stand:
    """``recall`` expected on the day, weighted, against the ``goal``, which can be reached.

    ``minutes`` is how many are to spare until the exam, or lack (less than 0). ``drop`` are the topics to leave out
    where far too many lack, those that count least first.
    """

    standing: Standing
    goal: float
    recall: float
    minutes: int
    drop: tuple[str, ...] = ()


def stand(outset: Outset, budgets: Floats, missed: float, recall: float, wanted: float) -> Stand:
    """Where one stands with ``budgets`` (T,) seconds, which bring ``recall``, where ``wanted`` is hoped for."""
    if not budgets.any():
        return Stand(Standing.CANNOT_FIT, wanted, recall, 0)
    recalls = _recalls(outset, counted_on(budgets, missed), recall)
    goal = min(wanted, REACHABLE * float(recalls[-1]))
    enough = _enough(recalls, goal)
    minutes = _rounded((1.0 - enough) * float(budgets.sum()) / 60)
    if enough <= SPARE:
        return Stand(Standing.AHEAD, goal, recall, minutes)
    if recall >= goal - _NEARLY:
        return Stand(Standing.ON_TRACK, goal, recall, 0)
    if enough <= TOO_MUCH:
        return Stand(Standing.BEHIND, goal, recall, minutes)
    return Stand(Standing.CANNOT_FIT, goal, recall, minutes, _lightest(outset, 1.0 - 1.0 / enough))


def _recalls(outset: Outset, counted: Floats, recall: float) -> Floats:
    """Recall at each of ``_SCALES``, from a sample of the cards, moved so that it is ``recall`` at 1."""
    refs = outset.refs[:: max(1, len(outset.refs) // _SAMPLE)]
    sample = replace(outset, refs=refs)
    scales = np.array(_SCALES) * len(refs) / max(1, len(outset.refs))
    found = sample.course(scales[:, None] * counted, np.zeros(len(scales)))
    curve = np.maximum.accumulate(found.recall @ sample.counts / max(1e-9, sample.counts.sum()))
    return np.asarray(np.clip(curve + recall - curve[_SCALES.index(1.0)], 0.0, 1.0))


def _enough(recalls: Floats, goal: float) -> float:
    """How many times the minutes bring the goal, between the scales by straight lines."""
    at = int(np.argmax(recalls >= goal))
    if at == 0:
        return _SCALES[0]
    low, high = recalls[at - 1 : at + 1]
    return float(np.interp(goal, [low, high], _SCALES[at - 1 : at + 1]))


def _rounded(minutes: float) -> int:
    """To five minutes, once there are many."""
    return round(minutes / 5) * 5 if abs(minutes) >= 20 else round(minutes)


def _lightest(outset: Outset, share: float) -> tuple[str, ...]:
    """The topics that count least by card, until they hold this share of all cards."""
    weights: dict[str, list[float]] = {}
    for ref, weight in zip(outset.refs, outset.counts.tolist(), strict=True):
        weights.setdefault(ref.topic, []).append(weight)
    by_weight: Sequence[str] = sorted(weights, key=lambda topic: (np.mean(weights[topic]), topic))
    left, found = share * len(outset.refs), []
    for topic in by_weight:
        if left < len(weights[topic]) / 2:
            break
        left -= len(weights[topic])
        found.append(topic)
    return tuple(found)
