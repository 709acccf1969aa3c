"""``studycli check``: every problem of the material, as places that editors jump to."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from studycli.cache import open_cache
from studycli.cli.exits import ExitCode
from studycli.cli.notices import message_of
from studycli.cli.printing import print_json
from studycli.cli.wiring import Wiring
from studycli.core.problems import Problem, Severity
from studycli.errors import MaterialError
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.shelf import open_shelf
from studycli.words.problem_text import describe


def check_material(wiring: Wiring, paths: Sequence[Path], *, errors_only: bool, as_json: bool) -> int:
    """Print the problems of the loaded libraries, or of the library folders and files given; 1 if there are any.

    Advice (severity info) is printed and does not count. Raises MaterialError for what is no library.
    """
    found = [problem for path in paths for problem in _problems_at(path)] if paths else wiring.shelf.problems
    problems = [problem for problem in found if not errors_only or problem.severity is Severity.ERROR]
    if as_json:
        print_json([_described(problem, wiring) for problem in problems], wiring.streams.stdout)
    else:
        _print_lines(problems, wiring)
    counts = any(problem.severity is not Severity.INFO for problem in problems)
    return ExitCode.FOUND if counts else ExitCode.FINE


def _problems_at(path: Path) -> list[Problem]:
    """The problems of a library, or of one file of a library. The user's cache is left alone."""
    whole = path.resolve()
    folder = whole if whole.is_dir() else whole.parent.parent
    if not whole.exists() or not (folder / "content").is_dir():
        raise MaterialError("not_a_library", path=path)
    with TemporaryDirectory() as scratch, closing(open_cache(Path(scratch))) as cache:
        problems = open_shelf(cache, [LibraryPlace(folder, Origin.OTHER)]).problems
    return [problem for problem in problems if whole == folder or Path(problem.path).resolve() == whole]


def _described(problem: Problem, wiring: Wiring) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": message_of(problem, wiring.words),
    }


def _print_lines(problems: Sequence[Problem], wiring: Wiring) -> None:
    words, stdout = wiring.words.cli.notice, wiring.streams.stdout
    for problem in problems:
        stdout.write(
            describe(
                problem.path,
                problem.line,
                problem.column,
                problem.rule,
                problem.params,
                wiring.words.problems,
            )
            + "\n"
        )
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    text = words.summary(errors, len(problems) - errors) if problems else words.no_problems
    wiring.streams.stderr.write(f"{text}\n")
