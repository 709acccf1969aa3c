"""The compiled library as the screens' deck."""

from collections.abc import Iterable
from contextlib import suppress

from studycli.cli.wiring import Wiring
from studycli.core.library import Text
from studycli.errors import MaterialError
from studycli.ui.deck import DisputedKind, Face, NotePage, OptionFace, QuestionFace


class ShelfDeck:
    """Looks faces and pages up in the wiring's shelf, which an edit may have replaced."""

    def __init__(self, wiring: Wiring) -> None:
        self.wiring = wiring

    def face(self, card: str) -> Face:
        """The face of a card, by full id, its own or a former one that an edit in this session gave up."""
        card = self.wiring.shelf.resolve_card(card)
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

    def question(self, question: str) -> QuestionFace | None:
        """The face of a question, by full id; None if it is gone from the bank."""
        try:
            placed = self.wiring.shelf.question(question)
        except MaterialError:
            return None
        found = placed.question
        tests = tuple(f"{placed.library}/{card}" for card in found.tests)
        return QuestionFace(
            id=question,
            stem=found.stem,
            options={option.id: OptionFace(option.text, option.why) for option in found.options},
            right=frozenset(option.id for option in found.options if option.right),
            explanation=found.explanation,
            sources=found.sources,
            topic_title=self._title(placed.topic),
            domain=found.domain,
            tests=tests,
            notes=tuple(dict.fromkeys(self._notes(tests))),
            path=str(placed.path),
            line=placed.line,
        )

    def dispute(self, what: DisputedKind, item: str) -> str:
        """What the person holds against a card or question, by full id; nothing if that is settled."""
        disputes = self.wiring.learner.disputes()
        return next((each.text for each in disputes if (each.what, each.id) == (what, item)), "")

    def _notes(self, cards: Iterable[str]) -> Iterable[str]:
        """The notes of those cards that are there."""
        for card in cards:
            with suppress(MaterialError):
                yield self.wiring.shelf.note_of(card)

    def _title(self, topic: str) -> Text:
        titles = {row.id: row.title for row in self.wiring.shelf.topics()}
        return titles.get(topic) or Text({self.wiring.material_language: topic})
