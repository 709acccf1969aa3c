"""The score of a sitting: our approximation of the scaled scores that AWS tells, whose formula is not public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from studycli.core.exam.attempt import Attempt, Mode, Sheet
from studycli.core.exam.paper import PaperItem, Terms


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions count, and how many of them were answered right."""

    questions: int
    correct: int

    @property
    def share(self) -> float | None:
        """The share of right answers; None where nothing counts."""
        return self.correct / self.questions if self.questions else None


def tally(answered: Iterable[tuple[PaperItem, Sheet]]) -> Tally:
    """The count over the scored ones of these questions: all or nothing, no answer is wrong, no penalty."""
    results = [item.is_right(sheet.answer.chosen) for item, sheet in answered if item.scored]
    return Tally(len(results), sum(results))


def scaled_score(correct: int, scored: int, terms: Terms) -> int:
    """``round(lowest + (highest - lowest) * correct / scored)``: 100 + 900 * correct / scored for AWS.

    The lowest score where nothing is scored.
    """
    if not scored:
        return terms.lowest
    return round(terms.lowest + (terms.highest - terms.lowest) * correct / scored)


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """A sitting on one line of the history. Without ``ended_at`` it is open, and nothing is said of right answers."""

    id: str
    blueprint: str
    mode: Mode
    started_at: datetime
    ended_at: datetime | None
    questions: int
    scored: int
    correct: int | None
    scaled_score: int | None
    passed: bool | None


def summary_of(attempt: Attempt) -> AttemptSummary:
    """The one line."""
    counted = tally(attempt.answered())
    score = scaled_score(counted.correct, counted.questions, attempt.terms)
    over = attempt.ended_at is not None
    return AttemptSummary(
        attempt.id,
        attempt.terms.blueprint,
        attempt.mode,
        attempt.started_at,
        attempt.ended_at,
        len(attempt.paper.items),
        counted.questions,
        counted.correct if over else None,
        score if over else None,
        score >= attempt.terms.pass_mark if over else None,
    )
