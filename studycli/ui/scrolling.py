"""Keys that move the window over a page, for every screen whose state says where it stands."""

from collections.abc import Callable
from dataclasses import Field, replace
from typing import Any, ClassVar, Final, Protocol, TypeVar

from studycli.core.moment import Moment
from studycli.ui.bindings import Step

PAGE: Final = 8
"""Lines that PgUp and PgDn move."""

SIDE: Final = 8
"""Cells that the left and right arrows, or < and >, move."""


class _Down(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def scroll(self) -> int: ...


class _Across(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def x_scroll(self) -> int: ...


D = TypeVar("D", bound=_Down)
A = TypeVar("A", bound=_Across)


def scrolled(by: int) -> Callable[[D, Moment], Step[D]]:
    """An act that moves the window by so many lines; a frame shows no further than its end."""

    def act(state: D, _: Moment) -> Step[D]:
        return replace(state, scroll=max(0, state.scroll + by)), ()

    return act


def sideways(by: int) -> Callable[[A, Moment], Step[A]]:
    """An act that moves what is wider than the window by so many cells."""

    def act(state: A, _: Moment) -> Step[A]:
        return replace(state, x_scroll=max(0, state.x_scroll + by)), ()

    return act
