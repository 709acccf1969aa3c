"""What today holds when no exam date decides: due cards by lowest recall, then new ones, as far as the time goes."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from studycli.core.cards import CardRef
from studycli.core.memory import NEW_CARD, CardState, Engine, Phase, due_day

REVIEW_S: Final = 14.0
"""Expected seconds of a review, failures and their repeats counted in (fsrs-rs defaults: pass 12, failure 19)."""

NEW_S: Final = 25.0
"""Expected seconds of a new card: a first look of 15 s and the repeats of a third of them."""


@dataclass(frozen=True, slots=True)
class Queue:
    """Cards to take now, by full id. ``due`` begins with the cards that are in their ten-minute step."""

    due: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """All cards, in the order they are taken."""
        return self.due + self.new

    @property
    def seconds(self) -> float:
        """Expected time for all of them."""
        return len(self.due) * REVIEW_S + len(self.new) * NEW_S


def todays_queue(
    refs: Sequence[CardRef],
    states: Mapping[str, CardState],
    day: date,
    engine: Engine,
    retention: float,
    budget_s: float,
    reviewed_today: frozenset[str] = frozenset(),
    new_limit: int | None = None,
    limit: int | None = None,
) -> Queue:
    """The cards of ``day`` that fit ``budget_s`` seconds.

    ``reviewed_today`` keeps siblings of cards already reviewed on this day out. The step cards always come:
    they were begun. Suspended cards and those buried on this day never do.
    """
    waiting = [ref for ref in refs if _is_open(states.get(ref.id, NEW_CARD), day)]
    steps = [ref for ref in waiting if _in_step(states.get(ref.id, NEW_CARD))]
    due = sorted(
        (ref for ref in waiting if _is_due(states.get(ref.id, NEW_CARD), ref.id, day, engine, retention)),
        key=lambda ref: engine.recall(states[ref.id], day),
    )
    fresh = [ref for ref in waiting if states.get(ref.id, NEW_CARD).phase is Phase.NEW]
    taken = _Siblings(refs, reviewed_today)
    chosen_steps = taken.admit(steps)
    chosen_due = _fitting(taken.admit(due), budget_s - REVIEW_S * len(chosen_steps), REVIEW_S)
    room_s = budget_s - REVIEW_S * (len(chosen_steps) + len(chosen_due))
    chosen_new = _fitting(taken.admit(fresh), room_s, NEW_S)[:new_limit]
    first = (chosen_steps + chosen_due)[:limit]
    left = None if limit is None else max(0, limit - len(first))
    return Queue(tuple(first), tuple(chosen_new[:left]))


def cram_queue(
    refs: Sequence[CardRef], states: Mapping[str, CardState], day: date, engine: Engine, limit: int | None
) -> Queue:
    """Every card that is not suspended, lowest recall first, whatever is due."""
    open_refs = [ref for ref in refs if not states.get(ref.id, NEW_CARD).suspended]
    ordered = sorted(open_refs, key=lambda ref: engine.recall(states.get(ref.id, NEW_CARD), day))
    return Queue(due=tuple(_Siblings(refs, frozenset()).admit(ordered)[:limit]))


def _is_open(state: CardState, day: date) -> bool:
    return not state.suspended and state.buried_on != day


def _in_step(state: CardState) -> bool:
    return state.phase in {Phase.LEARNING, Phase.RELEARNING}


def _is_due(state: CardState, card_id: str, day: date, engine: Engine, retention: float) -> bool:
    due = due_day(state, card_id, engine, retention)
    return due is not None and due <= day


def _fitting(ids: list[str], room_s: float, each_s: float) -> list[str]:
    """As many as begin within the room: the last one may run over."""
    return ids[: math.ceil(max(0.0, min(room_s, len(ids) * each_s)) / each_s)]


class _Siblings:
    """Lets one card of each entry through."""

    def __init__(self, refs: Iterable[CardRef], reviewed: frozenset[str]) -> None:
        self._reviewed = reviewed
        self._taken = {ref.entry: ref.id for ref in refs if ref.id in reviewed}

    def admit(self, refs: Iterable[CardRef]) -> list[str]:
        return [ref.id for ref in refs if self._admits(ref)]

    def _admits(self, ref: CardRef) -> bool:
        return ref.id in self._reviewed or self._taken.setdefault(ref.entry, ref.id) == ref.id
