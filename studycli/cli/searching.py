"""The search behind the search screen: in a process of its own, with a connection of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from studycli.cli.notices import error_text
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.wiring import Wiring
from studycli.core.ledgers import Kind
from studycli.core.search.narrowing import narrowed, whole_topic
from studycli.errors import MaterialError, StudyError
from studycli.material.search import Hit, LastWord, Results, Search, parse
from studycli.ui.effects import Failed
from studycli.ui.events import Effect, Event
from studycli.ui.marked import Mark, pieces, unmarked
from studycli.ui.program import Handle
from studycli.ui.search_effects import Find, Found, HitRow, LookAt, LookedAt, Marked, Preview
from studycli.ui.text import clean


@contextmanager
def searching(screen: Wiring) -> Iterator[Handle]:
    """What carries out ``Find`` and ``LookAt`` of a screen, in a process that was split off its own."""
    wiring = screen.apart()
    try:
        yield _Finder(wiring).handle
    finally:
        if wiring.cache is not screen.cache:
            wiring.close()


class _Finder:
    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._deck = ShelfDeck(wiring)

    @cached_property
    def _search(self) -> Search:
        return Search(self._wiring.cache, self._wiring.shelf)

    def handle(self, effect: Effect) -> Event | None:
        try:
            match effect:
                case Find(text, limit):
                    return self._found(text, limit)
                case LookAt(hit):
                    return LookedAt(hit, self._preview(hit))
        except StudyError as error:
            return Failed(error_text(error, self._wiring.words))
        return None

    def _found(self, text: str, limit: int) -> Found:
        results = self._results(text, limit)
        rows = tuple(_row(hit) for hit in results.hits)
        return Found(text, rows, results.total, results.nearest)

    def _results(self, text: str, limit: int) -> Results:
        """What is found for a text whose last word may go on."""
        wanted = narrowed(text)
        topic = wanted.topic and whole_topic(wanted.topic, (each.id for each in self._wiring.shelf.topics()))
        last_word = LastWord.WHOLE if text.endswith(" ") else LastWord.PREFIX
        query = parse(wanted.words, topic=topic, kinds=wanted.kinds, last_word=last_word)
        return self._search.search(query, self._wiring.material_language, limit)

    def _preview(self, hit: HitRow) -> Preview | None:
        try:
            return self._looked_up(hit)
        except MaterialError:
            return None

    def _looked_up(self, hit: HitRow) -> Preview | None:
        match hit.kind:
            case Kind.NOTE:
                return self._deck.note(hit.id)
            case Kind.CARD:
                return self._deck.face(hit.id)
            case _:
                return self._deck.question(hit.id)


def _row(hit: Hit) -> HitRow:
    title, snippet = _marked(hit.title, hit.title_marks), _marked(hit.snippet, hit.marks)
    return HitRow(hit.id, hit.kind, hit.topic, title, snippet)


def _marked(text: str, marks: Sequence[Mark]) -> Marked:
    """A line without markup and without anything that a terminal would obey, its marks where they are now."""
    shown, places = "", []
    for piece, is_marked in pieces(*unmarked(text, marks)):
        start = len(shown)
        shown += clean(piece.replace("\n", " "))
        if is_marked and len(shown) > start:
            places.append((start, len(shown)))
    return Marked(shown, tuple(places))
