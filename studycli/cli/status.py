"""``studycli status``: what today holds, for people, prompts and scripts."""

import math
from datetime import date
from typing import NamedTuple

from studycli.cli.notices import print_notices
from studycli.cli.printing import print_aligned, print_json
from studycli.cli.today import today_of
from studycli.cli.wiring import Wiring
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


def print_status(wiring: Wiring) -> int:
    """Print the summary as aligned lines and the next useful command."""
    status, words = _status(wiring), wiring.words.cli.status
    left = status.due + status.new
    exam = words.exam_on(str(status.exam), status.exam_days_left) if status.exam else words.no_exam
    to_do = words.to_do(status.due, status.new, status.minutes) if left else _nothing(status, words)
    rows = [
        (words.exam, exam),
        (words.today, to_do),
        (words.done, words.reviewed(status.reviewed_today)),
        (words.streak, words.days(status.streak_days)),
        (words.material, words.counts(status.notes, status.cards, status.questions)),
    ]
    stdout = wiring.streams.stdout
    print_aligned(rows, stdout)
    if left:
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
    wiring.streams.stdout.write(f"{line}\n")
    print_notices(wiring)
    return 0


def print_status_json(wiring: Wiring) -> int:
    """Print the numbers as one JSON object."""
    status = _status(wiring)
    numbers = status._asdict()
    values = {name: numbers[name] for name in _Status._fields[: _Status._fields.index("waiting")]}
    exam = None
    if status.exam is not None:
        exam = {"date": status.exam.isoformat(), "days_left": status.exam_days_left}
    print_json({**values, "exam": exam}, wiring.streams.stdout)
    print_notices(wiring)
    return 0


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
    )
