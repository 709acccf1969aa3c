"""A tiny program on the real loop, run by the tests in a process of its own.

``python -m tests.ui.pty_program STATE_FOLDER [broken|ahead]``: with a view that fails at once, or with a key that an
earlier prompt has read too early.
"""

import os
import signal
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from prompt_toolkit.input import create_input
from prompt_toolkit.input.typeahead import store_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPress
from rich.console import RenderableType
from rich.text import Text

from studycli.core.cells import cells
from studycli.core.moment import Moment
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
from studycli.ui.loop import run
from studycli.ui.program import AnyEvent, Handle, Program


@dataclass(frozen=True, slots=True)
class State:
    """What came in so far."""

    keys: tuple[str, ...] = ()
    text: str = ""
    size: Size | None = None
    ticks: int = 0
    year: int = 0
    saved: int = 0
    back: str = ""
    stops: int = 0


@dataclass(frozen=True, slots=True)
class Save(Effect):
    """Inside the screen."""


@dataclass(frozen=True, slots=True)
class Ask(OutsideEffect):
    """Read a line outside the screen."""


@dataclass(frozen=True, slots=True)
class Later(DeferredEffect):
    """Wait for a file called ``go`` in the state folder."""


@dataclass(frozen=True, slots=True)
class Beside(BackgroundEffect):
    """Wait for a file called ``go`` in the state folder, in another process; or do what cannot be done there."""

    what: str = "beside"


@dataclass(frozen=True, slots=True)
class Break(Effect):
    """Cannot be carried out."""


class Panic(BaseException):
    """What engines written in Rust raise: no Exception."""


@dataclass(frozen=True, slots=True)
class Saved(Event):
    """Save is done."""


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """What Ask read."""

    line: str


def update(state: State, event: AnyEvent) -> tuple[State, tuple[Effect, ...]]:
    """Remember everything; some keys do something."""
    match event:
        case Resized(size):
            return replace(state, size=size), ()
        case Tick(moment):
            return replace(state, ticks=state.ticks + 1, year=moment.at.year), ()
        case Continued():
            return replace(state, stops=state.stops + 1), ()
        case Saved():
            return replace(state, saved=state.saved + 1), ()
        case Answered(line):
            return replace(state, back=line), ()
        case Key(name, _, text):
            state = replace(state, keys=(*state.keys, name), text=state.text + text)
            effects: dict[str, tuple[Effect, ...]] = {
                "q": (Quit(3),),
                "s": (Save(),),
                "o": (Ask(), Save()),
                "h": (Break(),),
                "l": (Later(),),
                "b": (Beside(),),
                "e": (Beside("break"),),
                "k": (Beside("die"),),
            }
            if name == "x":
                raise RuntimeError("update failed")
            if name == "p":
                raise Panic("update panicked")
            if state.size is None:
                raise RuntimeError("a key came before the size")
            return state, effects.get(name, ())
    raise AssertionError(event)


def view(state: State, size: Size) -> RenderableType:
    """Everything remembered; one key breaks it."""
    if state.keys[-1:] == ("v",) or "broken" in sys.argv or size.width == 13:
        raise RuntimeError("view failed")
    told = f"{state.size.width}x{state.size.height}" if state.size else "nothing"
    shown = f"size {size.width}x{size.height} told {told}"
    clock = f"clock {'running' if state.ticks else 'new'} {state.year} stops {state.stops}"
    keys = f"keys [{' '.join(state.keys[-12:])}]"
    return Text(
        f"{shown}\n{keys}\nsaved {state.saved} back [{state.back}]\n{clock}\n한글 화면\ntext [{state.text}]"
    )


def handle(effect: Effect) -> Event | None:
    """Do what update asked for. Ask is a program that leaves the line modes broken."""
    if isinstance(effect, Ask):
        print("outside", flush=True)
        answer = sys.stdin.readline().strip()
        modes = termios.tcgetattr(sys.stdin)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(sys.stdin, termios.TCSANOW, modes)
        return Answered(answer)
    if isinstance(effect, Later):
        while not (Path(sys.argv[1]) / "go").exists():
            time.sleep(0.01)
        return Answered("later")
    if isinstance(effect, Break):
        raise OSError("handle failed")
    return Saved()


def handle_beside(effect: Effect) -> Event | None:
    """Do what is done beside the screen."""
    assert isinstance(effect, Beside)
    if effect.what == "break":
        raise OSError("work failed")
    if effect.what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    while not (Path(sys.argv[1]) / "go").exists():
        time.sleep(0.01)
    return Answered(effect.what)


@contextmanager
def work() -> Iterator[Handle]:
    """What ``Beside`` needs."""
    yield handle_beside


def cursor(state: State, _: Size) -> tuple[int, int] | None:
    """Behind the text, once there is Hangul in it."""
    return (len("text [") + cells(state.text), 5) if "한" in state.text else None


def main() -> int:
    """Run it."""

    def clock() -> Moment:
        return Moment(datetime.now(UTC), time.monotonic())

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(f"stopped by {number}"))
    if "ahead" in sys.argv:
        store_typeahead(create_input(sys.stdin), [KeyPress("a")])
    program = Program(State(), update, view, lambda _: [], cursor=cursor)
    return run(program, handle, clock, Path(sys.argv[1]), work)


if __name__ == "__main__":
    sys.exit(main())
