"""Home and review in the terminal: builds the screens and carries out what they ask for."""

from collections import deque
from contextlib import AbstractContextManager, suppress

from studycli.cli.background import background, finish_plan
from studycli.cli.editing import edit_card
from studycli.cli.exam_papers import Drawn, drawn_paper
from studycli.cli.exam_start import open_attempt
from studycli.cli.first_start import ask_first_things, is_first_start
from studycli.cli.fitting import fit_if_time
from studycli.cli.foreseeing import Foreseeing
from studycli.cli.notices import error_text
from studycli.cli.options import PaperOptions, PracticeOptions, ReviewOptions, SittingOptions
from studycli.cli.reading import Reading
from studycli.cli.recording import recorded
from studycli.cli.sessions import Sessions
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.sitting import Sittings
from studycli.cli.wiring import Wiring
from studycli.core.exam.attempt import Attempt
from studycli.core.moment import Moment
from studycli.errors import StudyError
from studycli.ui.app import App, LookChanged, Opened, Screen, Started, cursor, spoken, update, view
from studycli.ui.effects import (
    ActOnCard,
    AnsweredElsewhere,
    EditCard,
    Failed,
    FindMore,
    FitParameters,
    Fitted,
    RecordReview,
    Retract,
    Revive,
    StartReview,
    Summarize,
)
from studycli.ui.events import BackgroundEffect, DeferredEffect, Effect, Event, Size
from studycli.ui.line import EMPTY
from studycli.ui.look import Look
from studycli.ui.program import Handle, Program
from studycli.ui.reading_effects import ReviewItems
from studycli.ui.screens.browse import BrowseState, load
from studycli.ui.screens.home import look_ahead
from studycli.ui.screens.home_state import (
    HomeLoaded,
    HomeState,
    LoadHome,
    LoadSuspended,
    OpenSettings,
    Recount,
    Recounted,
    StartExam,
    StartPractice,
)
from studycli.ui.screens.search import LIMIT, SearchState, refresh
from studycli.ui.screens.suspended import SuspendedState
from studycli.ui.theme import choose_theme


def open_home(wiring: Wiring) -> int:
    """The home screen; on the very first start three questions and a first card before it."""
    first = is_first_start(wiring)
    if first:
        wiring = ask_first_things(wiring)
    study = Study(wiring)
    home = HomeState(study.sessions.home(), wiring.material_language)
    if not first:
        return study.run((home,), look_ahead(home.home))
    started = study.sessions.start(ReviewOptions(), wiring.clock())
    return study.run((home, started.screen), started.effects)


def open_review(wiring: Wiring, options: ReviewOptions) -> int:
    """Today's session, full screen."""
    study = Study(wiring)
    started = study.sessions.start(options, wiring.clock())
    return study.run((started.screen,), started.effects)


def open_review_of(wiring: Wiring, items: tuple[str, ...]) -> int:
    """A session over the cards of these notes, cards and questions, full screen."""
    study = Study(wiring)
    started = study.sessions.start_on(items, wiring.clock())
    return study.run((started.screen,), started.effects)


def open_practice(wiring: Wiring, options: PracticeOptions) -> int:
    """Exam questions one at a time, full screen."""
    study = Study(wiring)
    return study.run((study.sittings.practice(options, wiring.clock()),))


def open_exam(wiring: Wiring, drawn: Drawn, how: SittingOptions) -> int:
    """The page of rules, and the exam."""
    study = Study(wiring)
    return study.run((study.sittings.rules(drawn, how),))


def resume_open_exam(wiring: Wiring) -> int:
    """The open exam, or its report if its time ran out. Raises UsageError if another window has it."""
    study = Study(wiring)
    screen, effects = study.sittings.resumed(wiring.clock())
    if screen.is_over:
        wiring.streams.stderr.write(f"{wiring.words.cli.exam.history.overdue}\n")
    return study.run((screen,), effects)


def open_report(wiring: Wiring, attempt: Attempt) -> int:
    """The report on a sitting, full screen."""
    study = Study(wiring)
    return study.run((study.sittings.report(attempt),))


def open_search(wiring: Wiring, text: str) -> int:
    """Search while typing, full screen, at first for ``text``."""
    screen = SearchState(wiring.material_language, EMPTY.typed(text, LIMIT))
    return Study(wiring).run((screen,), refresh(screen))


def open_notes(wiring: Wiring) -> int:
    """The notes by topic, full screen."""
    screen = BrowseState(wiring.material_language)
    return Study(wiring).run((screen,), (load(screen),))


_ANY_SIZE = Size(80, 24)
"""Until the first event tells the real one."""


class Study:
    """Carries out the effects of the study screens."""

    def __init__(self, wiring: Wiring) -> None:
        self.wiring = wiring
        self.deck = ShelfDeck(wiring)
        self.sessions = Sessions(wiring, self.deck)
        self.sittings = Sittings(wiring, self.deck)
        self.reading = Reading(wiring, self.deck)
        self.foreseeing = Foreseeing(wiring, self.deck)

    @property
    def look(self) -> Look:
        """How everything looks now."""
        theme = choose_theme(self.wiring.configuration.theme or "auto", self.wiring.env)
        return Look(self.wiring.words, theme, self.wiring.material_language)

    def run(self, stack: tuple[Screen, ...], effects: tuple[Effect, ...] = ()) -> int:
        """Show the screens until the person leaves; the exit code."""
        app = App(stack, _ANY_SIZE, self.look)
        waiting = deque(effects)
        deferred: list[Effect] = []
        while waiting:
            effect = waiting.popleft()
            if isinstance(effect, DeferredEffect | BackgroundEffect):
                deferred.append(effect)
                continue
            app, more = update(app, self.handle(effect))
            waiting.extend(more)
        code = self._driven(Program(app, update, view, spoken, tuple(deferred), cursor))
        if code == 0 and self.sessions.has_answers:
            finish_plan(self.wiring)
        return code

    def _driven(self, program: Program[App]) -> int:
        wiring = self.wiring
        if wiring.accessible:
            from studycli.ui.lines import run_lines  # noqa: PLC0415 - one of the two drivers

            stdin, stdout, _ = wiring.streams
            return run_lines(program, self.handle, wiring.clock, stdin, stdout, self._work)
        from studycli.ui.loop import run  # noqa: PLC0415 - costs a tenth of a second

        return run(program, self.handle, wiring.clock, wiring.paths.state, self._work)

    def _work(self) -> AbstractContextManager[Handle]:
        return background(self.wiring)

    def handle(self, effect: Effect) -> Event | None:
        """Carry out one effect; an expected error becomes a message on the screen."""
        try:
            return self._carried_out(effect)
        except StudyError as error:
            if error.message_id == "card_moved_on" and isinstance(effect, RecordReview):
                return AnsweredElsewhere(effect.card, self.wiring.learner.state(effect.card))
            text = error_text(error, self.wiring.words)
            if isinstance(effect, RecordReview | ActOnCard | Retract | Revive):
                text = self.wiring.words.screens.review.not_saved.format(reason=text)
            return Failed(text)

    def _carried_out(self, effect: Effect) -> Event | None:
        match effect:
            case RecordReview() | ActOnCard() | Retract() | Revive():
                return recorded(self.wiring.learner, effect)
            case EditCard(card):
                return edit_card(self.wiring, self.deck, card)
            case FitParameters():
                return self._fitted()
            case Summarize():
                return self.sessions.summary()
            case FindMore(more, topic, moment):
                return self.sessions.more(more, topic, moment)
            case ReviewItems(items, moment):
                return self.sessions.start_on(items, moment)
        others = (self._of_home, self.foreseeing.handle, self.sittings.handle, self.reading.handle)
        return next(filter(None, (handle(effect) for handle in others)), None)

    def _of_home(self, effect: Effect) -> Event | None:
        match effect:
            case LoadHome():
                return HomeLoaded(self.sessions.home())
            case Recount():
                return Recounted(self.sessions.home())
            case LoadSuspended(cards):
                faces = tuple(self.deck.face(card) for card in cards)
                return Opened(SuspendedState(faces, self.look.language))
            case StartReview(more, topic, moment):
                return self.sessions.start(ReviewOptions(topic), moment, more)
            case OpenSettings():
                return self._settings()
            case StartExam(moment):
                return self._exam(moment)
            case StartPractice(moment):
                return Opened(self.sittings.practice(PracticeOptions(), moment))
        return None

    def _exam(self, moment: Moment) -> Event:
        self.wiring.learner.refresh()
        if open_attempt(self.wiring) is not None:
            return Started(*self.sittings.resumed(moment))
        return Opened(self.sittings.rules(drawn_paper(self.wiring, PaperOptions()), SittingOptions()))

    def _fitted(self) -> Fitted | None:
        fit = fit_if_time(self.wiring)
        if fit is None:
            return None
        self._use(self.wiring.renewed())
        return self.sessions.fitted(fit)

    def _use(self, wiring: Wiring) -> None:
        self.wiring = self.deck.wiring = self.sessions.wiring = wiring
        self.sittings.wiring = self.reading.wiring = self.foreseeing.wiring = wiring

    def _settings(self) -> LookChanged:
        """Ask until the person leaves; Ctrl-C goes back home as well, with what was changed before."""
        from studycli.cli.config_command import ask_setting  # noqa: PLC0415 - only when settings are opened

        with suppress(KeyboardInterrupt, EOFError):
            while changed := ask_setting(self.wiring):
                self._use(changed)
        return LookChanged(self.look)
