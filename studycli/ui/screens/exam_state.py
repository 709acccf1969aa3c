"""A sitting on the screen as a value: its clock, what is still to be saved, and which question is shown.

Everything that has to be written waits in ``pending``. One entry at a time is handed to the shell and stays until it
is on the disk, so that a failed save is tried again, with the next change and with every second.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from math import ceil, inf

from studycli.core.exam.attempt import Attempt, Mode, hand_in, resume, tick
from studycli.core.exam.engine import answer_shown, go_to, item_shown
from studycli.core.exam.paper import PaperItem
from studycli.core.moment import Moment
from studycli.ui.bindings import Step
from studycli.ui.deck import QuestionDeck, QuestionFace
from studycli.ui.events import Effect
from studycli.ui.exam_effects import ExamStep, OpenReport, SaveAnswer, SaveStep
from studycli.ui.navigation import Pop
from studycli.words.model import Words

WARNINGS_MIN = (30, 5, 1)
"""Minutes left at which the person is warned."""

SAVED_EVERY_S = 30.0
"""How often the time is written down while nothing else is, so that a killed sitting knows it."""

_WARNING_S = 10.0
"""How long a warning stays at least, whatever keys are pressed."""

Say = Callable[[Words], str]
"""News for the person, in the language of the screen."""

Write = SaveAnswer | SaveStep


class Panel(Enum):
    """What the screen shows of the sitting."""

    QUESTION = "question"
    GRID = "grid"
    CONFIRM = "confirm"
    OVER = "over"


class Filter(Enum):
    """Which questions the overview shows."""

    ALL = "all"
    UNANSWERED = "unanswered"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Grid:
    """The overview: the place under the cursor, which questions are shown, the digits of a number being typed."""

    cursor: int = 0
    filter: Filter = Filter.ALL
    typed: str = ""


class Way(Enum):
    """The ways out of a question that is asked before leaving or handing in."""

    LEAVE = "leave"
    HAND_IN = "hand_in"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class Confirm:
    """That question: its ways out in order, and which one is under the cursor."""

    ways: tuple[Way, ...] = (Way.HAND_IN, Way.STAY)
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class ExamState:
    """A sitting on the screen.

    ``face`` is the question shown (None: gone from the bank), ``cursor`` an option of it. ``turn`` are pages to
    scroll and ``follow`` asks to bring the cursor into view, both settled once the window is known.
    ``striking`` waits for the option to strike out. ``alarm_s`` is the time left when a warning came, ``noted_s`` when
    it was last written down.
    ``pending`` is what is not on disk yet, ``sent`` the entry that the shell was given, ``failing`` whether the last
    one failed. ``leaving`` and ``reporting``: once all is saved, the screen is left, the report was asked for.
    """

    attempt: Attempt
    deck: QuestionDeck
    default_language: str
    language: str
    face: QuestionFace | None = None
    cursor: int = 0
    panel: Panel = Panel.QUESTION
    grid: Grid = Grid()
    confirm: Confirm = Confirm()
    striking: bool = False
    clock_hidden: bool = False
    scroll: int = 0
    turn: int = 0
    follow: bool = False
    x_scroll: int = 0
    said: Say | None = None
    alarm_s: float | None = None
    noted_s: float = inf
    warned_min: tuple[int, ...] = ()
    pending: tuple[Write, ...] = ()
    sent: Write | None = None
    failing: bool = False
    leaving: bool = False
    reporting: bool = False

    @property
    def item(self) -> PaperItem | None:
        """The question shown; None in a paper without questions."""
        return item_shown(self.attempt)

    @property
    def is_over(self) -> bool:
        """Whether it was handed in."""
        return self.attempt.ended_at is not None


Act = Callable[[ExamState, Moment], Step[ExamState]]
"""What a key does."""


def opened(attempt: Attempt, deck: QuestionDeck, language: str, now: Moment) -> Step[ExamState]:
    """The screen on a sitting that just began (its clock runs), or goes on after a stop, and what to do first.

    One whose time ran out meanwhile is handed in, and its report asked for.
    """
    due = tuple(minutes for minutes in WARNINGS_MIN if minutes * 60 >= attempt.allowed_s)
    state = ExamState(attempt, deck, language, language, warned_min=due, noted_s=attempt.left_s)
    if attempt.reading_s is None and attempt.ended_at is None:
        state = replace(state, attempt=resume(attempt, now.at, now.mono_s))
        step = ExamStep.HAND_IN if state.is_over else ExamStep.RESUME
        state = _with_step(state, step, now)
    if state.is_over:
        return flushed(replace(state, panel=Panel.OVER))
    return flushed(shown(state))


def shown(state: ExamState) -> ExamState:
    """The question of the sitting's place on the screen."""
    item = state.item
    if item is None:
        return state
    chosen = answer_shown(state.attempt).chosen
    return replace(
        state,
        face=state.deck.question(item.question),
        language=state.default_language,
        cursor=next((place for place, option in enumerate(item.options) if option in chosen), 0),
        striking=False,
        scroll=0,
        turn=0,
        x_scroll=0,
        panel=Panel.QUESTION,
    )


def changed(state: ExamState, attempt: Attempt, moment: Moment) -> ExamState:
    """The sitting after an act on the question shown; what changed waits to be saved."""
    if attempt is state.attempt:
        return state
    return _with_answer(replace(state, attempt=attempt), moment)


def moved(state: ExamState, place: int, moment: Moment) -> ExamState:
    """The question at ``place`` shown.

    The one that is left is saved with its seconds, and where one went, so that a killed sitting goes on there.
    """
    attempt = go_to(state.attempt, place)
    if attempt is state.attempt:
        return state
    there = attempt.paper.items[place].question
    return shown(replace(_with_answer(state, moment, there), attempt=attempt))


def clocked(state: ExamState, moment: Moment) -> ExamState:
    """The state at a moment: comes before anything else that the moment brings. At zero it hands in."""
    if state.is_over:
        return state
    state = replace(state, attempt=tick(state.attempt, moment.mono_s))
    if not state.attempt.is_open:
        return handed_in(state, moment)
    left_s = state.attempt.left_s
    due = tuple(minutes for minutes in WARNINGS_MIN if left_s <= minutes * 60)
    if set(due) <= set(state.warned_min):
        return state
    return replace(state, warned_min=tuple({*state.warned_min, *due}), alarm_s=left_s)


def continued(state: ExamState, moment: Moment) -> ExamState:
    """The sitting after the program was stopped: where the clock may stand still, no time went by."""
    if is_strict(state) or state.is_over:
        return clocked(state, moment)
    return replace(state, attempt=replace(state.attempt, reading_s=moment.mono_s))


def noted(state: ExamState, moment: Moment) -> ExamState:
    """The state a second later: every now and then the time is to be saved, whatever the person does."""
    after = clocked(state, moment)
    due = not after.is_over and after.noted_s - after.attempt.left_s >= SAVED_EVERY_S
    return _with_answer(after, moment) if due else after


def quieted(state: ExamState) -> ExamState:
    """The state without the news that a key press takes away; a warning stays until it could be read."""
    heard = state.alarm_s is not None and state.alarm_s - state.attempt.left_s >= _WARNING_S
    return replace(state, said=None, alarm_s=None if heard else state.alarm_s)


def handed_in(state: ExamState, moment: Moment) -> ExamState:
    """The sitting handed in; the report opens once that is saved."""
    state = _with_answer(state, moment)
    over = replace(state, attempt=hand_in(state.attempt, moment.at), panel=Panel.OVER, leaving=False)
    return _with_step(over, ExamStep.HAND_IN, moment)


def left(state: ExamState, moment: Moment) -> ExamState:
    """The sitting about to be left: that is saved first."""
    return _with_step(replace(_with_answer(state, moment), leaving=True), ExamStep.LEAVE, moment)


def flushed(state: ExamState) -> Step[ExamState]:
    """The next thing to be saved handed to the shell; with nothing left, what had to wait for it."""
    if state.pending:
        return replace(state, sent=state.pending[0]), (state.pending[0],)
    after: tuple[Effect, ...] = ()
    if state.is_over and not state.reporting:
        state, after = replace(state, reporting=True), (OpenReport(state.attempt),)
    elif state.leaving:
        after = (Pop(),)
    return state, after


def saved(state: ExamState) -> Step[ExamState]:
    """What was sent is on disk."""
    done = state.sent is not None and state.pending[:1] == (state.sent,)
    rest = state.pending[1:] if done else state.pending
    said = None if state.failing else state.said
    return flushed(replace(state, pending=rest, sent=None, failing=False, said=said))


def failed(state: ExamState, text: str) -> Step[ExamState]:
    """What was sent could not be written, and is kept; nobody leaves by this."""
    kept = tuple(write for write in state.pending if not (state.leaving and _is_leave(write)))
    said: Say = lambda words: words.screens.review.not_saved.format(reason=text)  # noqa: E731
    if not state.pending:
        said = lambda _: text  # noqa: E731
    return replace(state, pending=kept, sent=None, failing=bool(state.pending), leaving=False, said=said), ()


def _is_leave(write: Write) -> bool:
    return isinstance(write, SaveStep) and write.step is ExamStep.LEAVE


def _with_answer(state: ExamState, moment: Moment, there: str | None = None) -> ExamState:
    """The answer to the question shown waits to be saved, in place of an older one that still waits."""
    item = state.item
    if item is None:
        return state
    attempt = state.attempt
    write = SaveAnswer(attempt.id, item.question, answer_shown(attempt), attempt.left_s, moment, there)
    others = tuple(
        each for each in state.pending if isinstance(each, SaveStep) or each.question != item.question
    )
    return replace(state, pending=(*others, write), noted_s=attempt.left_s)


def _with_step(state: ExamState, step: ExamStep, moment: Moment) -> ExamState:
    left_s = state.attempt.left_s
    write = SaveStep(state.attempt.id, step, left_s, moment)
    return replace(state, pending=(*state.pending, write), noted_s=left_s)


def is_strict(state: ExamState) -> bool:
    """Whether the clock runs on while one is away."""
    return state.attempt.mode is Mode.STRICT


def news(state: ExamState, words: Words) -> str:
    """What there is to say now: a warning first."""
    parts = []
    if state.alarm_s is not None:
        parts.append(words.exam.sitting.warning(ceil(state.attempt.left_s / 60)))
    if state.said is not None:
        parts.append(state.said(words))
    return " ".join(parts)
