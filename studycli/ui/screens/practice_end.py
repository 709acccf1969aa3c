"""The end of practice: how many were right, what that changes for the next session, and ten more."""

from rich.console import Group
from rich.text import Text

from studycli.ui.bindings import hints
from studycli.ui.events import Size
from studycli.ui.frame import Frame, footer, inset, menu
from studycli.ui.look import Look
from studycli.ui.screens.practice_keys import END_KEYS
from studycli.ui.screens.practice_state import PracticeState, cards_first
from studycli.ui.theme import Role


def summary_lines(state: PracticeState, look: Look) -> list[str]:
    """What happened and what comes of it, one sentence a line."""
    words = look.words.practice
    if not state.results:
        return [words.nothing]
    cards = len(cards_first(state))
    return [
        words.result(state.right, len(state.results)),
        words.cards_first(cards) if cards else words.no_cards_first,
    ]


def _labels(look: Look) -> tuple[str, str]:
    return look.words.practice.ten_more, look.words.practice.leave


def _title(state: PracticeState, look: Look) -> str:
    words = look.words.practice
    return words.end_title if state.results else words.title


def view(state: PracticeState, size: Size, look: Look) -> Frame:
    """The summary and the choices."""
    choices = menu(_labels(look), state.chosen, look.theme)
    body = Group(*(Text(line) for line in summary_lines(state, look)), Text(""), *choices)
    return Frame(
        Text(_title(state, look), style=look.theme[Role.TITLE]),
        Text(""),
        inset(body, size),
        footer(hints(END_KEYS, state, look.words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        0,
        state.message,
    )


def spoken(state: PracticeState, look: Look) -> list[str]:
    """The summary and the choices as lines to be read aloud."""
    choices = [f"{number}: {label}" for number, label in enumerate(_labels(look), start=1)]
    lines = (_title(state, look), state.message, *summary_lines(state, look), *choices)
    return [line for line in lines if line]
