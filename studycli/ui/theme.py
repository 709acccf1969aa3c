"""What a piece of text is for, and how that looks.

Only the terminal's own 16 colours, and of these only such as can be read on light and on dark grounds; most is said by
attributes. A colour never carries a meaning alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from rich.color import Color, ColorSystem
from rich.style import Style


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


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A style for every role."""

    name: str
    styles: Mapping[Role, Style]

    def __getitem__(self, role: Role) -> Style:
        """The style of ``role``."""
        return self.styles[role]


_ATTRIBUTES = {
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
}
_COLOURED = _ATTRIBUTES | {
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
}


def _theme(name: str, styles: Mapping[Role, str]) -> Theme:
    return Theme(name, MappingProxyType({role: Style.parse(text) for role, text in styles.items()}))


THEMES: Mapping[str, Theme] = MappingProxyType(
    {"auto": _theme("auto", _COLOURED), "mono": _theme("mono", _ATTRIBUTES)}
)
"""The themes by the name that configuration gives them."""


def choose_theme(name: str, environ: Mapping[str, str]) -> Theme:
    """The theme called ``name``, without colours if NO_COLOR is set (https://no-color.org); KeyError if unknown."""
    theme = THEMES[name]
    return THEMES["mono"] if environ.get("NO_COLOR") else theme


_PT_COLOURS = (
    *("ansiblack", "ansired", "ansigreen", "ansiyellow", "ansiblue", "ansimagenta", "ansicyan", "ansigray"),
    *("ansibrightblack", "ansibrightred", "ansibrightgreen", "ansibrightyellow"),
    *("ansibrightblue", "ansibrightmagenta", "ansibrightcyan", "ansiwhite"),
)
_PT_ATTRIBUTES = ("bold", "dim", "italic", "underline", "blink", "reverse", "strike")


@lru_cache(maxsize=256)
def to_pt_style(style: Style) -> str:
    """The same style in the words of prompt_toolkit; links and other meta data are left out."""
    parts = [_pt_colour(style.color)] if style.color else []
    if style.bgcolor:
        parts.append(f"bg:{_pt_colour(style.bgcolor)}")
    parts.extend(name for name in _PT_ATTRIBUTES if getattr(style, name))
    return " ".join(parts)


def _pt_colour(color: Color) -> str:
    number = color.downgrade(ColorSystem.STANDARD).number
    return "default" if number is None else _PT_COLOURS[number]
