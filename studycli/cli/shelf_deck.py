"""The compiled library as the screens' deck."""

from studycli.cli.wiring import Wiring
from studycli.core.library import Text
from studycli.ui.deck import Face, NotePage


class ShelfDeck:
    """Looks faces and pages up in the wiring's shelf, which an edit may have replaced."""

    def __init__(self, wiring: Wiring) -> None:
        self.wiring = wiring

    def face(self, card: str) -> Face:
        """The face of a card, by full id."""
        placed = self.wiring.shelf.card(card)
        return Face(
            id=card,
            kind=placed.card.kind,
            front=placed.card.front,
            back=placed.card.back,
            extra=placed.card.extra,
            topic_title=self._title(placed.topic),
            note=f"{placed.library}/{placed.note}",
            path=str(placed.path),
            line=placed.line,
        )

    def note(self, note: str) -> NotePage:
        """The page of a note, by full id."""
        placed = self.wiring.shelf.note(note)
        return NotePage(
            note, placed.note.title, placed.note.body, placed.note.sources, self._title(placed.topic)
        )

    def _title(self, topic: str) -> Text:
        titles = {row.id: row.title for row in self.wiring.shelf.topics()}
        return titles[topic]
