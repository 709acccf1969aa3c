"""What practice, report and dispute screens ask of the shell, and the events that answer."""

from dataclasses import dataclass

from studycli.core.exam.attempt import Answer, Attempt
from studycli.core.exam.paper import PaperItem
from studycli.core.moment import Moment
from studycli.ui.deck import DisputedKind
from studycli.ui.events import Effect, Event


@dataclass(frozen=True, slots=True)
class SavePractice(Effect):
    """Write an answer given in practice; ``Saved`` or ``SaveFailed`` answers.

    ``right`` are the options that were right as the question was shown.
    """

    question: str
    answer: Answer
    moment: Moment
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindPractice(Effect):
    """Ask for up to ten questions to go on with; ``PracticeFound`` or ``Failed`` answers."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class PracticeFound(Event):
    """Questions to go on with (none if there are no more), their options in the order to be shown."""

    items: tuple[PaperItem, ...]
    moment: Moment


@dataclass(frozen=True, slots=True)
class Retake(Effect):
    """Sit just these questions (full ids) of a sitting again; ``Opened`` or ``Failed`` answers."""

    attempt: Attempt
    questions: tuple[str, ...]
    moment: Moment


@dataclass(frozen=True, slots=True)
class SaveDispute(Effect):
    """Write what the person holds against a question or card (full id); ``Saved`` or ``SaveFailed`` answers.

    No ``text``: it is settled.
    """

    what: DisputedKind
    id: str
    text: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Disputed(Event):
    """A dispute was saved, or settled; goes to the screen it was opened from."""

    is_open: bool
