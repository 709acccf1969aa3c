"""The log's tables in the cache: every event, the state of each card, totals of each day.

Refuses: files and decisions. ``log.learner`` says what goes in; the log itself is in the files.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from studycli.cache import ensure_tables
from studycli.core.memory import CardState, Grade
from studycli.core.settings import Settings
from studycli.log import tables
from studycli.log.events import Event, Review, Source, decode
from studycli.log.files import FileMark
from studycli.log.replay import EventId, order_of, settings_of
from studycli.log.rows import Folded, NewEvent, event_row, folded_of, state_of, state_row

if TYPE_CHECKING:
    from studycli.core.tally import Stage, Tally

_DAY_TOTALS: Final = """INSERT INTO log_day
    SELECT day, COUNT(*), SUM(MIN(seconds, 60.0)) FROM log_event WHERE kind = 'review' AND NOT undone"""

_TALLIES: Final = """INSERT INTO log_tally
    SELECT day, stage, grade, COUNT(*), SUM(seconds > 0), SUM(CAST(MIN(seconds, 60.0) * 1000 AS INTEGER))
    FROM log_event WHERE kind = 'review' AND NOT undone AND stage IS NOT NULL"""


_STATE_REVIEWS: Final = "FROM log_event WHERE kind = 'review' AND NOT undone AND NOT cram"


class Store:
    """The tables, behind one method per question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        ensure_tables(connection, "log", tables.VERSION, tables.TABLES)

    def clear(self) -> None:
        """Empty all tables."""
        for name in tables.NAMES:
            self._db.execute(f"DELETE FROM {name}")  # noqa: S608 - names of our own

    # files

    def files(self) -> dict[str, FileMark]:
        """How far each file was read, by name."""
        rows = self._db.execute("SELECT name, offset, size, mtime_ns, tail FROM log_file")
        return {name: FileMark(*mark) for name, *mark in rows}

    def put_file(self, name: str, mark: FileMark) -> None:
        """Remember how far a file was read."""
        self._db.execute("INSERT OR REPLACE INTO log_file VALUES (?, ?, ?, ?, ?)", (name, *mark))

    def put_foreign(self, name: str, line: int) -> None:
        """Remember a line that is no event."""
        self._db.execute("INSERT OR IGNORE INTO log_foreign VALUES (?, ?)", (name, line))

    def foreign(self) -> list[tuple[str, int]]:
        """File name and line number of the lines that are no events."""
        return self._db.execute("SELECT name, line FROM log_foreign ORDER BY name, line").fetchall()

    def meta(self, name: str) -> str | None:
        """A value kept beside the tables."""
        row = self._db.execute("SELECT value FROM log_meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def put_meta(self, name: str, value: str) -> None:
        """Keep a value beside the tables."""
        self._db.execute("INSERT OR REPLACE INTO log_meta VALUES (?, ?)", (name, value))

    # events

    def put_events(self, events: Iterable[NewEvent], undone: set[EventId]) -> None:
        """Store events that are not there yet, and the ids that are undone."""
        self._db.executemany("INSERT OR IGNORE INTO log_undone VALUES (?, ?)", undone)
        rows = (event_row(new, (new.event.device, new.event.seq) in undone) for new in events)
        self._db.executemany("INSERT INTO log_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", rows)

    def put_stages(self, stages: "Iterable[tuple[Event, Stage | None]]") -> None:
        """Remember at which stage reviews were given."""
        rows = ((stage, event.device, event.seq) for event, stage in stages)
        self._db.executemany("UPDATE log_event SET stage = ? WHERE device = ? AND seq = ?", rows)

    def put_stale(self, sittings: Iterable[str]) -> None:
        """Remember sittings that events were stored of."""
        self._db.executemany("INSERT OR IGNORE INTO log_stale VALUES (?)", ((name,) for name in sittings))

    def put_all_stale(self) -> None:
        """Remember every sitting as one to be made afresh."""
        self._db.execute(
            "INSERT OR IGNORE INTO log_stale SELECT sitting FROM log_event WHERE sitting IS NOT NULL"
        )

    def put_names(self, names: Iterable[str]) -> None:
        """Remember ids of cards as events have them."""
        self._db.executemany("INSERT OR IGNORE INTO log_name VALUES (?)", ((name,) for name in names))

    def named(self, names: Iterable[str]) -> list[str]:
        """Those of the ids that an event has, in the order given."""
        query = "SELECT 1 FROM log_name WHERE name = ?"
        return [name for name in names if self._db.execute(query, (name,)).fetchone()]

    def event(self, key: EventId) -> Event | None:
        """One event by id."""
        row = self._db.execute("SELECT line FROM log_event WHERE device = ? AND seq = ?", key).fetchone()
        return None if row is None else decode(row[0])

    def is_undone(self, key: EventId) -> bool:
        """Whether an undo names this id."""
        found = self._db.execute("SELECT 1 FROM log_undone WHERE device = ? AND seq = ?", key).fetchone()
        return found is not None

    def undo(self, key: EventId) -> None:
        """From now on, or from its arrival on, the event of this id does not count."""
        self._db.execute("INSERT OR IGNORE INTO log_undone VALUES (?, ?)", key)
        self._db.execute("UPDATE log_event SET undone = 1 WHERE device = ? AND seq = ?", key)

    def events_of(self, card: str) -> list[Event]:
        """The events of a card that count, in order."""
        rows = self._db.execute("SELECT line FROM log_event WHERE card = ? AND NOT undone", (card,))
        return sorted((decode(line) for (line,) in rows), key=order_of)

    def graded(self, card: str) -> Iterator[tuple[datetime, Grade]]:
        """When a card was graded, and how, in order, by the reviews that change its state."""
        for event in self.events_of(card):
            if isinstance(event.body, Review) and event.body.source is not Source.CRAM:
                yield event.at, event.body.grade

    def past_reviews(self) -> Iterator[tuple[str, Grade, date, float]]:
        """Card (under the id it has now), grade, study day and seconds of the reviews that change a state, in order."""
        query = f"SELECT card, grade, day, seconds {_STATE_REVIEWS} ORDER BY at_ms, device, seq"
        rows = self._db.execute(query)
        return ((card, Grade(grade), date.fromordinal(day), seconds) for card, grade, day, seconds in rows)

    def past_review_count(self) -> int:
        """How many of them there are."""
        return int(self._db.execute(f"SELECT COUNT(*) {_STATE_REVIEWS}").fetchone()[0])

    def settings(self) -> Settings:
        """What the setting events come to."""
        rows = self._db.execute("SELECT line FROM log_event WHERE kind = 'setting' AND NOT undone")
        return settings_of(decode(line) for (line,) in rows)

    def has_sittings(self) -> bool:
        """Whether any event is about an exam or practice."""
        return self._has("sitting IS NOT NULL")

    def has_results(self) -> bool:
        """Whether any event tells the result of a real exam."""
        return self._has("kind = 'result'")

    def has_events(self) -> bool:
        """Whether there is any event at all."""
        return self._has("1")

    def _has(self, what: str) -> bool:
        query = f"SELECT 1 FROM log_event WHERE {what} LIMIT 1"  # noqa: S608 - words of our own
        return self._db.execute(query).fetchone() is not None

    # states

    def states(self) -> dict[str, CardState]:
        """The state of every card that an event counts for."""
        return {row[0]: state_of(row) for row in self._db.execute("SELECT * FROM log_state")}

    def folded(self, card: str) -> Folded | None:
        """The state of one card, and how far it was folded."""
        row = self._db.execute("SELECT * FROM log_state WHERE card = ?", (card,)).fetchone()
        return None if row is None else folded_of(row)

    def put_states(self, cards: Iterable[tuple[str, Folded]]) -> None:
        """Store states, in place of those that are there."""
        places = ", ".join("?" * 14)
        self._db.executemany(f"INSERT OR REPLACE INTO log_state VALUES ({places})", map(state_row, cards))  # noqa: S608

    def drop_state(self, card: str) -> None:
        """Forget a card that no event counts for any more."""
        self._db.execute("DELETE FROM log_state WHERE card = ?", (card,))

    # days

    def count_days(self, days: Iterable[date] | None = None) -> None:
        """Add up the reviews of these study days afresh, or of all."""
        if days is None:
            self._db.execute(f"{_DAY_TOTALS} GROUP BY day")
            self._db.execute(f"{_TALLIES} GROUP BY day, stage, grade")
            return
        ordinals = [(day.toordinal(),) for day in days]
        self._db.executemany("DELETE FROM log_day WHERE day = ?", ordinals)
        self._db.executemany(f"{_DAY_TOTALS} AND day = ? GROUP BY day", ordinals)
        self._db.executemany("DELETE FROM log_tally WHERE day = ?", ordinals)
        self._db.executemany(f"{_TALLIES} AND day = ? GROUP BY day, stage, grade", ordinals)

    def tallies(self, before: date | None = None) -> "dict[tuple[Stage, Grade], Tally]":
        """The answers that count for habits, added up; those of study days before this one."""
        from studycli.core.tally import Stage, Tally  # noqa: PLC0415 - only a plan asks

        rows = self._db.execute(
            """SELECT stage, grade, SUM(answers), SUM(timed), SUM(ms) FROM log_tally
            WHERE day < ? GROUP BY stage, grade""",
            (date.max.toordinal() if before is None else before.toordinal(),),
        )
        return {(Stage(stage), Grade(grade)): Tally(*counts) for stage, grade, *counts in rows}

    def day(self, day: date) -> tuple[int, float]:
        """Reviews and seconds (each capped) of a study day."""
        query = "SELECT reviews, seconds FROM log_day WHERE day = ?"
        row: tuple[int, float] | None = self._db.execute(query, (day.toordinal(),)).fetchone()
        return row or (0, 0.0)

    def days(self) -> list[date]:
        """The study days with a review, the last one first."""
        rows = self._db.execute("SELECT day FROM log_day ORDER BY day DESC")
        return [date.fromordinal(day) for (day,) in rows]

    def cards_on(self, day: date) -> frozenset[str]:
        """The cards whose state a review of this study day changed."""
        rows = self._db.execute(
            """SELECT DISTINCT card FROM log_event
            WHERE kind = 'review' AND day = ? AND NOT undone AND NOT cram""",
            (day.toordinal(),),
        )
        return frozenset(card for (card,) in rows)

    def answers_on(self, day: date) -> list[tuple[str, int, float]]:
        """Card, instant in milliseconds and seconds of the day's reviews that changed a state, in order."""
        return self._db.execute(
            """SELECT card, at_ms, seconds FROM log_event
            WHERE kind = 'review' AND day = ? AND NOT undone AND NOT cram ORDER BY at_ms, device, seq""",
            (day.toordinal(),),
        ).fetchall()
