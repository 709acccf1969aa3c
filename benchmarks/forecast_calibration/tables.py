"""Forecasts against exams, in numbers and as tables of Markdown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev
from typing import Final

from benchmarks.exam_day.course import Estimate
from benchmarks.forecast_calibration.pupils import Custom

HEAD: Final = (
    "forecasts",
    "in the 80% range",
    "below",
    "above",
    "bias",
    "error",
    "width",
    "Brier",
    "base rate",
)
_MARKS: Final = ("<!-- table -->", "<!-- /table -->")


@dataclass(frozen=True, slots=True)
class Compared:
    """One forecast and what came of it; scores on the scale of the exam."""

    estimate: Estimate
    population: str
    custom: Custom
    horizon: int
    expected: int
    low: int
    high: int
    pass_probability: float
    score: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How a group of forecasts did.

    ``bias``: expected less real score, with its standard error. ``error``: root mean square. ``brier``: of the
    chance of passing; ``base_rate``: the same for one who always says the share of the group that passes.
    """

    count: int
    within: float
    below: float
    above: float
    bias: float
    bias_error: float
    error: float
    width: float
    brier: float
    base_rate: float

    @property
    def within_error(self) -> float:
        """The standard error of ``within``."""
        return sqrt(self.within * (1 - self.within) / self.count)


def summary_of(group: Sequence[Compared]) -> Summary:
    """The numbers of a group of two or more."""
    off = [each.expected - each.score for each in group]
    passing = fmean(each.passed for each in group)
    return Summary(
        len(group),
        fmean(each.low <= each.score <= each.high for each in group),
        fmean(each.score < each.low for each in group),
        fmean(each.score > each.high for each in group),
        fmean(off),
        stdev(off) / sqrt(len(off)),
        sqrt(fmean(each**2 for each in off)),
        fmean(each.high - each.low for each in group),
        fmean((each.pass_probability - each.passed) ** 2 for each in group),
        passing * (1 - passing),
    )


def table(
    compared: Sequence[Compared], name: str, groups: Iterable[tuple[str, Callable[[Compared], bool]]]
) -> Iterator[str]:
    """Rows of Markdown, one a group; ``name`` heads the first column."""
    yield _row((name, *HEAD))
    yield _row(("---", *["---:"] * len(HEAD)))
    for label, belongs in groups:
        yield _row((label, *_cells(summary_of([each for each in compared if belongs(each)]))))


def put_in(page: str, lines: Iterable[str]) -> str:
    """The page with these lines between its marks."""
    before, _, rest = page.partition(_MARKS[0])
    _, _, after = rest.partition(_MARKS[1])
    return before + "\n".join((_MARKS[0], *lines, _MARKS[1])) + after


def _cells(found: Summary) -> tuple[str, ...]:
    return (
        str(found.count),
        f"{found.within:.1%} ± {100 * found.within_error:.1f}",
        f"{found.below:.1%}",
        f"{found.above:.1%}",
        f"{found.bias:+.1f} ± {found.bias_error:.1f}",
        f"{found.error:.0f}",
        f"{found.width:.0f}",
        f"{found.brier:.3f}",
        f"{found.base_rate:.3f}",
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
