"""Study sessions for the screens: where the person stands, what a session begins with and goes on with."""

import math
from datetime import date

from studycli.cli.exam_start import open_attempt
from studycli.cli.items import cards_behind
from studycli.cli.kept_forecast import is_fresh, kept_forecast
from studycli.cli.options import ReviewOptions
from studycli.cli.planned_today import PlannedToday
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.today import Today, today_of
from studycli.cli.wiring import Wiring
from studycli.core.leeches import is_leech
from studycli.core.memory import NEW_CARD
from studycli.core.moment import Moment
from studycli.core.planned import Planned
from studycli.core.session import Session
from studycli.errors import UsageError
from studycli.planner.fit import Fit
from studycli.ui.app import Started
from studycli.ui.effects import Fitted, FoundMore, More, PlanAhead, Summary
from studycli.ui.events import Effect
from studycli.ui.screens.home_state import Home
from studycli.ui.screens.review_state import Scheduling, opened
from studycli.ui.screens.topics import TopicRow


class Sessions:
    """Builds homes and sessions from the log as it is. An open session keeps the study day it began with."""

    def __init__(self, wiring: Wiring, deck: ShelfDeck) -> None:
        self.wiring = wiring
        self._deck = deck
        self._day: date | None = None
        self._log_size: int | None = None

    @property
    def has_answers(self) -> bool:
        """Whether a session was begun, and something written since."""
        return self._log_size is not None and self._log_size != self.wiring.learner.log_size()

    def home(self) -> Home:
        """Where the person stands now."""
        self.wiring.learner.refresh()
        today = today_of(self.wiring, self.wiring.clock().at)
        load, counts = today.load(), self.wiring.shelf.counts()
        return Home(
            exam_days=today.days_to_exam,
            due=load.due,
            new=load.new,
            minutes=math.ceil(load.seconds / 60),
            all_due=len(today.all_due()),
            is_day_off=today.is_day_off,
            pays=today.pays(),
            reviewed=today.totals.reviews,
            streak_days=self.wiring.learner.streak_days(today.day),
            notes=counts.notes,
            cards=counts.cards,
            questions=counts.questions,
            problems=len(self.wiring.shelf.problems),
            topics=self._topics(today),
            exam_open=open_attempt(self.wiring) is not None,
            suspended=tuple(ref.id for ref in today.refs() if today.states.get(ref.id, NEW_CARD).suspended),
            foresight=kept_forecast(self.wiring) if today.is_planned else None,
            is_stale=_is_stale(self.wiring, today),
            leeches=tuple(ref.id for ref in today.refs() if is_leech(today.states.get(ref.id, NEW_CARD))),
        )

    def start(self, options: ReviewOptions, now: Moment, more: More | None = None) -> Started:
        """A session that is ready to be shown: today's, or what ``more`` asks for."""
        self.wiring.learner.refresh()
        exam_cards = None if options.exam_cards else False
        today = today_of(self.wiring, now.at, exam_cards=exam_cards)
        if options.cram or more is More.CRAM:
            return self._begun(today, today.cram(options.topic, options.limit), now, cram=True)
        return self._begun(today, _first(today, options, more), now, cram=False)

    def start_on(self, items: tuple[str, ...], now: Moment) -> Started:
        """A session over the cards of these notes, cards and questions.

        Where none of them is due or new, or none would pay under a plan, they are asked all the same, and their
        schedule is left alone. Raises UsageError if there is none to ask.
        """
        self.wiring.learner.refresh()
        today = today_of(self.wiring, now.at)
        cards = cards_behind(self.wiring.shelf, items)
        session = today.session_of(cards)
        if session.current is not None:
            return self._begun(today, session, now, cram=False)
        cram = today.cram(cards=cards)
        if cram.current is None:
            raise UsageError("nothing_to_review")
        return self._begun(today, cram, now, cram=True)

    def _begun(self, today: Today, session: Session | Planned, now: Moment, *, cram: bool) -> Started:
        self._day = today.day
        if self._log_size is None:
            self._log_size = self.wiring.learner.log_size()
        scheduling = Scheduling(self.wiring.engine, today.settings.retention, cram, today.plan)
        language = self.wiring.material_language
        screen, effects = opened(
            session, self._deck, today.states, scheduling, self._topics(today), language, now
        )
        return Started(screen, effects if cram else (*effects, *self._ahead(today)))

    def _ahead(self, today: Today) -> tuple[Effect, ...]:
        """Plan while the first cards are answered, if that is not done; line by line that would hold them up."""
        missing = isinstance(today, PlannedToday) and not today.is_priced
        return (PlanAhead(),) if missing and not self.wiring.accessible else ()

    def more(self, more: More, topic: str | None, moment: Moment) -> FoundMore:
        """Cards for the open session to go on with."""
        today = self._still(moment)
        match more:
            case More.TOPIC if topic is not None:
                found = today.more_of(topic)
            case More.TOMORROW:
                found = today.tomorrows()
            case _:
                found = today.ten_more()
        return FoundMore(found, today.states, moment, today.plan)

    def fitted(self, fit: Fit) -> Fitted:
        """What holds after the parameters were fitted."""
        today = self._still(self.wiring.clock())
        return Fitted(fit, self.wiring.engine, today.states, today.plan)

    def summary(self) -> Summary:
        """What comes after the open session; what later ones start with is left in the cache."""
        today = self._still(self.wiring.clock())
        tomorrow = today.tomorrow()
        return Summary(tomorrow.due, tomorrow.seconds, tomorrow.new, today.pays())

    def _still(self, now: Moment) -> Today:
        """The log as it is now, on the study day the session began with."""
        return today_of(self.wiring, now.at, day=self._day)

    def _topics(self, today: Today) -> tuple[TopicRow, ...]:
        due = today.all_due()
        due_of: dict[str, int] = {}
        for ref in today.refs():
            due_of[ref.topic] = due_of.get(ref.topic, 0) + (ref.id in due)
        return tuple(
            TopicRow(topic.id, topic.title, due_of.get(topic.id, 0), topic.cards)
            for topic in self.wiring.shelf.topics()
        )


def _is_stale(wiring: Wiring, today: Today) -> bool:
    """Whether, under a plan, something new came since it was worked out."""
    return isinstance(today, PlannedToday) and not (is_fresh(wiring, today.day) and today.is_priced)


def _first(today: Today, options: ReviewOptions, more: More | None) -> Session | Planned:
    if more is More.TOMORROW:
        return today.ahead()
    budget_s = None if options.minutes is None else options.minutes * 60.0
    if more is More.TOPIC:
        budget_s = today.settings.minutes * 60.0
    return today.session(options.topic, budget_s, options.new, options.limit)
