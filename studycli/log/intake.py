"""Takes the files of a log into the cache.

Whatever happened in between, it comes to what ``log.replay`` makes of all files: an event that follows the ones
before is folded onto its card, anything else makes a card, or everything, be folded again.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path

from studycli.core.memory import NEW_CARD, Engine
from studycli.core.studyday import study_day
from studycli.log.events import Event, encode
from studycli.log.files import FileMark, is_unchanged, line_number, log_paths, tail_of
from studycli.log.journal import read
from studycli.log.replay import (
    applied,
    by_card,
    card_of,
    distinct,
    fold_card,
    order_of,
    settings_of,
    sitting_of,
    undone_by,
)
from studycli.log.rows import Folded, NewEvent
from studycli.log.store import Store


class Intake:
    """From all ``*.jsonl`` of ``folder`` into ``store``, whose tables lie behind ``connection``."""

    def __init__(self, connection: sqlite3.Connection, store: Store, folder: Path) -> None:
        self._db = connection
        self._store = store
        self._folder = folder
        self.use_renames({}, {})

    def use_renames(self, renames: Mapping[str, str], question_renames: Mapping[str, str]) -> None:
        """Lead the former ids of cards, and of questions, to those of now."""
        self._renames = renames
        self._question_renames = question_renames

    def take_in(self) -> None:
        """Take in what is new, all of it or nothing.

        Raises OSError, LogError as ``journal.read`` does, and sqlite3.OperationalError while the cache is in use.
        """
        if not self._is_current():
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                self._catch_up()

    def _is_current(self) -> bool:
        if not (self._are_renames_those() and self._are_question_renames_those()):
            return False
        marks, paths = self._store.files(), log_paths(self._folder)
        return len(marks) == len(paths) and all(is_unchanged(path, marks.get(path.name)) for path in paths)

    def _are_renames_those(self) -> bool:
        return self._store.meta("renames") == self._renames_digest()

    def _are_question_renames_those(self) -> bool:
        return self._store.meta("question_renames") == _digest(self._question_renames)

    def _renames_digest(self) -> str:
        """Of the renames that concern an event: for any other nothing needs to be folded again."""
        return _digest({name: self._renames[name] for name in self._store.named(self._renames)})

    def _catch_up(self) -> None:
        self._take_in_events()
        self._store.put_meta("renames", self._renames_digest())
        if not self._are_question_renames_those():
            self._store.put_all_stale()
            self._store.put_meta("question_renames", _digest(self._question_renames))

    def _take_in_events(self) -> None:
        marks, paths = self._store.files(), log_paths(self._folder)
        continues = self._are_renames_those() and all(
            any(path.name == name and tail_of(path, mark.offset) == mark.tail for path in paths)
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

    def _read(self, path: Path, start: int) -> list[NewEvent]:
        offset = start
        stat = path.stat()
        first: int | None = None
        arrived = []
        for number, end, line, event in read(path, start):
            offset = end
            if event is None:
                first = line_number(path, start) if first is None else first
                self._store.put_foreign(path.name, first + number - 1)
            else:
                card = card_of(event.body)
                now = card and self._renames.get(card, card)
                arrived.append(NewEvent(event, line, now, sitting_of(event)))
        mark = FileMark(offset, stat.st_size, stat.st_mtime_ns, tail_of(path, offset))
        self._store.put_file(path.name, mark)
        return arrived

    def _rebuild(self, paths: Iterable[Path]) -> None:
        self._store.clear()
        arrived = [new for path in paths for new in self._read(path, 0)]
        events = distinct(new.event for new in arrived)
        undone = undone_by(events.values())
        kept = (new for new in arrived if events[new.event.device, new.event.seq] is new.event)
        self._store.put_events(kept, undone)
        self._store.put_stale(new.sitting for new in arrived if new.sitting)
        self._store.put_names(_names(arrived))
        live = applied(events.values())
        settings = settings_of(live)
        engine = Engine(settings.parameters)
        from studycli.log.stages import stages  # noqa: PLC0415 - most starts find nothing new

        cards = by_card(live, self._renames)
        self._store.put_states((card, _fold(own, engine, None)) for card, own in cards.items())
        self._store.put_stages(each for own in cards.values() for each in stages(own))
        self._store.count_days()
        self._store.put_meta("parameters", json.dumps(settings.parameters))

    def _add(self, arrived: list[NewEvent]) -> bool:
        """Take in events on top of the ones there; False if that needs everything folded again."""
        self._store.put_names(_names(arrived))
        fresh = []
        for new in arrived:
            key = (new.event.device, new.event.seq)
            there = self._store.event(key)
            if there is None:
                self._store.put_events([new], {key} if self._store.is_undone(key) else set())
                self._store.put_stale([new.sitting] if new.sitting else [])
                fresh.append(new)
            elif encode(there) != encode(new.event):  # equal moments may differ in offset
                return False
        undone = [self._undo(key) for key in undone_by(new.event for new in fresh)]
        touched = [new.event for new in fresh] + [event for event in undone if event is not None]
        settings = self._store.settings()
        if json.dumps(settings.parameters) != self._store.meta("parameters"):
            return False
        engine = Engine(settings.parameters)
        days = {study_day(event.at) for event in touched}
        for card, events in by_card(touched, self._renames).items():
            days |= self._fold_onto(card, events, engine)
        self._store.count_days(days)
        return True

    def _undo(self, key: tuple[str, int]) -> Event | None:
        self._store.undo(key)
        return self._store.event(key)

    def _fold_onto(self, card: str, touched: list[Event], engine: Engine) -> set[date]:
        """The study days of the events that were folded."""
        before = self._store.folded(card)
        follows = before is None or all(order_of(event) > before.last for event in touched)
        if follows and not any(self._store.is_undone((event.device, event.seq)) for event in touched):
            events = sorted(touched, key=order_of)
        else:
            events, before = self._store.events_of(card), None
        if not events:
            self._store.drop_state(card)
            return set()
        from studycli.log.stages import stages  # noqa: PLC0415

        self._store.put_states([(card, _fold(events, engine, before))])
        self._store.put_stages(stages(events, NEW_CARD if before is None else before.state))
        return {study_day(event.at) for event in events}


def _digest(renames: Mapping[str, str]) -> str:
    return blake2b(json.dumps(sorted(renames.items())).encode()).hexdigest()


def _names(arrived: Iterable[NewEvent]) -> set[str]:
    """The ids of cards as the events have them."""
    names = (card_of(new.event.body) for new in arrived)
    return {name for name in names if name is not None}


def _fold(events: list[Event], engine: Engine, before: Folded | None) -> Folded:
    """Fold at least one event, all in order, onto what was there."""
    state = fold_card(events, engine, NEW_CARD if before is None else before.state)
    return Folded(state, order_of(events[-1]))
