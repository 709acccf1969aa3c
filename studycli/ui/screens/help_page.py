"""The help screen: every key of the screen it was opened from, out of that screen's own table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from rich.console import Group
from rich.table import Table
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.events import Key, Size
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.navigation import Push, leave
from studycli.ui.scrolling import PAGE, scrolled
from studycli.ui.theme import Role

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class HelpState:
    """The keys to explain, and how far the page is scrolled."""

    bindings: tuple[Binding[Any], ...]
    scroll: int = 0


def open_help(bindings: Callable[[], Sequence[Binding[S]]]) -> Callable[[S, Moment], Step[S]]:
    """The action that opens the help page; the table is asked for late because it holds this very action."""

    def act(state: S, _: Moment) -> Step[S]:
        return state, (Push(HelpState(tuple(bindings()))),)

    return act


def update(state: HelpState, event: object, _: Look) -> Step[HelpState]:
    """Scroll, or go back."""
    if isinstance(event, Key):
        return dispatch(KEYS, state, event.name, event.moment)
    return state, ()


KEYS: tuple[Binding[HelpState], ...] = (
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, scrolled(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding(("pagedown", "space"), "Space", lambda w: w.scroll, scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("q", "escape", "?", "enter"), "q", lambda w: w.back, leave),
)


def view(state: HelpState, size: Size, look: Look) -> Frame:
    """A page of keys and what they do."""
    words = look.words.screens
    intro = Text(words.help_intro, style=look.theme[Role.MUTED])
    table = Table.grid(padding=(0, 2))
    for shown, label in key_rows(state, look):
        table.add_row(Text(shown, style=look.theme[Role.KEY]), Text(label))
    return Frame(
        Text(words.help_title, style=look.theme[Role.TITLE]),
        Text(""),
        inset(Group(intro, Text(""), table), size),
        footer(hints(KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        state.scroll,
    )


def key_rows(state: HelpState, look: Look) -> list[tuple[str, str]]:
    """Keys and what they do; keys that do the same stand together."""
    rows: dict[str, list[str]] = {}
    for binding in state.bindings:
        rows.setdefault(binding.label(look.words.screens.keys), []).append(binding.shown)
    return [("  ".join(dict.fromkeys(shown)), label) for label, shown in rows.items()]


def spoken(state: HelpState, look: Look) -> list[str]:
    """The page as lines to be read aloud."""
    words = look.words.screens
    return [
        words.help_title,
        words.help_intro,
        *(f"{shown}: {label}" for shown, label in key_rows(state, look)),
    ]
