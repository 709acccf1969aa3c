"""What answers to exam questions say, each against the recall of its own time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from math import prod
from typing import Final, NamedTuple

from studycli.core.evidence import Answers, Evidence
from studycli.core.exam.attempt import Confidence
from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, after_review
from studycli.core.questions import QuestionRef
from studycli.core.studyday import study_day
from studycli.planner.forecast.chance import Held, guess_of
from studycli.planner.forecast.values import Judged

SEEN_WEIGHT: Final = 0.25
"""What an answer to a question answered before counts: repeating it teaches the letter."""

HALF_LIFE_DAYS: Final = 60.0
"""After so many days an answer counts half: what one makes of what one knows changes too."""

UNKNOWN_WEIGHT: Final = 0.5
"""What an answer counts whose cards' recall of that time is not known, and taken to be ``UNKNOWN_SHARE`` of now."""

UNKNOWN_SHARE: Final = 0.75

RecallThen = Callable[[str, datetime], float | None]
"""The recall of a card (full id) at a moment; None if nobody can tell any more."""


class Graded(NamedTuple):
    """One review of a card that counted."""

    at: datetime
    grade: Grade


def recall_from_states(states: Mapping[str, CardState], engine: Engine) -> RecallThen:
    """Recall at a moment as far as the states of now tell: of cards not graded since."""

    def then(card: str, at: datetime) -> float | None:
        state = states.get(card, NEW_CARD)
        if state.last_at is not None and state.last_at > at:
            return None
        return engine.recall(state, study_day(at))

    return then


def recall_from_reviews(reviews: Mapping[str, Sequence[Graded]], engine: Engine) -> RecallThen:
    """Recall at a moment from the reviews of each card, in the order they count."""

    def then(card: str, at: datetime) -> float:
        state = NEW_CARD
        for review in reviews.get(card, ()):
            if review.at <= at:
                state = after_review(state, review.grade, review.at, engine)
        return engine.recall(state, study_day(at))

    return then


def judged(
    answers: Answers, bank: Iterable[QuestionRef], now: Held, day: date, then: RecallThen
) -> tuple[Judged, ...]:
    """All answers to questions the bank still has. ``now`` is recall on ``day``, for where ``then`` knows nothing."""
    return tuple(
        each
        for ref in bank
        for place, evidence in enumerate(answers.get(ref.id, ()))
        for each in _judged(ref, evidence, place, now, day, then)
    )


def _judged(
    ref: QuestionRef, evidence: Evidence, before: int, now: Held, day: date, then: RecallThen
) -> Iterator[Judged]:
    recalls = [then(card, evidence.at) for card in ref.tests]
    known = [recall for recall in recalls if recall is not None]
    told = bool(recalls) and len(known) == len(recalls)
    recall = prod(known) if told else now.of(ref) * UNKNOWN_SHARE
    age_days = max(0, (day - study_day(evidence.at)).days)
    weight = 0.5 ** (age_days / HALF_LIFE_DAYS)
    if before:
        weight *= SEEN_WEIGHT
    if not told:
        weight *= UNKNOWN_WEIGHT
    guess = guess_of(ref)
    yield Judged(ref.id, ref.topic, recall, guess, _right(evidence, guess), weight)


def _right(evidence: Evidence, guess: float) -> float:
    """1 or 0. A guess, and no answer at all, count as the share right of blind guesses: luck tells nothing."""
    if evidence.confidence is Confidence.GUESS or not evidence.answered:
        return guess
    return float(evidence.correct)
