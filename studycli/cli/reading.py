"""Carries out the effects of the screens of notes and of searching, but for the search itself."""

from studycli.cli.editing import edit_hit, edit_note, edit_topic
from studycli.cli.items import note_of
from studycli.cli.known import Known
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.standings import with_cards
from studycli.cli.wiring import Wiring
from studycli.core.ledgers import Kind
from studycli.errors import MaterialError
from studycli.ui.app import Opened
from studycli.ui.deck import NotePage
from studycli.ui.events import Effect, Event
from studycli.ui.reading_effects import EditNote, EditTopic, LoadRows, OpenNote, RowsLoaded
from studycli.ui.screens import question_page
from studycli.ui.screens.note import NoteState
from studycli.ui.search_effects import EditHit, HitRow, OpenHit


class Reading:
    """Lists, pages and edits of notes."""

    def __init__(self, wiring: Wiring, deck: ShelfDeck) -> None:
        self.wiring = wiring
        self._deck = deck

    def handle(self, effect: Effect) -> Event | None:
        """Carry out one effect; None if it is none of these. Raises StudyError."""
        match effect:
            case LoadRows(topic):
                self.wiring.learner.refresh()
                known = Known(self.wiring, self.wiring.clock().at)
                return RowsLoaded(known.topics() if topic is None else known.notes(topic))
            case OpenNote(note):
                return Opened(NoteState(self._page(note), self.wiring.material_language))
            case EditNote(note):
                return edit_note(self.wiring, note, self._page)
            case EditTopic(topic):
                return edit_topic(self.wiring, topic)
            case OpenHit(hit) if hit.kind is Kind.QUESTION:
                return self._question(hit)
            case OpenHit(hit):
                note = note_of(self.wiring.shelf, hit.kind, hit.id)
                return Opened(NoteState(self._page(note), self.wiring.material_language))
            case EditHit(hit):
                return edit_hit(self.wiring, hit)
        return None

    def _question(self, hit: HitRow) -> Event:
        page = question_page.opened(self._deck, hit, self.wiring.material_language)
        if page is None:
            raise MaterialError("item_unknown", name=hit.id)
        return Opened(page)

    def _page(self, note: str) -> NotePage:
        return with_cards(self.wiring, self._deck.note(note), self.wiring.clock().at)
