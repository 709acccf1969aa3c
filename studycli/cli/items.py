"""Finding an item of the material by what a person calls it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from studycli.cli.standings import cards_in
from studycli.core.ledgers import Kind
from studycli.errors import MaterialError
from studycli.material.shelf import Shelf


def resolve(shelf: Shelf, name: str) -> str:
    """The full id of the card, entry, note or question with a short or full id; former ids of cards too.

    Raises MaterialError if there is none, more than one, or it is in a broken file.
    """
    known = list(dict.fromkeys(_ids(shelf)))
    hits = [full_id for full_id in known if name in {full_id, full_id.partition("/")[2]}]
    if len(hits) > 1:
        raise MaterialError("item_ambiguous", name=name, ids=", ".join(hits))
    if hits:
        return hits[0]
    try:
        return shelf.resolve_card(name)
    except MaterialError as error:
        if error.message_id == "item_in_broken_file":
            raise
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    shorts = {full_id.partition("/")[2]: full_id for full_id in known}
    close = get_close_matches(name.rpartition("/")[2], shorts, n=1)
    if close:
        raise MaterialError("item_unknown_close", name=name, close=shorts[close[0]])
    raise MaterialError("item_unknown", name=name)


def _ids(shelf: Shelf) -> Iterator[str]:
    for ref in shelf.refs():
        yield ref.id
        yield ref.entry
    yield from shelf.notes()
    yield from shelf.questions()


def note_behind(shelf: Shelf, name: str) -> str:
    """The full id of the note called ``name``, or of the one that the card, entry or question called so belongs to.

    A question belongs to the note of the first card it tests. Raises MaterialError as ``resolve`` does.
    """
    note = shelf.resolve_note(name)
    if note is not None:
        return note
    item = resolve(shelf, name)
    cards = [ref.id for ref in shelf.refs() if item in {ref.id, ref.entry}] or _tested(shelf, item)
    return _note_of(shelf, item, cards)


def note_of(shelf: Shelf, kind: Kind, item: str) -> str:
    """The full id of the note that a note, card or question is or belongs to. Raises MaterialError if there is none."""
    if kind is Kind.NOTE:
        return item
    return _note_of(shelf, item, [item] if kind is Kind.CARD else _tested(shelf, item))


def _note_of(shelf: Shelf, item: str, cards: Iterable[str]) -> str:
    """The note of the first of the cards that is there."""
    for card in cards:
        with suppress(MaterialError):
            placed = shelf.card(card)
            return f"{placed.library}/{placed.note}"
    raise MaterialError("no_note_behind", name=item)


def _tested(shelf: Shelf, question: str) -> list[str]:
    placed = shelf.question(question)
    return [f"{placed.library}/{card}" for card in placed.question.tests]


def cards_behind(shelf: Shelf, items: Iterable[str]) -> tuple[str, ...]:
    """The cards of these notes, cards and questions, all by full id, each once; what is not there any more has none."""
    return tuple(dict.fromkeys(card for item in items for card in _cards(shelf, item)))


def _cards(shelf: Shelf, item: str) -> list[str]:
    for find in (_of_note, _tested, _itself):
        with suppress(MaterialError):
            return find(shelf, item)
    return []


def _of_note(shelf: Shelf, note: str) -> list[str]:
    return [name for name, _ in cards_in(shelf.note(note))]


def _itself(shelf: Shelf, card: str) -> list[str]:
    return [shelf.resolve_card(card)]
