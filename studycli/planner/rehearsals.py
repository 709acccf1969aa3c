"""Mock exams that a plan proposes: dress rehearsals a week and three days before the exam. Imports numpy."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Final

from studycli.core.blueprints import Blueprint
from studycli.core.memory import NEW_CARD, Phase
from studycli.core.queue import NEW_S
from studycli.planner.days import Outset, Rehearsal
from studycli.planner.fsrs import Floats

DAYS_BEFORE: Final = (7, 3)

_SHIFTS: Final = (0, -1, 1)
_SAT_ALREADY_DAYS: Final = 2
_UNSEEN: Final = 1 / 3


def rehearsals(
    outset: Outset, budgets: Floats, exams: Sequence[Blueprint], last_sat: date | None
) -> tuple[Rehearsal, ...]:
    """One for each of ``DAYS_BEFORE``, on that day or beside it: the first of ``exams`` that fits its ``budgets`` (s).

    ``last_sat`` is when the last one was sat: what would come within two days of it is left out, and so is one that
    would find a third of the cards unseen.
    """
    found: list[Rehearsal] = []
    for before in DAYS_BEFORE:
        wanted = outset.days - before
        if wanted < 0 or _is_soon_after(last_sat, outset, wanted):
            continue
        near = [wanted + shift for shift in _SHIFTS if 0 <= wanted + shift < outset.days]
        fitting = (
            Rehearsal(day, exam.id, exam.minutes)
            for exam in exams
            for day in near
            if exam.minutes * 60.0 <= budgets[day]
        )
        found += [each for each in islice(fitting, 1) if _unseen(outset, budgets, each.day) <= _UNSEEN]
    return tuple(found)


def longest_first(wanted: Blueprint, others: Sequence[Blueprint]) -> list[Blueprint]:
    """The exam itself, then shorter ones with its domains, the longest of them first."""
    domains = {domain.id for domain in wanted.domains}
    alike = [each for each in others if {domain.id for domain in each.domains} == domains]
    shorter = [each for each in alike if each.minutes < wanted.minutes]
    return [wanted, *sorted(shorter, key=lambda each: -each.minutes)]


def _unseen(outset: Outset, budgets: Floats, day: int) -> float:
    """The share of the cards that there was no time to look at before this day."""
    new = sum(outset.states.get(ref.id, NEW_CARD).phase is Phase.NEW for ref in outset.refs)
    seen = float(budgets[:day].sum()) / (NEW_S * outset.belief.habits.pace)
    return (new - seen) / max(1, len(outset.refs))


def _is_soon_after(last_sat: date | None, outset: Outset, day: int) -> bool:
    return last_sat is not None and (last_sat - outset.day).days >= day - _SAT_ALREADY_DAYS
