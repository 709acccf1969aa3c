"""Events of exams and practice, and disputes, as values. ``log.exam_lines`` reads and writes them.

Apart from ``log.events`` because many a start of the program meets none of them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from studycli.core.exam.attempt import Answer, Mode
from studycli.core.exam.paper import Paper, Terms
from studycli.core.results import Result
from studycli.log.events import DEVICE

ATTEMPT: Final = re.compile(rf"({DEVICE.pattern})-([1-9]\d{{0,15}})", re.ASCII)
"""The id of an attempt: device and number of its start."""


class Step(StrEnum):
    """What happens to an attempt after its start."""

    RESUME = "resume"
    LEAVE = "leave"
    HAND_IN = "hand_in"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class AttemptStart:
    """A sitting begins, with everything it goes by. Its id is that of this event."""

    kind: ClassVar[str] = "attempt"
    terms: Terms
    mode: Mode
    allowed_s: float
    paper: Paper


@dataclass(frozen=True, slots=True)
class AttemptStep:
    """A sitting goes on, stops or ends, with ``left_s`` seconds left; a discarded one counts as never sat."""

    kind: ClassVar[str] = "attempt"
    attempt: str
    step: Step
    left_s: float


@dataclass(frozen=True, slots=True)
class AttemptAnswer:
    """The whole answer to one question as it stands, and the seconds left of the sitting.

    ``shown`` is the question that one went on to; None if that is still this one.
    """

    kind: ClassVar[str] = "answer"
    attempt: str
    question: str
    answer: Answer
    left_s: float
    shown: str | None = None


@dataclass(frozen=True, slots=True)
class PracticeAnswer:
    """An answer outside exams; ``right`` are the options that were right then."""

    kind: ClassVar[str] = "answer"
    question: str
    answer: Answer
    right: tuple[str, ...]


class Disputed(StrEnum):
    """What is disputed."""

    QUESTION = "question"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Dispute:
    """What a learner holds against a question or card; not ``is_open`` once it is settled."""

    kind: ClassVar[str] = "dispute"
    what: Disputed
    id: str
    text: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ResultTold:
    """How a real exam ended; the last one of a day holds."""

    kind: ClassVar[str] = "result"
    result: Result


ExamBody = AttemptStart | AttemptStep | AttemptAnswer | PracticeAnswer | Dispute | ResultTold


def attempt_id(device: str, seq: int) -> str:
    """The id of the attempt that the event of this id started."""
    return f"{device}-{seq}"


def sitting_of_exam(body: object, device: str, seq: int) -> str | None:
    """The attempt that the event of this body and id is about; of an answer in practice the event's own id."""
    match body:
        case AttemptStart() | PracticeAnswer():
            return attempt_id(device, seq)
        case AttemptStep() | AttemptAnswer():
            return body.attempt
    return None
