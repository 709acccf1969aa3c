"""A learner's log and what it comes to, kept up to date in the cache.

Whatever happened in between, the answer is that of ``log.replay`` on all files: an event that follows the ones
before is folded onto its card, anything else makes a card, or everything, be folded again.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from studycli.core.memory import NEW_CARD, CardState, Engine
from studycli.core.settings import Settings
from studycli.core.studyday import study_day
from studycli.errors import LogError
from studycli.log.events import Body, Bury, Event, Mark, Review, Suspend, Undo, Unsuspend
from studycli.log.journal import Journal, read
from studycli.log.replay import (
    applied,
    by_card,
    card_of,
    distinct,
    first_seen,
    fold_card,
    order_of,
    settings_of,
    undone_by,
)
from studycli.log.settings import WEEKDAYS
from studycli.log.store import FileMark, Folded, NewEvent, Store

_TAIL_BYTES: Final = 4096
_UNDOABLE: Final = (Review.kind, Suspend.kind, Unsuspend.kind, Bury.kind, Mark.kind)
_DAY: Final = timedelta(days=1)


class DayTotals(NamedTuple):
    """One study day: reviews (cram too), their seconds (60 at most for each), cards seen for the first time."""

    reviews: int
    seconds: float
    new_cards: int


class Learner:
    """What one person knows, from all ``*.jsonl`` of ``log_folder``; written to through ``journal``.

    ``renames`` leads from a card's former id to the one it has now. Answers are as of the last ``refresh``,
    ``record`` or ``undo``. Methods that touch the files raise LogError.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        journal: Journal,
        log_folder: Path,
        renames: Mapping[str, str],
    ) -> None:
        self._db = connection
        self._store = Store(connection)
        self._journal = journal
        self._folder = log_folder
        self._renames = renames
        self._renames_digest = blake2b(json.dumps(sorted(renames.items())).encode()).hexdigest()

    def refresh(self) -> None:
        """Take in what was written since, here or elsewhere."""
        try:
            if self._is_current():
                return
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                self._catch_up()
        except OSError as error:
            raise LogError(
                "log_unreadable", path=error.filename or self._folder, reason=error.strerror
            ) from error

    def record(self, body: Body, at: datetime, seen: CardState | None = None) -> Event:
        """Write an event and take it in.

        With ``seen``, the state its card was shown in, LogError ``card_moved_on`` is raised and nothing written
        if another process changed it since. Raises LogError and ValueError as ``Journal.append`` does.
        """
        with self._journal.locked() as pen:
            self.refresh()
            card = card_of(body)
            if seen is not None and card is not None and self.state(card) != seen:
                raise LogError("card_moved_on", card=card)
            event = pen.append(body, at)
            with suppress(sqlite3.OperationalError):  # the event is safe; the next refresh takes it in
                self.refresh()
        return event

    def undo(self, event: Event, at: datetime) -> Event:
        """Write that ``event`` counts as never written."""
        return self.record(Undo(event.device, event.seq), at)

    def last_undoable(self, since: Event | None = None) -> Event | None:
        """This device's newest event about a card that is not undone; with ``since``, that one or a later."""
        device = self._journal.device()
        if device is None:
            return None
        return self._store.last_of(device, _UNDOABLE, 1 if since is None else since.seq)

    def states(self) -> dict[str, CardState]:
        """The state of every card with an event; any other is ``NEW_CARD``."""
        return self._store.states()

    def state(self, card: str) -> CardState:
        """The state of one card."""
        folded = self._store.folded(self._renames.get(card, card))
        return NEW_CARD if folded is None else folded.state

    def settings(self) -> Settings:
        """What the learner has set."""
        return self._store.settings()

    def day_totals(self, day: date) -> DayTotals:
        """What was done on a study day."""
        return DayTotals(*self._store.day(day))

    def study_days(self, last: int) -> frozenset[date]:
        """The ``last`` most recent study days that have a review."""
        return frozenset(self._store.days()[:last])

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

    def has_any_event(self) -> bool:
        """Whether this learner has a history."""
        return self._store.has_events()

    @property
    def foreign_lines(self) -> tuple[tuple[Path, int], ...]:
        """The lines that are no events: file, and number of the line from 1."""
        return tuple((self._folder / name, line) for name, line in self._store.foreign())

    def _is_current(self) -> bool:
        if self._store.meta("renames") != self._renames_digest:
            return False
        marks, paths = self._store.files(), self._paths()
        return len(marks) == len(paths) and all(_is_unchanged(path, marks.get(path.name)) for path in paths)

    def _paths(self) -> list[Path]:
        try:
            return sorted(
                path
                for path in self._folder.iterdir()
                if path.suffix == ".jsonl" and not path.name.startswith(".")
            )
        except FileNotFoundError:
            return []

    def _catch_up(self) -> None:
        marks, paths = self._store.files(), self._paths()
        continues = self._store.meta("renames") == self._renames_digest and all(
            any(path.name == name and _tail(path, mark.offset) == mark.tail for path in paths)
            for name, mark in marks.items()
        )
        if not continues:
            self._rebuild(paths)
            return
        arrived = [
            new
            for path in paths
            for new in self._read(path, marks[path.name].offset if path.name in marks else 0)
        ]
        if not self._add(arrived):
            self._rebuild(paths)

    def _read(self, path: Path, offset: int) -> list[NewEvent]:
        mtime_ns = path.stat().st_mtime_ns
        arrived = []
        for start, end, line, event in read(path, offset):
            offset = end
            if event is None:
                self._store.put_foreign(path.name, _line_number(path, start))
            else:
                card = card_of(event.body)
                arrived.append(NewEvent(event, line, card and self._renames.get(card, card)))
        self._store.put_file(path.name, FileMark(offset, mtime_ns, _tail(path, offset)))
        return arrived

    def _rebuild(self, paths: Iterable[Path]) -> None:
        self._store.clear()
        arrived = [new for path in paths for new in self._read(path, 0)]
        events = distinct(new.event for new in arrived)
        undone = undone_by(events.values())
        kept = (new for new in arrived if events[new.event.device, new.event.seq] is new.event)
        self._store.put_events(kept, undone)
        live = applied(events.values())
        settings = settings_of(live)
        engine = Engine(settings.parameters)
        self._store.put_states(
            (card, _fold(own, engine, None)) for card, own in by_card(live, self._renames).items()
        )
        self._store.count_days()
        self._store.put_meta("parameters", json.dumps(settings.parameters))
        self._store.put_meta("renames", self._renames_digest)

    def _add(self, arrived: list[NewEvent]) -> bool:
        """Take in events on top of the ones there; False if that needs everything folded again."""
        fresh = []
        for new in arrived:
            key = (new.event.device, new.event.seq)
            there = self._store.event(key)
            if there is None:
                self._store.put_events([new], {key} if self._store.is_undone(key) else set())
                fresh.append(new)
            elif there != new.event:
                return False
        undone = [self._undo(key) for key in undone_by(new.event for new in fresh)]
        touched = [new.event for new in fresh] + [event for event in undone if event is not None]
        settings = self._store.settings()
        if json.dumps(settings.parameters) != self._store.meta("parameters"):
            return False
        engine = Engine(settings.parameters)
        for card, events in by_card(touched, self._renames).items():
            self._fold_onto(card, events, engine)
        self._store.count_days({study_day(event.at) for event in touched})
        return True

    def _undo(self, key: tuple[str, int]) -> Event | None:
        self._store.undo(key)
        return self._store.event(key)

    def _fold_onto(self, card: str, touched: list[Event], engine: Engine) -> None:
        before = self._store.folded(card)
        follows = before is None or all(order_of(event) > before.last for event in touched)
        if follows and not any(self._store.is_undone((event.device, event.seq)) for event in touched):
            folded = _fold(sorted(touched, key=order_of), engine, before)
        elif events := self._store.events_of(card):
            folded = _fold(events, engine, None)
        else:
            self._store.drop_state(card)
            return
        self._store.put_states([(card, folded)])


def _fold(events: list[Event], engine: Engine, before: Folded | None) -> Folded:
    """Fold at least one event, all in order, onto what was there."""
    state = fold_card(events, engine, NEW_CARD if before is None else before.state)
    first = first_seen(events) if before is None or before.first_seen is None else before.first_seen
    return Folded(state, first, order_of(events[-1]))


def _is_unchanged(path: Path, mark: FileMark | None) -> bool:
    stat = path.stat()
    return mark is not None and (stat.st_size, stat.st_mtime_ns) == (mark.offset, mark.mtime_ns)


def _tail(path: Path, offset: int) -> bytes:
    """A digest of the last bytes before ``offset``: another one means another file."""
    with path.open("rb") as file:
        file.seek(max(0, offset - _TAIL_BYTES))
        return blake2b(file.read(min(offset, _TAIL_BYTES)), digest_size=16).digest()


def _line_number(path: Path, start: int) -> int:
    with path.open("rb") as file:
        return file.read(start).count(b"\n") + 1
