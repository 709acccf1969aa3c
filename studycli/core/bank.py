"""Banks of exam questions: what the files under ``quizzes`` say (``docs/format.md`` §1)."""

from dataclasses import dataclass, field
from enum import StrEnum

from studycli.core.library import POSITION, Text
from studycli.core.notes import Source


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a question, and why it is right or wrong."""

    id: str
    text: Text
    why: Text
    right: bool = False


class QuestionKind(StrEnum):
    """One right option, or several."""

    SINGLE = "single"
    MULTIPLE = "multiple"


class QuestionUse(StrEnum):
    """Drawn for mock exams, or kept for practice only."""

    EXAM = "exam"
    PRACTICE = "practice"


class QuestionDifficulty(StrEnum):
    """How hard the author means a question to be."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Question:
    """An exam item. ``tests`` names the cards it needs, by short id."""

    id: str
    kind: QuestionKind
    domain: str
    difficulty: QuestionDifficulty
    stem: Text
    options: tuple[Option, ...]
    sources: tuple[Source, ...]
    use: QuestionUse = QuestionUse.EXAM
    tests: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    explanation: Text | None = None
    was: tuple[str, ...] = ()
    line: int = field(default=0, metadata=POSITION)


@dataclass(frozen=True, slots=True)
class Bank:
    """The questions of one topic: the content of one file."""

    topic: str
    questions: tuple[Question, ...]
