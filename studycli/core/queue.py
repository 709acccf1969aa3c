"""What today holds when no exam date decides: due cards by lowest recall, then new ones, as far as the time goes."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from studycli.core.memory import NEW_CARD, CardState, Engine, Phase, due_day
from studycli.core.refs import CardRef

REVIEW_S: Final = 14.0
"""Expected seconds of a review, failures and their repeats counted in (fsrs-rs defaults: pass 12, failure 19)."""

NEW_S: Final = 25.0
"""Expected seconds of a new card: a first look of 15 s and the repeats of a third of them."""


@dataclass(frozen=True, slots=True)
class Queue:
    """Cards to take now, by full id. ``due`` begins with the cards that are in their ten-minute step.

    Those of ``front``, which are in ``due`` or ``new`` too, come before all others.
    """

    due: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    front: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """All cards, in the order they are taken."""
        return tuple(dict.fromkeys(self.front + self.due + self.new)) if self.front else self.due + self.new

    @property
    def seconds(self) -> float:
        """Expected time for all of them."""
        return len(self.due) * REVIEW_S + len(self.new) * NEW_S

    @property
    def load(self) -> "Load":
        """How much that is."""
        return Load(len(self.due), len(self.new), self.seconds)


class Load(NamedTuple):
    """How much there is to do: known cards, new ones, and the expected seconds for all of them."""

    due: int
    new: int
    seconds: float


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
    first: Sequence[str] = (),
) -> Queue:
    """The cards of ``day`` that fit ``budget_s`` seconds.

    ``reviewed_today`` keeps siblings of cards already reviewed on this day out. The step cards always come:
    they were begun. Suspended cards and those buried on this day never do. The cards of ``first``, new ones or
    known ones that need not be due, come in that order before any other.
    """
    waiting = [ref for ref in refs if is_open(states.get(ref.id, NEW_CARD), day)]
    steps = [ref for ref in waiting if _in_step(states.get(ref.id, NEW_CARD))]
    due = sorted(
        (ref for ref in waiting if _is_due(states.get(ref.id, NEW_CARD), ref.id, day, engine, retention)),
        key=lambda ref: engine.recall(states[ref.id], day),
    )
    fresh = [ref for ref in waiting if states.get(ref.id, NEW_CARD).phase is Phase.NEW]
    taken = _Siblings(refs, reviewed_today)
    chosen_steps = taken.admit(steps)
    pulled = _pulled(waiting, first, chosen_steps)
    left = _Left(budget_s - REVIEW_S * len(chosen_steps), new_limit, frozenset(ref.id for ref in fresh))
    front = left.take(taken.admit(pulled))
    behind = frozenset(ref.id for ref in pulled)
    chosen = left.take(taken.admit(ref for ref in due if ref.id not in behind))
    chosen += left.take(taken.admit(ref for ref in fresh if ref.id not in behind))
    return _split([*chosen_steps, *front, *chosen][:limit], left.fresh, frozenset(front))


def cram_queue(
    refs: Sequence[CardRef], states: Mapping[str, CardState], day: date, engine: Engine, limit: int | None
) -> Queue:
    """Every card that is not suspended, lowest recall first, whatever is due."""
    open_refs = [ref for ref in refs if not states.get(ref.id, NEW_CARD).suspended]
    ordered = sorted(open_refs, key=lambda ref: engine.recall(states.get(ref.id, NEW_CARD), day))
    return Queue(due=tuple(_Siblings(refs, frozenset()).admit(ordered)[:limit]))


def is_open(state: CardState, day: date) -> bool:
    """Whether a card takes part on a study day: neither suspended, nor buried on it."""
    # Buried after 04:00 in a session begun before it carries the next study day.
    return not state.suspended and (state.buried_on is None or state.buried_on < day)


def _in_step(state: CardState) -> bool:
    return state.phase in {Phase.LEARNING, Phase.RELEARNING}


def _is_due(state: CardState, card_id: str, day: date, engine: Engine, retention: float) -> bool:
    due = due_day(state, card_id, engine, retention)
    return due is not None and due <= day


def _pulled(waiting: Sequence[CardRef], first: Sequence[str], steps: Sequence[str]) -> list[CardRef]:
    by_id = {ref.id: ref for ref in waiting}
    return [by_id[card] for card in dict.fromkeys(first) if card in by_id and card not in steps]


def _split(cards: list[str], fresh: frozenset[str], front: frozenset[str]) -> Queue:
    return Queue(
        tuple(card for card in cards if card not in fresh),
        tuple(card for card in cards if card in fresh),
        tuple(card for card in cards if card in front),
    )


class _Left:
    """The time that is left, and how many new cards may still come; the last card may run over."""

    def __init__(self, room_s: float, new_limit: int | None, fresh: frozenset[str]) -> None:
        self.fresh = fresh
        self._room_s = room_s
        self._new_left = math.inf if new_limit is None else new_limit

    def take(self, cards: Iterable[str]) -> list[str]:
        return [card for card in cards if self._takes(card)]

    def _takes(self, card: str) -> bool:
        is_new = card in self.fresh
        if self._room_s <= 0 or (is_new and self._new_left <= 0):
            return False
        self._room_s -= NEW_S if is_new else REVIEW_S
        self._new_left -= is_new
        return True


class _Siblings:
    """Lets one card of each entry through."""

    def __init__(self, refs: Iterable[CardRef], reviewed: frozenset[str]) -> None:
        self._reviewed = reviewed
        self._taken = {ref.entry: ref.id for ref in refs if ref.id in reviewed}

    def admit(self, refs: Iterable[CardRef]) -> list[str]:
        return [ref.id for ref in refs if self._admits(ref)]

    def _admits(self, ref: CardRef) -> bool:
        return ref.id in self._reviewed or self._taken.setdefault(ref.entry, ref.id) == ref.id
