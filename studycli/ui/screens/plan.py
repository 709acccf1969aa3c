"""The plan on a page that scrolls."""

from dataclasses import dataclass, replace
from typing import ClassVar

from rich.console import Group
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints, spoken_hints
from studycli.ui.effects import Failed
from studycli.ui.events import BackgroundEffect, DeferredEffect, Event, Key, Lane, Size
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.navigation import Pop, leave
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.leeches import LoadLeeches
from studycli.ui.screens.plan_text import PlanPage, sections
from studycli.ui.scrolling import PAGE, scrolled
from studycli.ui.sections import drawn, read_out
from studycli.ui.theme import Role


@dataclass(frozen=True, slots=True)
class LoadPlan(DeferredEffect, BackgroundEffect):
    """Work out the plan as of now; ``PlanLoaded`` or ``Failed`` answers."""

    lane: ClassVar[Lane] = Lane.SLOW


@dataclass(frozen=True, slots=True)
class PlanLoaded(Event):
    """The plan as of now."""

    page: PlanPage


@dataclass(frozen=True, slots=True)
class PlanState:
    """The page, once it is worked out, and where the window stands on it."""

    language: str
    page: PlanPage | None = None
    scroll: int = 0
    message: str = ""


def update(state: PlanState, event: object, _: Look) -> Step[PlanState]:
    """Take the plan, scroll, or leave."""
    match event:
        case PlanLoaded(page):
            return replace(state, page=page), ()
        case Failed() if state.page is None:
            return state, (Pop(event),)
        case Failed(text):
            return replace(state, message=text), ()
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case _:
            return state, ()


def _has_leeches(state: PlanState) -> bool:
    return state.page is not None and bool(state.page.leeches)


def _leeches(state: PlanState, _: Moment) -> Step[PlanState]:
    cards = () if state.page is None else tuple(leech.card for leech in state.page.leeches)
    return state, (LoadLeeches(cards),)


KEYS: tuple[Binding[PlanState], ...] = (
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, scrolled(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding(("pagedown", "space"), "Space", lambda w: w.scroll, scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("l",), "l", lambda w: w.leeches, _leeches, _has_leeches),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.back, leave),
)
"""What the keys do on the page of the plan."""


def view(state: PlanState, size: Size, look: Look) -> Frame:
    """The sections of the page, or that they are being worked out."""
    words = look.words.plan.page
    found = () if state.page is None else sections(state.page, state.language, look)
    body = drawn(found, look) if found else [Text(words.working, style=look.theme[Role.MUTED])]
    day = "" if state.page is None else state.page.plan.day.isoformat()
    return Frame(
        Text(words.title, style=look.theme[Role.TITLE]),
        Text(day, style=look.theme[Role.MUTED]),
        inset(Group(*body), size),
        footer(hints(KEYS, state, look.words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        state.scroll,
        state.message,
    )


def spoken(state: PlanState, look: Look) -> list[str]:
    """The page as lines to be read aloud."""
    words = look.words.plan.page
    found = [words.working] if state.page is None else read_out(sections(state.page, state.language, look))
    keys = spoken_hints(KEYS, state, look.words.screens.keys)
    return [line for line in (words.title, state.message, *found, keys) if line]
