"""How well some cards are known together."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from studycli.core.memory import NEW_CARD, CardState, Engine


class Knowledge(NamedTuple):
    """How many cards there are, how many were seen, and the mean chance of recall, which is 0 for one never seen.

    ``recall`` is None where there are no cards.
    """

    cards: int
    seen: int
    recall: float | None


def knowledge(cards: Sequence[str], states: Mapping[str, CardState], day: date, engine: Engine) -> Knowledge:
    """How well the cards (by full id) are known on ``day``."""
    known = [states.get(card, NEW_CARD) for card in cards]
    seen = sum(state.last_day is not None for state in known)
    recall = sum(engine.recall(state, day) for state in known) / len(known) if known else None
    return Knowledge(len(known), seen, recall)
