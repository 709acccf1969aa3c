"""Key bindings as values: one list is what a screen does, what its footer shows and what its help page lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from studycli.core.moment import Moment
from studycli.ui.events import Effect
from studycli.ui.theme import Role
from studycli.words.model.screens import KeyWords

S = TypeVar("S")
Step = tuple[S, tuple[Effect, ...]]


def _always(_: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Binding(Generic[S]):
    """Keys that do one thing. ``shown`` is how the footer writes them; ``when`` says in which states they work.

    A ``quiet`` one stands on the help page only.
    """

    keys: tuple[str, ...]
    shown: str
    label: Callable[[KeyWords], str]
    act: Callable[[S, Moment], Step[S]]
    when: Callable[[S], bool] = _always
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """One key and what it does, ready to be drawn."""

    shown: str
    label: str
    role: Role = Role.KEY


def dispatch(bindings: Sequence[Binding[S]], state: S, name: str, moment: Moment) -> Step[S]:
    """The step of the first binding for the key that works in this state; nothing for any other key."""
    for binding in bindings:
        if name in binding.keys and binding.when(state):
            return binding.act(state, moment)
    return state, ()


def hints(bindings: Sequence[Binding[S]], state: S, words: KeyWords) -> tuple[Hint, ...]:
    """What the footer offers in this state, most useful first."""
    return tuple(
        Hint(binding.shown, binding.label(words))
        for binding in bindings
        if not binding.quiet and binding.when(state)
    )


def spoken_hints(bindings: Sequence[Binding[S]], state: S, words: KeyWords) -> str:
    """The same as a line to be read aloud."""
    return ", ".join(f"{hint.shown}: {hint.label}" for hint in hints(bindings, state, words))
