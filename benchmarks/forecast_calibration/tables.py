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
PAIRED_HEAD: Final = ("pairs", "real score", "expected score", "bias", "points of % in the 80% range")


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
        fmean(map(_is_within, group)),
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


def paired_table(
    pairs: Sequence[tuple[Compared, Compared]],
    name: str,
    groups: Iterable[tuple[str, Callable[[Compared], bool]]],
) -> Iterator[str]:
    """The same of what differs, the first of each pair less the second: means with their standard errors."""
    yield _row((name, *PAIRED_HEAD))
    yield _row(("---", *["---:"] * len(PAIRED_HEAD)))
    for label, belongs in groups:
        own = [(one, other) for one, other in pairs if belongs(one)]
        scores = [float(one.score - other.score) for one, other in own]
        expected = [float(one.expected - other.expected) for one, other in own]
        off = [more - real for more, real in zip(expected, scores, strict=True)]
        within = [100.0 * (_is_within(one) - _is_within(other)) for one, other in own]
        yield _row((label, str(len(own)), *map(_mean, (scores, expected, off, within))))


def put_in(page: str, lines: Iterable[str], part: str) -> str:
    """The page with these lines between the marks of a part."""
    first, last = f"<!-- {part} -->", f"<!-- /{part} -->"
    before, _, rest = page.partition(first)
    _, _, after = rest.partition(last)
    return before + "\n".join((first, *lines, last)) + after


def _is_within(each: Compared) -> bool:
    return each.low <= each.score <= each.high


def _mean(values: Sequence[float]) -> str:
    return f"{fmean(values):+.1f} ± {stdev(values) / sqrt(len(values)):.1f}"


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
