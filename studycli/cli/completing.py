"""What can stand at the cursor of a command line: decisions on the tree of commands, without its parser.

``docs/make_completion.py`` writes the trees, one for each language, from the commands themselves.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, NamedTuple

from studycli.cli.completion_scripts import SCRIPTS
from studycli.cli.configuration import CHOICES, KEYS
from studycli.core.settings import WEEKDAYS

FILES: Final = ":files"
"""Stands for the names of files, which the shell itself knows; no candidate begins with a colon."""


class Candidate(NamedTuple):
    """What can be put at the cursor, and what it is."""

    value: str
    text: str = ""


class Sort(Enum):
    """What the cache knows names of."""

    TOPIC = "topic"
    NOTE = "note"
    CARD = "card"
    ITEM = "item"
    BLUEPRINT = "blueprint"
    DOMAIN = "domain"
    LIBRARY = "library"
    ATTEMPT = "attempt"


Names = Callable[[Sort, str], Iterable[Candidate]]
"""The names of a sort that begin with a text."""

Takes = Sort | tuple[str, ...]

_OF_OPTION: Final[Mapping[str, Takes]] = {
    "--topic": Sort.TOPIC,
    "--note": Sort.NOTE,
    "--tests": Sort.CARD,
    "--library": Sort.LIBRARY,
    "--retake": Sort.ATTEMPT,
    "--domain": Sort.DOMAIN,
    "--weak": Sort.DOMAIN,
    "--days-off": WEEKDAYS,
    "--difficulty": ("easy", "medium", "hard"),
    "--kind": ("note", "card", "question"),
}
_OF_ARGUMENT: Final[Mapping[tuple[str, str], Takes]] = {
    ("grade", "ID"): Sort.CARD,
    ("note", "ID"): Sort.NOTE,
    ("edit", "ID"): Sort.ITEM,
    ("library remove", "ID"): Sort.LIBRARY,
}
_OF_METAVAR: Final[Mapping[str, Takes]] = {
    "BLUEPRINT": Sort.BLUEPRINT,
    "ATTEMPT": Sort.ATTEMPT,
    "GRADE": ("again", "hard", "good", "easy"),
    "SHELL": tuple(SCRIPTS),
    "PATH": (FILES,),
    "FILE": (FILES,),
}


SETTINGS: Final[Mapping[str, Takes]] = {
    **{name: CHOICES.get(name, ()) for name in KEYS},
    "exam-date": (),
    "minutes": (),
    "days-off": WEEKDAYS,
    "retention": (),
    "blueprint": Sort.BLUEPRINT,
    "parameters": ("fit",),
}
"""What ``config`` sets, and the values it takes where they are few."""


class Option(NamedTuple):
    """An option: the name of its value (None: it takes none), its help, whether it may be repeated."""

    metavar: str | None
    text: str
    many: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its help, its options by name, the names of its arguments, the commands below it."""

    text: str
    options: Mapping[str, Option]
    arguments: tuple[str, ...]
    commands: "Mapping[str, Command]"


def command_of(tree: Mapping[str, Any]) -> Command:
    """The command that a tree was written from."""
    return Command(
        tree["text"],
        {name: Option(*option) for name, option in tree["options"].items()},
        tuple(tree["arguments"]),
        {name: command_of(below) for name, below in tree["commands"].items()},
    )


class _Line:
    """The words before the cursor, as far as they were understood."""

    def __init__(self, program: Command) -> None:
        self.program = self.command = program
        self.path: tuple[str, ...] = ()
        self.given: list[str] = []
        self.used: set[str] = set()
        self.awaiting: str | None = None
        self.only_arguments = False
        self.lost = False

    def option(self, name: str) -> Option | None:
        """An option of the command, or of the program, which may stand anywhere."""
        return self.command.options.get(name) or self.program.options.get(name)

    def take(self, word: str) -> None:
        """Go on by one word."""
        if self.awaiting is not None:
            self.awaiting = None
        elif self.only_arguments or not word.startswith("-") or word == "-":
            self._take_argument(word)
        elif word == "--":
            self.only_arguments = True
        else:
            name, equals, _ = word.partition("=")
            option = self.option(name)
            self.used.add(name)
            if option is not None and option.metavar is not None and not equals:
                self.awaiting = name

    def _take_argument(self, word: str) -> None:
        if not self.command.commands:
            self.given.append(word)
        elif word in self.command.commands:
            self.command = self.command.commands[word]
            self.path = (*self.path, word)
        else:
            self.lost = True


def candidates(program: Command, words: Sequence[str], names: Names) -> list[Candidate]:
    """What can stand for the last of ``words``, which follow the name of the program."""
    *before, current = _joined(words) or [""]
    line = _Line(program)
    for word in before:
        line.take(word)
    if line.lost:
        return []
    if line.awaiting is not None:
        return _values(line, line.awaiting, current, names)
    if current.startswith("-") and not line.only_arguments:
        name, equals, start = current.partition("=")
        if not equals:
            return _options(line, current)
        return [each._replace(value=f"{name}={each.value}") for each in _values(line, name, start, names)]
    if line.command.commands:
        found = (Candidate(name, below.text) for name, below in line.command.commands.items())
        return [each for each in found if each.value.startswith(current)]
    return _arguments(line, current, names)


def _joined(words: Sequence[str]) -> list[str]:
    """The words without the ``=`` that bash sets apart: ``--topic = dyn``."""
    return [word for place, word in enumerate(words) if not _is_set_apart(words, place)] + (
        [""] if words and _is_set_apart(words, len(words) - 1) else []
    )


def _is_set_apart(words: Sequence[str], place: int) -> bool:
    return place > 0 and words[place] == "=" and words[place - 1].startswith("--")


def _options(line: _Line, start: str) -> list[Candidate]:
    known = {**line.command.options, **line.program.options}
    return [
        Candidate(name, option.text)
        for name, option in known.items()
        if name.startswith(start) and (option.many or name not in line.used)
    ]


def _values(line: _Line, name: str, start: str, names: Names) -> list[Candidate]:
    option = line.option(name)
    if option is None or option.metavar is None:
        return []
    return _found(_OF_OPTION.get(name) or _of_metavar(option.metavar), start, names)


def _arguments(line: _Line, start: str, names: Names) -> list[Candidate]:
    listed, place = line.command.arguments, len(line.given)
    if place >= len(listed) and not (listed and listed[-1].endswith("...")):
        return []
    metavar = listed[min(place, len(listed) - 1)]
    if line.path == ("config",):
        return _found(_of_setting(line.given), start, names)
    return _found(_OF_ARGUMENT.get((" ".join(line.path), metavar)) or _of_metavar(metavar), start, names)


def _of_setting(given: Sequence[str]) -> Takes:
    return SETTINGS.get(given[0], ()) if given else tuple(SETTINGS)


def _of_metavar(metavar: str) -> Takes:
    """``ko|en`` are its own values."""
    return _OF_METAVAR.get(metavar.removesuffix("...")) or (
        tuple(metavar.split("|")) if "|" in metavar else ()
    )


def _found(takes: Takes, start: str, names: Names) -> list[Candidate]:
    if isinstance(takes, Sort):
        return list(names(takes, start))
    return [Candidate(value) for value in takes if value.startswith(start) or value == FILES]
