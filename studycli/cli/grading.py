"""``studycli grade``: one recall, graded by a script."""

import math
from datetime import datetime, timedelta

from studycli.cli.clock import parse_time
from studycli.cli.due import due_time, stamp
from studycli.cli.notices import print_notices
from studycli.cli.printing import print_json
from studycli.cli.wiring import Wiring
from studycli.core.memory import Grade
from studycli.errors import UsageError
from studycli.log.events import Review, Source

_AHEAD = timedelta(days=1)
_FIRST_YEAR = 1970


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
    state = wiring.learner.state(card)
    due = stamp(due_time(state, card, wiring.engine, wiring.settings.retention, event.at.tzinfo))
    if as_json:
        result = {
            "id": card,
            "grade": grade.name.lower(),
            "reviewed_at": stamp(event.at),
            "state": state.phase.value,
            "stability": state.stability_days,
            "difficulty": state.difficulty,
            "due": due,
        }
        print_json(result, wiring.streams.stdout)
    else:
        text = wiring.words.cli.script.graded.format(card=card, grade=grade.name.lower(), due=due)
        wiring.streams.stdout.write(f"{text}\n")
    print_notices(wiring)
    return 0


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
