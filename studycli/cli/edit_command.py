"""``studycli edit``: the editor at the line of a card, note or question."""

from pathlib import Path
from typing import NamedTuple

from studycli.cli.desk import tell_problem
from studycli.cli.editing import edit_at, make_editable
from studycli.cli.items import resolve
from studycli.cli.wiring import Wiring
from studycli.errors import UsageError
from studycli.material.files import shown
from studycli.material.shelf import Shelf
from studycli.ui.text import clean


class _Place(NamedTuple):
    library: str
    path: Path
    line: int


def edit(wiring: Wiring, name: str, *, only_print: bool) -> int:
    """Open the editor at the item called ``name``, or print its place; say if its file is broken afterwards.

    Raises MaterialError for an unknown id, UsageError without a terminal, an editor or leave to change the text.
    """
    full_id = resolve(wiring.shelf, name)
    place = _place_of(wiring.shelf, full_id)
    if only_print:
        wiring.streams.stdout.write(f"{clean(shown(place.path))}:{place.line}\n")
        return 0
    if not wiring.may_ask:
        raise UsageError(
            "needs_terminal", command="studycli edit", alternative=f"studycli edit {name} --print"
        )
    make_editable(wiring, place.library)
    place = _place_of(wiring.shelf, full_id)
    if edit_at(wiring, place.path, place.line):
        wiring.reopen_shelf()
        tell_problem(wiring, place.path)
    return 0


def _place_of(shelf: Shelf, full_id: str) -> _Place:
    """The place of an item; of those that share an id, which a note may with a card, the card's."""
    for ref in shelf.refs():
        if full_id in {ref.id, ref.entry}:
            card = shelf.card(ref.id)
            return _Place(card.library, card.path, card.line)
    placed = shelf.note(full_id) if full_id in shelf.notes() else shelf.question(full_id)
    return _Place(placed.library, placed.path, placed.line)
