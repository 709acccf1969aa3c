"""The best a policy can do, found by trying everything: few cards, few days, so many answers a day."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from studycli.planner import answers, fsrs
from studycli.planner.belief import Belief
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, REVIEW
from tests.planner.dual.samples import W


class Card(NamedTuple):
    """A card as ``bulk.Deck`` holds many."""

    phase: int
    stability: float
    difficulty: float
    last_day: int


Cards = tuple[Card, ...]
Chooser = Callable[[Cards, int], int | None]
"""Which card to answer on a day; None to stop for the day."""


class Course(NamedTuple):
    """So many answers on each day before the exam, whatever they take."""

    days: int
    answers_a_day: int
    belief: Belief


def best_value(cards: Cards, course: Course) -> float:
    """The expected number of cards recalled on the exam day under the best policy."""
    return _value(cards, 0, course.answers_a_day, course, None)


def value_of(chooser: Chooser, cards: Cards, course: Course) -> float:
    """The same under ``chooser``."""
    return _value(cards, 0, course.answers_a_day, course, chooser)


def _value(cards: Cards, day: int, left: int, course: Course, chooser: Chooser | None) -> float:
    if day == course.days:
        return sum(_recall(card, course) for card in cards)
    if not left:
        return _value(cards, day + 1, course.answers_a_day, course, chooser)
    if chooser is not None:
        chosen = chooser(cards, day)
        return _after(cards, chosen, day, left, course, chooser)
    open_now = [place for place, card in enumerate(cards) if _is_open(card, day)]
    return max(_after(cards, choice, day, left, course, None) for choice in [*open_now, None])


def _after(
    cards: Cards, chosen: int | None, day: int, left: int, course: Course, chooser: Chooser | None
) -> float:
    if chosen is None:
        return _value(cards, day + 1, course.answers_a_day, course, chooser)
    return sum(
        share * _value((*cards[:chosen], card, *cards[chosen + 1 :]), day, left - 1, course, chooser)
        for share, card in _outcomes(cards[chosen], day, course.belief)
    )


def _is_open(card: Card, day: int) -> bool:
    return card.phase == NEW or card.last_day < day or card.phase in {LEARNING, RELEARNING}


def _recall(card: Card, course: Course) -> float:
    if card.phase == NEW:
        return 0.0
    return float(fsrs.recall(W, course.days - card.last_day, _held(card, course.belief)))


def _held(card: Card, belief: Belief) -> float:
    kept = belief.kept_after_failure if card.phase in {LEARNING, RELEARNING} else 1.0
    return card.stability * kept


def _outcomes(card: Card, day: int, belief: Belief) -> list[tuple[float, Card]]:
    """Each grade's share, and the card after it with the engine's stability."""
    habits, difficulty = belief.habits, np.array([card.difficulty])
    if card.phase == NEW:
        found = answers.first(W, belief)
    elif card.last_day < day:
        held = np.array([_held(card, belief)])
        found = answers.later(W, belief, day - card.last_day, held, difficulty)
    else:
        shares = habits.retry_new if card.phase == LEARNING else habits.retry_lapse
        found = answers.retry(W, belief, shares, np.array([card.stability]), difficulty)
    failed = LEARNING if card.phase in {NEW, LEARNING} else RELEARNING
    outcomes = []
    for grade in range(4):
        share, after, hardness = (
            float(np.ravel(each[grade])[0]) for each in (found.shares, found.stability, found.difficulty)
        )
        engine_s = after / belief.kept_after_failure if grade == 0 else after
        outcomes.append((share, Card(REVIEW if grade else failed, engine_s, hardness, day)))
    return outcomes
