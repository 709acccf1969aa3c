"""``studycli check``: every problem of the material, as places that editors jump to."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from studycli.cache import open_cache
from studycli.cli.exits import ExitCode
from studycli.cli.notices import error_text, message_of
from studycli.cli.places import is_installed
from studycli.cli.printing import one_line, print_json
from studycli.cli.wiring import Wiring
from studycli.core.lint.material import Material
from studycli.core.lint.register import FIXABLE, lint
from studycli.core.problems import Problem, Severity
from studycli.errors import MaterialError
from studycli.material.mend import mend
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.shelf import Shelf, open_shelf
from studycli.material.store import holds
from studycli.words.problem_text import describe


class _Look(NamedTuple):
    """What one look at some libraries found: problems of reading, and of the lint by library."""

    structural: tuple[Problem, ...]
    linted: tuple[tuple[Material, list[Problem]], ...]

    @property
    def problems(self) -> list[Problem]:
        return [*self.structural, *(problem for _, found in self.linted for problem in found)]


def check_material(
    wiring: Wiring, paths: Sequence[Path], *, errors_only: bool, fix: bool, as_json: bool
) -> int:
    """Print the problems of the loaded libraries, or of the library folders and files given; 1 if there are any.

    Without paths also, on stderr, what is disputed.
    With ``fix``, those that are left after mending. Advice (severity info) is printed last and does not count.
    Raises MaterialError for what is no library.
    """
    found = [problem for path in paths or (None,) for problem in _found(wiring, path, fix=fix)]
    problems = [problem for problem in found if not errors_only or problem.severity is Severity.ERROR]
    problems.sort(key=_rank)
    if as_json:
        print_json([_described(problem, wiring) for problem in problems], wiring.streams.stdout)
    else:
        _print_lines(problems, wiring)
    if not paths and not errors_only:
        _print_disputes(wiring)
    counts = any(problem.severity is not Severity.INFO for problem in problems)
    return ExitCode.FOUND if counts else ExitCode.FINE


def _rank(problem: Problem) -> tuple[object, ...]:
    """By place, and after those all infos by rule."""
    place = (problem.path, problem.line, problem.column)
    return (True, problem.rule, *place) if problem.severity is Severity.INFO else (False, "", *place)


def _found(wiring: Wiring, path: Path | None, *, fix: bool) -> list[Problem]:
    """The problems of what is loaded, or of the library at ``path``, or of the one file there."""
    today = wiring.clock().at.date()
    with _shelf(wiring, path) as shelf:
        look = _look(shelf, today)
    if fix and any(_is_wanted(problem, path) and problem.rule in FIXABLE for problem in look.problems):
        _mend(wiring, look, path)
        wiring.reopen_shelf()
        with _shelf(wiring, path) as shelf:
            look = _look(shelf, today)
    return [problem for problem in look.problems if _is_wanted(problem, path)]


def _is_wanted(problem: Problem, path: Path | None) -> bool:
    return path is None or path.is_dir() or Path(problem.path).resolve() == path.resolve()


@contextmanager
def _shelf(wiring: Wiring, path: Path | None) -> Iterator[Shelf]:
    """The open libraries, or the one that ``path`` is or is in.

    The user's cache is used for that if it has seen it, for it knows renamed items, and is else left alone.
    """
    if path is None:
        yield wiring.shelf
        return
    whole = path.resolve()
    folder = whole if whole.is_dir() else whole.parent.parent
    if not whole.exists() or not (folder / "content").is_dir():
        raise MaterialError("not_a_library", path=path)
    place = LibraryPlace(folder, Origin.OTHER)
    if (wiring.paths.cache / "cache.db").exists() and holds(wiring.cache, str(folder)):
        yield open_shelf(wiring.cache, [place])
        return
    with TemporaryDirectory() as scratch, closing(open_cache(Path(scratch))) as cache:
        yield open_shelf(cache, [place])


def _look(shelf: Shelf, today: date) -> _Look:
    linted = tuple((material, lint(material)) for material in shelf.materials(today))
    return _Look(shelf.problems, linted)


def _mend(wiring: Wiring, look: _Look, path: Path | None) -> None:
    """Mend, and say on stderr what was mended and what could not be."""
    broken = {problem.path for problem in look.structural}
    for material, found in look.linted:
        wanted = [problem for problem in found if _is_wanted(problem, path)]
        if is_installed(Path(material.path).resolve()):
            error = MaterialError("library_read_only", library=material.library.id)
            _say(wiring, error_text(error, wiring.words))
            continue
        done, refused = mend(material, wanted, broken)
        for mended in done:
            _say(wiring, wiring.words.cli.notice.mended(*mended))
        for error in refused:
            _say(wiring, error_text(error, wiring.words))


def _say(wiring: Wiring, text: str) -> None:
    wiring.streams.stderr.write(f"{one_line(text)}\n")


def _print_disputes(wiring: Wiring) -> None:
    for dispute in wiring.learner.disputes():
        _say(wiring, wiring.words.cli.exam.history.dispute.format(name=dispute.id, text=dispute.text))


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
    severities = [problem.severity for problem in problems]
    counts = (severities.count(severity) for severity in Severity)
    _say(wiring, words.summary(*counts) if problems else words.no_problems)
