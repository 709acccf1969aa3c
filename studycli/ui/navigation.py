"""Screens form a stack: opening one puts it on top, leaving one shows the one below."""

from dataclasses import dataclass
from typing import TypeVar

from studycli.core.moment import Moment
from studycli.ui.events import Effect

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Push(Effect):
    """Open a screen on top of this one."""

    screen: object


@dataclass(frozen=True, slots=True)
class Replace(Effect):
    """Open a screen in the place of this one."""

    screen: object


@dataclass(frozen=True, slots=True)
class Pop(Effect):
    """Leave this screen. ``result`` is handed to the one below as an event."""

    result: object = None


def leave(state: S, _: Moment) -> tuple[S, tuple[Effect, ...]]:
    """The act of a key that leaves a screen."""
    return state, (Pop(),)
