"""A learner's log and what it comes to: written to, and asked. ``log.intake`` keeps the cache up to date."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from studycli.core.memory import NEW_CARD, CardState, Engine, Grade
from studycli.core.settings import WEEKDAYS, Settings
from studycli.errors import LogError
from studycli.log.events import EXAM_KINDS, Body, Event, Undo
from studycli.log.intake import Intake
from studycli.log.journal import Journal
from studycli.log.replay import card_of, fold_card, order_of
from studycli.log.store import Store

if TYPE_CHECKING:
    from studycli.core.evidence import Evidence
    from studycli.core.exam.attempt import Attempt
    from studycli.core.exam.score import AttemptSummary
    from studycli.core.history import PastReview
    from studycli.core.results import Result
    from studycli.core.tally import Tallies
    from studycli.log.exam_events import Dispute
    from studycli.log.exam_store import ExamStore

_DAY: Final = timedelta(days=1)
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_NO_ROOM: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})
_OF_CACHE: Final = frozenset({"cache_busy", "cache_full"})
_PRIMARY: Final = 0xFF  # the low byte of SQLite's extended codes


class DayTotals(NamedTuple):
    """One study day: reviews (cram too), and their seconds (60 at most for each)."""

    reviews: int
    seconds: float


class AnswerGiven(NamedTuple):
    """One review: its card, when it was given, and the seconds it took, 0 where a script gave none."""

    card: str
    at: datetime
    seconds: float


class Learner:
    """What one person knows, from all ``*.jsonl`` of ``log_folder``; written to through ``journal``.

    ``renames`` leads from a card's former id to the one it has now, ``question_renames`` from a question's. Answers
    are as of the last ``refresh`` or ``record``. Methods that touch the files raise LogError, and so do those on exams.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        journal: Journal,
        log_folder: Path,
        renames: Mapping[str, str],
        question_renames: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._db = connection
        self._store = Store(connection)
        self._journal = journal
        self._folder = log_folder
        self._intake = Intake(connection, self._store, log_folder)
        self._ahead: dict[str, CardState] = {}
        self.use_renames(renames, question_renames)

    def use_renames(
        self, renames: Mapping[str, str], question_renames: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Lead former ids to those of now, in place of the renames so far; from the next ``refresh`` on."""
        self._renames = renames
        self._question_renames = question_renames
        self._intake.use_renames(renames, question_renames)

    def refresh(self) -> None:
        """Take in what was written since, here or elsewhere. Raises LogError ``cache_busy`` and ``cache_full`` too."""
        with self._writing_cache():
            self._take_in()

    @contextmanager
    def _writing_cache(self) -> Iterator[None]:
        """What writes to the cache; LogError if another process holds it for long, or if it cannot be written."""
        try:
            yield
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & _PRIMARY
            if code not in _BUSY | _NO_ROOM:
                raise
            if code in _BUSY:
                raise LogError("cache_busy", folder=self._cache_folder()) from error
            raise LogError("cache_full", folder=self._cache_folder()) from error

    def _take_in(self) -> None:
        try:
            self._intake.take_in()
        except OSError as error:
            raise LogError(
                "log_unreadable", path=error.filename or self._folder, reason=error.strerror
            ) from error
        self._ahead.clear()

    def _cache_folder(self) -> Path:
        (_, _, file) = self._db.execute("PRAGMA database_list").fetchone()
        return Path(file).parent

    def record(self, body: Body, at: datetime, seen: CardState | None = None) -> Event:
        """Write an event and take it in.

        With ``seen``, the state its card was shown in, LogError ``card_moved_on`` is raised and nothing written
        if another process changed it since. Raises LogError and ValueError as ``Journal.append`` does, and LogError as
        ``refresh``, but for events of exams, which no state of a card hangs on, none for the cache.
        """
        with self._journal.locked() as pen:
            is_fresh = self._is_refreshed(body)
            card = card_of(body)
            if seen is not None and card is not None and _moved_on(self.state(card), seen):
                raise LogError("card_moved_on", card=card)
            event = pen.append(body, at)
            if is_fresh:
                try:
                    self._take_in()
                except sqlite3.OperationalError:  # the event is safe; the next refresh takes it in
                    self._look_ahead(event)
        return event

    def _is_refreshed(self, body: Body) -> bool:
        try:
            self.refresh()
        except LogError as error:
            if error.message_id not in _OF_CACHE or body.kind not in EXAM_KINDS:
                raise
            return False
        return True

    def _look_ahead(self, event: Event) -> None:
        """Keep in memory what an event that the cache did not take makes of its card."""
        undone = None
        if isinstance(event.body, Undo):
            undone = self._store.event((event.body.device, event.body.seq))
        card = card_of((undone or event).body)
        if card is not None:
            card = self._renames.get(card, card)
            events = [one for one in (*self._store.events_of(card), event) if one != undone]
            engine = Engine(self._store.settings().parameters)
            self._ahead[card] = fold_card(sorted(events, key=order_of), engine)

    def states(self) -> dict[str, CardState]:
        """The state of every card with an event; any other is ``NEW_CARD``."""
        return self._store.states() | self._ahead

    def state(self, card: str) -> CardState:
        """The state of one card."""
        card = self._renames.get(card, card)
        if card in self._ahead:
            return self._ahead[card]
        folded = self._store.folded(card)
        return NEW_CARD if folded is None else folded.state

    def settings(self) -> Settings:
        """What the learner has set."""
        return self._store.settings()

    def day_totals(self, day: date) -> DayTotals:
        """What was done on a study day."""
        return DayTotals(*self._store.day(day))

    def tallies(self, before: date | None = None) -> "Tallies":
        """The answers by stage and grade, all of them or those of study days before one."""
        return self._store.tallies(before)

    def past_reviews(self) -> "list[PastReview]":
        """Every review that changed a state, in order."""
        from studycli.core.history import PastReview  # noqa: PLC0415  # seldom looked back upon

        return [PastReview(*each) for each in self._store.past_reviews()]

    def reviews_of(self, cards: Iterable[str]) -> "dict[str, tuple[tuple[datetime, Grade], ...]]":
        """When each of these cards was graded, and how, in order: the reviews that changed its state."""
        return {card: tuple(self._store.graded(self._renames.get(card, card))) for card in cards}

    def past_review_count(self) -> int:
        """How many of them there are."""
        return self._store.past_review_count()

    def days_studied(self) -> frozenset[date]:
        """The study days with a review."""
        return frozenset(self._store.days())

    def streak_days(self, today: date) -> int:
        """Study days with a review in a row, up to today or yesterday. Days off neither count nor break it."""
        studied = set(self._store.days())
        off = {WEEKDAYS.index(name) for name in self.settings().days_off}
        first = min(studied, default=today)
        streak = int(today in studied)
        day = today - _DAY
        while day >= first and (day in studied or day.weekday() in off):
            streak += day in studied
            day -= _DAY
        return streak

    def cards_reviewed_on(self, day: date) -> frozenset[str]:
        """The cards that a review of this study day changed the state of (so not by cram)."""
        return self._store.cards_on(day)

    def log_size(self) -> int:
        """How many bytes of the log were taken in: a sign that nothing came since."""
        return sum(mark.offset for mark in self._store.files().values())

    def answers_on(self, day: date) -> list[AnswerGiven]:
        """The reviews of this study day that changed a state, in order."""
        rows = self._store.answers_on(day)
        return [
            AnswerGiven(card, datetime.fromtimestamp(ms / 1000, UTC), seconds) for card, ms, seconds in rows
        ]

    def has_any_event(self) -> bool:
        """Whether this learner has a history."""
        return self._store.has_events()

    def attempts(self) -> "tuple[AttemptSummary, ...]":
        """The mock exams sat, by start; open ones too, discarded ones not."""
        with self._writing_cache():
            return self._exams().attempts()

    def attempt(self, name: str) -> "Attempt | None":
        """One of them as the log has it, stopped; None if there is none of this id."""
        return self._exams().attempt(name)

    def answers(self) -> "Mapping[str, tuple[Evidence, ...]]":
        """The answers to each question, oldest first: of exams handed in, and of practice."""
        # Asked for at every start: the modules of exams are not imported for a learner who sat none.
        if not self._store.has_sittings():
            return {}
        with self._writing_cache():
            return self._exams().answers()

    def seen(self) -> Mapping[str, datetime]:
        """When each question was last shown, in UTC."""
        with self._writing_cache():
            return self._exams().seen()

    def disputes(self) -> "tuple[Dispute, ...]":
        """The disputes that are open."""
        return self._exams().disputes()

    def results(self) -> "tuple[Result, ...]":
        """The results of real exams, by day."""
        return self._exams().results() if self._store.has_results() else ()

    def _exams(self) -> "ExamStore":
        from studycli.log.exam_store import ExamStore  # noqa: PLC0415  # most starts of the program need none

        return ExamStore(self._db, self._question_renames)

    @property
    def foreign_lines(self) -> tuple[tuple[Path, int], ...]:
        """The lines that are no events: file, and number of the line from 1."""
        return tuple((self._folder / name, line) for name, line in self._store.foreign())


def _moved_on(now: CardState, seen: CardState) -> bool:
    """Whether an event came since; other parameters give the same events another memory."""
    return replace(now, stability_days=seen.stability_days, difficulty=seen.difficulty) != seen
