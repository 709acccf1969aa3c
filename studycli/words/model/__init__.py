"""The shape of the texts: one dataclass per part of the program. Templates name their parameters."""

from typing import NamedTuple

from studycli.words.model.cli import CliWords
from studycli.words.model.errors import ErrorWords
from studycli.words.model.problems import ProblemWords
from studycli.words.model.screens import ScreenWords


class Words(NamedTuple):
    """All texts of one language."""

    language: str
    errors: ErrorWords
    problems: ProblemWords
    cli: CliWords
    screens: ScreenWords
