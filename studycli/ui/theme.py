"""The styles of the roles as Rich and prompt_toolkit want them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rich.color import Color, ColorSystem
from rich.style import Style

from studycli.ui.roles import STYLES, Role, chosen_name

__all__ = ["THEMES", "Role", "Theme", "choose_theme", "to_pt_style"]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A style for every role."""

    name: str
    styles: Mapping[Role, Style]

    def __getitem__(self, role: Role) -> Style:
        """The style of ``role``."""
        return self.styles[role]


def _theme(name: str) -> Theme:
    return Theme(name, MappingProxyType({role: Style.parse(text) for role, text in STYLES[name].items()}))


THEMES: Mapping[str, Theme] = MappingProxyType({name: _theme(name) for name in STYLES})
"""The themes by the name that configuration gives them."""


def choose_theme(name: str, environ: Mapping[str, str]) -> Theme:
    """The theme called ``name``, without colours if NO_COLOR is set; KeyError if unknown."""
    return THEMES[chosen_name(name, environ)]


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
