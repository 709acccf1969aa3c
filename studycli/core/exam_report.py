"""The report on a sitting, as values. Counts are of scored questions; lists of questions and times are of all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from itertools import pairwise
from typing import Final

from studycli.core.exam.attempt import Attempt, Confidence, Sheet
from studycli.core.exam.paper import PaperItem
from studycli.core.exam.score import AttemptSummary, Tally, scaled_score, summary_of, tally

LAST: Final = 15
"""The pace at the end is that of the last questions, at most so many and at most half of all."""


SLOW: Final = 2.0
"""A question is slow if it took so many times the seconds there were for each."""


class Filter(Enum):
    """Which questions of a sitting are listed."""

    ALL = "all"
    WRONG = "wrong"
    FLAGGED = "flagged"
    SLOW = "slow"


class Competency(StrEnum):
    """What the official report says of a domain."""

    MEETS = "meets-competencies"
    NEEDS_IMPROVEMENT = "needs-improvement"


@dataclass(frozen=True, slots=True)
class Part:
    """A domain or topic. ``competency``, of domains only, is None where nothing is scored."""

    id: str
    tally: Tally
    competency: Competency | None = None


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One question of the paper: ``chosen`` and ``right`` are ids of options."""

    question: str
    topic: str
    domain: str
    chosen: tuple[str, ...]
    right: tuple[str, ...]
    correct: bool
    scored: bool
    seconds: float
    flagged: bool
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Pace:
    """Mean seconds a question, None where there are none: the time there is, and what was taken where."""

    budget_s: float | None
    mean_s: float | None
    first_half_s: float | None
    last_s: float | None
    last_count: int


@dataclass(frozen=True, slots=True)
class Changes:
    """How often a whole answer was replaced by another one, by right and wrong."""

    right_to_wrong: int
    wrong_to_right: int
    wrong_to_wrong: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often one was right when so sure; ``confidence`` None: said nothing."""

    confidence: Confidence | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One sitting on the way here."""

    attempt: str
    ended_at: datetime
    scaled_score: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Everything there is to say about one sitting; ``summary`` is its line in the history.

    ``sure_and_wrong`` are questions to read again the day before. ``trend`` are the sittings of the same blueprint
    up to this one, oldest first.
    """

    summary: AttemptSummary
    seed: int
    seconds_used: float
    domains: tuple[Part, ...]
    topics: tuple[Part, ...]
    items: tuple[ItemResult, ...]
    pace: Pace
    changes: Changes
    flagged: Tally
    unflagged: Tally
    calibration: tuple[Calibration, ...]
    sure_and_wrong: tuple[str, ...]
    unanswered: tuple[str, ...]
    trend: tuple[TrendPoint, ...]


def report_of(attempt: Attempt, history: Iterable[AttemptSummary] = ()) -> Report:
    """The report on a sitting; of an open one, as if it were handed in now. ``history`` may have it, or not."""
    answered = list(attempt.answered())
    items = tuple(_result(item, sheet) for item, sheet in answered)
    summary = summary_of(attempt)
    return Report(
        summary=summary,
        seed=attempt.paper.seed,
        seconds_used=attempt.used_s,
        domains=_domains(attempt),
        topics=_parts(answered, lambda item: item.topic),
        items=items,
        pace=_pace(attempt),
        changes=_changes(answered),
        flagged=tally(each for each in answered if each[1].answer.flagged),
        unflagged=tally(each for each in answered if not each[1].answer.flagged),
        calibration=_calibration(answered),
        sure_and_wrong=tuple(
            item.question for item in items if item.confidence is Confidence.SURE and not item.correct
        ),
        unanswered=tuple(item.question for item in items if not item.chosen),
        trend=_trend(summary, history),
    )


_Answered = Sequence[tuple[PaperItem, Sheet]]


def _result(item: PaperItem, sheet: Sheet) -> ItemResult:
    answer = sheet.answer
    return ItemResult(
        item.question,
        item.topic,
        item.domain,
        answer.chosen,
        item.right,
        item.is_right(answer.chosen),
        item.scored,
        answer.seconds,
        answer.flagged,
        answer.confidence,
    )


def _domains(attempt: Attempt) -> tuple[Part, ...]:
    """The domains of the blueprint in its order, then any others. A domain meets if its own score would pass."""
    terms = attempt.terms
    listed = [domain for domain, _ in terms.weights]
    parts = []
    for part in _parts(list(attempt.answered()), lambda item: item.domain, listed):
        counted = part.tally
        competency = None
        if counted.questions:
            passes = scaled_score(counted.correct, counted.questions, terms) >= terms.pass_mark
            competency = Competency.MEETS if passes else Competency.NEEDS_IMPROVEMENT
        parts.append(Part(part.id, counted, competency))
    return tuple(parts)


def _parts(
    answered: _Answered, name: Callable[[PaperItem], str], listed: Iterable[str] = ()
) -> tuple[Part, ...]:
    groups: dict[str, list[tuple[PaperItem, Sheet]]] = {part: [] for part in listed}
    for each in sorted(answered, key=lambda pair: name(pair[0])):
        groups.setdefault(name(each[0]), []).append(each)
    return tuple(Part(part, tally(own)) for part, own in groups.items())


def _pace(attempt: Attempt) -> Pace:
    seconds = [sheet.answer.seconds for sheet in attempt.sheets]
    half = len(seconds) // 2
    last = min(LAST, len(seconds) - half)
    budget_s = attempt.allowed_s / len(seconds) if seconds else None
    return Pace(budget_s, _mean(seconds), _mean(seconds[:half]), _mean(seconds[len(seconds) - last :]), last)


def _mean(seconds: Sequence[float]) -> float | None:
    return sum(seconds) / len(seconds) if seconds else None


def _changes(answered: _Answered) -> Changes:
    steps = [
        (item.is_right(before), item.is_right(after))
        for item, sheet in answered
        if item.scored
        for before, after in pairwise(sheet.tried)
    ]
    return Changes(steps.count((True, False)), steps.count((False, True)), steps.count((False, False)))


def _calibration(answered: _Answered) -> tuple[Calibration, ...]:
    return tuple(
        Calibration(sure, tally(each for each in answered if each[1].answer.confidence is sure))
        for sure in (*Confidence, None)
    )


def _trend(summary: AttemptSummary, history: Iterable[AttemptSummary]) -> tuple[TrendPoint, ...]:
    others = (each for each in history if each.blueprint == summary.blueprint and each.id != summary.id)
    points = [
        TrendPoint(each.id, each.ended_at, each.scaled_score, bool(each.passed))
        for each in (*others, summary)
        if each.ended_at is not None and each.scaled_score is not None
    ]
    points.sort(key=lambda point: (point.ended_at, point.attempt))
    here = [place for place, point in enumerate(points) if point.attempt == summary.id]
    return tuple(points[: here[0] + 1] if here else points)


def places(report: Report, *which: Filter) -> tuple[int, ...]:
    """The places in the paper, from 0, of the questions that one of the filters lists."""
    return tuple(
        place
        for place, item in enumerate(report.items)
        if any(_is_listed(report, item, each) for each in which)
    )


def _is_listed(report: Report, item: ItemResult, which: Filter) -> bool:
    match which:
        case Filter.ALL:
            return True
        case Filter.WRONG:
            return not item.correct
        case Filter.FLAGGED:
            return item.flagged
        case Filter.SLOW:
            budget_s = report.pace.budget_s
            return budget_s is not None and item.seconds > SLOW * budget_s
