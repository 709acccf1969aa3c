"""What reaches a screen (events), and what it asks for (effects): plain values."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Final, NamedTuple

from studycli.core.moment import Moment


class Size(NamedTuple):
    """The window, in cells."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key by name: a character (``"q"``, ``"@"``), or ``enter space escape up down left right pageup
    pagedown home end backspace delete tab ctrl-e ctrl-n ctrl-p ctrl-r ctrl-u ctrl-w``. Jamo of a Korean
    keyboard arrive as the letters they stand for.

    ``text`` is what was really typed, for screens that take text down; where one character is several keys, the
    first has it. What comes in one piece and is no key (a paste) has the name ``TYPED``. With ``is_line`` the text is
    a whole line, from where lines are typed and not keys.
    """

    name: str
    moment: Moment
    text: str = ""
    is_line: bool = False


TYPED: Final = "text"
"""The name of a key that is none: it only brings text."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A second went by."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class Continued:
    """The program was stopped, as by Ctrl-Z, and goes on. A ``Tick`` came just before the stop."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class Resized:
    """The window has a new size; also the first event of a run."""

    size: Size


class Event:
    """Base of results: what an effect brings back."""

    __slots__ = ()


class Effect:
    """Base of what a screen asks the shell to do. The shell finishes it before the next key is read."""

    __slots__ = ()


class OutsideEffect(Effect):
    """An effect that needs the terminal for itself (an editor): the screen is left and drawn again after."""

    __slots__ = ()


class DeferredEffect(Effect):
    """An effect that may take a while: it is carried out once the screen has been drawn, if it is not left before."""

    __slots__ = ()


class Lane(Enum):
    """Background effects of one lane wait for each other: those answered while one types, and those that take long."""

    QUICK = "quick"
    SLOW = "slow"


class BackgroundEffect(Effect):
    """An effect that is carried out beside the screen: keys are read meanwhile, and its result is a later event.

    A newer one of its kind overtakes it: then it brings nothing back. It must not write what may not be lost.
    """

    __slots__ = ()
    lane: ClassVar[Lane] = Lane.QUICK


@dataclass(frozen=True, slots=True)
class Quit(Effect):
    """Leave the program's screens with this exit code."""

    code: int = 0
