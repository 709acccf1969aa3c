"""``studycli practice``: exam questions one at a time."""

from datetime import datetime

from studycli.cli.exam_start import open_attempt
from studycli.cli.options import PracticeOptions
from studycli.cli.topics import require_topic
from studycli.cli.wiring import Wiring
from studycli.core.evidence import Answers
from studycli.core.practice import practice_order
from studycli.core.questions import QuestionRef
from studycli.core.studyday import study_day
from studycli.ui.terminal import require_terminal


def practice(wiring: Wiring, options: PracticeOptions) -> int:
    """Practise full screen. Raises UsageError without a terminal, MaterialError for an unknown topic."""
    require_topic(wiring.shelf, options.topic)
    stdin, stdout, _ = wiring.streams
    require_terminal(stdin, stdout, command="studycli practice", alternative="studycli exam print")
    from studycli.cli.studying import open_practice  # noqa: PLC0415 - 150 ms of full screen

    return open_practice(wiring, options)


def practice_questions(wiring: Wiring, options: PracticeOptions, now: datetime) -> tuple[QuestionRef, ...]:
    """The questions to practise at ``now``, in their order.

    With ``wrong`` or ``flagged`` those whose last answer was, the longest ago first, rested or not: they were asked
    for by name. What an exam asks that is not over is explained after it.
    """
    learner = wiring.learner
    asked = _asked_in_open_exam(wiring)
    refs = {ref.id: ref for ref in wiring.shelf.question_refs(options.topic) if ref.id not in asked}
    answers = learner.answers()
    if options.wrong or options.flagged:
        order = _asked_for(refs, answers, options)
    else:
        retention = wiring.settings.retention
        order = practice_order(
            refs.values(), answers, learner.seen(), learner.states(), study_day(now), wiring.engine, retention
        )
    return tuple(refs[name] for name in order)


def _asked_in_open_exam(wiring: Wiring) -> frozenset[str]:
    name = open_attempt(wiring)
    attempt = None if name is None else wiring.learner.attempt(name)
    return frozenset(item.question for item in attempt.paper.items) if attempt else frozenset()


def _asked_for(refs: dict[str, QuestionRef], answers: Answers, options: PracticeOptions) -> tuple[str, ...]:
    found = [
        (last.at.timestamp(), name)
        for name in refs
        if name in answers
        for last in answers[name][-1:]
        if (options.wrong and not last.correct) or (options.flagged and last.flagged)
    ]
    return tuple(name for _, name in sorted(found))
