"""Editing a card's text in the person's own editor, in the middle of a session."""

import shlex
import shutil
from pathlib import Path

import studycli
from studycli.cli.notices import error_text, message_of, place_of
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.wiring import Wiring
from studycli.errors import MaterialError, UsageError
from studycli.material.placed import LibraryPlace, Origin
from studycli.ui.ask import Asker, Choice
from studycli.ui.editor import editor_command, open_editor
from studycli.ui.effects import Edited


def edit_card(wiring: Wiring, deck: ShelfDeck, card: str) -> Edited:
    """Open the editor at the card and take up what was written, if it is sound.

    Raises UsageError if there is no editor, or the text is read-only and no copy is wanted.
    """
    _make_editable(wiring, wiring.shelf.card(card).library)
    placed = wiring.shelf.card(card)
    before = placed.path.read_bytes()
    editor = wiring.editor
    if editor is None:
        raise UsageError("editor_missing", editor="vi")
    open_editor(editor_command(shlex.join(editor), placed.path, placed.line))
    if placed.path.read_bytes() == before:
        return Edited(None, "")
    return _taken_up(wiring, deck, card, placed.path)


def _taken_up(wiring: Wiring, deck: ShelfDeck, card: str, path: Path) -> Edited:
    problems = wiring.shelf.reread(path)
    if problems:
        first = problems[0]
        return Edited(None, f"{place_of(first)}: {message_of(first, wiring.words)}")
    try:
        return Edited(deck.face(card), "")
    except MaterialError as error:
        return Edited(None, error_text(error, wiring.words))


def _make_editable(wiring: Wiring, library: str) -> None:
    """See that the library is not the installed one, whose files belong to the package: offer a copy instead."""
    place = next(info.place for info in wiring.shelf.libraries() if info.library.id == library)
    installed = place.folder.is_relative_to(Path(studycli.__file__).parent)
    if place.origin is not Origin.BUNDLED or not installed:
        return
    words = wiring.words.screens.editing
    target = wiring.paths.data / "libraries" / library
    asker = Asker(wiring.words.cli.config, accessible=wiring.accessible)
    choices = [Choice("copy", words.copy.format(folder=target)), Choice("", words.no_copy)]
    if not asker.choose(words.read_only.format(library=library), choices):
        raise UsageError("library_read_only", library=library)
    _copy(place, target)
    wiring.reopen_shelf()


def _copy(place: LibraryPlace, target: Path) -> None:
    for part in ("content", "quizzes"):
        if (place.folder / part).is_dir():
            shutil.copytree(place.folder / part, target / part, dirs_exist_ok=True)
