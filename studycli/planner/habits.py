"""Habits learnt from a learner's answers, from the first one on.

Every number starts from ``DEFAULT_HABITS`` and moves as answers come in. A cram tells nothing of how a card is
recalled, and a script may give no time: ``core.tally`` leaves the one out, and counts the other's grade alone.
"""

from typing import Final

from studycli.core.memory import Grade
from studycli.core.tally import Stage, Tallies, Tally
from studycli.planner.belief import DEFAULT_HABITS, FourGrades, Habits

PRIOR_S: Final = 60.0
"""What is believed of the pace before the first answer counts as much as this: some four answers."""

PRIOR_ANSWERS: Final = 20.0
"""What is believed of how grades fall, and of the seconds of each, counts as much as this many answers."""

_NONE: Final = Tally()


def learnt(tallies: Tallies) -> Habits:
    """The habits that these answers show; ``DEFAULT_HABITS`` without any."""
    pace = pace_of(tallies)
    return Habits(
        first=_shares(tallies, Stage.FIRST, DEFAULT_HABITS.first),
        passed=_shares(tallies, Stage.LATER, DEFAULT_HABITS.passed),
        retry_new=_shares(tallies, Stage.RETRY_NEW, DEFAULT_HABITS.retry_new),
        retry_lapse=_shares(tallies, Stage.RETRY_LAPSE, DEFAULT_HABITS.retry_lapse),
        new_s=_costs(tallies, (Stage.FIRST,), pace),
        review_s=_costs(tallies, (Stage.LATER,), pace),
        retry_s=_costs(tallies, (Stage.RETRY_NEW, Stage.RETRY_LAPSE), pace),
        pace=pace,
    )


def pace_of(tallies: Tallies) -> float:
    """The learner's seconds over those that ``DEFAULT_HABITS`` expects of the same answers."""
    spent = sum(tally.seconds for tally in tallies.values())
    expected = sum(tally.timed * _default_s(stage)[grade - 1] for (stage, grade), tally in tallies.items())
    return (PRIOR_S + spent) / (PRIOR_S + expected)


def _shares(tallies: Tallies, stage: Stage, prior: FourGrades) -> FourGrades:
    """How grades fall in ``stage``; a grade that the prior leaves out (a failure among passes) stays out."""
    counts = [tallies.get((stage, grade), _NONE).answers if prior[grade - 1] else 0 for grade in Grade]
    whole = sum(counts)
    again, hard, good, easy = (
        share + (count - whole * share) / (PRIOR_ANSWERS + whole)
        for share, count in zip(prior, counts, strict=True)
    )
    return again, hard, good, easy


def _costs(tallies: Tallies, stages: tuple[Stage, ...], pace: float) -> FourGrades:
    """The seconds of each grade at pace 1."""
    again, hard, good, easy = (
        _cost(
            [tallies.get((stage, grade), _NONE) for stage in stages], _default_s(stages[0])[grade - 1], pace
        )
        for grade in Grade
    )
    return again, hard, good, easy


def _cost(found: list[Tally], prior_s: float, pace: float) -> float:
    seconds = sum(tally.seconds for tally in found) / pace
    timed = sum(tally.timed for tally in found)
    return prior_s + (seconds - timed * prior_s) / (PRIOR_ANSWERS + timed)


def _default_s(stage: Stage) -> FourGrades:
    match stage:
        case Stage.FIRST:
            return DEFAULT_HABITS.new_s
        case Stage.LATER:
            return DEFAULT_HABITS.review_s
        case _:
            return DEFAULT_HABITS.retry_s
