"""States and decks that the tests of the planner share."""

from datetime import date, timedelta

import numpy as np
from hypothesis import strategies as st

from studycli.core.memory import NEW_CARD, CardState, Phase
from studycli.planner import bulk

EXAM = date(2026, 12, 24)
TODAY = date(2026, 12, 3)
PHASES = {
    Phase.NEW: bulk.NEW,
    Phase.LEARNING: bulk.LEARNING,
    Phase.REVIEW: bulk.REVIEW,
    Phase.RELEARNING: bulk.RELEARNING,
}


def held(phase: Phase, stability_days: float, difficulty: float = 5.0, days_ago: int = 3) -> CardState:
    """A state as of ``TODAY``."""
    if phase is Phase.NEW:
        return NEW_CARD
    return CardState(phase, stability_days, difficulty, TODAY - timedelta(days=days_ago))


def deck_of(states: list[CardState]) -> bulk.Deck:
    """The same cards as arrays, days counted from ``TODAY``."""
    return bulk.Deck(
        np.array([PHASES[state.phase] for state in states], np.int8),
        np.array([state.stability_days or 1.0 for state in states]),
        np.array([state.difficulty or 5.0 for state in states]),
        np.array([(state.last_day - TODAY).days if state.last_day else 0 for state in states]),
    )


states = st.builds(
    held,
    st.sampled_from(list(Phase)),
    st.floats(0.01, 3000.0),
    st.floats(1.0, 10.0),
    st.integers(0, 400),
)
