"""Styled text for lines that are printed and stay, where importing Rich would take longer than the rest of the run."""

from collections.abc import Mapping
from typing import Final

from studycli.ui.roles import STYLES, Role, chosen_name

_CODES: Final[Mapping[str, int]] = {
    "bold": 1,
    "dim": 2,
    "italic": 3,
    "underline": 4,
    "reverse": 7,
    "strike": 9,
    "black": 30,
    "red": 31,
    "green": 32,
    "yellow": 33,
    "blue": 34,
    "magenta": 35,
    "cyan": 36,
    "white": 37,
}
"""The parameters of SGR (ECMA-48, 8.3.117) by the words of ``ui.roles``."""


class Plain:
    """Leaves text as it is."""

    def __call__(self, _: Role, text: str) -> str:
        """``text``."""
        return text


class Painted(Plain):
    """Paints text in the styles of a theme."""

    def __init__(self, theme: str, environ: Mapping[str, str]) -> None:
        styles = STYLES[chosen_name(theme, environ)]
        self._codes = {
            role: ";".join(str(_CODES[word]) for word in style.split() if word != "none")
            for role, style in styles.items()
        }

    def __call__(self, role: Role, text: str) -> str:
        """``text`` as the role looks."""
        code = self._codes[role]
        return f"\x1b[{code}m{text}\x1b[0m" if code and text else text
