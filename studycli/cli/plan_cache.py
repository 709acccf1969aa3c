"""The plan's table in the cache: ``plan_part``. What it cost to compute is kept with what it was made from.

Anything here may be stale, or gone: it is used where it was made from the same, and made again elsewhere.
"""

import sqlite3
from array import array
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, NamedTuple

from studycli.cache import ensure_tables
from studycli.core.memory import CardState, Phase
from studycli.planner.greedy import Worth
from studycli.planner.index import Index

_VERSION: Final = "1"
_TABLES: Final = ("CREATE TABLE plan_part (name TEXT PRIMARY KEY, made_from TEXT, cards TEXT, numbers BLOB)",)

Mark = tuple[int, float, float, int]
"""What an index depends on of a state: phase, stability, difficulty, last day."""

_CODES: Final = {phase: code for code, phase in enumerate(Phase)}


class Part(NamedTuple):
    """Something kept of each of many cards: as many numbers, column after column."""

    made_from: str
    cards: list[str]
    columns: list["array[float]"]


class PlanCache:
    """The table, behind one method per question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        ensure_tables(connection, "plan", _VERSION, _TABLES)

    def part(self, name: str, made_from: str) -> Part | None:
        """What is kept under a name, if it was made from the same."""
        row = self._db.execute(
            "SELECT cards, numbers FROM plan_part WHERE name = ? AND made_from = ?", (name, made_from)
        ).fetchone()
        if row is None:
            return None
        cards, numbers = row[0].split("\n"), array("d", row[1])
        size = len(cards)
        return Part(made_from, cards, [numbers[at : at + size] for at in range(0, len(numbers), size)])

    def put(self, parts: Mapping[str, Part], before: str = "") -> None:
        """Keep parts, and forget those whose names come before one. Where nothing can be written, nothing is kept."""
        rows = [
            (name, part.made_from, "\n".join(part.cards), b"".join(map(bytes, part.columns)))
            for name, part in parts.items()
            if part.cards
        ]
        with suppress(sqlite3.OperationalError), self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("DELETE FROM plan_part WHERE name < ?", (before,))
            self._db.executemany("INSERT OR REPLACE INTO plan_part VALUES (?, ?, ?, ?)", rows)


class KeptIndex:
    """An index that knows what was computed before: it holds as long as the card stays in that state."""

    def __init__(self, fresh: Index, kept: Part | None) -> None:
        self._fresh = fresh
        self._kept: dict[str, tuple[Mark, Worth]] = {}
        self.computed = 0
        if kept is not None and kept.cards:
            *marks, gain, seconds = kept.columns
            self._kept = dict(
                zip(
                    kept.cards,
                    zip(zip(*marks, strict=True), map(Worth, gain, seconds), strict=True),
                    strict=True,
                )
            )

    def __call__(self, card: str, state: CardState) -> Worth:
        """As ``Index``."""
        if state.phase is Phase.NEW:  # all alike, so nothing is gained by keeping them
            return self._fresh(card, state)
        now = mark(state)
        there = self._kept.get(card)
        if there is not None and there[0] == now:
            return there[1]
        self.computed += 1
        worth = self._fresh(card, state)
        self._kept[card] = (now, worth)
        return worth

    def part(self, made_from: str) -> Part:
        """Everything it knows, to be kept."""
        columns = zip(*((*when, *worth) for when, worth in self._kept.values()), strict=True)
        return Part(made_from, list(self._kept), [array("d", column) for column in columns])


def mark(state: CardState) -> Mark:
    """What an index depends on of ``state``."""
    last_day = 0 if state.last_day is None else state.last_day.toordinal()
    return _CODES[state.phase], state.stability_days, state.difficulty, last_day
