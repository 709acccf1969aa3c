"""The topics, or the notes of one, as a list to move through, with how well each is known."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.table import Table
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.deck import KnownRow
from studycli.ui.effects import Failed, More, StartReview
from studycli.ui.events import Effect, Key, Size
from studycli.ui.frame import ROOMY, WIDE, Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.marked import plain
from studycli.ui.navigation import Push, leave
from studycli.ui.numbers import is_whole, longer_number
from studycli.ui.reading_effects import (
    EditNote,
    EditTopic,
    LoadRows,
    NoteEdited,
    OpenNote,
    ReviewItems,
    RowsLoaded,
)
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.search import SearchState
from studycli.ui.theme import Role

PAGE = 10
"""Rows that PgUp and PgDn move."""


@dataclass(frozen=True, slots=True)
class BrowseState:
    """The rows, which is under the cursor, and the digits of a number being typed.

    ``topic`` is the one whose notes they are; None: they are topics.
    """

    language: str
    topic: KnownRow | None = None
    rows: tuple[KnownRow, ...] = ()
    chosen: int = 0
    typed: str = ""
    message: str = ""

    @property
    def row(self) -> KnownRow:
        """The row under the cursor."""
        return self.rows[self.chosen]


def load(state: BrowseState) -> LoadRows:
    """What asks for the rows anew."""
    return LoadRows(state.topic.id if state.topic else None)


def update(state: BrowseState, event: object, look: Look) -> Step[BrowseState]:
    """Move, open, edit, review, or go back; take rows."""
    match event:
        case RowsLoaded(rows):
            return replace(state, rows=rows, chosen=max(0, min(state.chosen, len(rows) - 1))), ()
        case NoteEdited(_, problem):
            words = look.words.screens.review
            return replace(state, message=words.edit_broken.format(problem=problem) if problem else ""), (
                load(state),
            )
        case Failed(text):
            return replace(state, message=text), ()
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case _:
            return state, ()


Act = Callable[[BrowseState, Moment], Step[BrowseState]]


def _moved(by: int) -> Act:
    def act(state: BrowseState, _: Moment) -> Step[BrowseState]:
        return replace(state, chosen=(state.chosen + by) % len(state.rows), typed=""), ()

    return act


def _paged(by: int) -> Act:
    def act(state: BrowseState, _: Moment) -> Step[BrowseState]:
        return replace(state, chosen=min(max(0, state.chosen + by), len(state.rows) - 1), typed=""), ()

    return act


def _digit(digit: str) -> Act:
    """The row of a number: opened at once where no longer number can be meant, else with Enter."""

    def act(state: BrowseState, moment: Moment) -> Step[BrowseState]:
        typed = longer_number(state.typed, digit, len(state.rows))
        if not typed:
            return replace(state, typed=""), ()
        there = replace(state, chosen=int(typed) - 1, typed=typed)
        return _open(there, moment) if is_whole(typed, len(state.rows)) else (there, ())

    return act


def _open(state: BrowseState, _: Moment) -> Step[BrowseState]:
    state = replace(state, typed="")
    if state.topic:
        return state, (OpenNote(state.row.id),)
    below = BrowseState(state.language, state.row)
    return state, (Push(below), load(below))


def _review(state: BrowseState, moment: Moment) -> Step[BrowseState]:
    row = state.row
    effect: Effect = (
        ReviewItems((row.id,), moment) if state.topic else StartReview(More.TOPIC, row.id, moment)
    )
    return state, (effect,)


def _edit(state: BrowseState, _: Moment) -> Step[BrowseState]:
    name = state.row.id
    return state, (EditNote(name) if state.topic else EditTopic(name),)


def _search(state: BrowseState, _: Moment) -> Step[BrowseState]:
    return state, (Push(SearchState(state.language)),)


def _any(state: BrowseState) -> bool:
    return bool(state.rows)


def _any_cards(state: BrowseState) -> bool:
    return _any(state) and state.row.known.cards > 0


KEYS: tuple[Binding[BrowseState], ...] = (
    Binding(("enter", "space", "right", "l"), "Enter", lambda w: w.open, _open, _any),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), _any),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), _any, quiet=True),
    Binding(("pagedown",), "PgDn", lambda w: w.move, _paged(PAGE), _any, quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.move, _paged(-PAGE), _any, quiet=True),
    Binding(("home",), "Home", lambda w: w.move, _paged(-100_000), _any, quiet=True),
    Binding(("end",), "End", lambda w: w.move, _paged(100_000), _any, quiet=True),
    *(
        Binding((digit,), digit, lambda w: w.number, _digit(digit), _any, quiet=True)
        for digit in "1234567890"
    ),
    Binding(("r",), "r", lambda w: w.review, _review, _any_cards),
    Binding(("e",), "e", lambda w: w.edit, _edit, _any),
    Binding(("/",), "/", lambda w: w.search, _search),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape", "left", "h"), "q", lambda w: w.back, leave),
)
"""What the keys do in the list."""


def view(state: BrowseState, size: Size, look: Look) -> Frame:
    """One line for each row, the one under the cursor in view."""
    words = look.words.browse
    foot = footer(hints(KEYS, state, look.words.screens.keys), size.width, 1, look.theme, keep=1)
    height = max(1, size.height - 3 - len(foot) - (size.width >= WIDE and size.height >= ROOMY))
    return Frame(
        Text(_title(state, look), style=look.theme[Role.TITLE]),
        Text(words.columns, style=look.theme[Role.MUTED]),
        inset(_table(state, look) if state.rows else Text(words.nothing), size),
        foot,
        look,
        size,
        max(0, state.chosen - height + 1),
        state.message or _number(state, look),
    )


def _number(state: BrowseState, look: Look) -> str:
    return look.words.screens.home.topic_typed(state.typed) if state.typed else ""


def _title(state: BrowseState, look: Look) -> str:
    return _shown(state.topic, state) if state.topic else look.words.browse.title


def _shown(row: KnownRow, state: BrowseState) -> str:
    return plain(row.title.read(state.language).text)


def _table(state: BrowseState, look: Look) -> Table:
    """Cursor, number, title, chance of recall, cards seen of all."""
    table = Table.grid(padding=(0, 1), expand=True)
    for justify in ("left", "right"):
        table.add_column(justify=justify, no_wrap=True)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for _ in range(2):
        table.add_column(justify="right", no_wrap=True)
    for number, row in enumerate(state.rows):
        here = number == state.chosen
        table.add_row(
            Text(">" if here else " ", style=look.theme[Role.ACCENT]),
            Text(str(number + 1), style=look.theme[Role.KEY]),
            Text(_shown(row, state), style=look.theme[Role.SELECTED] if here else ""),
            Text(row.percent, style=look.theme[Role.MUTED]),
            Text(row.seen, style=look.theme[Role.MUTED]),
        )
    return table


def spoken(state: BrowseState, look: Look) -> list[str]:
    """The list as lines to be read aloud."""
    words = look.words.browse
    rows = [
        f"{number}: {_shown(row, state)}, {words.row(row.percent, row.known.seen, row.known.cards)}"
        for number, row in enumerate(state.rows, start=1)
    ]
    return [
        _title(state, look),
        *(news for news in (state.message, _number(state, look)) if news),
        *(rows or [words.nothing]),
        f"q: {look.words.screens.keys.back}",
    ]
