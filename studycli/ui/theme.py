"""The styles of the roles as Rich wants them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rich.style import Style

from studycli.ui.roles import STYLES, Role, chosen_name

__all__ = ["THEMES", "Role", "Theme", "choose_theme"]


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
