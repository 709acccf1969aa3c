"""How everything looks to this person: texts, theme, language of the material."""

from dataclasses import dataclass

from studycli.ui.theme import Theme
from studycli.words.model import Words


@dataclass(frozen=True, slots=True)
class Look:
    """``language`` is the one the material is shown in."""

    words: Words
    theme: Theme
    language: str
