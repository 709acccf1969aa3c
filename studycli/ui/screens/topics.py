"""A list of topics to choose from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from rich.style import Style
from rich.table import Table
from rich.text import Text

from studycli.core.library import Text as LocalText
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.events import Event, Key, Size
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.marked import plain
from studycli.ui.navigation import Pop, leave
from studycli.ui.numbers import is_whole, longer_number
from studycli.ui.screens.help_page import open_help
from studycli.ui.theme import Role


class TopicRow(NamedTuple):
    """A topic, how many of its cards are due, and how many there are."""

    id: str
    title: LocalText
    due: int
    cards: int


@dataclass(frozen=True, slots=True)
class TopicChosen(Event):
    """The person chose a topic."""

    topic: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class TopicsState:
    """The list, which row is under the cursor, and the digits of a number being typed."""

    rows: tuple[TopicRow, ...]
    language: str
    chosen: int = 0
    typed: str = ""


def update(state: TopicsState, event: object, _: Look) -> Step[TopicsState]:
    """Move, choose, or go back."""
    if not isinstance(event, Key):
        return state, ()
    return dispatch(KEYS, state, event.name, event.moment)


def _moved(by: int) -> Callable[[TopicsState, Moment], Step[TopicsState]]:
    def act(state: TopicsState, _: Moment) -> Step[TopicsState]:
        return replace(state, chosen=(state.chosen + by) % len(state.rows), typed=""), ()

    return act


def _digit(digit: str) -> Callable[[TopicsState, Moment], Step[TopicsState]]:
    """The row of a number: chosen at once where no longer number can be meant, else with Enter."""

    def act(state: TopicsState, moment: Moment) -> Step[TopicsState]:
        count = len(state.rows)
        typed = longer_number(state.typed, digit, count)
        if not typed:
            return replace(state, typed=""), ()
        there = replace(state, chosen=int(typed) - 1, typed=typed)
        return _choose(there, moment) if is_whole(typed, count) else (there, ())

    return act


def _choose(state: TopicsState, moment: Moment) -> Step[TopicsState]:
    return state, (Pop(TopicChosen(state.rows[state.chosen].id, moment)),)


def _any(state: TopicsState) -> bool:
    return bool(state.rows)


KEYS: tuple[Binding[TopicsState], ...] = (
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), _any),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), _any, quiet=True),
    Binding(("enter", "space"), "Enter", lambda w: w.choose, _choose, _any),
    *(
        Binding((digit,), digit, lambda w: w.number, _digit(digit), _any, quiet=True)
        for digit in "1234567890"
    ),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS), quiet=True),
    Binding(("q", "escape"), "q", lambda w: w.back, leave),
)


def view(state: TopicsState, size: Size, look: Look) -> Frame:
    """The list with the cursor in view."""
    words = look.words.screens
    table = Table.grid(padding=(0, 1))
    digits = len(str(len(state.rows)))
    for index, row in enumerate(state.rows):
        here = index == state.chosen
        table.add_row(
            Text(">" if here else " ", style=look.theme[Role.ACCENT]),
            Text(f"{index + 1:>{digits}}", style=look.theme[Role.KEY]),
            _cell(plain(row.title.read(state.language).text), look.theme[Role.SELECTED] if here else Style()),
            _cell(words.home.topic_row(row.due, row.cards), look.theme[Role.MUTED]),
        )
    height = max(1, size.height - 5)
    return Frame(
        Text(words.home.pick_topic, style=look.theme[Role.TITLE]),
        Text(""),
        inset(table, size),
        footer(hints(KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        max(0, state.chosen - height + 1),
        _news(state, look),
    )


def _news(state: TopicsState, look: Look) -> str:
    return look.words.screens.home.topic_typed(state.typed) if state.typed else ""


def _cell(text: str, style: Style) -> Text:
    """One line whatever the width, so that the cursor's row is where it is counted."""
    return Text(text, style=style, no_wrap=True, overflow="ellipsis")


def spoken(state: TopicsState, look: Look) -> list[str]:
    """The list as lines to be read aloud."""
    words = look.words.screens
    rows = [
        f"{index}: {plain(row.title.read(state.language).text)}, {words.home.topic_row(row.due, row.cards)}"
        for index, row in enumerate(state.rows, start=1)
    ]
    lines = [words.home.pick_topic, *rows, _news(state, look), f"q: {words.keys.back}"]
    return [line for line in lines if line]
