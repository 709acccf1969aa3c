"""What looks ahead to the exam: what to expect of it, the plan, and the cards that keep slipping."""

from contextlib import suppress

from studycli.cli.kept_forecast import is_fresh, keep_forecast, kept_forecast, what_makes
from studycli.cli.planned_today import PlannedToday
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.today import today_of
from studycli.cli.wiring import Wiring
from studycli.ui.app import Opened, Started
from studycli.ui.effects import LookedAhead
from studycli.ui.events import Effect, Event
from studycli.ui.screens.home_state import AskPlan
from studycli.ui.screens.leeches import LeechesState, LeechRow, LoadLeeches
from studycli.ui.screens.plan import LoadPlan, PlanLoaded, PlanState


class Foreseeing:
    """Carries out what is at once."""

    def __init__(self, wiring: Wiring, deck: ShelfDeck) -> None:
        self.wiring = wiring
        self._deck = deck

    def handle(self, effect: Effect) -> Event | None:
        """Carry out one effect; None if it is none of these, or there is nothing to say. Raises StudyError."""
        match effect:
            case LoadLeeches(cards):
                return self._leeches(cards)
            case AskPlan():
                return self._asked()
        return None

    def _leeches(self, cards: tuple[str, ...]) -> Opened:
        states = self.wiring.learner.states()
        rows = tuple(LeechRow(self._deck.face(card), states[card].lapses) for card in cards if card in states)
        return Opened(LeechesState(rows, self.wiring.material_language))

    def _asked(self) -> Started | None:
        """Ask for a plan, then show it; whoever leaves the questions is back where they were."""
        from studycli.cli.plan_settings import asked  # noqa: PLC0415 - only where one is asked

        with suppress(KeyboardInterrupt, EOFError):
            for change in asked(self.wiring):
                self.wiring.learner.record(change, self.wiring.clock().at)
            return Started(PlanState(self.wiring.material_language), (LoadPlan(),))
        return None


def loaded_plan(wiring: Wiring) -> PlanLoaded:
    """The plan as of now; what to expect is kept. Imports numpy. Raises StudyError."""
    from studycli.cli.plan_making import plan_page  # noqa: PLC0415 - numpy

    wiring.learner.refresh()
    made_from = what_makes(wiring)  # answers may come while it is worked out
    page = plan_page(wiring, wiring.clock().at)
    keep_forecast(wiring, page.plan, made_from)
    return PlanLoaded(page)


def looked_ahead(wiring: Wiring) -> LookedAhead | None:
    """What to expect of the exam as of now, and in the cache what the next sessions start with. Imports numpy.

    None where no plan decides. Raises StudyError.
    """
    wiring.learner.refresh()
    now = wiring.clock().at
    today = today_of(wiring, now)
    if not isinstance(today, PlannedToday):
        return None
    kept = kept_forecast(wiring)
    if today.is_priced and is_fresh(wiring, today.day):
        return None if kept is None else LookedAhead(kept)
    from studycli.cli.plan_making import made_plan  # noqa: PLC0415 - numpy

    made_from = what_makes(wiring)
    return LookedAhead(keep_forecast(wiring, made_plan(wiring, now), made_from), kept)
