"""The other loop: plain lines for a screen reader (ACCESSIBLE=1) or a terminal that cannot move its cursor.

Nothing is ever redrawn. After each step the program's lines are printed, if they changed.
"""

import shutil
from collections.abc import Callable
from typing import TextIO

from studycli.ui.events import TYPED, Key, Moment, Resized, Size, Tick
from studycli.ui.keys import NAMES, typed
from studycli.ui.program import Handle, Machine, Program, S
from studycli.ui.text import clean

_INTERRUPTED = 130


def run_lines(
    program: Program[S], handle: Handle, clock: Callable[[], Moment], stdin: TextIO, stdout: TextIO
) -> int:
    """Run the program line by line and return its exit code; 130 after Ctrl-C.

    A line is a list of keys by name, set apart by spaces; an empty line is Enter. The end of the input is ``q``.
    Where a screen takes text down, the whole line is that text.
    """
    machine = Machine(program, handle)
    said: list[str] = []
    line = "more"
    try:
        _feed(machine, Resized(Size(*shutil.get_terminal_size())))
        while line and machine.exit_code is None:
            lines = _said(program, machine, said, stdout)
            while machine.has_deferred():
                machine.finish_deferred()
                lines = _said(program, machine, lines, stdout)
            line = stdin.readline()
            keys = line_keys(line) if line else ("q",)
            said = lines if keys else []
            _feed(machine, Tick(clock()))
            for place, name in enumerate(keys or (TYPED,)):
                _feed(machine, Key(name, clock(), "" if place else line.rstrip("\r\n")))
    except KeyboardInterrupt:
        return _INTERRUPTED
    return machine.exit_code or 0


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


def _feed(machine: Machine[S], event: Key | Tick | Resized) -> None:
    if machine.exit_code is None:
        machine.feed(event)
    while machine.waits_outside():
        machine.finish_outside()
