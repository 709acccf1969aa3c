"""Mock exams, practice and disputes in the full screen: builds their screens, and writes what they ask for."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from studycli.cli.exam_papers import Drawn, domain_titles, paper_of
from studycli.cli.exam_start import open_attempt, refuse_second
from studycli.cli.held_attempt import HeldAttempt
from studycli.cli.notices import error_text
from studycli.cli.options import PracticeOptions, SittingOptions
from studycli.cli.practising import practice_questions
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.wiring import Wiring
from studycli.core.exam.attempt import Answer, Attempt, Mode
from studycli.core.exam.paper import PaperItem, terms_of
from studycli.core.exam_report import report_of
from studycli.core.moment import Moment
from studycli.core.questions import QuestionRef
from studycli.errors import StudyError, UsageError
from studycli.log.exam_events import (
    AttemptAnswer,
    AttemptStart,
    AttemptStep,
    Dispute,
    Disputed,
    ExamBody,
    PracticeAnswer,
    Step,
    attempt_id,
)
from studycli.ui.app import Opened
from studycli.ui.events import Effect, Event
from studycli.ui.exam_effects import (
    AttemptStarted,
    ExamStep,
    OpenReport,
    ReportReady,
    SaveAnswer,
    Saved,
    SaveFailed,
    SaveStep,
    StartAttempt,
)
from studycli.ui.practice_effects import (
    FindPractice,
    PracticeFound,
    Retake,
    SaveDispute,
    SavePractice,
)
from studycli.ui.screens import exam_rules, exam_state, practice_state
from studycli.ui.screens.exam_rules import RulesState
from studycli.ui.screens.exam_state import ExamState
from studycli.ui.screens.practice_state import PracticeState
from studycli.ui.screens.report import ReportState
from studycli.ui.screens.report_state import SatExam, sat_exam

Write = StartAttempt | SaveAnswer | SaveStep | SavePractice | SaveDispute
_SECOND_DIGITS: Final = 3


class Sittings:
    """Carries out the effects of the exam, report, practice and dispute screens."""

    def __init__(self, wiring: Wiring, deck: ShelfDeck) -> None:
        self.wiring = wiring
        self._deck = deck
        self._held: HeldAttempt | None = None
        self._practice = PracticeOptions()
        self._practised: set[str] = set()

    def rules(self, drawn: Drawn, how: SittingOptions) -> RulesState:
        """The page of rules before the exam on a paper."""
        return exam_rules.opened(
            drawn.blueprint.title,
            terms_of(drawn.name, drawn.blueprint),
            drawn.paper,
            Mode.RELAXED if how.relaxed else Mode.STRICT,
            drawn.blueprint.minutes,
            how.extra_minutes,
            self._deck,
            self.wiring.material_language,
        )

    def resumed(self, now: Moment) -> tuple[ExamState, tuple[Effect, ...]]:
        """The open exam going on, with what its screen asks for first. Raises UsageError if there is none.

        Also if another window has it.
        """
        self.wiring.learner.refresh()
        name = open_attempt(self.wiring)
        attempt = None if name is None else self.wiring.learner.attempt(name)
        if attempt is None:
            raise UsageError("no_open_exam")
        self._take(attempt.id)
        self.wiring.learner.refresh()  # another window may have handed it in just before it let go
        attempt = self.wiring.learner.attempt(attempt.id) or attempt
        return exam_state.opened(attempt, self._deck, self.wiring.material_language, now)

    def report(self, attempt: Attempt) -> ReportState:
        """The report on a sitting."""
        return ReportState(seen_exam(self.wiring, self._deck, attempt), self.wiring.material_language)

    def practice(self, options: PracticeOptions, now: Moment) -> PracticeState:
        """The practice screen on its first questions."""
        self.wiring.learner.refresh()
        self._practice, self._practised = options, set()
        return practice_state.opened(
            self._questions(options.limit, now), self._deck, self.wiring.material_language, now
        )

    def handle(self, effect: Effect) -> Event | None:
        """Carry out one effect; None if it is none of these. What cannot be saved is ``SaveFailed``."""
        match effect:
            case StartAttempt() | SaveAnswer() | SaveStep() | SavePractice() | SaveDispute():
                try:
                    return self._written(effect)
                except StudyError as error:
                    return SaveFailed(error_text(error, self.wiring.words))
            case OpenReport(attempt):
                self.wiring.learner.refresh()
                return ReportReady(self.report(self.wiring.learner.attempt(attempt.id) or attempt))
            case Retake(attempt, questions):
                return Opened(self._retake(attempt, questions))
            case FindPractice(moment):
                return PracticeFound(self._questions(PracticeOptions().limit, moment), moment)
        return None

    def _written(self, effect: Write) -> Event:
        record = self.wiring.learner.record
        if isinstance(effect, StartAttempt):
            return self._started(effect)
        record(_body(effect), effect.moment.at)
        if isinstance(effect, SaveStep) and effect.step is not ExamStep.RESUME:
            self._let_go(forget=effect.step is ExamStep.HAND_IN)
        if isinstance(effect, SavePractice):
            self._practised.add(effect.question)
        return Saved()

    def _started(self, effect: StartAttempt) -> AttemptStarted:
        learner = self.wiring.learner
        learner.refresh()
        refuse_second(self.wiring)
        body = AttemptStart(effect.terms, effect.mode, effect.allowed_s, effect.paper)
        event = learner.record(body, effect.moment.at)
        name = attempt_id(event.device, event.seq)
        self._take(name)
        return AttemptStarted(name, effect.moment)

    def _retake(self, attempt: Attempt, questions: tuple[str, ...]) -> RulesState:
        self.wiring.learner.refresh()
        refuse_second(self.wiring)
        return self.rules(paper_of(self.wiring, attempt, questions), SittingOptions())

    def _questions(self, limit: int, now: Moment) -> tuple[PaperItem, ...]:
        chance = random.Random(self.wiring.seed())  # noqa: S311 - the order of options is no secret
        refs = practice_questions(self.wiring, self._practice, now.at)
        fresh = [ref for ref in refs if ref.id not in self._practised]
        return tuple(_practice_item(ref, chance.random) for ref in fresh[:limit])

    def _take(self, attempt: str) -> None:
        self._let_go(forget=False)  # who left what could not be saved may come back to it
        self._held = HeldAttempt(self.wiring.paths.state, attempt)

    def _let_go(self, *, forget: bool) -> None:
        if self._held is not None:
            if forget:
                self._held.forget()
            self._held.let_go()
            self._held = None


def seen_exam(wiring: Wiring, deck: ShelfDeck, attempt: Attempt) -> SatExam:
    """A sitting with its report and the texts for it."""
    topics = {topic.id: topic.title for topic in wiring.shelf.topics()}
    report = report_of(attempt, wiring.learner.attempts())
    domains = domain_titles(wiring, attempt.terms.blueprint)
    disputes = [(each.id, each.text) for each in wiring.learner.disputes()]
    return sat_exam(attempt, report, deck, domains, topics, disputes)


_STEPS: Final = {
    ExamStep.RESUME: Step.RESUME,
    ExamStep.LEAVE: Step.LEAVE,
    ExamStep.HAND_IN: Step.HAND_IN,
}


def _body(effect: SaveAnswer | SaveStep | SavePractice | SaveDispute) -> ExamBody:
    match effect:
        case SaveAnswer(attempt, question, answer, left_s, _, shown):
            return AttemptAnswer(attempt, question, _timed(answer), _rounded(left_s), shown)
        case SaveStep(attempt, step, left_s):
            return AttemptStep(attempt, _STEPS[step], _rounded(left_s))
        case SavePractice(question, answer, _, right):
            return PracticeAnswer(question, _timed(answer), right)
        case SaveDispute(what, name, text):
            return Dispute(Disputed(what), name, text, is_open=bool(text))


def _timed(answer: Answer) -> Answer:
    return replace(answer, seconds=_rounded(answer.seconds))


def _rounded(seconds: float) -> float:
    return round(seconds, _SECOND_DIGITS)


def _practice_item(ref: QuestionRef, chance: Callable[[], float]) -> PaperItem:
    """A question with its options in chance order, those that speak of the others last."""
    options = tuple(sorted(ref.options, key=lambda option: (option in ref.last, chance())))
    right = tuple(option for option in options if option in ref.right)
    return PaperItem(ref.id, ref.topic, ref.domain, options, right, scored=False)
