"""What a learner did, one graded recall at a time: what habits and parameters are learnt from."""

from datetime import date
from typing import NamedTuple

from studycli.core.memory import Grade


class PastReview(NamedTuple):
    """One graded recall that changed a card's state (so no cram). ``seconds`` of thinking, not capped."""

    card: str
    grade: Grade
    day: date
    seconds: float
