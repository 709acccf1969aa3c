"""Home and review in the terminal: builds the screens and carries out what they ask for."""

import math
from collections import deque
from contextlib import AbstractContextManager, suppress

from studycli.cli.editing import edit_card
from studycli.cli.exam_papers import Drawn, drawn_paper
from studycli.cli.exam_start import open_attempt
from studycli.cli.first_start import ask_first_things, is_first_start
from studycli.cli.fitting import fit_if_time
from studycli.cli.items import cards_behind
from studycli.cli.notices import error_text
from studycli.cli.options import PaperOptions, PracticeOptions, ReviewOptions, SittingOptions
from studycli.cli.reading import Reading
from studycli.cli.recording import recorded
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.sitting import Sittings
from studycli.cli.today import Today
from studycli.cli.wiring import Wiring
from studycli.core.exam.attempt import Attempt
from studycli.core.memory import NEW_CARD
from studycli.core.queue import Queue, cram_queue
from studycli.core.session import begin
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
    FoundMore,
    More,
    RecordReview,
    Retract,
    Revive,
    StartReview,
    Summarize,
    Summary,
)
from studycli.ui.events import BackgroundEffect, DeferredEffect, Effect, Event, Moment, Size
from studycli.ui.line import EMPTY
from studycli.ui.look import Look
from studycli.ui.program import Handle, Program
from studycli.ui.reading_effects import ReviewItems
from studycli.ui.screens.browse import BrowseState, load
from studycli.ui.screens.home import (
    Home,
    HomeLoaded,
    HomeState,
    LoadHome,
    LoadSuspended,
    OpenSettings,
    StartExam,
    StartPractice,
)
from studycli.ui.screens.review_state import Scheduling, opened
from studycli.ui.screens.search import LIMIT, SearchState, refresh
from studycli.ui.screens.suspended import SuspendedState
from studycli.ui.screens.topics import TopicRow
from studycli.ui.theme import choose_theme

MORE_AT_ONCE = 10


def open_home(wiring: Wiring) -> int:
    """The home screen; on the very first start three questions and a first card before it."""
    first = is_first_start(wiring)
    if first:
        wiring = ask_first_things(wiring)
    study = Study(wiring)
    home = HomeState(study.home(), wiring.material_language)
    if not first:
        return study.run((home,))
    started = study.start(ReviewOptions(), wiring.clock())
    return study.run((home, started.screen), started.effects)


def open_review(wiring: Wiring, options: ReviewOptions) -> int:
    """Today's session, full screen."""
    study = Study(wiring)
    started = study.start(options, wiring.clock())
    return study.run((started.screen,), started.effects)


def open_review_of(wiring: Wiring, items: tuple[str, ...]) -> int:
    """A session over the cards of these notes, cards and questions, full screen."""
    study = Study(wiring)
    started = study.start_on(items, wiring.clock())
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
        self.today = Today(wiring, wiring.clock().at)
        self.sittings = Sittings(wiring, self.deck)
        self.reading = Reading(wiring, self.deck)

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
        program = Program(app, update, view, spoken, tuple(deferred), cursor)
        wiring = self.wiring
        if wiring.accessible:
            from studycli.ui.lines import run_lines  # noqa: PLC0415 - one of the two drivers

            stdin, stdout, _ = wiring.streams
            return run_lines(program, self.handle, wiring.clock, stdin, stdout, self._work)
        from studycli.ui.loop import run  # noqa: PLC0415 - costs a tenth of a second

        return run(program, self.handle, wiring.clock, wiring.paths.state, self._work)

    def _work(self) -> AbstractContextManager[Handle]:
        from studycli.cli.searching import searching  # noqa: PLC0415 - few sessions search

        return searching(self.wiring)

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
                tomorrow = self._still(self.wiring.clock()).due_tomorrow()
                return Summary(len(tomorrow.due), tomorrow.seconds)
            case FindMore(more, topic, moment):
                return self._more(more, topic, moment)
            case ReviewItems(items, moment):
                return self.start_on(items, moment)
        return self._of_home(effect) or self.sittings.handle(effect) or self.reading.handle(effect)

    def _of_home(self, effect: Effect) -> Event | None:
        match effect:
            case LoadHome():
                return HomeLoaded(self.home())
            case LoadSuspended(cards):
                faces = tuple(self.deck.face(card) for card in cards)
                return Opened(SuspendedState(faces, self.look.language))
            case StartReview(more, topic, moment):
                return self.start(ReviewOptions(topic), moment, more)
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
        return Fitted(fit, self.wiring.engine, self.wiring.learner.states())

    def _use(self, wiring: Wiring) -> None:
        self.wiring = self.deck.wiring = self.sittings.wiring = self.reading.wiring = wiring

    def start(self, options: ReviewOptions, now: Moment, more: More | None = None) -> Started:
        """A session that is ready to be shown: today's, or what ``more`` asks for."""
        self.wiring.learner.refresh()
        self.today = Today(self.wiring, now.at, exam_cards=None if options.exam_cards else False)
        queue, budget_s = self._first_queue(options, more)
        return self._begun(queue, budget_s, now, cram=options.cram)

    def start_on(self, items: tuple[str, ...], now: Moment) -> Started:
        """A session over the cards of these notes, cards and questions.

        Where none of them is due or new they are asked all the same, and their schedule is left alone.
        """
        self.wiring.learner.refresh()
        self.today = today = Today(self.wiring, now.at)
        cards = cards_behind(self.wiring.shelf, items)
        queue = today.queue_of(cards)
        if queue.order:
            return self._begun(queue, math.inf, now, cram=False)
        return self._begun(today.cram_queue_of(cards), math.inf, now, cram=True)

    def _begun(self, queue: Queue, budget_s: float, now: Moment, *, cram: bool) -> Started:
        today = self.today
        session = begin(queue, today.states, today.day, budget_s, now.at)
        scheduling = Scheduling(self.wiring.engine, today.settings.retention, today.settings.exam_date, cram)
        screen, effects = opened(
            session, self.deck, today.states, scheduling, self._topics(), self.look.language, now
        )
        return Started(screen, effects)

    def _first_queue(self, options: ReviewOptions, more: More | None) -> tuple[Queue, float]:
        today = self.today
        if options.cram:
            refs = self.wiring.shelf.refs(options.topic)
            return cram_queue(refs, today.states, today.day, self.wiring.engine, options.limit), math.inf
        if more is More.TOMORROW:
            return today.tomorrows(), math.inf
        budget_s = today.budget_s if options.minutes is None else options.minutes * 60.0
        if more is More.TOPIC:
            budget_s = today.settings.minutes * 60.0
        return today.queue(options.topic, budget_s, options.new, options.limit), budget_s

    def _more(self, more: More, topic: str | None, moment: Moment) -> FoundMore:
        today = self._still(moment)
        match more:
            case More.TEN:
                queue = today.queue(budget_s=math.inf, limit=MORE_AT_ONCE)
            case More.TOPIC:
                queue = today.queue(topic, today.settings.minutes * 60.0)
            case More.TOMORROW:
                queue = today.tomorrows()
        return FoundMore(queue, today.states, moment)

    def home(self) -> Home:
        """Where the person stands now."""
        self.wiring.learner.refresh()
        self.today = today = Today(self.wiring, self.wiring.clock().at)
        queue, counts = today.queue(), self.wiring.shelf.counts()
        return Home(
            exam_days=today.days_to_exam,
            due=len(queue.due),
            new=len(queue.new),
            minutes=math.ceil(queue.seconds / 60),
            all_due=len(today.all_due()),
            is_day_off=today.is_day_off,
            reviewed=today.totals.reviews,
            streak_days=self.wiring.learner.streak_days(today.day),
            notes=counts.notes,
            cards=counts.cards,
            questions=counts.questions,
            problems=len(self.wiring.shelf.problems),
            topics=self._topics(),
            exam_open=open_attempt(self.wiring) is not None,
            suspended=tuple(ref.id for ref in today.refs() if today.states.get(ref.id, NEW_CARD).suspended),
        )

    def _still(self, now: Moment) -> Today:
        """The log as it is now, on the study day the session began with."""
        today = Today(self.wiring, now.at)
        today.day = self.today.day
        return today

    def _topics(self) -> tuple[TopicRow, ...]:
        due = self.today.all_due()
        due_of: dict[str, int] = {}
        for ref in self.today.refs():
            due_of[ref.topic] = due_of.get(ref.topic, 0) + (ref.id in due)
        return tuple(
            TopicRow(topic.id, topic.title, due_of.get(topic.id, 0), topic.cards)
            for topic in self.wiring.shelf.topics()
        )

    def _settings(self) -> LookChanged:
        """Ask until the person leaves; Ctrl-C goes back home as well, with what was changed before."""
        from studycli.cli.config_command import ask_setting  # noqa: PLC0415 - only when settings are opened

        with suppress(KeyboardInterrupt, EOFError):
            while changed := ask_setting(self.wiring):
                self._use(changed)
        return LookChanged(self.look)
