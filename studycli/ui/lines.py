"""The other loop: plain lines for a screen reader (ACCESSIBLE=1) or a terminal that cannot move its cursor.

Nothing is ever redrawn. After each step the program's lines are printed, if they changed.
"""

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Self, TextIO

from studycli.core.moment import Moment
from studycli.ui.background import Work, no_work
from studycli.ui.events import TYPED, BackgroundEffect, Event, Key, Resized, Size, Tick
from studycli.ui.keys import NAMES, typed
from studycli.ui.program import AnyEvent, Handle, Machine, Program, S
from studycli.ui.text import clean

_INTERRUPTED = 130


def run_lines(
    program: Program[S],
    handle: Handle,
    clock: Callable[[], Moment],
    stdin: TextIO,
    stdout: TextIO,
    work: Work = no_work,
) -> int:
    """Run the program line by line and return its exit code; 130 after Ctrl-C.

    A line is a list of keys by name, set apart by spaces; an empty line is Enter. The end of the input is ``q``.
    Where a screen takes text down, the whole line is that text.
    """
    said: list[str] = []
    line = "more"
    with _Inline(work) as inline:
        machine = Machine(program, handle, inline.put)
        try:
            _feed(machine, inline, Resized(Size(*shutil.get_terminal_size())))
            while line and machine.exit_code is None:
                lines = _all_said(program, machine, inline, said, stdout)
                line = stdin.readline()
                keys = line_keys(line) if line else ("q",)
                inline.was_outside = False
                _press(machine, inline, keys or (TYPED,), line.rstrip("\r\n"), clock)
                said = lines if keys and not inline.was_outside else []
        except KeyboardInterrupt:
            return _INTERRUPTED
    return machine.exit_code or 0


class _Inline:
    """Carries out background effects in turn, for nothing is read meanwhile.

    ``was_outside`` tells whether something else had the terminal, so that the screen is to be said again.
    """

    def __init__(self, work: Work) -> None:
        self.was_outside = False
        self._work = work
        self._opened = ExitStack()
        self._handle: Handle | None = None
        self._waiting: deque[BackgroundEffect] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close what is open; the next effect opens it again."""
        self._opened.close()
        self._handle = None

    def put(self, effect: BackgroundEffect) -> None:
        """Have an effect carried out next."""
        self._waiting.append(effect)

    def results(self) -> Iterator[Event]:
        """What comes of the effects."""
        while self._waiting:
            if self._handle is None:
                self._handle = self._opened.enter_context(self._work())
            result = self._handle(self._waiting.popleft())
            if result is not None:
                yield result


def _all_said(
    program: Program[S], machine: Machine[S], inline: _Inline, before: list[str], stdout: TextIO
) -> list[str]:
    """What ``_said`` prints, and again after each effect that was put off until it was said."""
    lines = _said(program, machine, before, stdout)
    while machine.has_deferred():
        machine.finish_deferred()
        _catch_up(machine, inline)
        lines = _said(program, machine, lines, stdout)
    return lines


def _said(program: Program[S], machine: Machine[S], before: list[str], stdout: TextIO) -> list[str]:
    """The program's lines, printed unless they are those said before."""
    lines = [clean(line) for line in program.spoken(machine.state)]
    if lines != before:
        stdout.writelines(f"{line}\n" for line in lines)
        stdout.flush()
    return lines


def line_keys(line: str) -> tuple[str, ...]:
    """The keys that a typed line names; none if a word of it is no key."""
    text = line.rstrip("\r\n")
    if not text:
        return ("enter",)
    if text.isspace():
        return ("space",)
    keys: list[str] = []
    for word in text.split():
        names = _names(word)
        if not names:
            return ()
        keys.extend(names)
    return tuple(keys)


def _names(word: str) -> tuple[str, ...]:
    """The keys that one word stands for: a key's name, one character, the digits of a number."""
    if word.casefold() in NAMES:
        return (word.casefold(),)
    if len(word) == 1:
        return typed(word)
    return tuple(word) if word.isascii() and word.isdecimal() else ()


def _press(
    machine: Machine[S], inline: _Inline, keys: tuple[str, ...], line: str, clock: Callable[[], Moment]
) -> None:
    """Press the keys of a line; the first one brings all of it, for a screen that takes text down."""
    _feed(machine, inline, Tick(clock()))
    for place, name in enumerate(keys):
        _feed(machine, inline, Key(name, clock(), "" if place else line, is_line=True))


def _feed(machine: Machine[S], inline: _Inline, event: AnyEvent) -> None:
    if machine.exit_code is None:
        machine.feed(event)
    _catch_up(machine, inline)


def _catch_up(machine: Machine[S], inline: _Inline) -> None:
    """Finish what waits."""
    while machine.waits_outside():
        inline.close()  # what is done outside may change all that it knows
        inline.was_outside = True
        machine.finish_outside()
    for result in inline.results():
        _feed(machine, inline, result)
