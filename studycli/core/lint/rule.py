"""What a rule is: a name, how bad it is to break it, and the function that finds where it is broken."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from studycli.core.lint.material import Material, Place
from studycli.core.problems import Severity


class Hit(NamedTuple):
    """A broken rule: the place, and what its text needs."""

    place: Place
    params: Mapping[str, object]


class Rule(NamedTuple):
    """One rule. ``fixable`` ones are mended by ``check --fix``; ``of_whole`` ones need every file of the library."""

    name: str
    severity: Severity
    check: Callable[[Material], Iterable[Hit]]
    fixable: bool = False
    of_whole: bool = False


def figure(number: float) -> str:
    """A number for a message: a few digits, nothing behind a whole one."""
    return f"{number:.3g}"
