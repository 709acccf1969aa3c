"""The plan from the log, the settings and the material, and the page that shows it. Imports numpy."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from studycli.cli.exam_papers import blueprint_named
from studycli.cli.kept_plan import kept_prices
from studycli.cli.plan_cache import PlanCache
from studycli.cli.plan_solving import times_of
from studycli.cli.planning import Planning
from studycli.cli.wiring import Wiring
from studycli.core.blueprints import Blueprint
from studycli.core.leeches import is_leech
from studycli.core.memory import NEW_CARD
from studycli.core.refs import CardRef
from studycli.core.results import weak_domains
from studycli.core.settings import MOST_DAYS_AHEAD
from studycli.core.studyday import study_day
from studycli.errors import UsageError
from studycli.planner.belief import Belief
from studycli.planner.days import Outset, Times
from studycli.planner.dual.plan import Prices
from studycli.planner.habits import learnt
from studycli.planner.plan import Aim, Plan, most_of, plan_of
from studycli.planner.rehearsals import longest_first
from studycli.planner.weights import exam_weights
from studycli.ui.screens.plan_text import Leech, PlanPage

_REHEARSED_DAYS: Final = 7


class _Ground(NamedTuple):
    """What a plan is made from; ``refs`` are all cards, suspended ones too. ``prices`` are what sessions follow."""

    refs: Sequence[CardRef]
    outset: Outset
    times: Times
    aim: Aim | None
    prices: Prices | None


def made_plan(wiring: Wiring, now: datetime) -> Plan:
    """The plan as of ``now``. Raises UsageError without an exam date, or if it is past.

    What the next sessions start with is left in the cache.
    """
    return _plan(wiring, _ground(wiring, study_day(now)))


def plan_page(wiring: Wiring, now: datetime) -> PlanPage:
    """The plan as of ``now``, ready to be shown. Raises UsageError as ``made_plan``."""
    ground = _ground(wiring, study_day(now))
    plan = _plan(wiring, ground)
    return PlanPage(
        plan,
        None if ground.aim is None else ground.aim.blueprint,
        {topic.id: topic.title for topic in wiring.shelf.topics()},
        _leeches(wiring, ground),
        _too_long(plan, ground.aim),
        most_of(plan, ground.outset, ground.times, ground.aim, ground.prices),
    )


def _plan(wiring: Wiring, ground: _Ground) -> Plan:
    return plan_of(ground.outset, ground.times, wiring.settings.retention, ground.aim, ground.prices)


def _ground(wiring: Wiring, day: date) -> _Ground:
    learner, shelf = wiring.learner, wiring.shelf
    exam = wiring.settings.exam_date
    if exam is None:
        raise UsageError("no_exam_date")
    if exam < day:
        raise UsageError("exam_is_over", date=exam.isoformat())
    refs, states, aim = shelf.refs(), learner.states(), _aim(wiring)
    questions, blueprint = (shelf.question_refs(), None) if aim is None else (aim.bank, aim.blueprint)
    outset = Outset(
        day,
        min(exam, day + timedelta(days=MOST_DAYS_AHEAD)),
        [ref for ref in refs if not states.get(ref.id, NEW_CARD).suspended],
        states,
        exam_weights(refs, questions, blueprint, weak_domains(learner.results())),
        wiring.engine,
        Belief(learnt(learner.tallies())),
    )
    planning = Planning(wiring, exam)
    planning.keep_ahead(day)
    solved = kept_prices(PlanCache(wiring.cache), day, outset.exam, planning.prices_from)
    prices = None if solved is None or solved.pace is None else solved.prices
    return _Ground(refs, outset, times_of(wiring, day), aim, prices)


def _aim(wiring: Wiring) -> Aim | None:
    """The exam that is planned for; None where the material has none."""
    learner, blueprints = wiring.learner, wiring.shelf.blueprints()
    if not blueprints:
        return None
    _, blueprint = blueprint_named(wiring, None)
    sat = [study_day(each.ended_at) for each in learner.attempts() if each.ended_at is not None]
    mocks = longest_first(blueprint, list(blueprints.values()))
    bank, answers = wiring.shelf.question_refs(), learner.answers()
    behind = {card for ref in bank if ref.id in answers for card in ref.tests}
    return Aim(blueprint, bank, answers, learner.reviews_of(behind), mocks, max(sat, default=None))


def _leeches(wiring: Wiring, ground: _Ground) -> tuple[Leech, ...]:
    states = ground.outset.states
    cards = [ref.id for ref in ground.refs if is_leech(states.get(ref.id, NEW_CARD))]
    shown = zip(cards, wiring.shelf.cards(cards), strict=True)
    return tuple(Leech(card, placed.card.front, states[card].lapses) for card, placed in shown)


def _too_long(plan: Plan, aim: Aim | None) -> Blueprint | None:
    """The exam, if a rehearsal of all of it fits no day and was not sat lately."""
    if aim is None or len(plan.days) < 2 or any(day.exam == aim.blueprint.id for day in plan.days):
        return None
    if aim.last_sat is not None and (plan.day - aim.last_sat).days < _REHEARSED_DAYS:
        return None
    longest = max(day.minutes for day in plan.days)
    return aim.blueprint if aim.blueprint.minutes > longest else None
