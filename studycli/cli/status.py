"""``studycli status``: what today holds, for people, prompts and scripts."""

import math
from datetime import date
from typing import NamedTuple

from studycli.cli.kept_forecast import kept_forecast
from studycli.cli.notices import print_notices
from studycli.cli.printing import print_aligned, print_json
from studycli.cli.today import today_of
from studycli.cli.wiring import Wiring
from studycli.core.foresight import Foresight, whole_percent
from studycli.core.leeches import is_leech
from studycli.core.memory import NEW_CARD
from studycli.core.studyday import study_day
from studycli.words.model.cli import StatusWords


class _Status(NamedTuple):
    """The numbers of ``status --json``, under its keys. ``waiting``: due cards where today's time holds none."""

    due: int
    new: int
    minutes: int
    streak_days: int
    notes: int
    cards: int
    questions: int
    reviewed_today: int
    waiting: int
    is_planned: bool
    is_day_off: bool
    is_time_used: bool
    exam: date | None
    exam_days_left: int
    foresight: Foresight | None
    leeches: int


def print_status(wiring: Wiring) -> int:
    """Print the summary as aligned lines and the next useful command."""
    status, words = _status(wiring), wiring.words.cli.status
    left = status.due + status.new
    exam = words.exam_on(str(status.exam), status.exam_days_left) if status.exam else words.no_exam
    to_do = words.to_do(status.due, status.new, status.minutes) if left else _nothing(status, words)
    rows = [
        (words.exam, exam),
        *_expected(wiring, status),
        (words.today, to_do),
        (words.done, words.reviewed(status.reviewed_today)),
        (words.streak, words.days(status.streak_days)),
        (words.material, words.counts(status.notes, status.cards, status.questions)),
    ]
    rows += [(words.leeches, words.see_plan(status.leeches))] if status.leeches else []
    stdout = wiring.streams.stdout
    print_aligned(rows, stdout)
    if status.exam is not None and status.exam_days_left < 0:
        stdout.write(f"\n{words.next_command.format(command='studycli result SCORE')}\n")
    elif left:
        stdout.write(f"\n{words.next_command.format(command='studycli review')}\n")
    print_notices(wiring)
    return 0


def print_status_short(wiring: Wiring) -> int:
    """Print one line for a shell prompt."""
    status, words = _status(wiring), wiring.words.cli.status
    left = status.due + status.new
    line = words.short(status.due, status.new, status.minutes) if left else _short_nothing(status, words)
    if status.exam is not None and status.exam_days_left >= 0:
        line += f" · D-{status.exam_days_left or 'DAY'}"
    if status.foresight is not None and status.foresight.score is not None:
        line += f" · {words.short_score.format(score=status.foresight.score.expected)}"
    wiring.streams.stdout.write(f"{line}\n")
    print_notices(wiring)
    return 0


def print_status_json(wiring: Wiring) -> int:
    """Print the numbers as one JSON object."""
    status = _status(wiring)
    numbers = status._asdict()
    values = {name: numbers[name] for name in _Status._fields[: _Status._fields.index("waiting")]}
    print_json({**values, "exam": _exam(status)}, wiring.streams.stdout)
    print_notices(wiring)
    return 0


def _exam(status: _Status) -> dict[str, object] | None:
    """The exam as scripts read it; what is expected of it is null until a plan was worked out."""
    if status.exam is None:
        return None
    kept = status.foresight
    score = None if kept is None else kept.score
    return {
        "date": status.exam.isoformat(),
        "days_left": status.exam_days_left,
        "blueprint": kept and kept.blueprint,
        "expected_score": score and score.expected,
        "low": score and score.low,
        "high": score and score.high,
        "pass_probability": score and score.passing,
        "as_of": kept and kept.day.isoformat(),
    }


def _expected(wiring: Wiring, status: _Status) -> list[tuple[str, str]]:
    """What the last plan expects, and where it left one standing, which holds for its day."""
    words, kept = wiring.words.cli.status, status.foresight
    if kept is None:
        return []
    rows = []
    is_of_today = kept.day == study_day(wiring.clock().at)
    if kept.score is not None:
        score, low, high, passing = kept.score
        as_of = "" if is_of_today else f"{kept.day:%m-%d}"
        rows.append((words.score, words.expected(score, low, high, whole_percent(passing), as_of)))
    if kept.stance is not None and is_of_today:
        from studycli.ui.screens.plan_text import stance_text  # noqa: PLC0415 - only under a plan

        rows.append((words.plan, stance_text(kept.stance, wiring.words.plan.page)))
    return rows


def _nothing(status: _Status, words: StatusWords) -> str:
    """Why there is nothing to do; nothing is put off under a plan, so nothing waits."""
    if not status.is_planned:
        return words.waiting(status.waiting) if status.waiting else words.nothing_to_do
    if status.is_day_off:
        return words.day_off
    return words.time_used if status.is_time_used else words.nothing_pays


def _short_nothing(status: _Status, words: StatusWords) -> str:
    if not status.is_planned:
        return words.short_waiting(status.waiting) if status.waiting else words.short_done
    if status.is_day_off:
        return words.short_day_off
    return words.short_time_used if status.is_time_used else words.short_done


def _status(wiring: Wiring) -> _Status:
    today = today_of(wiring, wiring.clock().at)
    load, counts = today.load(), wiring.shelf.counts()
    return _Status(
        due=load.due,
        new=load.new,
        minutes=math.ceil(load.seconds / 60),
        streak_days=wiring.learner.streak_days(today.day),
        notes=counts.notes,
        cards=counts.cards,
        questions=counts.questions,
        reviewed_today=len(today.reviewed),
        waiting=0 if load.due + load.new else len(today.all_due()),
        is_planned=today.is_planned,
        is_day_off=today.is_day_off,
        is_time_used=not today.budget_s,
        exam=today.settings.exam_date,
        exam_days_left=today.days_to_exam or 0,
        foresight=kept_forecast(wiring) if today.is_planned else None,
        leeches=sum(is_leech(today.states.get(ref.id, NEW_CARD)) for ref in today.refs()),
    )
