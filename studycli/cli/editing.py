"""Editing material in the person's own editor, in the middle of a session or by itself."""

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

from studycli.cli.beside import folder_beside
from studycli.cli.notices import error_text, message_of, place_of
from studycli.cli.places import is_installed
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.wiring import Wiring
from studycli.core.ledgers import Kind
from studycli.errors import MaterialError, UsageError
from studycli.material.files import FOLDERS
from studycli.material.placed import LibraryPlace, Origin, PlacedCard, PlacedNote, PlacedQuestion
from studycli.material.shelf import Shelf
from studycli.ui.ask import Asker, Choice
from studycli.ui.deck import NotePage
from studycli.ui.editor import editor_command, open_editor
from studycli.ui.effects import Edited
from studycli.ui.reading_effects import NoteEdited
from studycli.ui.search_effects import HitEdited, HitRow


def edit_card(wiring: Wiring, deck: ShelfDeck, card: str) -> Edited:
    """Open the editor at the card and take up what was written, if it is sound.

    Raises UsageError if there is no editor, the file is gone, or the text is read-only and no copy is wanted.
    """
    card = wiring.shelf.resolve_card(card)
    make_editable(wiring, wiring.shelf.card(card).library)
    placed = wiring.shelf.card(card)
    if not edit_at(wiring, placed.path, placed.line):
        return Edited(None, "")
    problem = _taken_up(wiring, placed.path)
    if problem:
        return Edited(None, problem)
    try:
        return Edited(deck.face(card), "")
    except MaterialError as error:
        return Edited(None, error_text(error, wiring.words))


def edit_note(wiring: Wiring, note: str, page: Callable[[str], NotePage]) -> NoteEdited:
    """Open the editor at the note and take up what was written, if it is sound; ``page`` makes its page.

    Raises UsageError as ``edit_card`` does, MaterialError if the note is not there.
    """
    make_editable(wiring, wiring.shelf.note(note).library)
    placed = wiring.shelf.note(note)
    if not edit_at(wiring, placed.path, placed.line):
        return NoteEdited(None, "")
    problem = _taken_up(wiring, placed.path)
    if problem:
        return NoteEdited(None, problem)
    try:
        return NoteEdited(page(note), "")
    except MaterialError as error:
        return NoteEdited(None, error_text(error, wiring.words))


def edit_topic(wiring: Wiring, topic: str) -> NoteEdited:
    """Open the editor at the file of a topic and take up what was written, if it is sound.

    Raises UsageError as ``edit_card`` does, MaterialError if the topic is not there.
    """
    make_editable(wiring, topic.partition("/")[0])
    path = wiring.shelf.topic_file(topic)
    return NoteEdited(None, _taken_up(wiring, path) if edit_at(wiring, path, 1) else "")


def edit_at(wiring: Wiring, path: Path, line: int) -> bool:
    """Open the editor at a line of a file; whether the file was changed.

    Raises UsageError if there is no editor, or no such file any more.
    """
    before = _bytes_of(path)
    editor = wiring.editor
    if editor is None:
        raise UsageError("editor_missing", editor="vi")
    open_editor(editor_command(shlex.join(editor), path, line))
    return _bytes_of(path) != before


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError("file_gone", path=path, reason=error.strerror) from error


def edit_hit(wiring: Wiring, hit: HitRow) -> HitEdited:
    """Open the editor at something that was found and take up what was written, if it is sound.

    Raises UsageError as ``edit_card`` does, MaterialError if it is not there any more.
    """
    make_editable(wiring, _placed(wiring.shelf, hit).library)
    placed = _placed(wiring.shelf, hit)
    if not edit_at(wiring, placed.path, placed.line):
        return HitEdited(in_use=False, problem="")
    problem = _taken_up(wiring, placed.path)
    return HitEdited(in_use=not problem, problem=problem)


def _placed(shelf: Shelf, hit: HitRow) -> PlacedNote | PlacedCard | PlacedQuestion:
    match hit.kind:
        case Kind.NOTE:
            return shelf.note(hit.id)
        case Kind.CARD:
            return shelf.card(hit.id)
        case _:
            return shelf.question(hit.id)


def _taken_up(wiring: Wiring, path: Path) -> str:
    """Take up an edited file if it is sound; else what keeps it out."""
    problems = wiring.reread(path)
    return f"{place_of(problems[0])}: {message_of(problems[0], wiring.words)}" if problems else ""


def make_editable(wiring: Wiring, library: str) -> None:
    """See that the library is not the installed one, whose files belong to the package: offer a copy instead.

    Raises UsageError if no copy is wanted or can be made, or nobody may be asked.
    """
    place = next(info.place for info in wiring.shelf.libraries() if info.library.id == library)
    if place.origin is not Origin.BUNDLED or not is_installed(place.folder):
        return
    if not wiring.may_ask:
        raise UsageError("library_read_only", library=library)
    words = wiring.words.screens.editing
    target = wiring.paths.data / "libraries" / library
    asker = Asker(wiring.words.cli.config, accessible=wiring.accessible)
    choices = [Choice("copy", words.copy.format(folder=target)), Choice("", words.no_copy)]
    if not asker.choose(words.read_only.format(library=library), choices):
        raise UsageError("library_read_only", library=library)
    _copy(place, wiring.paths.data, target)
    wiring.reopen_shelf()


def _copy(place: LibraryPlace, data: Path, target: Path) -> None:
    """Copy the whole library, or nothing. Raises UsageError."""
    with folder_beside(data) as folder:
        draft = folder / target.name
        try:
            for part in FOLDERS:
                if (place.folder / part).is_dir():
                    shutil.copytree(place.folder / part, draft / part)
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.rename(target)
        except OSError as error:
            raise UsageError("not_saved", path=target, reason=_reason(error)) from error


def _reason(error: OSError) -> str:
    """Why a copy failed; ``shutil.Error`` lists source, target and reason of each file."""
    return str(error.args[0][0][2]) if isinstance(error, shutil.Error) else str(error.strerror)
