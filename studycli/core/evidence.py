"""What answers to questions say of a learner. A question has no memory of its own: its answers speak of its cards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from studycli.core.exam.attempt import Confidence
from studycli.core.questions import QuestionRef


@dataclass(frozen=True, slots=True)
class Evidence:
    """One answer to a question: the last one in a sitting that was handed in, or one in practice.

    ``at`` is when it was given. A question looked at and left without a choice is ``answered`` not, and wrong.
    Without ``attempt`` it is of practice.
    """

    at: datetime
    correct: bool
    answered: bool
    flagged: bool
    confidence: Confidence | None
    seconds: float
    attempt: str | None

    @property
    def is_doubtful(self) -> bool:
        """Whether the cards behind the question should be looked at: wrong, guessed or flagged."""
        return not self.correct or self.flagged or self.confidence is Confidence.GUESS


Answers = Mapping[str, Sequence[Evidence]]
"""The answers to each question by full id, oldest first."""


def cards_to_see_first(
    answers: Answers, bank: Iterable[QuestionRef], since: Mapping[str, datetime]
) -> tuple[str, ...]:
    """The cards tested by questions answered wrong, guessed or flagged since their last real grade.

    ``since`` tells when a card was last graded (``CardState.last_at``). Cards of the latest answer come first,
    those of one question in its order. The last answer to a question counts.
    """
    doubted = [
        (answers[ref.id][-1].at, ref)
        for ref in bank
        if answers.get(ref.id) and answers[ref.id][-1].is_doubtful
    ]
    doubted.sort(key=lambda each: (-each[0].timestamp(), each[1].id))
    cards = (
        card for at, ref in doubted for card in ref.tests if since.get(card) is None or since[card] <= at
    )
    return tuple(dict.fromkeys(cards))
