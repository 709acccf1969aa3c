"""The plan from the log, the settings and the material, and the page that shows it. Imports numpy."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from studycli.cli.exam_papers import blueprint_named
from studycli.cli.wiring import Wiring
from studycli.core.blueprints import Blueprint
from studycli.core.cards import CardRef
from studycli.core.leeches import is_leech
from studycli.core.memory import NEW_CARD, CardState
from studycli.core.results import weak_domains
from studycli.core.settings import MOST_DAYS_AHEAD
from studycli.core.studyday import study_day
from studycli.errors import UsageError
from studycli.planner.belief import Belief
from studycli.planner.days import Outset, Times, missed_share
from studycli.planner.habits import learnt
from studycli.planner.plan import Aim, Plan, plan_of
from studycli.planner.rehearsals import longest_first
from studycli.planner.weights import exam_weights
from studycli.ui.screens.plan_text import Leech, PlanPage

_REHEARSED_DAYS: Final = 7


class _Known(NamedTuple):
    """What was read for a plan."""

    refs: Sequence[CardRef]
    states: Mapping[str, CardState]
    blueprints: Mapping[str, Blueprint]
    blueprint: Blueprint | None
    last_sat: date | None


def plan_page(wiring: Wiring, now: datetime) -> PlanPage:
    """The plan as of ``now``, ready to be shown. Raises UsageError without an exam date, or if it is past."""
    known = _known(wiring)
    plan = _plan(wiring, known, study_day(now))
    leeches = tuple(ref.id for ref in known.refs if is_leech(known.states.get(ref.id, NEW_CARD)))
    shown = wiring.shelf.cards(leeches)
    return PlanPage(
        plan,
        known.blueprint,
        {topic.id: topic.title for topic in wiring.shelf.topics()},
        tuple(
            Leech(card, placed.card.front, known.states[card].lapses)
            for card, placed in zip(leeches, shown, strict=True)
        ),
        _too_long(plan, known),
    )


def _known(wiring: Wiring) -> _Known:
    learner, shelf = wiring.learner, wiring.shelf
    blueprints = shelf.blueprints()
    sat = [study_day(each.ended_at) for each in learner.attempts() if each.ended_at is not None]
    return _Known(
        shelf.refs(),
        learner.states(),
        blueprints,
        blueprint_named(wiring, None)[1] if blueprints else None,
        max(sat, default=None),
    )


def _plan(wiring: Wiring, known: _Known, day: date) -> Plan:
    settings, learner = wiring.settings, wiring.learner
    exam = settings.exam_date
    if exam is None:
        raise UsageError("no_exam_date")
    if exam < day:
        raise UsageError("exam_is_over", date=exam.isoformat())
    bank = wiring.shelf.question_refs()
    outset = Outset(
        day,
        min(exam, day + timedelta(days=MOST_DAYS_AHEAD)),
        [ref for ref in known.refs if not known.states.get(ref.id, NEW_CARD).suspended],
        known.states,
        exam_weights(known.refs, bank, known.blueprint, weak_domains(learner.results())),
        wiring.engine,
        Belief(learnt(learner.tallies())),
    )
    times = Times(
        settings.minutes,
        settings.days_off,
        learner.day_totals(day).seconds,
        missed_share(learner.days_studied(), day, settings.days_off),
    )
    aim = None
    if known.blueprint is not None:
        mocks = longest_first(known.blueprint, list(known.blueprints.values()))
        answers = learner.answers()
        behind = {card for ref in bank if ref.id in answers for card in ref.tests}
        aim = Aim(known.blueprint, bank, answers, learner.reviews_of(behind), mocks, known.last_sat)
    return plan_of(outset, times, settings.retention, aim)


def _too_long(plan: Plan, known: _Known) -> Blueprint | None:
    """The exam, if a rehearsal of all of it fits no day and was not sat lately."""
    exam, sat = known.blueprint, known.last_sat
    if exam is None or len(plan.days) < 2 or any(day.exam == exam.id for day in plan.days):
        return None
    if sat is not None and (plan.day - sat).days < _REHEARSED_DAYS:
        return None
    return exam if exam.minutes > max(day.minutes for day in plan.days) else None
