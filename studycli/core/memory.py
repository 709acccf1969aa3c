"""Memory: FSRS-6 as pure functions on card states.

The formulas are those of FSRS-6 (open-spaced-repetition, "The Algorithm"); next states come from the engine
inside Anki (``fsrs-rs-python``). The engine takes grade 7 and stability -1 silently and panics on a negative
day, so every value is checked before it is handed over.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from hashlib import blake2b
from typing import Final

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState, NextStates

from studycli.core.studyday import study_day

STEP: Final = timedelta(minutes=10)
"""The one learning step: ``again`` comes back after it."""

MAX_INTERVAL_DAYS: Final = 36_500
PARAMETER_COUNT: Final = 21
# What each parameter can be, as the engine and py-fsrs (LOWER_ and UPPER_BOUNDS_PARAMETERS) have it.
_LOW: Final = (
    *(0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1),
)
_HIGH: Final = (
    *(100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)
_SINGLE_PRECISION: Final = 1e-6
_STABILITY_MIN: Final = 0.001
_STABILITY_MAX: Final = float(MAX_INTERVAL_DAYS)
_FUZZ_RANGES: Final = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))
_FUZZ_FROM_DAYS: Final = 2.5


class Grade(IntEnum):
    """How well a card was recalled."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(StrEnum):
    """Where a card stands: never seen, failed before any pass, known, failed after a pass."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class CardState:
    """What the log says of one card. ``stability_days`` and ``difficulty`` mean nothing while it is new."""

    phase: Phase = Phase.NEW
    stability_days: float = 0.0
    difficulty: float = 0.0
    last_day: date | None = None
    last_at: datetime | None = None
    reviews: int = 0
    lapses: int = 0
    suspended: bool = False
    buried_on: date | None = None
    marked: bool = False


_OUTCOMES: Final = {grade: grade.name.lower() for grade in Grade}
NEW_CARD: Final = CardState()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where one grade leads: the state, when the card is due, and the seconds until then."""

    state: CardState
    interval_s: int


class Engine:
    """FSRS-6 with one set of 21 parameters (``None``: the defaults).

    Raises ValueError if there are not 21 numbers within the bounds of FSRS-6. The engine would clip them in
    silence, and recall, which is computed here, would follow another curve.
    """

    def __init__(self, parameters: Sequence[float] | None = None) -> None:
        values = list(DEFAULT_PARAMETERS if parameters is None else parameters)
        if len(values) != PARAMETER_COUNT or not all(map(_within, _LOW, values, _HIGH)):
            raise ValueError(f"FSRS-6 takes {PARAMETER_COUNT} parameters, each within its bounds")
        self.parameters = tuple(values)
        self.is_default = self.parameters == tuple(DEFAULT_PARAMETERS)
        self._fsrs = FSRS(values)
        self._decay = -values[20]
        self._factor = 0.9 ** (1.0 / self._decay) - 1.0

    def next_memory(self, state: CardState, days: int, grade: Grade) -> tuple[float, float]:
        """Stability (days) and difficulty after ``grade``, ``days`` study days after the last review.

        Raises ValueError for a stability or difficulty no FSRS state can have.
        """
        chosen = getattr(self._next_states(state, days), _OUTCOMES[grade]).memory
        return chosen.stability, chosen.difficulty

    def next_memories(self, state: CardState, days: int) -> tuple[tuple[float, float], ...]:
        """The same after each grade, again to easy."""
        after = self._next_states(state, days)
        chosen = (getattr(after, name).memory for name in _OUTCOMES.values())
        return tuple((memory.stability, memory.difficulty) for memory in chosen)

    def _next_states(self, state: CardState, days: int) -> NextStates:
        memory = None
        if state.phase is not Phase.NEW:
            if not (_STABILITY_MIN <= state.stability_days <= _STABILITY_MAX and 1 <= state.difficulty <= 10):
                raise ValueError(f"not an FSRS state: {state.stability_days}, {state.difficulty}")
            memory = MemoryState(state.stability_days, state.difficulty)
        return self._fsrs.next_states(memory, 0.9, max(0, int(days)))

    def recall(self, state: CardState, day: date) -> float:
        """Retrievability on ``day``: ``(1 + F·t/S)^C``, C = -w20, F = 0.9^(1/C) - 1; 0 for a new card."""
        if state.last_day is None:
            return 0.0
        return self.recall_after(max(0, (day - state.last_day).days), state.stability_days)

    def recall_after(self, days: int, stability_days: float) -> float:
        """Retrievability ``days`` (0 or more) after the last review."""
        return float((1.0 + self._factor * days / stability_days) ** self._decay)

    def interval_days(self, stability_days: float, retention: float) -> float:
        """Days until recall falls to ``retention``: ``S/F · (r^(1/C) - 1)``."""
        return float(stability_days / self._factor * (retention ** (1.0 / self._decay) - 1.0))


def _within(low: float, value: float, high: float) -> bool:
    return low - _SINGLE_PRECISION <= value <= high + _SINGLE_PRECISION  # a fit is in single precision


def after_review(state: CardState, grade: Grade, at: datetime, engine: Engine) -> CardState:
    """The state after one graded recall at ``at`` (local time with its offset)."""
    day = study_day(at)
    days = 0 if state.last_day is None else max(0, (day - state.last_day).days)
    stability_days, difficulty = engine.next_memory(state, days, grade)
    lapsed = grade is Grade.AGAIN and state.phase is Phase.REVIEW
    # Not dataclasses.replace, nor keywords: a replay of a long log makes one state a review.
    return CardState(
        next_phase(state.phase, grade),
        stability_days,
        difficulty,
        day if state.last_day is None else max(day, state.last_day),
        at,
        state.reviews + 1,
        state.lapses + lapsed,
        state.suspended,
        state.buried_on,
        state.marked,
    )


def next_phase(phase: Phase, grade: Grade) -> Phase:
    """Where a card stands after a grade."""
    if grade is not Grade.AGAIN:
        return Phase.REVIEW
    return Phase.LEARNING if phase in {Phase.NEW, Phase.LEARNING} else Phase.RELEARNING


def fuzz_of(card_id: str, reviews: int) -> float:
    """A number in [0, 1) that depends on the card and its number of reviews alone."""
    digest = blake2b(f"{card_id}:{reviews}".encode(), digest_size=8).digest()
    return (int.from_bytes(digest) >> 11) / (1 << 53)


def fuzzed_days(days: float, fuzz: float) -> int:
    """Whole days for an interval, spread by ``fuzz`` in [0, 1); never falls when ``days`` grows.

    Ranges as in Anki: nothing under 2.5 days, then 1 day plus 15%, 10% and 5% of the parts up to 7, up to 20
    and above 20 days, to both sides.
    """
    if days < _FUZZ_FROM_DAYS:
        return max(1, round(days))
    delta = 1.0 + sum(rate * max(0.0, min(days, end) - start) for start, end, rate in _FUZZ_RANGES)
    low = max(2, math.floor(days - delta + 0.5))
    high = math.floor(days + delta + 0.5)
    return min(MAX_INTERVAL_DAYS, low + math.floor(fuzz * (high - low + 1)))


def due_day(state: CardState, card_id: str, engine: Engine, retention: float) -> date | None:
    """The study day a card in review is due on; None while it is new or in its step."""
    if state.phase is not Phase.REVIEW or state.last_day is None:
        return None
    days = engine.interval_days(state.stability_days, retention)
    return state.last_day + timedelta(days=fuzzed_days(days, fuzz_of(card_id, state.reviews)))


def due_at(state: CardState) -> datetime | None:
    """The moment a card in its step is due again; None otherwise."""
    in_step = state.phase in {Phase.LEARNING, Phase.RELEARNING}
    return state.last_at + STEP if in_step and state.last_at is not None else None


def is_after_exam(day: date, interval_s: int, exam: date | None) -> bool:
    """Whether a card is due after an exam that is still ahead (or today); never once the exam is past."""
    return exam is not None and day <= exam < day + timedelta(seconds=interval_s)


def outcomes(
    state: CardState, card_id: str, at: datetime, engine: Engine, retention: float
) -> dict[Grade, Outcome]:
    """What each grade would lead to at ``at``, by the very functions that the log is replayed with."""
    return {grade: _outcome(state, card_id, at, grade, engine, retention) for grade in Grade}


def _outcome(
    state: CardState, card_id: str, at: datetime, grade: Grade, engine: Engine, retention: float
) -> Outcome:
    after = after_review(state, grade, at, engine)
    due = due_day(after, card_id, engine, retention)
    if due is None or after.last_day is None:
        return Outcome(after, int(STEP.total_seconds()))
    return Outcome(after, (due - after.last_day).days * 86_400)
