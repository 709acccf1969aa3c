"""A sitting that is over, as the report screens go through it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rich.text import Text

from studycli.core.exam.attempt import Attempt
from studycli.core.exam_report import ItemResult, Report
from studycli.core.library import Text as LocalText
from studycli.ui.deck import QuestionDeck, QuestionFace
from studycli.ui.events import Event
from studycli.ui.look import Look
from studycli.ui.screens.question import mark_of
from studycli.ui.theme import Role

FOOTER_ROWS = 2
"""Lines of keys below each page of the report."""


@dataclass(frozen=True, slots=True)
class SatExam:
    """A sitting, what there is to say of it, and the texts for it.

    ``faces`` are the questions that are still in the bank, by full id; ``domains`` and ``topics`` are titles by id, as
    far as they are known; ``disputes`` is what the person holds against its questions, or cards behind them, by
    full id.
    """

    attempt: Attempt
    report: Report
    deck: QuestionDeck
    faces: Mapping[str, QuestionFace]
    domains: Mapping[str, LocalText]
    topics: Mapping[str, LocalText]
    disputes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuestionLeft(Event):
    """The person comes back to the list from the question at this place of the paper."""

    place: int


def sat_exam(
    attempt: Attempt,
    report: Report,
    deck: QuestionDeck,
    domains: Mapping[str, LocalText],
    topics: Mapping[str, LocalText],
    disputes: Iterable[tuple[str, str]] = (),
) -> SatExam:
    """The sitting with those of its questions that are still in the bank, and those of the disputes that concern it."""
    found = {item.question: deck.question(item.question) for item in attempt.paper.items}
    faces = {name: face for name, face in found.items() if face is not None}
    concerned = {*found, *(card for face in faces.values() for card in face.tests)}
    own = tuple(each for each in disputes if each[0] in concerned)
    return SatExam(attempt, report, deck, faces, domains, topics, own)


def questions(exam: SatExam, listed: Iterable[int]) -> tuple[str, ...]:
    """The full ids of the questions at these places that are still in the bank."""
    names = (exam.report.items[place].question for place in listed)
    return tuple(name for name in names if name in exam.faces)


def result_text(item: ItemResult, look: Look) -> Text:
    """How a question went: sign and word, seconds, flag, how sure, whether it counted."""
    words = look.words.question
    parts = [words.seconds.format(n=round(item.seconds))]
    parts += [words.flagged] if item.flagged else []
    parts += [words.confidence(item.confidence.value)] if item.confidence else []
    parts += [] if item.scored else [words.unscored]
    tail = "".join(f" · {part}" for part in parts)
    return Text.assemble(mark_of(item.correct, item.chosen, look), (tail, look.theme[Role.MUTED]))
