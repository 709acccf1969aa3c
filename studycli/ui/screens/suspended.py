"""The suspended cards, to bring them back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.table import Table
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.deck import Face
from studycli.ui.effects import Failed, Recorded, Revive
from studycli.ui.events import Key, Size
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.marked import plain
from studycli.ui.navigation import Pop, leave
from studycli.ui.screens.help_page import open_help
from studycli.ui.theme import Role


@dataclass(frozen=True, slots=True)
class SuspendedState:
    """The cards that are still suspended, and which is under the cursor."""

    faces: tuple[Face, ...]
    language: str
    chosen: int = 0
    message: str = ""


def update(state: SuspendedState, event: object, _: Look) -> Step[SuspendedState]:
    """Move, bring back, or leave."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case Recorded(card=card):
            faces = tuple(face for face in state.faces if face.id != card)
            revived = replace(state, faces=faces, chosen=max(0, min(state.chosen, len(faces) - 1)))
            return revived, () if faces else (Pop(),)
        case Failed(text):
            return replace(state, message=text), ()
        case _:
            return state, ()


def _moved(by: int) -> Callable[[SuspendedState, Moment], Step[SuspendedState]]:
    def act(state: SuspendedState, _: Moment) -> Step[SuspendedState]:
        return replace(state, chosen=(state.chosen + by) % len(state.faces)), ()

    return act


def _revive(state: SuspendedState, moment: Moment) -> Step[SuspendedState]:
    return state, (Revive(state.faces[state.chosen].id, moment),)


def _any(state: SuspendedState) -> bool:
    return bool(state.faces)


KEYS: tuple[Binding[SuspendedState], ...] = (
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), _any),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), _any, quiet=True),
    Binding(("enter", "space", "@"), "Enter", lambda w: w.revive, _revive, _any),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS), quiet=True),
    Binding(("q", "escape"), "q", lambda w: w.back, leave),
)


def view(state: SuspendedState, size: Size, look: Look) -> Frame:
    """The list with the cursor in view; one line for each card."""
    words = look.words.screens
    table = Table.grid(padding=(0, 1))
    for index, face in enumerate(state.faces):
        here = index == state.chosen
        front = plain(" ".join(face.front.read(state.language).text.split()))
        table.add_row(
            Text(">" if here else " ", style=look.theme[Role.ACCENT]),
            Text(front, style=look.theme[Role.SELECTED] if here else "", no_wrap=True, overflow="ellipsis"),
        )
    height = max(1, size.height - 5)
    return Frame(
        Text(words.home.pick_suspended, style=look.theme[Role.TITLE]),
        Text(str(len(state.faces)), style=look.theme[Role.MUTED]),
        inset(table, size),
        footer(hints(KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        max(0, state.chosen - height + 1),
        state.message,
    )


def spoken(state: SuspendedState, look: Look) -> list[str]:
    """The card under the cursor and what can be done, as lines to be read aloud."""
    words = look.words.screens
    front = state.faces[state.chosen].front.read(state.language).text if state.faces else ""
    place = f"{state.chosen + 1}/{len(state.faces)}"
    keys = f"Enter: {words.keys.revive}, j: {words.keys.move}, q: {words.keys.back}"
    news = [state.message] if state.message else []
    return [f"{words.home.pick_suspended} {place}", *news, *front.splitlines(), keys]
