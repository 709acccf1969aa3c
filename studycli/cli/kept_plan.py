"""The plan by prices in the cache: what the sessions of a day need, and the prices that the next plan starts from."""

from array import array
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from studycli.cli.plan_cache import Mark, Part, PlanCache, mark
from studycli.core.memory import CardState
from studycli.planner.dual.kept import DayValues
from studycli.planner.greedy import Worth

if TYPE_CHECKING:
    from studycli.planner.ahead import Solved
    from studycli.planner.dual.plan import Prices

_PRICES: Final = "prices"
_PACE: Final = "prices' pace"
_LOG: Final = "prices' log"

Valued = tuple[str, CardState, Worth]
"""A card seen before, the state it was valued in, and its worth."""


class KeptDay(NamedTuple):
    """A day of the plan: its ``values``, the worths of the cards seen before it, and the states they hold for."""

    values: DayValues
    worths: Mapping[str, Worth]
    marks: Mapping[str, Mark]

    def covers(self, states: Mapping[str, CardState], day: date, cards: Collection[str]) -> bool:
        """Whether every one of the ``cards`` that was answered before ``day`` is as it was when it was valued."""
        marks = self.marks
        return all(
            marks.get(card) == mark(state) or card not in cards
            for card, state in states.items()
            if state.last_day is not None and state.last_day < day
        )


def day_parts(day: date, values: DayValues, cards: Sequence[Valued], made_from: str) -> dict[str, Part]:
    """A day of the plan as parts of the cache, by their names; all of them are kept, or none."""
    levels = [str(level) for level in range(len(values.weights))]
    same = (values.days_left, values.columns)
    columns = [values.weights, *zip(*values.new, strict=True), *([number] * len(levels) for number in same)]
    tables = [*values.passed, *values.first_failed, *values.lapsed]
    cells = [str(cell) for cell in range(len(tables[0]))]
    worths = zip(*((*mark(state), *worth) for _, state, worth in cards), strict=True)
    return {
        _levels(day): Part(made_from, levels, [array("d", column) for column in columns]),
        _cells(day): Part(made_from, cells, tables),
        _worths(day): Part(made_from, [card for card, _, _ in cards], [array("d", each) for each in worths]),
    }


def kept_day(cache: PlanCache, day: date, made_from: str) -> KeptDay | None:
    """A day of the plan, if it was made from the same."""
    levels, cells = cache.part(_levels(day), made_from), cache.part(_cells(day), made_from)
    if levels is None or cells is None:
        return None
    weights, gains, seconds, days_left, columns = levels.columns
    count, tables = len(weights), cells.columns
    new = list(map(Worth, gains, seconds))
    passed, first_failed, lapsed = (tables[at : at + count] for at in range(0, 3 * count, count))
    values = DayValues(int(days_left[0]), int(columns[0]), weights, new, passed, first_failed, lapsed)
    return KeptDay(values, *_seen(cache.part(_worths(day), made_from)))


def _seen(part: Part | None) -> tuple[dict[str, Worth], dict[str, Mark]]:
    if part is None:
        return {}, {}
    *marks, gains, seconds = part.columns
    return (
        dict(zip(part.cards, map(Worth, gains, seconds), strict=True)),
        dict(zip(part.cards, zip(*marks, strict=True), strict=True)),
    )


def log_part(day: date, size: int) -> dict[str, Part]:
    """How long the log was when the plan was made on ``day``: a sign that nothing came since."""
    return {_LOG: Part(str(size), [day.isoformat()], [])}


def is_kept(cache: PlanCache, day: date, made_from: str, log_size: int) -> bool:
    """Whether a day of the plan is there, made from the same and from all of the log."""
    parts = cache.part(_LOG, str(log_size)), cache.part(_levels(day), made_from)
    return None not in parts


def prices_parts(day: date, prices: "Prices", pace: float, exam: date, made_from: str) -> dict[str, Part]:
    """Prices from ``day`` on, and the pace that they were made for, from the same as ``made_from``."""
    days = [(day + timedelta(days=at)).isoformat() for at in range(len(prices.per_s))]
    return {
        _PRICES: Part(exam.isoformat(), days, [array("d", prices.per_s)]),
        _PACE: Part(made_from, days[:1], [array("d", [pace])]),
    }


def kept_prices(cache: PlanCache, day: date, exam: date, made_from: str) -> "Solved | None":
    """The prices kept for this exam, in days from ``day``; with their pace if they were made from the same."""
    part, pace = cache.part(_PRICES, exam.isoformat()), cache.part(_PACE, made_from)
    if part is None:
        return None
    from studycli.planner.ahead import Solved  # noqa: PLC0415 - numpy
    from studycli.planner.dual.plan import Prices  # noqa: PLC0415

    prices = Prices((date.fromisoformat(part.cards[0]) - day).days, tuple(part.columns[0]))
    return Solved(prices, pace.columns[0][0] if pace is not None and pace.cards == part.cards[:1] else None)


def _levels(day: date) -> str:
    return f"{day.isoformat()} levels"


def _cells(day: date) -> str:
    return f"{day.isoformat()} cells"


def _worths(day: date) -> str:
    return f"{day.isoformat()} worths"
