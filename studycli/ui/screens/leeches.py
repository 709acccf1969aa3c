"""The cards that keep slipping: to be written anew, or suspended."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from rich.table import Table
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.deck import Face
from studycli.ui.effects import ActOnCard, CardAction, EditCard, Edited, Failed, Recorded
from studycli.ui.events import Effect, Key, Size
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.marked import plain
from studycli.ui.navigation import Pop, leave
from studycli.ui.screens.help_page import open_help
from studycli.ui.theme import Role


@dataclass(frozen=True, slots=True)
class LoadLeeches(Effect):
    """Ask for these cards, to be looked at one by one."""

    cards: tuple[str, ...]


class LeechRow(NamedTuple):
    """A card and how often it was forgotten."""

    face: Face
    lapses: int


@dataclass(frozen=True, slots=True)
class LeechesState:
    """The cards, and which is under the cursor."""

    rows: tuple[LeechRow, ...]
    language: str
    chosen: int = 0
    message: str = ""


def update(state: LeechesState, event: object, look: Look) -> Step[LeechesState]:
    """Move, edit, suspend, or leave."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case Recorded(card=card):
            rows = tuple(row for row in state.rows if row.face.id != card)
            left = replace(state, rows=rows, chosen=max(0, min(state.chosen, len(rows) - 1)))
            return left, () if rows else (Pop(),)
        case Edited(face, problem):
            return _edited(state, face, problem, look), ()
        case Failed(text):
            return replace(state, message=text), ()
        case _:
            return state, ()


def _edited(state: LeechesState, face: Face | None, problem: str, look: Look) -> LeechesState:
    words = look.words.screens.review
    if problem:
        return replace(state, message=words.edit_broken.format(problem=problem))
    if face is None:
        return replace(state, message=words.edit_unchanged)
    rows = tuple(row._replace(face=face) if row.face.id == face.id else row for row in state.rows)
    return replace(state, rows=rows, message=words.edited)


def _moved(by: int) -> Callable[[LeechesState, Moment], Step[LeechesState]]:
    def act(state: LeechesState, _: Moment) -> Step[LeechesState]:
        return replace(state, chosen=(state.chosen + by) % len(state.rows)), ()

    return act


def _edit(state: LeechesState, _: Moment) -> Step[LeechesState]:
    return state, (EditCard(state.rows[state.chosen].face.id),)


def _suspend(state: LeechesState, moment: Moment) -> Step[LeechesState]:
    return state, (ActOnCard(state.rows[state.chosen].face.id, CardAction.SUSPEND, moment),)


def _any(state: LeechesState) -> bool:
    return bool(state.rows)


KEYS: tuple[Binding[LeechesState], ...] = (
    Binding(("e", "enter"), "e", lambda w: w.edit, _edit, _any),
    Binding(("@",), "@", lambda w: w.suspend, _suspend, _any),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), _any),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), _any, quiet=True),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS), quiet=True),
    Binding(("q", "escape"), "q", lambda w: w.back, leave),
)
"""What the keys do in the list."""


def view(state: LeechesState, size: Size, look: Look) -> Frame:
    """The list with the cursor in view; one line for each card."""
    title = look.words.screens.home.leeches.format(n=len(state.rows))
    table = Table.grid(padding=(0, 1))
    for index, row in enumerate(state.rows):
        here = index == state.chosen
        table.add_row(
            Text(">" if here else " ", style=look.theme[Role.ACCENT]),
            Text(str(row.lapses), style=look.theme[Role.MUTED]),
            Text(
                _front(row, state.language),
                style=look.theme[Role.SELECTED] if here else "",
                no_wrap=True,
                overflow="ellipsis",
            ),
        )
    return Frame(
        Text(title, style=look.theme[Role.TITLE]),
        Text(""),
        inset(table, size),
        footer(hints(KEYS, state, look.words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        max(0, state.chosen - max(1, size.height - 5) + 1),
        state.message,
    )


def spoken(state: LeechesState, look: Look) -> list[str]:
    """The card under the cursor and what can be done, as lines to be read aloud."""
    words, keys = look.words.plan.page, look.words.screens.keys
    row = state.rows[state.chosen] if state.rows else None
    card = [] if row is None else [words.leech(_front(row, state.language), row.lapses)]
    place = f"{state.chosen + 1}/{len(state.rows)}"
    does = f"e: {keys.edit}, @: {keys.suspend}, j: {keys.move}, q: {keys.back}"
    return [f"{words.leeches} {place}", *([state.message] if state.message else []), *card, does]


def _front(row: LeechRow, language: str) -> str:
    return plain(" ".join(row.face.front.read(language).text.split()))
