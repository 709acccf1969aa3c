"""A note on the screen: its text, diagrams and sources."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.deck import NotePage
from studycli.ui.events import Key, Moment, Size
from studycli.ui.frame import Frame, footer
from studycli.ui.look import Look
from studycli.ui.markdown import markdown, max_diagram_overflow
from studycli.ui.navigation import Pop
from studycli.ui.screens.help_page import open_help
from studycli.ui.theme import Role

PAGE = 10
SIDE = 8


@dataclass(frozen=True, slots=True)
class NoteState:
    """The note, its language, and where the window stands on it."""

    note: NotePage
    language: str
    scroll: int = 0
    x_scroll: int = 0


def update(state: NoteState, event: object, _: Look) -> Step[NoteState]:
    """Scroll, change the language, or go back."""
    if isinstance(event, Key):
        return dispatch(KEYS, state, event.name, event.moment)
    return state, ()


def _scrolled(by: int) -> Callable[[NoteState, Moment], Step[NoteState]]:
    def act(state: NoteState, _: Moment) -> Step[NoteState]:
        return replace(state, scroll=max(0, state.scroll + by)), ()

    return act


def _sideways(by: int) -> Callable[[NoteState, Moment], Step[NoteState]]:
    def act(state: NoteState, _: Moment) -> Step[NoteState]:
        return replace(state, x_scroll=max(0, state.x_scroll + by)), ()

    return act


def _toggle_language(state: NoteState, _: Moment) -> Step[NoteState]:
    languages = tuple(state.note.body.by_language)
    now = state.language if state.language in languages else languages[0]
    return replace(state, language=languages[(languages.index(now) + 1) % len(languages)]), ()


def _leave(state: NoteState, _: Moment) -> Step[NoteState]:
    return state, (Pop(),)


KEYS: tuple[Binding[NoteState], ...] = (
    Binding(("down", "j", "enter"), "↓ j", lambda w: w.scroll, _scrolled(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, _scrolled(-1), quiet=True),
    Binding(("pagedown", "space"), "Space", lambda w: w.scroll, _scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, _scrolled(-PAGE), quiet=True),
    Binding(("home",), "Home", lambda w: w.scroll, _scrolled(-100_000), quiet=True),
    Binding(("end",), "End", lambda w: w.scroll, _scrolled(100_000), quiet=True),
    Binding(("right", "l"), "→ l", lambda w: w.sideways, _sideways(SIDE), quiet=True),
    Binding(("left", "h"), "← h", lambda w: w.sideways, _sideways(-SIDE), quiet=True),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("n", "q", "escape"), "n q", lambda w: w.back, _leave),
)


def view(state: NoteState, size: Size, look: Look) -> Frame:
    """The note in a frame."""
    words = look.words.screens
    note = state.note
    margin = 2 if size.width >= 60 else 0
    text = note.body.read(state.language).text
    sources = [
        Text(
            f"{source.url}  ({words.note.checked.format(checked=source.checked)})",
            style=look.theme[Role.MUTED],
        )
        for source in note.sources
    ]
    body = markdown(text, look.theme, x_offset=state.x_scroll)
    page = Group(body, Text(""), Text(words.note.sources, style=look.theme[Role.STRONG]), *sources)
    return Frame(
        Text(note.title.read(state.language).text, style=look.theme[Role.TITLE]),
        Text(note.topic_title.read(state.language).text, style=look.theme[Role.MUTED]),
        Padding(page, (0, margin)),
        footer(hints(KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        state.scroll,
        sideways=max(0, max_diagram_overflow(text, size.width - 2 * margin)),
    )


def spoken(state: NoteState, look: Look) -> list[str]:
    """The note as lines to be read aloud: its Markdown source."""
    note = state.note
    sources = [f"{source.url} ({source.checked})" for source in note.sources]
    return [
        note.title.read(state.language).text,
        *note.body.read(state.language).text.splitlines(),
        look.words.screens.note.sources,
        *sources,
        f"q: {look.words.screens.keys.back}",
    ]
