"""``studycli note``: one note with its cards and sources, for a person, a pipe or a script."""

# ruff: noqa: PLC0415 - a pipe needs nothing that draws

from studycli.cli.items import note_behind
from studycli.cli.notices import print_notices
from studycli.cli.printing import print_json
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.standings import cards_in, described, with_cards
from studycli.cli.wiring import Wiring
from studycli.material.files import shown
from studycli.ui.note_text import markdown_source


def print_note(wiring: Wiring, name: str, *, as_json: bool) -> int:
    """Print the note called ``name``, or the one that the card or question of this id belongs to.

    On a terminal it is drawn, in the pager where it has no room; elsewhere it is its Markdown source. Raises
    MaterialError for an unknown id or one in a broken file.
    """
    note = note_behind(wiring.shelf, name)
    if name not in {note, note.partition("/")[2]}:
        wiring.streams.stderr.write(f"{wiring.words.cli.reading.shows_note.format(name=name, note=note)}\n")
    if as_json:
        print_json(_described(wiring, note), wiring.streams.stdout)
    else:
        _show(wiring, note)
    print_notices(wiring)
    return 0


def _show(wiring: Wiring, note: str) -> None:
    page = with_cards(wiring, ShelfDeck(wiring).note(note), wiring.clock().at)
    stdout = wiring.streams.stdout
    if not wiring.is_styled:
        stdout.write(markdown_source(page, wiring.material_language, wiring.words.screens))
        return
    from studycli.cli.paging import show_page

    show_page(wiring, page)


def _described(wiring: Wiring, note: str) -> dict[str, object]:
    placed, language, now = wiring.shelf.note(note), wiring.material_language, wiring.clock().at
    return {
        "id": note,
        "topic": placed.topic,
        "title": placed.note.title.read(language).text,
        "body": placed.note.body.read(language).text,
        "cards": [described(wiring, card_id, card, now) for card_id, card in cards_in(placed)],
        "sources": [{"url": source.url, "checked": source.checked} for source in placed.note.sources],
        "path": shown(placed.path),
        "line": placed.line,
    }
