"""How far the minutes reach, whatever the schedule: the bound of the index policy for a plan. Imports numpy."""

from studycli.planner.ahead import task_of
from studycli.planner.days import Outset
from studycli.planner.dual.plan import Prices, bound
from studycli.planner.fsrs import Floats


def most_recall(outset: Outset, budgets: Floats, missed: float, before: Prices | None = None) -> float:
    """The weighted recall on the exam day that no schedule exceeds in expectation, as far as memory is as believed.

    With ``budgets`` (T,) seconds, of which a share of the days to come is ``missed``. ``before``: the prices of a
    plan for the same exam, which make it faster. Without days or cards that count it is what is recalled anyway.
    """
    counts = outset.counts
    if not outset.days or not counts.any():
        return float(outset.idle @ counts / counts.sum()) if counts.any() else 0.0
    return bound(task_of(outset, counts, budgets, missed), before) / float(counts.sum())
