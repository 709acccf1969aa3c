"""``studycli exam list``, ``report`` and ``discard``: the exams sat, as lines, text and JSON."""

from collections.abc import Collection
from difflib import get_close_matches

from studycli.cli.due import stamp
from studycli.cli.exits import ExitCode
from studycli.cli.notices import print_notices
from studycli.cli.printing import one_line, print_aligned, print_json
from studycli.cli.wiring import Wiring
from studycli.core.exam.attempt import Attempt
from studycli.core.exam.score import AttemptSummary
from studycli.core.exam_report import Filter, ItemResult, Part, Report, places, report_of
from studycli.errors import UsageError
from studycli.log.exam_events import AttemptStep, Step


def print_attempts(wiring: Wiring, *, as_json: bool) -> int:
    """Print the exams sat, by start; open ones too."""
    attempts = wiring.learner.attempts()
    stdout, words = wiring.streams.stdout, wiring.words.cli.exam.history
    if as_json:
        print_json([_summary(each) for each in attempts], stdout)
    elif attempts:
        print_aligned([_line(wiring, each) for each in attempts], stdout)
    else:
        stdout.write(f"{words.none}\n")
    print_notices(wiring)
    return ExitCode.FINE


def print_report(wiring: Wiring, name: str | None, *, as_json: bool, which: tuple[str, ...]) -> int:
    """Print the report on an exam, the last by default; ``which`` names the questions to list (JSON: else all).

    On a terminal it fills the screen, unless questions are asked for. Raises UsageError if there is none.
    """
    attempt = handed_in_attempt(wiring, name)
    if as_json:
        print_json(_report(report_of(attempt, wiring.learner.attempts()), which), wiring.streams.stdout)
        return ExitCode.FINE
    if wiring.is_terminal and not which:
        from studycli.cli.studying import open_report  # noqa: PLC0415 - 150 ms of full screen

        return open_report(wiring, attempt)
    from studycli.cli.exam_text import print_report_text  # noqa: PLC0415 - only where it is shown

    print_report_text(wiring, attempt, which)
    print_notices(wiring)
    return ExitCode.FINE


def discard_attempt(wiring: Wiring, name: str, *, yes: bool) -> int:
    """Drop an exam after asking. Raises UsageError for an unknown one, one in a window, or if nobody can be asked."""
    attempt = _attempt(wiring, name)
    words = wiring.words.cli.exam.history
    if not yes:
        if not wiring.may_ask:
            raise UsageError("discard_needs_yes", attempt=name)
        from studycli.ui.ask import Asker  # noqa: PLC0415 - only where one is asked

        question = words.discard.format(attempt=name, date=attempt.started_at.strftime("%Y-%m-%d %H:%M"))
        asker = Asker(wiring.words.cli.config, accessible=wiring.accessible)
        if not asker.agree(question):
            wiring.streams.stdout.write(f"{words.kept.format(attempt=name)}\n")
            return ExitCode.FINE
    from studycli.cli.held_attempt import HeldAttempt  # noqa: PLC0415 - only here and in the sitting

    with HeldAttempt(wiring.paths.state, name) as held:
        wiring.learner.record(AttemptStep(name, Step.DISCARD, round(attempt.left_s, 3)), wiring.clock().at)
        held.forget()
    wiring.streams.stdout.write(f"{words.discarded.format(attempt=name)}\n")
    return ExitCode.FINE


def handed_in_attempt(wiring: Wiring, name: str | None) -> Attempt:
    """The exam of this id, or the last one handed in. Raises UsageError if it is open, or there is none."""
    if name is None:
        over = [each for each in wiring.learner.attempts() if each.ended_at is not None]
        if not over:
            raise UsageError("no_attempt")
        name = over[-1].id
    attempt = _attempt(wiring, name)
    if attempt.ended_at is None:
        raise UsageError("attempt_open", attempt=name)
    return attempt


def _attempt(wiring: Wiring, name: str) -> Attempt:
    attempt = wiring.learner.attempt(name)
    if attempt is None:
        known = [each.id for each in wiring.learner.attempts()]
        close = get_close_matches(name, known, n=1)
        if close:
            raise UsageError("unknown_attempt_close", attempt=name, close=close[0])
        raise UsageError("unknown_attempt", attempt=name)
    return attempt


def _line(wiring: Wiring, attempt: AttemptSummary) -> tuple[str, str]:
    words = wiring.words.cli.exam.history
    if attempt.scaled_score is None or attempt.correct is None:
        result = words.open
    else:
        result = words.result(attempt.scaled_score, bool(attempt.passed), attempt.correct, attempt.scored)
    when = attempt.started_at.strftime("%Y-%m-%d %H:%M")
    return attempt.id, f"{when}  {one_line(attempt.blueprint.partition('/')[2])}  {result}"


def _summary(attempt: AttemptSummary) -> dict[str, object]:
    return {
        "id": attempt.id,
        "blueprint": attempt.blueprint,
        "started_at": stamp(attempt.started_at),
        "ended_at": stamp(attempt.ended_at),
        "questions": attempt.questions,
        "scored": attempt.scored,
        "correct": attempt.correct,
        "scaled_score": attempt.scaled_score,
        "passed": attempt.passed,
    }


def _report(report: Report, which: Collection[str]) -> dict[str, object]:
    summary = _summary(report.summary)
    listed = places(report, *(map(Filter, which) if which else (Filter.ALL,)))
    return {
        "id": summary["id"],
        "blueprint": summary["blueprint"],
        "seed": report.seed,
        "started_at": summary["started_at"],
        "ended_at": summary["ended_at"],
        "seconds_used": round(report.seconds_used),
        **{key: summary[key] for key in ("questions", "scored", "correct", "scaled_score", "passed")},
        "domains": [_part(part) for part in report.domains],
        "topics": [_part(part) for part in report.topics],
        "items": [_item(report.items[place]) for place in listed],
    }


def _part(part: Part) -> dict[str, object]:
    return {"id": part.id, "questions": part.tally.questions, "correct": part.tally.correct}


def _item(item: ItemResult) -> dict[str, object]:
    return {
        "question": item.question,
        "chosen": list(item.chosen),
        "right": list(item.right),
        "correct": item.correct,
        "scored": item.scored,
        "seconds": round(item.seconds, 1),
        "flagged": item.flagged,
        "confidence": None if item.confidence is None else item.confidence.value,
    }
