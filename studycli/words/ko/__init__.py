"""Korean texts."""

from studycli.words.ko.cli import CLI
from studycli.words.ko.errors import ERRORS
from studycli.words.ko.problems import PROBLEMS
from studycli.words.ko.screens import SCREENS
from studycli.words.model import Words

WORDS = Words(language="ko", errors=ERRORS, problems=PROBLEMS, cli=CLI, screens=SCREENS)
