"""The whole plan: the days up to the exam, where one stands, and what score to expect. Imports numpy."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from studycli.core.blueprints import Blueprint
from studycli.core.evidence import Answers
from studycli.core.foresight import Foresight, Score, Stance
from studycli.core.questions import QuestionRef
from studycli.planner import bulk
from studycli.planner.ahead import task_of
from studycli.planner.days import (
    Outset,
    PlannedDay,
    Rehearsal,
    Times,
    budgets_s,
    counted_on,
    day_by_day,
    prospects,
)
from studycli.planner.dual.plan import Prices
from studycli.planner.forecast.chance import Held
from studycli.planner.forecast.judge import Reviews, judged, recall_from
from studycli.planner.forecast.level import DEFAULTS_PRIOR, FITTED_PRIOR
from studycli.planner.forecast.make import forecast_of
from studycli.planner.forecast.values import Forecast, Ground, Prospect
from studycli.planner.fsrs import Floats
from studycli.planner.greedy import Worth
from studycli.planner.priced import priced
from studycli.planner.reach import most_recall
from studycli.planner.rehearsals import rehearsals
from studycli.planner.standing import Stand, stand

MORE_MINUTES: Final = 10
"""What more minutes a day would bring is told of so many."""

_COMPARED_RUNS: Final = 4


class Aim(NamedTuple):
    """The exam that is planned for, with the ``bank`` and all ``answers``; ``mocks`` are what to rehearse with.

    ``reviews`` are those of the cards behind the answers. ``mocks`` come in the order they are wished for;
    ``last_sat`` is when the last mock exam was.
    """

    blueprint: Blueprint
    bank: Sequence[QuestionRef]
    answers: Answers
    reviews: Reviews
    mocks: Sequence[Blueprint]
    last_sat: date | None


class TopicAhead(NamedTuple):
    """A topic: mean recall of its cards on the exam day, and its share of what counts."""

    id: str
    recall: float
    weight: float


@dataclass(frozen=True, slots=True)
class Plan:
    """``day`` is the study day it was made on. Without an exam to aim at there is no forecast.

    ``stand`` is None on the exam day, and where there are no cards. ``out_of_reach``: how many cards of each topic
    there is no time for. ``more_points``: what ``MORE_MINUTES`` more on each day of study would add to the score.
    ``is_priced``: whether the days are those of sessions that follow prices; else each takes what gains most.
    """

    day: date
    exam: date
    days: tuple[PlannedDay, ...]
    stand: Stand | None
    forecast: Forecast | None
    topics: tuple[TopicAhead, ...]
    out_of_reach: tuple[tuple[str, int], ...]
    more_points: int | None
    is_priced: bool = False


def plan_of(
    outset: Outset, times: Times, wanted: float, aim: Aim | None, prices: Prices | None = None
) -> Plan:
    """The plan from ``outset`` on; ``wanted`` is the recall hoped for on the day.

    ``prices``: those that sessions follow, in days from the outset's.
    """
    exams, budgets = _days(outset, times, aim)
    scheduler = priced(task_of(outset, outset.counts, budgets, times.missed), prices)
    ahead = prospects(outset, budgets, times.missed, scheduler)
    forecast = None if aim is None else _forecast(outset, aim, budgets, ahead.recall)
    recall = float(ahead.recall @ outset.counts / outset.counts.sum()) if outset.refs else 0.0
    return Plan(
        outset.day,
        outset.exam,
        day_by_day(outset, ahead, exams, times.days_off),
        stand(outset, budgets, times.missed, recall, wanted) if outset.refs and outset.days else None,
        forecast,
        _topics(outset, ahead.recall, forecast),
        _out_of_reach(outset, forecast),
        _more_points(outset, aim, budgets, times.missed, ahead.recall, forecast),
        scheduler is not None,
    )


def most_of(plan: Plan, outset: Outset, times: Times, aim: Aim | None, prices: Prices | None) -> float | None:
    """The weighted recall on the day that no schedule exceeds with the same minutes, made with what the plan was.

    ``prices``: those that sessions follow. None where there are none, or the plan has no stand.
    """
    if plan.stand is None or prices is None:
        return None
    _, budgets = _days(outset, times, aim)
    return min(1.0, max(plan.stand.recall, most_recall(outset, budgets, times.missed, prices)))


def _days(outset: Outset, times: Times, aim: Aim | None) -> tuple[tuple[Rehearsal, ...], Floats]:
    """The mock exams proposed, and the seconds (T,) that they leave for cards."""
    exams = () if aim is None else rehearsals(outset, budgets_s(outset, times), aim.mocks, aim.last_sat)
    return exams, budgets_s(outset, times, exams)


def _forecast(outset: Outset, aim: Aim, budgets: Floats, recall: Floats) -> Forecast | None:
    engine, day = outset.engine, outset.day
    now = Held(outset.refs, {card: engine.recall(state, day) for card, state in outset.states.items()})
    answers = judged(aim.answers, aim.bank, now, day, recall_from(aim.reviews, engine))
    study_days = int((budgets > 0.0).sum())
    # Suspended cards take no part in the plan, and are recalled as they are left.
    left = {card: engine.recall(state, outset.exam) for card, state in outset.states.items()}
    idle, planned = (left | _by_card(outset, each) for each in (outset.idle, recall))
    prospect = Prospect(idle, planned, study_days)
    ground = Ground(aim.bank, outset.refs, aim.blueprint)
    prior = DEFAULTS_PRIOR if engine.is_default else FITTED_PRIOR
    return forecast_of(ground, prospect, answers, day, outset.exam, _worths(outset), prior)


def _worths(outset: Outset) -> Mapping[str, Worth]:
    """What an answer to each card now brings; nothing on the exam day itself."""
    if not outset.days:
        return {}
    found = bulk.worths(outset.deck, 0, outset.days, outset.engine.parameters, outset.belief)
    pairs = zip(found.gain.tolist(), found.seconds.tolist(), strict=True)
    return {ref.id: Worth(*pair) for ref, pair in zip(outset.refs, pairs, strict=True)}


def _by_card(outset: Outset, values: Floats) -> dict[str, float]:
    return dict(zip((ref.id for ref in outset.refs), values.tolist(), strict=True))


def _topics(outset: Outset, recall: Floats, forecast: Forecast | None) -> tuple[TopicAhead, ...]:
    """The topics in teaching order. They weigh as the exam's questions do, without any as their cards do."""
    cards: dict[str, list[int]] = {}
    for at, ref in enumerate(outset.refs):
        cards.setdefault(ref.topic, []).append(at)
    if forecast is None:
        whole = max(1e-9, float(outset.counts.sum()))
        weights = {topic: float(outset.counts[own].sum()) / whole for topic, own in cards.items()}
    else:
        weights = {part.id: part.weight for part in forecast.topics}
    return tuple(
        TopicAhead(topic, float(recall[own].mean()), weights.get(topic, 0.0)) for topic, own in cards.items()
    )


def _out_of_reach(outset: Outset, forecast: Forecast | None) -> tuple[tuple[str, int], ...]:
    cards = frozenset(() if forecast is None else forecast.out_of_reach)
    counts = Counter(ref.topic for ref in outset.refs if ref.id in cards)
    return tuple(counts.most_common())


def _more_points(
    outset: Outset, aim: Aim | None, budgets: Floats, missed: float, recall: Floats, forecast: Forecast | None
) -> int | None:
    """What more minutes would add: the same days with the same draws, lived through with and without them."""
    if aim is None or forecast is None or not budgets.any():
        return None
    more = np.where(budgets > 0.0, budgets + MORE_MINUTES * 60.0, 0.0)
    offsets = np.tile(np.arange(_COMPARED_RUNS) / _COMPARED_RUNS, 2)
    counted = [counted_on(each, missed) for each in (budgets, more)]
    found = outset.course(np.repeat(counted, _COMPARED_RUNS, axis=0), offsets).recall
    gained = found[_COMPARED_RUNS:].mean(axis=0) - found[:_COMPARED_RUNS].mean(axis=0)
    richer = _forecast(outset, aim, budgets, np.clip(recall + gained, 0.0, 1.0))
    return None if richer is None else max(0, richer.expected_score - forecast.expected_score)


def foresight_of(plan: Plan) -> Foresight:
    """The few numbers of a plan that are said everywhere."""
    forecast = plan.forecast
    if forecast is None:
        return Foresight(plan.day, plan.exam, stance=_stance(plan))
    outlook = forecast.outlook
    score = Score(outlook.expected_score, outlook.low, outlook.high, round(outlook.pass_probability, 4))
    return Foresight(plan.day, plan.exam, outlook.blueprint, score, _stance(plan), _weak(forecast))


def _stance(plan: Plan) -> Stance | None:
    if plan.stand is None:
        return None
    days = sum(day.minutes > 0 for day in plan.days)
    a_day = -(-abs(plan.stand.minutes) // max(1, days))
    return Stance(plan.stand.standing.value, plan.stand.minutes, a_day, round(100 * plan.stand.goal))


def _weak(forecast: Forecast) -> tuple[str, ...]:
    """The domains whose share of right answers lies below the mean of all."""
    shares = {part.id: part.right.expected for part in forecast.domains if part.right is not None}
    return tuple(domain for domain, share in shares.items() if share * len(shares) < sum(shares.values()))
