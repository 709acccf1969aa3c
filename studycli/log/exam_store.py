"""The traces of sittings in the cache (tables of ``log.tables``): made afresh when asked for, sitting by sitting."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from studycli.core.evidence import Evidence
from studycli.core.exam.attempt import Attempt, Confidence, Mode
from studycli.core.exam.score import AttemptSummary
from studycli.core.results import Result
from studycli.log.attempts import Renames, Traces, disputes_of, moment_of, results_of, sat, traces_of
from studycli.log.events import Event, decode
from studycli.log.exam_events import Dispute
from studycli.log.replay import instant_ms


class ExamStore:
    """Attempts, answers and what was shown; ``renames`` are those of questions."""

    def __init__(self, connection: sqlite3.Connection, renames: Renames) -> None:
        self._db = connection
        self._renames = renames

    def events_of(self, sitting: str) -> list[Event]:
        """The events of a sitting, undone or not, in no order."""
        rows = self._db.execute("SELECT line FROM log_event WHERE sitting = ?", (sitting,))
        return [decode(line) for (line,) in rows]

    def attempt(self, name: str) -> Attempt | None:
        """One attempt, from its events."""
        found = sat(name, self.events_of(name), self._renames)
        return None if found is None else found.attempt

    def attempts(self) -> tuple[AttemptSummary, ...]:
        """The attempts that count, by start."""
        self._settle()
        return tuple(
            _summary(row) for row in self._db.execute("SELECT * FROM log_attempt ORDER BY at_ms, id")
        )

    def answers(self) -> Mapping[str, tuple[Evidence, ...]]:
        """The answers to each question, oldest first."""
        self._settle()
        found: dict[str, list[Evidence]] = {}
        for row in self._db.execute(
            "SELECT question, at, correct, answered, flagged, confidence, seconds, attempt"
            " FROM log_answer ORDER BY at_ms, sitting"
        ):
            found.setdefault(row[0], []).append(_evidence(row[1:]))
        return {question: tuple(own) for question, own in found.items()}

    def seen(self) -> Mapping[str, datetime]:
        """When each question was last shown, in UTC."""
        self._settle()
        rows = self._db.execute("SELECT question, MAX(at_ms) FROM log_shown GROUP BY question")
        return {question: moment_of(at_ms) for question, at_ms in rows}

    def disputes(self) -> tuple[Dispute, ...]:
        """The open disputes, by the time of their last word."""
        rows = self._db.execute("SELECT line FROM log_event WHERE kind = 'dispute' AND NOT undone")
        return disputes_of(decode(line) for (line,) in rows)

    def results(self) -> tuple[Result, ...]:
        """The results told, by day of the exam."""
        rows = self._db.execute("SELECT line FROM log_event WHERE kind = 'result' AND NOT undone")
        return results_of(decode(line) for (line,) in rows)

    def _settle(self) -> None:
        stale = "SELECT sitting FROM log_stale"
        if self._db.execute(f"{stale} LIMIT 1").fetchone() is None:
            return
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for (sitting,) in self._db.execute(stale).fetchall():
                self._replace(sitting, traces_of(sitting, self.events_of(sitting), self._renames))
            self._db.execute("DELETE FROM log_stale")

    def _replace(self, sitting: str, traces: Traces) -> None:
        self._db.execute("DELETE FROM log_attempt WHERE id = ?", (sitting,))
        self._db.execute("DELETE FROM log_answer WHERE sitting = ?", (sitting,))
        self._db.execute("DELETE FROM log_shown WHERE sitting = ?", (sitting,))
        if traces.summary is not None:
            row = _summary_row(traces.summary)
            self._db.execute("INSERT INTO log_attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._db.executemany(
            "INSERT INTO log_answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(sitting, question, *_evidence_row(evidence)) for question, evidence in traces.given],
        )
        self._db.executemany(
            "INSERT INTO log_shown VALUES (?, ?, ?)",
            [(sitting, question, instant_ms(at)) for question, at in (traces.shown or {}).items()],
        )


def _summary_row(summary: AttemptSummary) -> tuple[Any, ...]:
    return (
        summary.id,
        instant_ms(summary.started_at),
        summary.blueprint,
        summary.mode.value,
        summary.started_at.isoformat(),
        None if summary.ended_at is None else summary.ended_at.isoformat(),
        summary.questions,
        summary.scored,
        summary.correct,
        summary.scaled_score,
        summary.passed,
    )


def _summary(row: tuple[Any, ...]) -> AttemptSummary:
    name, _, blueprint, mode, started_at, ended_at, questions, scored, correct, scaled_score, passed = row
    return AttemptSummary(
        name,
        blueprint,
        Mode(mode),
        datetime.fromisoformat(started_at),
        None if ended_at is None else datetime.fromisoformat(ended_at),
        questions,
        scored,
        correct,
        scaled_score,
        None if passed is None else bool(passed),
    )


def _evidence_row(evidence: Evidence) -> tuple[Any, ...]:
    return (
        instant_ms(evidence.at),
        evidence.at.isoformat(),
        evidence.correct,
        evidence.answered,
        evidence.flagged,
        evidence.confidence,
        evidence.seconds,
        evidence.attempt,
    )


def _evidence(row: tuple[Any, ...]) -> Evidence:
    at, correct, answered, flagged, confidence, seconds, attempt = row
    return Evidence(
        datetime.fromisoformat(at),
        bool(correct),
        bool(answered),
        bool(flagged),
        None if confidence is None else Confidence(confidence),
        seconds,
        attempt,
    )
