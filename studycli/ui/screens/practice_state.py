"""Practice as a value: questions one at a time, each explained as soon as it is answered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from studycli.core.evidence import Evidence
from studycli.core.exam.attempt import Answer, Attempt, Mode, begin
from studycli.core.exam.engine import answer_shown
from studycli.core.exam.paper import Paper, PaperItem, Terms
from studycli.core.moment import Moment
from studycli.ui.bindings import Step
from studycli.ui.deck import QuestionDeck, QuestionFace
from studycli.ui.screens.exam_state import Say
from studycli.ui.screens.question import Shown, looked_up

_NO_TERMS = Terms("", 0, 0, 0, ())


class Practised(NamedTuple):
    """An answer that was saved, and the cards its question tests."""

    evidence: Evidence
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PracticeState:
    """Questions in their order, and the one on the screen; ``shown`` is None at the end.

    ``said`` and ``message`` are news, the one from keys, the other from the shell.
    ``attempt`` is the question by itself, sat without end, so that choosing goes as in exams. ``results`` are the
    answers saved so far; ``acted`` is when the one on its way to the disk was given.
    """

    deck: QuestionDeck
    waiting: tuple[PaperItem, ...]
    default_language: str
    attempt: Attempt
    acted: Moment
    shown: Shown | None = None
    language: str = ""
    results: tuple[Practised, ...] = ()
    cursor: int = 0
    striking: bool = False
    explained: bool = False
    notes_opened: int = 0
    said: Say | None = None
    message: str = ""
    scroll: int = 0
    turn: int = 0
    x_scroll: int = 0
    follow: bool = False
    chosen: int = 0

    @property
    def answer(self) -> Answer:
        """The answer to the question on the screen."""
        return answer_shown(self.attempt)

    @property
    def item(self) -> PaperItem | None:
        """The question on the screen as it is asked."""
        return self.shown.item if self.shown else None

    @property
    def face(self) -> QuestionFace | None:
        """Its texts."""
        return self.shown.face if self.shown else None

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the question on the screen, in the order shown."""
        return self.shown.item.options if self.shown else ()

    @property
    def needed(self) -> int:
        """How many options the question asks for."""
        return len(self.shown.item.right) if self.shown else 0

    @property
    def is_single(self) -> bool:
        """Whether one option is asked for."""
        return self.needed == 1

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(result.evidence.correct for result in self.results)


Act = Callable[[PracticeState, Moment], Step[PracticeState]]
"""What a key does."""


def opened(items: tuple[PaperItem, ...], deck: QuestionDeck, language: str, now: Moment) -> PracticeState:
    """The screen on these questions; at its end if there are none."""
    return show_next(PracticeState(deck, items, language, _sitting((), now), now), now)


def show_next(state: PracticeState, now: Moment) -> PracticeState:
    """The next question that is still in the bank, or the end."""
    shown, waiting = None, state.waiting
    while waiting and shown is None:
        shown, waiting = looked_up(state.deck, waiting[0]), waiting[1:]
    return replace(
        state,
        waiting=waiting,
        shown=shown,
        attempt=_sitting((shown.item,) if shown else (), now),
        language=state.default_language,
        cursor=0,
        striking=False,
        explained=False,
        notes_opened=0,
        said=None,
        scroll=0,
        turn=0,
        x_scroll=0,
        follow=False,
        chosen=0,
    )


def _sitting(items: tuple[PaperItem, ...], now: Moment) -> Attempt:
    return begin("", _NO_TERMS, Paper(0, items), Mode.RELAXED, inf, now.at, now.mono_s)


def explained(state: PracticeState) -> PracticeState:
    """The answer is on disk: what is right, and why."""
    if state.shown is None or state.explained:
        return state
    answer = state.answer
    evidence = Evidence(
        state.acted.at,
        state.shown.item.is_right(answer.chosen),
        bool(answer.chosen),
        answer.flagged,
        answer.confidence,
        answer.seconds,
        None,
    )
    results = (*state.results, Practised(evidence, state.shown.face.tests))
    return replace(state, results=results, explained=True, scroll=0, follow=True)


def cards_first(state: PracticeState) -> frozenset[str]:
    """The cards that the next session takes first because of these answers."""
    return frozenset(card for result in state.results if result.evidence.is_doubtful for card in result.tests)
