"""What a command says beside its result: one line on stderr for material or log lines that could not be used."""

from typing import TYPE_CHECKING

from studycli.cli.printing import one_line
from studycli.errors import StudyError
from studycli.ui.text import clean
from studycli.words.model import Words

if TYPE_CHECKING:
    from studycli.cli.wiring import Wiring
    from studycli.core.problems import Problem


def print_notices(wiring: "Wiring") -> None:
    """One line for the problems of the material, one for lines of the log that are no events."""
    problems, foreign = wiring.shelf.problems, wiring.learner.foreign_lines
    if problems:
        _say(wiring, wiring.words.cli.notice.problems(len(problems), place_of(problems[0])))
    if foreign:
        path, line = foreign[0]
        _say(wiring, wiring.words.cli.notice.foreign(len(foreign), f"{path}:{line}"))


def error_text(error: StudyError, words: Words) -> str:
    """What an expected error says."""
    template: str = getattr(words.errors, error.message_id)
    return template.format(**error.params)


def place_of(problem: "Problem") -> str:
    """``path:line:column``, as editors read it."""
    return f"{clean(problem.path)}:{problem.line}:{problem.column}"


def message_of(problem: "Problem", words: Words) -> str:
    """What a problem says, on one line."""
    from studycli.words.problem_text import message  # noqa: PLC0415 - most runs have no problem to tell

    return one_line(message(problem.rule, problem.params, words.problems))


def _say(wiring: "Wiring", text: str) -> None:
    wiring.streams.stderr.write(f"{clean(text)}\n")
