"""``studycli grade``: one recall, graded by a script."""

import math
from datetime import datetime, timedelta
from typing import NamedTuple

from studycli.cli.clock import parse_time
from studycli.cli.due import due_time, stamp
from studycli.cli.notices import print_notices
from studycli.cli.printing import print_json
from studycli.cli.wiring import Wiring
from studycli.core.memory import CardState, Grade
from studycli.core.studyday import study_day
from studycli.errors import UsageError
from studycli.log.events import Review, Source
from studycli.words.model.cli import ScriptWords

_AHEAD = timedelta(days=1)
_FIRST_YEAR = 1970


class _Graded(NamedTuple):
    """Where a recall led: when the card is due again or, up to the exam, how surely it is recalled on that day."""

    card: str
    grade: str
    at: datetime
    state: CardState
    due: str | None
    recall_on_the_day: float | None


def grade_card(
    wiring: Wiring, name: str, value: str, seconds: float, at: str | None, *, as_json: bool
) -> int:
    """Log one recall of the card called ``name`` and print where it led.

    Raises UsageError for a grade, time or number of seconds that cannot be, MaterialError for an unknown card.
    """
    grade = _grade(value)
    if not math.isfinite(seconds):
        raise UsageError("bad_seconds", value=seconds)
    moment = _moment(at, wiring.clock().at)
    card = wiring.shelf.resolve_card(name)
    event = wiring.learner.record(Review(card, grade, seconds, Source.SCRIPT), moment)
    graded = _graded(wiring, card, grade, event.at, moment)
    if as_json:
        print_json(_described(graded), wiring.streams.stdout)
    else:
        wiring.streams.stdout.write(f"{_told(graded, wiring.words.cli.script)}\n")
    print_notices(wiring)
    return 0


def _graded(wiring: Wiring, card: str, grade: Grade, at: datetime, moment: datetime) -> _Graded:
    state = wiring.learner.state(card)
    recall = _recall_on_exam(wiring, state, moment)
    due = None  # a plan has no day a card is due on
    if recall is None:
        due = stamp(due_time(state, card, wiring.engine, wiring.settings.retention, at.tzinfo))
    return _Graded(card, grade.name.lower(), at, state, due, recall)


def _described(graded: _Graded) -> dict[str, object]:
    return {
        "id": graded.card,
        "grade": graded.grade,
        "reviewed_at": stamp(graded.at),
        "state": graded.state.phase.value,
        "stability": graded.state.stability_days,
        "difficulty": graded.state.difficulty,
        "due": graded.due,
        "recall_on_the_day": graded.recall_on_the_day,
    }


def _told(graded: _Graded, words: ScriptWords) -> str:
    card, grade, recall = graded.card, graded.grade, graded.recall_on_the_day
    if recall is None:
        return words.graded.format(card=card, grade=grade, due=graded.due)
    from studycli.ui.spans import short_chance  # noqa: PLC0415 - only under a plan

    return words.graded_by_plan.format(card=card, grade=grade, recall=short_chance(recall))


def _recall_on_exam(wiring: Wiring, state: CardState, at: datetime) -> float | None:
    """Recall on the exam day as things stand, if the exam is ahead."""
    exam = wiring.settings.exam_date
    if exam is None or exam < study_day(at):
        return None
    from studycli.planner.belief import Belief  # noqa: PLC0415 - only under a plan
    from studycli.planner.greedy import recall_on_exam  # noqa: PLC0415

    return recall_on_exam(state, exam, wiring.engine, Belief())


def _grade(text: str) -> Grade:
    names = {grade.name.lower(): grade for grade in Grade} | {str(grade.value): grade for grade in Grade}
    if text.lower() not in names:
        raise UsageError("bad_grade", value=text)
    return names[text.lower()]


def _moment(text: str | None, now: datetime) -> datetime:
    if text is None:
        return now
    at = parse_time(text)
    if at is None or at.year < _FIRST_YEAR:
        raise UsageError("bad_time", name="--at", value=text)
    if at - now > _AHEAD:
        raise UsageError("time_ahead", value=text)
    return at
