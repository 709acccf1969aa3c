"""One sitting as a value, and its clock.

``strict`` time runs on while the program is stopped, by the clock on the wall; ``relaxed`` time stands still. While
the program runs, both go by a reading of seconds that never runs backwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from studycli.core.exam.paper import Paper, PaperItem, Terms


class Mode(StrEnum):
    """Whether the clock runs on through a stop."""

    STRICT = "strict"
    RELAXED = "relaxed"


class Confidence(StrEnum):
    """How sure one is of an answer."""

    SURE = "sure"
    UNSURE = "unsure"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a learner did with one question; ``seconds`` spent on it so far."""

    chosen: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    flagged: bool = False
    confidence: Confidence | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answer to one question as it stands, and each whole choice made on the way, without repeats in a row."""

    answer: Answer = Answer()
    tried: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sitting. ``sheets`` are the answers in the order of the paper, ``place`` the question shown, from 0.

    ``left_s`` is the time left: at the last ``tick`` while it runs (``reading_s`` is a number), else at ``as_of``.
    """

    id: str
    terms: Terms
    paper: Paper
    mode: Mode
    allowed_s: float
    started_at: datetime
    sheets: tuple[Sheet, ...]
    left_s: float
    as_of: datetime
    place: int = 0
    reading_s: float | None = None
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still takes answers: not handed in, and time is left."""
        return self.ended_at is None and self.left_s > 0

    @property
    def used_s(self) -> float:
        """Seconds used so far."""
        return self.allowed_s - self.left_s

    def answered(self) -> Iterator[tuple[PaperItem, Sheet]]:
        """Every question with its answer, in the order of the paper."""
        return zip(self.paper.items, self.sheets, strict=True)


def allowed_seconds(minutes: int, extra_minutes: int = 0) -> float:
    """The time of a sitting: that of its blueprint, and the extra time granted."""
    return float((minutes + extra_minutes) * 60)


def begin(
    attempt_id: str,
    terms: Terms,
    paper: Paper,
    mode: Mode,
    allowed_s: float,
    at: datetime,
    reading_s: float | None = None,
) -> Attempt:
    """A sitting at its first question, its clock running from ``reading_s`` (None: stopped)."""
    sheets = (Sheet(),) * len(paper.items)
    return Attempt(attempt_id, terms, paper, mode, allowed_s, at, sheets, allowed_s, at, reading_s=reading_s)


def tick(attempt: Attempt, reading_s: float) -> Attempt:
    """The sitting at a reading of the clock: time goes to the question shown, never more than is left.

    Call it before anything else that a reading comes with. A reading that runs back counts as none gone by.
    """
    if attempt.reading_s is None or not attempt.is_open:
        return attempt
    passed_s = min(max(0.0, reading_s - attempt.reading_s), attempt.left_s)
    return replace(
        _spent(attempt, passed_s),
        left_s=attempt.left_s - passed_s,
        reading_s=max(reading_s, attempt.reading_s),
    )


def _spent(attempt: Attempt, seconds: float) -> Attempt:
    if not 0 <= attempt.place < len(attempt.sheets):
        return attempt
    sheet = attempt.sheets[attempt.place]
    spent = replace(sheet, answer=replace(sheet.answer, seconds=sheet.answer.seconds + seconds))
    return replace(attempt, sheets=with_place(attempt.sheets, attempt.place, spent))


def with_place(sheets: tuple[Sheet, ...], place: int, sheet: Sheet) -> tuple[Sheet, ...]:
    """The sheets with another one at ``place``."""
    return (*sheets[:place], sheet, *sheets[place + 1 :])


def leave(attempt: Attempt, at: datetime, reading_s: float) -> Attempt:
    """The sitting stopped at ``at``."""
    return replace(tick(attempt, reading_s), as_of=at, reading_s=None)


def remaining_s(attempt: Attempt, now: datetime) -> float:
    """Seconds left at ``now``; of a running sitting those at its last tick."""
    stopped = attempt.reading_s is None and attempt.ended_at is None
    if not stopped or attempt.mode is Mode.RELAXED:
        return attempt.left_s
    gone_s = max(0.0, (now - attempt.as_of).total_seconds())
    return max(0.0, attempt.left_s - gone_s)


def is_overdue(attempt: Attempt, now: datetime) -> bool:
    """Whether its time ran out and it was not handed in."""
    return attempt.ended_at is None and remaining_s(attempt, now) <= 0


def resume(attempt: Attempt, at: datetime, reading_s: float) -> Attempt:
    """The sitting going on at ``at``; one whose time ran out meanwhile is handed in, at the moment it did."""
    if attempt.ended_at is not None:
        return attempt
    if is_overdue(attempt, at):
        return hand_in(attempt, at)
    return replace(attempt, left_s=remaining_s(attempt, at), as_of=at, reading_s=reading_s)


def hand_in(attempt: Attempt, at: datetime) -> Attempt:
    """The sitting handed in at ``at``, or at the moment its time ran out; once is for good. ``tick`` first."""
    if attempt.ended_at is not None:
        return attempt
    left_s = remaining_s(attempt, at)
    ran_out_while_stopped = attempt.reading_s is None and left_s <= 0
    ended_at = at
    if ran_out_while_stopped and attempt.mode is Mode.STRICT:
        ended_at = min(at, attempt.as_of + timedelta(seconds=attempt.left_s))
    return replace(attempt, left_s=left_s, as_of=ended_at, reading_s=None, ended_at=ended_at)
