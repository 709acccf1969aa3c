"""Measures the forecast and writes the tables into docs/forecast.md: ``make bench-forecast``. A quarter of an hour.

``--by-prices`` writes those of sessions that follow prices, beside greedy ones of the same learners; as long.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from benchmarks.exam_day.course import Estimate
from benchmarks.forecast_calibration.courses import DAYS, HORIZONS, Case, Sessions, cases
from benchmarks.forecast_calibration.examinees import Population
from benchmarks.forecast_calibration.pupils import Custom, date_of
from benchmarks.forecast_calibration.tables import Compared, paired_table, put_in, summary_of, table
from studycli.cache import open_cache
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.shelf import open_shelf
from studycli.planner.forecast.level import DEFAULTS_PRIOR, FITTED_PRIOR
from studycli.planner.forecast.make import forecast_of
from studycli.planner.forecast.values import Ground

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "forecast.md"
EXAM: Final = "aws-serverless/saa-c03"
SEED: Final = 2026
"""Not a seed that the constants of the model were chosen on (1 and 2)."""

EACH: Final = 40
PRICED_EACH: Final = 12
"""By prices a learner takes four times as long. These are the first of those of the main tables."""

MAIN: Final = "main"
PRIORS: Final = {Estimate.FITTED: FITTED_PRIOR, Estimate.DEFAULT: DEFAULTS_PRIOR}
TITLES: Final = {
    Estimate.FITTED: "Own parameters",
    Estimate.DEFAULT: "FSRS-6's defaults",
}
POPULATIONS: Final = {
    MAIN: Population(),
    "weaker by half a logit": Population(skill_mean=-0.5, every=5),
    "stronger by half a logit": Population(skill_mean=0.5, every=5),
    "half the spread": Population(skill_scale=0.33, topic_scale=0.18, every=5),
    "the spread half as wide again": Population(skill_scale=1.0, topic_scale=0.53, every=5),
}
PROMISED: Final = (14, 7, 1)
"""Days before the exam for which the aims hold; further off there is a row of the main tables."""

WITHIN: Final = (0.76, 0.84)
MOST_BIAS: Final = 10.0
LEAST: Final = 700
CUSTOMS: Final = {
    Custom.NOTHING: "neither mocks nor practice",
    Custom.PRACTICE: "practice, 5 questions every third day",
    Custom.MOCKS: "mocks at D-15, D-8 and D-3",
    Custom.BOTH: "a mock at D-20, then 10 questions a day in the last week",
}

Belongs = Callable[[Compared], bool]


def main() -> int:
    """Print and write the tables; 1 if a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast_calibration", description=__doc__)
    parser.add_argument("--by-prices", action="store_true", help="the tables of sessions that follow prices")
    ground = ground_of(ROOT)
    if parser.parse_args().by_prices:
        write(by_prices(ground), "priced")
        return 0
    compared = [
        compare(ground, case)
        for estimate, populations in (
            (Estimate.FITTED, POPULATIONS),
            (Estimate.DEFAULT, {MAIN: Population()}),
        )
        for case in cases(ground, populations, EACH, SEED, estimate=estimate)
    ]
    write(tables(compared), "table")
    groups = [at(estimate, MAIN, days) for estimate in Estimate for days in PROMISED]
    return int(any(is_missed([each for each in compared if group(each)]) for group in groups))


def by_prices(ground: Ground) -> Iterator[str]:
    """Main tables of sessions that follow prices, and how they differ from greedy ones of the same learners."""
    priced, greedy = (
        [
            compare(ground, case)
            for estimate in Estimate
            for case in cases(
                ground, {MAIN: Population()}, PRICED_EACH, SEED, estimate=estimate, sessions=sessions
            )
        ]
        for sessions in (Sessions.PRICED, Sessions.GREEDY)
    )
    yield from main_tables(priced, "{}, by prices")
    pairs = list(zip(priced, greedy, strict=True))
    for estimate, title in TITLES.items():
        yield ""
        yield from paired_table(pairs, f"{title}, by prices less greedy", mornings(estimate))
    yield ""


def write(lines: Iterable[str], part: str) -> None:
    """Print these lines, and put them into their part of the page."""
    kept = list(lines)
    print("\n".join(kept))
    PAGE.write_text(put_in(PAGE.read_text(encoding="utf-8"), kept, part), encoding="utf-8")


def ground_of(folder: Path) -> Ground:
    """The library of the project."""
    with tempfile.TemporaryDirectory() as scratch, closing(open_cache(Path(scratch))) as cache:
        shelf = open_shelf(cache, [LibraryPlace(folder, Origin.OTHER)])
        return Ground(shelf.question_refs(), shelf.refs(), shelf.blueprints()[EXAM])


def compare(ground: Ground, case: Case) -> Compared:
    """Forecast from what was known, and look at the exam."""
    prior = PRIORS[case.estimate]
    found = forecast_of(ground, case.prospect, case.answers, case.day, date_of(DAYS), prior=prior)
    if found is None:
        raise TypeError("nothing can be forecast from this library")
    return Compared(
        case.estimate,
        case.population,
        case.custom,
        case.horizon,
        found.expected_score,
        found.low,
        found.high,
        found.pass_probability,
        case.score,
        case.score >= ground.blueprint.pass_mark,
    )


def is_missed(group: Sequence[Compared]) -> bool:
    """Whether the forecasts of a horizon are too few, or not what they promise."""
    found = summary_of(group)
    return found.count < LEAST or not WITHIN[0] <= found.within <= WITHIN[1] or abs(found.bias) > MOST_BIAS


def tables(compared: Sequence[Compared]) -> Iterator[str]:
    """The main tables, the same by what was known, and other populations."""
    yield from main_tables(compared, "{}")
    for days in PROMISED:
        yield ""
        yield from table(
            compared, f"D-{days}", [(text, by(custom, days)) for custom, text in CUSTOMS.items()]
        )
    for days in PROMISED:
        others = [(f"{name}", at(Estimate.FITTED, name, days)) for name in POPULATIONS if name != MAIN]
        yield ""
        yield from table(compared, f"Others, D-{days}", others)
    yield ""


def main_tables(compared: Sequence[Compared], name: str) -> Iterator[str]:
    """All horizons by what is known of the memory, whose title ``name`` has a place for."""
    for estimate, title in TITLES.items():
        yield ""
        yield from table(compared, name.format(title), mornings(estimate))


def mornings(estimate: Estimate) -> list[tuple[str, Belongs]]:
    """Forecasts of the main population by horizon."""
    return [(f"D-{days}", at(estimate, MAIN, days)) for days in HORIZONS]


def at(estimate: Estimate, population: str, days: int) -> Belongs:
    """Forecasts of a population so many days before the exam."""
    return lambda each: (each.estimate, each.population, each.horizon) == (estimate, population, days)


def by(custom: Custom, days: int) -> Belongs:
    """Those with own parameters, of the main population, that come from learners of this custom."""
    return lambda each: at(Estimate.FITTED, MAIN, days)(each) and each.custom is custom


if __name__ == "__main__":
    sys.exit(main())
