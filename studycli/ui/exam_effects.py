"""What the exam screens ask of the shell, and the events that answer."""

from dataclasses import dataclass
from enum import Enum

from studycli.core.exam.attempt import Answer, Attempt, Mode
from studycli.core.exam.paper import Paper, Terms
from studycli.core.moment import Moment
from studycli.ui.events import Effect, Event


@dataclass(frozen=True, slots=True)
class StartAttempt(Effect):
    """Write that a sitting begins, with everything it goes by; ``AttemptStarted`` or ``SaveFailed`` answers."""

    terms: Terms
    mode: Mode
    allowed_s: float
    paper: Paper
    moment: Moment


@dataclass(frozen=True, slots=True)
class AttemptStarted(Event):
    """It is on disk under this id; the clock runs from ``moment``, that of the effect."""

    attempt: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class SaveAnswer(Effect):
    """Write the whole answer to one question (full id) as it stands; ``Saved`` or ``SaveFailed`` answers.

    ``shown`` is the question that the person goes on to; None if that is still this one.
    """

    attempt: str
    question: str
    answer: Answer
    left_s: float
    moment: Moment
    shown: str | None = None


class ExamStep(Enum):
    """What happens to a sitting after its start."""

    RESUME = "resume"
    LEAVE = "leave"
    HAND_IN = "hand_in"


@dataclass(frozen=True, slots=True)
class SaveStep(Effect):
    """Write that a sitting goes on, stops or ends; ``Saved`` or ``SaveFailed`` answers."""

    attempt: str
    step: ExamStep
    left_s: float
    moment: Moment


@dataclass(frozen=True, slots=True)
class Saved(Event):
    """It is on disk."""


@dataclass(frozen=True, slots=True)
class SaveFailed(Event):
    """Nothing was written. ``text`` says why and what to do."""

    text: str


@dataclass(frozen=True, slots=True)
class OpenReport(Effect):
    """Ask for the report on a sitting that was handed in; ``ReportReady`` answers."""

    attempt: Attempt


@dataclass(frozen=True, slots=True)
class ReportReady(Event):
    """The screen of the report, for the place of the exam, or of an older one."""

    screen: object
