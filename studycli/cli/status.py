"""``studycli status``: what today holds, for people, prompts and scripts."""

import math
from datetime import date
from typing import NamedTuple

from studycli.cli.notices import print_notices
from studycli.cli.printing import print_aligned, print_json
from studycli.cli.today import Today
from studycli.cli.wiring import Wiring


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
    exam: date | None
    exam_days_left: int


def print_status(wiring: Wiring) -> int:
    """Print the summary as aligned lines and the next useful command."""
    status, words = _status(wiring), wiring.words.cli.status
    left = status.due + status.new
    exam = words.exam_on(str(status.exam), status.exam_days_left) if status.exam else words.no_exam
    nothing = words.waiting(status.waiting) if status.waiting else words.nothing_to_do
    to_do = words.to_do(status.due, status.new, status.minutes) if left else nothing
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
    nothing = words.short_waiting(status.waiting) if status.waiting else words.short_done
    line = words.short(status.due, status.new, status.minutes) if left else nothing
    if status.exam is not None and status.exam_days_left >= 0:
        line += f" · D-{status.exam_days_left or 'DAY'}"
    wiring.streams.stdout.write(f"{line}\n")
    print_notices(wiring)
    return 0


def print_status_json(wiring: Wiring) -> int:
    """Print the numbers as one JSON object."""
    values = _status(wiring)._asdict()
    exam, days_left, _ = values.pop("exam"), values.pop("exam_days_left"), values.pop("waiting")
    values["exam"] = None if exam is None else {"date": exam.isoformat(), "days_left": days_left}
    print_json(values, wiring.streams.stdout)
    print_notices(wiring)
    return 0


def _status(wiring: Wiring) -> _Status:
    today = Today(wiring, wiring.clock().at)
    queue, counts = today.queue(), wiring.shelf.counts()
    return _Status(
        due=len(queue.due),
        new=len(queue.new),
        minutes=math.ceil(queue.seconds / 60),
        streak_days=wiring.learner.streak_days(today.day),
        notes=counts.notes,
        cards=counts.cards,
        questions=counts.questions,
        reviewed_today=len(today.reviewed),
        waiting=0 if queue.order else len(today.all_due()),
        exam=today.settings.exam_date,
        exam_days_left=today.days_to_exam or 0,
    )
