"""A note on the screen: its text and diagrams, its cards where they may be seen, its sources."""

from dataclasses import dataclass, replace

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints, spoken_hints
from studycli.ui.deck import NotePage, next_language
from studycli.ui.effects import Failed
from studycli.ui.events import Key, Size
from studycli.ui.frame import WIDE, Frame, footer
from studycli.ui.look import Look
from studycli.ui.markdown import max_diagram_overflow
from studycli.ui.marked import plain
from studycli.ui.navigation import leave
from studycli.ui.note_page import note_parts, spoken_note
from studycli.ui.reading_effects import EditNote, NoteEdited, ReviewItems
from studycli.ui.screens.help_page import open_help
from studycli.ui.scrolling import PAGE, SIDE, scrolled, sideways
from studycli.ui.theme import Role


@dataclass(frozen=True, slots=True)
class NoteState:
    """The note, its language, and where the window stands on it."""

    note: NotePage
    language: str
    scroll: int = 0
    x_scroll: int = 0
    message: str = ""


def update(state: NoteState, event: object, look: Look) -> Step[NoteState]:
    """Scroll, change the language, edit, review the cards, or go back."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case NoteEdited(page, problem):
            return _edited(state, page, problem, look), ()
        case Failed(text):
            return replace(state, message=text), ()
        case _:
            return state, ()


def _edited(state: NoteState, page: NotePage | None, problem: str, look: Look) -> NoteState:
    words = look.words.screens.review
    if page is None:
        message = words.edit_broken.format(problem=problem) if problem else words.edit_unchanged
        return replace(state, message=message)
    cards = page.cards if state.note.cards else ()
    return replace(state, note=replace(page, cards=cards), message=words.edited)


def _toggle_language(state: NoteState, _: Moment) -> Step[NoteState]:
    language = next_language(tuple(state.note.body.by_language), state.language)
    return replace(state, language=language), ()


def _edit(state: NoteState, _: Moment) -> Step[NoteState]:
    return state, (EditNote(state.note.id),)


def _review(state: NoteState, moment: Moment) -> Step[NoteState]:
    return state, (ReviewItems((state.note.id,), moment),)


def _shows_cards(state: NoteState) -> bool:
    return bool(state.note.cards)


KEYS: tuple[Binding[NoteState], ...] = (
    Binding(("down", "j", "enter"), "↓ j", lambda w: w.scroll, scrolled(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding(("pagedown", "space"), "Space", lambda w: w.scroll, scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("home",), "Home", lambda w: w.scroll, scrolled(-100_000), quiet=True),
    Binding(("end",), "End", lambda w: w.scroll, scrolled(100_000), quiet=True),
    Binding(("right", "l"), "→ l", lambda w: w.sideways, sideways(SIDE), quiet=True),
    Binding(("left", "h"), "← h", lambda w: w.sideways, sideways(-SIDE), quiet=True),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("r",), "r", lambda w: w.review, _review, _shows_cards),
    Binding(("e",), "e", lambda w: w.edit, _edit),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("n", "q", "escape"), "n q", lambda w: w.back, leave),
)


def view(state: NoteState, size: Size, look: Look) -> Frame:
    """The note in a frame."""
    words = look.words.screens
    note = state.note
    margin = 2 if size.width >= WIDE else 0
    text = note.body.read(state.language).text
    page = Group(*note_parts(note, state.language, look, state.x_scroll))
    return Frame(
        Text(plain(note.title.read(state.language).text), style=look.theme[Role.TITLE]),
        Text(plain(note.topic_title.read(state.language).text), style=look.theme[Role.MUTED]),
        Padding(page, (0, margin)),
        footer(hints(KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        state.scroll,
        state.message,
        sideways=max(0, max_diagram_overflow(text, size.width - 2 * margin)),
    )


def spoken(state: NoteState, look: Look) -> list[str]:
    """The note as lines to be read aloud."""
    words = look.words.screens
    lines = [state.message, *spoken_note(state.note, state.language, words)]
    return [*(line for line in lines if line), spoken_hints(KEYS, state, words.keys)]
