"""The order in which practice takes questions."""

from collections.abc import Iterable, Mapping
from datetime import date

from studycli.core.bank import QuestionUse
from studycli.core.evidence import Answers
from studycli.core.memory import CardState, Engine, Phase, due_day
from studycli.core.questions import QuestionRef
from studycli.core.studyday import study_day


def practice_order(
    bank: Iterable[QuestionRef],
    answers: Answers,
    seen: Iterable[str],
    states: Mapping[str, CardState],
    day: date,
    engine: Engine,
    retention: float,
) -> tuple[str, ...]:
    """Full ids: questions missed before, then those whose cards are due or weak, then new ones.

    A question that was answered rests until the next study day, for repeating it teaches the letter. Missed are
    those whose last answer was wrong, the longest ago first; weak is a card whose recall is under ``retention``,
    the weakest first; new are those never answered. Practice draws on the questions kept for it, and on those that
    an exam has shown (``seen``) already: it never uses up a question that an exam may still ask.
    """
    shown = frozenset(seen)
    missed: list[tuple[float, str]] = []
    weak: list[tuple[float, str]] = []
    fresh: list[str] = []
    for ref in bank:
        known = answers.get(ref.id)
        if known and study_day(known[-1].at) >= day:
            continue
        if known and not known[-1].correct:
            missed.append((known[-1].at.timestamp(), ref.id))
        elif ref.use is QuestionUse.EXAM and ref.id not in shown:
            continue
        elif (recall := _weakest(ref, states, day, engine, retention)) is not None:
            weak.append((recall, ref.id))
        elif not known:
            fresh.append(ref.id)
    return (*_ids(missed), *_ids(weak), *fresh)


def _weakest(
    ref: QuestionRef, states: Mapping[str, CardState], day: date, engine: Engine, retention: float
) -> float | None:
    """The lowest recall among the cards of a question that are due or weak; None if there are none."""
    recalls = [
        engine.recall(state, day)
        for card in ref.tests
        if (state := states.get(card)) is not None and _is_weak(state, card, day, engine, retention)
    ]
    return min(recalls, default=None)


def _is_weak(state: CardState, card: str, day: date, engine: Engine, retention: float) -> bool:
    if state.phase is Phase.NEW:
        return False
    due = due_day(state, card, engine, retention)
    return due is None or due <= day or engine.recall(state, day) < retention


def _ids(ranked: list[tuple[float, str]]) -> list[str]:
    return [name for _, name in sorted(ranked, key=lambda each: each[0])]
