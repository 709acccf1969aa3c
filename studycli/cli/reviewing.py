"""``studycli review`` and ``studycli next``: the day's session, and its next card for scripts."""

from datetime import date

from studycli.cli.due import due_time, stamp
from studycli.cli.notices import print_notices
from studycli.cli.options import ReviewOptions
from studycli.cli.printing import one_line, print_json
from studycli.cli.today import Today, today_of
from studycli.cli.topics import require_topic
from studycli.cli.wiring import Wiring
from studycli.core.memory import NEW_CARD, CardState, Grade, Outcome, Phase, is_after_exam, outcomes
from studycli.ui.terminal import require_terminal
from studycli.ui.text import clean

_GRADES = tuple(grade.name.lower() for grade in Grade)


def review(wiring: Wiring, options: ReviewOptions) -> int:
    """Study full screen. Raises UsageError without a terminal, MaterialError for an unknown topic."""
    require_topic(wiring.shelf, options.topic)
    stdin, stdout, _ = wiring.streams
    require_terminal(stdin, stdout, command="studycli review", alternative="studycli next, studycli grade")
    from studycli.cli.studying import open_review  # noqa: PLC0415 - 150 ms of full screen

    return open_review(wiring, options)


def print_next(wiring: Wiring, topic: str | None, *, as_json: bool) -> int:
    """Print the card that a session would show now, or that there is none."""
    require_topic(wiring.shelf, topic)
    today = today_of(wiring, wiring.clock().at)
    card = today.session(topic).current
    stdout = wiring.streams.stdout
    if as_json:
        print_json(None if card is None else _described(wiring, card, today), stdout)
    else:
        stdout.write(_told(wiring, card) if card else f"{wiring.words.cli.script.nothing}\n")
    print_notices(wiring)
    return 0


def _described(wiring: Wiring, card: str, today: Today) -> dict[str, object]:
    placed = wiring.shelf.card(card)
    state = today.states.get(card, NEW_CARD)
    language, engine = wiring.material_language, wiring.engine
    known = state.phase is not Phase.NEW
    due = None  # a plan has no day a card is due on
    if not today.is_planned:
        due = due_time(state, card, engine, today.settings.retention, today.now.tzinfo)
    return {
        "id": card,
        "kind": placed.card.kind.value,
        "topic": placed.topic,
        "state": state.phase.value,
        "front": placed.card.front.read(language).text,
        "back": placed.card.back.read(language).text,
        "due": stamp(due),
        "retrievability": engine.recall(state, today.day) if known else None,
        "intervals": _intervals(wiring, card, state, today),
        "recall_on_the_day": today.plan and dict(zip(_GRADES, today.plan.recalls(state), strict=True)),
    }


def _intervals(wiring: Wiring, card: str, state: CardState, today: Today) -> dict[str, int | None]:
    settings = wiring.settings
    possible = outcomes(state, card, today.now, wiring.engine, settings.retention)
    return {
        name: _until_exam(possible[grade], today.day, settings.exam_date)
        for name, grade in zip(_GRADES, Grade, strict=True)
    }


def _until_exam(outcome: Outcome, day: date, exam: date | None) -> int | None:
    return None if is_after_exam(day, outcome.interval_s, exam) else outcome.interval_s


def _told(wiring: Wiring, card: str) -> str:
    """The card for a person: its sides under their names, and the command that grades it."""
    words, placed = wiring.words.cli.script, wiring.shelf.card(card)
    front = placed.card.front.read(wiring.material_language)
    back = placed.card.back.read(wiring.material_language)
    mark = "" if front.language == wiring.material_language else words.only_in.format(language=front.language)
    lines = [
        f"{card} {mark}".rstrip(),
        f"\n{words.front}:\n{clean(front.text).rstrip()}",
        f"\n{words.back}:\n{clean(back.text).rstrip()}",
        f"\n{words.grade_with.format(card=one_line(card))}",
    ]
    return "\n".join(lines) + "\n"
