"""A program of screens, and the machine that turns its events into states and finished effects."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.console import RenderableType

from studycli.ui.events import (
    BackgroundEffect,
    Continued,
    DeferredEffect,
    Effect,
    Event,
    Key,
    OutsideEffect,
    Quit,
    Resized,
    Size,
    Tick,
)

S = TypeVar("S")

AnyEvent = Key | Tick | Continued | Resized | Event
Handle = Callable[[Effect], Event | None]
"""Carries out an effect; what it returns is the program's next event."""


def _no_cursor(_: object, __: Size) -> tuple[int, int] | None:
    return None


def _nothing(_: BackgroundEffect) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Program(Generic[S]):
    """A first state, its pure step, and its two looks: on a screen, and as lines to be read aloud.

    ``deferred`` is what is to be done once the first state has been drawn. ``cursor`` is the cell (column, row) where
    text is typed, if it is: there the terminal has its cursor, and an input method its half-finished syllable.
    """

    initial: S
    update: Callable[[S, AnyEvent], tuple[S, tuple[Effect, ...]]]
    view: Callable[[S, Size], RenderableType]
    spoken: Callable[[S], list[str]]
    deferred: tuple[Effect, ...] = ()
    cursor: Callable[[S, Size], tuple[int, int] | None] = _no_cursor


class Machine(Generic[S]):
    """A running program. Each effect is finished before the next event is taken.

    An ``OutsideEffect`` waits until ``finish_outside`` is called, once the screen is left; a ``DeferredEffect`` until
    ``finish_deferred`` is, once it is drawn, and holds up nothing. A ``BackgroundEffect`` is given to ``begin``: it
    sees to it that what comes of it is fed.
    """

    def __init__(
        self, program: Program[S], handle: Handle, begin: Callable[[BackgroundEffect], None] = _nothing
    ) -> None:
        self.state = program.initial
        self.exit_code: int | None = None
        self._update = program.update
        self._handle = handle
        self._begin = begin
        self._effects: deque[Effect] = deque()
        self._deferred: deque[Effect] = deque(program.deferred)

    def waits_outside(self) -> bool:
        """Whether the next effect needs the terminal for itself."""
        return self.exit_code is None and bool(self._effects) and isinstance(self._effects[0], OutsideEffect)

    def is_ready(self) -> bool:
        """Whether the program goes on and waits for nothing."""
        return self.exit_code is None and not self._effects

    def feed(self, event: AnyEvent) -> None:
        """Take one event, and finish its effects as far as they need no terminal."""
        self._step(event)
        self._work()

    def finish_outside(self) -> None:
        """Carry out the effect that waits, and go on."""
        self._carry_out(self._effects.popleft())
        self._work()

    def has_deferred(self) -> bool:
        """Whether something is to be done once the screen is drawn."""
        return bool(self._deferred) and self.is_ready()

    def finish_deferred(self) -> None:
        """Carry out one effect that was put off."""
        self._carry_out(self._deferred.popleft())
        self._work()

    def _work(self) -> None:
        while self._effects and self.exit_code is None and not self.waits_outside():
            effect = self._effects.popleft()
            if isinstance(effect, Quit):
                self.exit_code = effect.code
            elif isinstance(effect, DeferredEffect):
                self._deferred.append(effect)
            else:
                self._carry_out(effect)

    def _carry_out(self, effect: Effect) -> None:
        if isinstance(effect, BackgroundEffect):
            self._begin(effect)
            return
        result = self._handle(effect)
        if result is not None:
            self._step(result)

    def _step(self, event: AnyEvent) -> None:
        self.state, effects = self._update(self.state, event)
        self._effects.extend(effects)
