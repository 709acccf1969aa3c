"""The log's tables in the cache. Days are stored as ordinals, instants as milliseconds.

``log_event.sitting`` is the attempt an event is about, or the event's own id for an answer in practice;
``log_event.stage`` is that of a review that counts for habits, ``log_tally`` adds them up by study day;
``log_name`` has the ids of cards as events have them, which may be former ones;
``log_stale`` names the sittings whose traces (attempt, answers, what was shown) are to be made afresh.
"""

from typing import Final

VERSION: Final = "6"
TABLES: Final = (
    """CREATE TABLE log_event (
        device TEXT, seq INTEGER, at_ms INTEGER, day INTEGER, kind TEXT, card TEXT,
        seconds REAL, cram INTEGER, undone INTEGER, line BLOB, sitting TEXT, grade INTEGER, stage INTEGER,
        PRIMARY KEY (device, seq)
    ) WITHOUT ROWID""",
    "CREATE INDEX log_event_by_card ON log_event (card, at_ms)",
    "CREATE INDEX log_event_by_day ON log_event (day) WHERE kind = 'review'",
    "CREATE INDEX log_event_settings ON log_event (at_ms) WHERE kind = 'setting'",
    "CREATE INDEX log_event_disputes ON log_event (at_ms) WHERE kind = 'dispute'",
    "CREATE INDEX log_event_results ON log_event (at_ms) WHERE kind = 'result'",
    "CREATE INDEX log_event_by_sitting ON log_event (sitting) WHERE sitting IS NOT NULL",
    "CREATE TABLE log_undone (device TEXT, seq INTEGER, PRIMARY KEY (device, seq)) WITHOUT ROWID",
    """CREATE TABLE log_state (
        card TEXT PRIMARY KEY, phase TEXT, stability_days REAL, difficulty REAL, last_day INTEGER, last_at TEXT,
        reviews INTEGER, lapses INTEGER, suspended INTEGER, buried_on INTEGER, marked INTEGER,
        at_ms INTEGER, device TEXT, seq INTEGER
    )""",
    "CREATE TABLE log_day (day INTEGER PRIMARY KEY, reviews INTEGER, seconds REAL)",
    """CREATE TABLE log_tally (
        day INTEGER, stage INTEGER, grade INTEGER, answers INTEGER, timed INTEGER, ms INTEGER,
        PRIMARY KEY (day, stage, grade)
    ) WITHOUT ROWID""",
    "CREATE TABLE log_file (name TEXT PRIMARY KEY, offset INTEGER, size INTEGER, mtime_ns INTEGER, tail BLOB)",
    "CREATE TABLE log_name (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE log_foreign (name TEXT, line INTEGER, PRIMARY KEY (name, line))",
    "CREATE TABLE log_meta (name TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE log_stale (sitting TEXT PRIMARY KEY)",
    """CREATE TABLE log_attempt (
        id TEXT PRIMARY KEY, at_ms INTEGER, blueprint TEXT, mode TEXT, started_at TEXT, ended_at TEXT,
        questions INTEGER, scored INTEGER, correct INTEGER, scaled_score INTEGER, passed INTEGER
    )""",
    """CREATE TABLE log_answer (
        sitting TEXT, question TEXT, at_ms INTEGER, at TEXT, correct INTEGER, answered INTEGER, flagged INTEGER,
        confidence TEXT, seconds REAL, attempt TEXT, PRIMARY KEY (sitting, question)
    )""",
    "CREATE TABLE log_shown (sitting TEXT, question TEXT, at_ms INTEGER, PRIMARY KEY (sitting, question))",
)
NAMES: Final = (
    *("log_event", "log_undone", "log_state", "log_day", "log_tally", "log_file", "log_foreign", "log_meta"),
    *("log_name", "log_stale", "log_attempt", "log_answer", "log_shown"),
)
