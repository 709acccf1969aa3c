"""What drawing, sitting and practising need of a question."""

from typing import NamedTuple

from studycli.core.bank import Question, QuestionUse
from studycli.core.lint.options import is_about_all


class QuestionRef(NamedTuple):
    """A question without its texts; references come in teaching order.

    ``id`` and ``tests`` (the cards it needs) carry the library; ``options`` are as the author wrote them,
    ``last`` those that speak of the others ("all of the above") and stay behind them.
    """

    id: str
    topic: str
    domain: str
    use: QuestionUse
    options: tuple[str, ...]
    right: tuple[str, ...]
    last: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


def ref_of(question: Question, library: str, topic: str) -> QuestionRef:
    """The reference of a question in the bank of ``topic`` in ``library``."""
    return QuestionRef(
        f"{library}/{question.id}",
        topic,
        question.domain,
        question.use,
        tuple(option.id for option in question.options),
        tuple(option.id for option in question.options if option.right),
        tuple(option.id for option in question.options if is_about_all(option)),
        tuple(f"{library}/{card}" for card in question.tests),
    )
