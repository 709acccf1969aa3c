"""A problem found in material: where, which rule, and the values its text needs."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

MOST_PROBLEMS: Final = 100
"""Of one file: whoever has more of them reads no further, and a hostile file has no end of them."""


class Severity(StrEnum):
    """How bad a problem is: an error takes its file (or reference) out, the others are advice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. ``line`` and ``column`` count from 1; ``rule`` names a text of ``words.problems``."""

    path: str
    line: int
    column: int
    rule: str
    severity: Severity = Severity.ERROR
    params: dict[str, object] = field(default_factory=dict)
