"""What a policy is, and what it is shown."""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.exam_day.learnt import Learnt
from studycli.planner.belief import Belief
from studycli.planner.bulk import Deck
from studycli.planner.fsrs import Floats, Parameters

Rows = NDArray[np.int64]
Flags = NDArray[np.bool_]

STOP: Final = -1
"""In place of a card: nothing more today."""


@dataclass(slots=True)
class View:
    """What is known to a scheduler. Arrays are (rows, cards), or (rows,); those of ``w`` and ``belief`` (rows, 1).

    ``weights``: (cards,), what each card counts in the exam, 1 on the mean. The arrays of ``deck`` and ``reviews``
    are the running ones: they change with each answer, and are not to be written to. ``w`` stays; ``belief`` is
    another one after each answer.
    """

    day: int
    exam: int
    budget_s: float
    weights: Floats
    w: Parameters
    learnt: Learnt
    deck: Deck
    reviews: NDArray[np.int64]
    left_s: Floats
    clock_s: Floats
    studying: Flags

    @property
    def belief(self) -> Belief:
        """What the answers so far say of every learner's habits."""
        return self.learnt.belief


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one step: ``rows`` that answered, and for each its card and its grade (0 again to 3 easy)."""

    rows: Rows
    cards: Rows
    grades: Rows


class Policy(Protocol):
    """Chooses the next card of every learner; see the package for when each method is called."""

    def begin(self, view: View) -> None:
        """Get ready for the course."""

    def begin_day(self, view: View) -> None:
        """Get ready for the sessions of ``view.day``."""

    def choose(self, view: View) -> Rows:
        """A card for each row, or ``STOP``."""

    def answered(self, view: View, answers: Answers) -> None:
        """Take note of the answers, which are in ``view`` already."""
