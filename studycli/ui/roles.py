"""What a piece of text is for, and how that looks, in words.

Only the terminal's own 16 colours, and of these only such as can be read on light and on dark grounds; most is said by
attributes. A colour never carries a meaning alone.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a piece of text is for."""

    TITLE = "title"
    MUTED = "muted"
    ACCENT = "accent"
    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"
    RIGHT = "right"
    WRONG = "wrong"
    ERROR = "error"
    FLAG = "flag"
    KEY = "key"
    CODE = "code"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    RULE = "rule"
    SELECTED = "selected"
    STRUCK = "struck"
    MATCH = "match"


_ATTRIBUTES: Final = {
    Role.TITLE: "bold",
    Role.MUTED: "dim",
    Role.ACCENT: "bold",
    Role.AGAIN: "bold",
    Role.HARD: "none",
    Role.GOOD: "bold",
    Role.EASY: "none",
    Role.RIGHT: "bold",
    Role.WRONG: "bold",
    Role.ERROR: "bold",
    Role.FLAG: "bold",
    Role.KEY: "bold",
    Role.CODE: "bold",
    Role.STRONG: "bold",
    Role.EMPHASIS: "underline",
    Role.RULE: "dim",
    Role.SELECTED: "reverse",
    Role.STRUCK: "dim strike",
    Role.MATCH: "bold underline",
}
_COLOURED: Final = _ATTRIBUTES | {
    Role.ACCENT: "cyan",
    Role.AGAIN: "red",
    Role.HARD: "magenta",
    Role.GOOD: "green",
    Role.EASY: "cyan",
    Role.RIGHT: "green",
    Role.WRONG: "red",
    Role.ERROR: "bold red",
    Role.FLAG: "magenta",
    Role.CODE: "cyan",
    Role.MATCH: "bold cyan",
}


STYLES: Final[Mapping[str, Mapping[Role, str]]] = {"auto": _COLOURED, "mono": _ATTRIBUTES}
"""The styles of every role by the name that configuration gives the theme."""


def chosen_name(name: str, environ: Mapping[str, str]) -> str:
    """The theme to use where ``name`` was chosen: one without colours if NO_COLOR is set (https://no-color.org)."""
    return "mono" if environ.get("NO_COLOR") else name
