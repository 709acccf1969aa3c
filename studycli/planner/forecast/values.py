"""What goes into a forecast and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from studycli.core.blueprints import Blueprint
from studycli.core.questions import QuestionRef
from studycli.core.refs import CardRef

Recalls = Mapping[str, float]
"""Recall of cards by full id, within 0..1; a card that is not named was never seen, and has none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What an exam may ask: all questions, all cards, and how the exam is made up."""

    bank: Sequence[QuestionRef]
    cards: Sequence[CardRef]
    blueprint: Blueprint


@dataclass(frozen=True, slots=True)
class Prospect:
    """Recall on the exam day: ``planned`` as the plan expects it, ``idle`` if nothing more is studied.

    ``study_days`` is how many days with study lie between: the more there are, the surer the plan comes true.
    """

    idle: Recalls
    planned: Recalls
    study_days: int


class Judged(NamedTuple):
    """One answer, ready for the model.

    ``recall`` is the product of the recall of the cards behind the question when it was answered, ``chance`` that
    of a blind guess. ``right`` is 1 or 0, or a share in between for a guess; ``weight`` 1 for an answer in full.
    """

    question: str
    topic: str
    recall: float
    chance: float
    right: float
    weight: float


class Share(NamedTuple):
    """A share of right answers: expected, and its 10th and 90th percentile."""

    expected: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Part:
    """A domain or a topic of the exam.

    ``weight`` is its share of what counts, ``questions`` how many the bank has for exams. ``right`` and ``recall``
    (mean recall of its cards on the day, under the plan) are None where there is nothing to tell them from.
    """

    id: str
    weight: float
    questions: int
    right: Share | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Mover:
    """Cards of one topic within one domain, and what going through them once brings over leaving them alone."""

    domain: str
    topic: str
    cards: tuple[str, ...]
    minutes: float
    points: float


class Outlook(NamedTuple):
    """The forecast in one line, as of ``day``. ``blueprint`` is an id; scores are on its scale."""

    day: date
    exam: date
    blueprint: str
    expected_score: int
    low: int
    high: int
    pass_probability: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """The score to expect of a paper drawn from the blueprint, for questions like those of the bank.

    ``scores`` is its distribution: every possible score with its probability, ascending. ``domains`` come in the
    blueprint's order, ``topics`` heaviest first, ``movers`` by points. ``out_of_reach`` are cards that exam
    questions test and the plan has no time for. ``answers`` is how many answers it rests on, after weighing.
    """

    outlook: Outlook
    scores: tuple[tuple[int, float], ...]
    domains: tuple[Part, ...]
    topics: tuple[Part, ...]
    movers: tuple[Mover, ...]
    out_of_reach: tuple[str, ...]
    answers: float

    @property
    def expected_score(self) -> int:
        """The mean of all scores, rounded."""
        return self.outlook.expected_score

    @property
    def low(self) -> int:
        """The 10th percentile."""
        return self.outlook.low

    @property
    def high(self) -> int:
        """The 90th percentile."""
        return self.outlook.high

    @property
    def pass_probability(self) -> float:
        """How likely a score at or above the pass mark is."""
        return self.outlook.pass_probability
