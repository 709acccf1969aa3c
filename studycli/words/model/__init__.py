"""The shape of the texts: one class per part of the program. Templates name their parameters."""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from studycli.words.model.browse import BrowseWords
    from studycli.words.model.cli import CliWords
    from studycli.words.model.errors import ErrorWords
    from studycli.words.model.exam import ExamWords
    from studycli.words.model.finding import FindingWords
    from studycli.words.model.plan import PlanWords
    from studycli.words.model.practice import DisputeWords, PracticeWords, QuestionWords, ReportWords
    from studycli.words.model.problems import ProblemWords
    from studycli.words.model.screens import ScreenWords
    from studycli.words.model.search import SearchWords


class Words:
    """All texts of one language. A part is imported when it is first read: a prompt needs no texts of screens."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def errors(self) -> "ErrorWords":
        """Expected errors."""
        return self._part("errors").ERRORS  # type: ignore[no-any-return]

    @cached_property
    def problems(self) -> "ProblemWords":
        """Problems of material."""
        return self._part("problems").PROBLEMS  # type: ignore[no-any-return]

    @cached_property
    def cli(self) -> "CliWords":
        """Commands."""
        return self._part("cli").CLI  # type: ignore[no-any-return]

    @cached_property
    def screens(self) -> "ScreenWords":
        """Study screens."""
        return self._part("screens").SCREENS  # type: ignore[no-any-return]

    @cached_property
    def search(self) -> "SearchWords":
        """Search."""
        return self._part("search").SEARCH  # type: ignore[no-any-return]

    @cached_property
    def exam(self) -> "ExamWords":
        """The mock exam on the screen."""
        return self._part("exam").EXAM  # type: ignore[no-any-return]

    @cached_property
    def plan(self) -> "PlanWords":
        """The plan."""
        return self._part("plan").PLAN  # type: ignore[no-any-return]

    @cached_property
    def question(self) -> "QuestionWords":
        """One question with its reasons."""
        return self._part("practice").QUESTION  # type: ignore[no-any-return]

    @cached_property
    def practice(self) -> "PracticeWords":
        """Practice."""
        return self._part("practice").PRACTICE  # type: ignore[no-any-return]

    @cached_property
    def report(self) -> "ReportWords":
        """The score report."""
        return self._part("practice").REPORT  # type: ignore[no-any-return]

    @cached_property
    def dispute(self) -> "DisputeWords":
        """Disputes."""
        return self._part("practice").DISPUTE  # type: ignore[no-any-return]

    @cached_property
    def browse(self) -> "BrowseWords":
        """Lists of topics and notes."""
        return self._part("browse").BROWSE  # type: ignore[no-any-return]

    @cached_property
    def finding(self) -> "FindingWords":
        """Searching while typing."""
        return self._part("finding").FINDING  # type: ignore[no-any-return]

    def _part(self, name: str) -> Any:
        return import_module(f"studycli.words.{self.language}.{name}")
