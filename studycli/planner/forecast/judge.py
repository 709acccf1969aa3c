"""What answers to exam questions say, each against the recall of its own time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from math import prod
from typing import Final

from studycli.core.evidence import Answers, Evidence
from studycli.core.exam.attempt import Confidence
from studycli.core.memory import NEW_CARD, Engine, Grade, after_review
from studycli.core.questions import QuestionRef
from studycli.core.studyday import study_day
from studycli.planner.forecast.chance import Held, guess_of
from studycli.planner.forecast.values import Judged

SEEN_WEIGHT: Final = 0.25
"""What an answer to a question answered before counts: repeating it teaches the letter."""

HALF_LIFE_DAYS: Final = 60.0
"""After so many days an answer counts half: what one makes of what one knows changes too."""

NO_CARD_WEIGHT: Final = 0.5
"""What an answer counts to a question that tests no card: the recall then is taken to be ``NO_CARD_SHARE`` of now."""

NO_CARD_SHARE: Final = 0.75

GUESSES_BLIND: Final = 8.0
"""Guesses are taken to be blind until those made say otherwise; this belief is worth so many guesses."""

RecallThen = Callable[[str, datetime], float]
"""The recall of a card (full id) at a moment."""

Reviews = Mapping[str, Sequence[tuple[datetime, Grade]]]
"""When each card was graded, and how, in order."""


def recall_from(reviews: Reviews, engine: Engine) -> RecallThen:
    """Recall at a moment from the reviews up to it."""

    def then(card: str, at: datetime) -> float:
        state = NEW_CARD
        for graded_at, grade in reviews.get(card, ()):
            if graded_at <= at:
                state = after_review(state, grade, graded_at, engine)
        return engine.recall(state, study_day(at))

    return then


def judged(
    answers: Answers, bank: Iterable[QuestionRef], now: Held, day: date, then: RecallThen
) -> tuple[Judged, ...]:
    """All answers to questions the bank still has. ``now``: recall on ``day``, for questions without cards."""
    known = [(ref, answers[ref.id]) for ref in bank if answers.get(ref.id)]
    insight = _insight(known)
    return tuple(
        _judged(ref, evidence, place, insight, now, day, then)
        for ref, given in known
        for place, evidence in enumerate(given)
    )


def _insight(known: Iterable[tuple[QuestionRef, Sequence[Evidence]]]) -> float:
    """How far what the learner calls a guess is better than a blind one: 0 as good, 1 always right."""
    won = room = 0.0
    for ref, given in known:
        chance = guess_of(ref)
        for evidence in given:
            if evidence.confidence is Confidence.GUESS:
                won += evidence.correct - chance
                room += 1 - chance
    return max(0.0, won / (room + GUESSES_BLIND))


def _judged(
    ref: QuestionRef,
    evidence: Evidence,
    before: int,
    insight: float,
    now: Held,
    day: date,
    then: RecallThen,
) -> Judged:
    recall = prod(then(card, evidence.at) for card in ref.tests) if ref.tests else now.of(ref) * NO_CARD_SHARE
    age_days = max(0, (day - study_day(evidence.at)).days)
    weight = 0.5 ** (age_days / HALF_LIFE_DAYS)
    if before:
        weight *= SEEN_WEIGHT
    if not ref.tests:
        weight *= NO_CARD_WEIGHT
    guess = guess_of(ref)
    return Judged(ref.id, ref.topic, recall, guess, _right(evidence, guess, insight), weight)


def _right(evidence: Evidence, guess: float, insight: float) -> float:
    """1 or 0; luck tells nothing, so a guess counts as guesses go, and an answer left out as a blind one."""
    if not evidence.answered:
        return guess
    if evidence.confidence is Confidence.GUESS:
        return guess + (1 - guess) * insight
    return float(evidence.correct)
