"""English texts."""

from studycli.words.en.cli import CLI
from studycli.words.en.errors import ERRORS
from studycli.words.en.problems import PROBLEMS
from studycli.words.en.screens import SCREENS
from studycli.words.model import Words

WORDS = Words(language="en", errors=ERRORS, problems=PROBLEMS, cli=CLI, screens=SCREENS)
