"""The policies that are compared, by the names the tables use."""

from collections.abc import Callable, Mapping
from typing import Final

from benchmarks.exam_day.anki import AS_SHIPPED, Anki
from benchmarks.exam_day.greedy import Greedy
from benchmarks.exam_day.index_policy import Index
from benchmarks.exam_day.orders import LowestRecall, RoundAndRound
from benchmarks.exam_day.policy import Policy

POLICIES: Final[Mapping[str, Callable[[int], Policy]]] = {
    "anki": lambda rows: Anki([AS_SHIPPED] * rows),
    "round": lambda _: RoundAndRound(),
    "lowest": lambda _: LowestRecall(),
    "greedy": lambda _: Greedy(),
    "index": lambda _: Index(),
}
"""Each makes a policy for so many rows."""
