"""Solving the plan by prices, from the log, the settings and the material. Imports numpy."""

from collections.abc import Mapping
from datetime import date, timedelta

from studycli.cli.kept_plan import day_parts, kept_prices, prices_parts
from studycli.cli.plan_cache import Part, PlanCache
from studycli.cli.wiring import Wiring
from studycli.core.memory import NEW_CARD, CardState, Phase
from studycli.core.settings import MOST_DAYS_AHEAD
from studycli.planner.ahead import look_ahead
from studycli.planner.belief import Belief
from studycli.planner.days import Outset, Times, missed_share
from studycli.planner.habits import learnt


def outset_of(
    wiring: Wiring, day: date, exam: date, states: Mapping[str, CardState], weights: Mapping[str, float]
) -> Outset:
    """Where a plan starts with all cards, suspended ones too; up to ``MOST_DAYS_AHEAD`` days."""
    last = min(exam, day + timedelta(days=MOST_DAYS_AHEAD))
    belief = Belief(learnt(wiring.learner.tallies()))
    return Outset(day, last, wiring.shelf.refs(), states, weights, wiring.engine, belief)


def times_of(wiring: Wiring, day: date) -> Times:
    """When the learner studies, from ``day`` on."""
    settings, learner = wiring.settings, wiring.learner
    return Times(
        settings.minutes,
        settings.days_off,
        learner.day_totals(day).seconds,
        missed_share(learner.days_studied(), day, settings.days_off),
    )


def solved_parts(
    wiring: Wiring,
    exam: date,
    states: Mapping[str, CardState],
    weights: Mapping[str, float],
    made_from: Mapping[date, str],
    prices_from: str,
) -> dict[str, Part]:
    """The parts of the cache for the days of ``made_from``, in a row and all before the exam.

    ``prices_from``: what prices are made from that last some days. None where no card takes part.
    """
    day = min(made_from)
    outset = outset_of(wiring, day, exam, states, weights)
    before = kept_prices(PlanCache(wiring.cache), day, outset.exam, prices_from)
    ahead = look_ahead(outset, times_of(wiring, day), len(made_from), before)
    if ahead is None:
        return {}
    parts: dict[str, Part] = {}
    if ahead.prices is not None:
        pace = outset.belief.habits.pace
        parts = prices_parts(day, ahead.prices, pace, outset.exam, prices_from)
    held = [(ref.id, states.get(ref.id, NEW_CARD)) for ref in outset.refs]
    for each, found in zip(sorted(made_from), ahead.days, strict=True):
        pairs = zip(held, found.worths, strict=True)
        seen = [(card, state, worth) for (card, state), worth in pairs if state.phase is not Phase.NEW]
        parts |= day_parts(each, found.values, seen, made_from[each])
    return parts
