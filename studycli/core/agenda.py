"""What a plan would take today, card by card, and which of them comes next. Pure numbers: who values cards is outside.

The card that brings most for a second comes first. A failed card comes back after a minute of other cards. Siblings
keep apart for ten answers, not for a day: an entry with many gaps could not be learnt in a week otherwise.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Final, NamedTuple

from studycli.core.queue import Load
from studycli.core.tally import ANSWER_CAP_S

FIRST: Final = math.inf
"""The worth of a card that comes before all others."""

PAUSE_S: Final = 60.0
"""Seconds of other cards before a failed card comes back."""

APART: Final = 10
"""Answers to other cards between two siblings."""

BREAK: Final = timedelta(minutes=10)
"""After it any card may come."""

_UNTIMED_S: Final = 14.0
"""What an answer is taken for whose script gave no time."""


class Item(NamedTuple):
    """A card to take: what a second of it brings, and the expected seconds of an answer."""

    card: str
    entry: str
    per_s: float
    seconds: float
    is_new: bool = False


class Given(NamedTuple):
    """An answer of the day; ``seconds`` is 0 where they are not known."""

    card: str
    entry: str
    at: datetime
    seconds: float


class Agenda(NamedTuple):
    """What may be taken, best first, and the answers given on the day so far, in their order."""

    items: tuple[Item, ...] = ()
    given: tuple[Given, ...] = ()


def ranked(items: Iterable[Item]) -> list[Item]:
    """The items best first; equals stay in the order given."""
    return sorted(items, key=_descending)


def trimmed(items: Iterable[Item], new_limit: int | None, limit: int | None) -> tuple[Item, ...]:
    """The items, at most ``limit`` of them, and of the new ones at most ``new_limit``."""
    if new_limit is None and limit is None:
        return tuple(items)
    kept: list[Item] = []
    new_left = math.inf if new_limit is None else new_limit
    for item in items:
        if limit is not None and len(kept) >= limit:
            break
        if not item.is_new or new_left > 0:
            new_left -= item.is_new
            kept.append(item)
    return tuple(kept)


def placed(items: tuple[Item, ...], item: Item) -> tuple[Item, ...]:
    """The items with one more in its place, behind its equals."""
    at = next((at for at, other in enumerate(items) if other.per_s < item.per_s), len(items))
    return (*items[:at], item, *items[at:])


def without(items: tuple[Item, ...], item: Item) -> tuple[Item, ...]:
    """The items but one."""
    at = items.index(item)
    return (*items[:at], *items[at + 1 :])


def fitting(items: Iterable[Item], seconds: float) -> list[Item]:
    """The items that time is left for; the last one may run over."""
    found = []
    for item in items:
        if seconds <= 0:
            break
        found.append(item)
        seconds -= item.seconds
    return found


def load_of(items: Iterable[Item], seconds: float) -> Load:
    """How much of the items fits ``seconds``."""
    found = fitting(items, seconds)
    new = sum(item.is_new for item in found)
    return Load(len(found) - new, new, min(seconds, sum(item.seconds for item in found)))


def next_of(items: Sequence[Item], given: Sequence[Given], now: datetime) -> Item | None:
    """The best card that need not rest; if all must, the one that rested longest; None if there is none."""
    recent = tuple(takewhile(lambda past: now - past.at < BREAK, reversed(given)))
    rested = (item for item in items if not _must_rest(item, recent))
    return next(rested, None) or max(items, key=lambda item: _rested(item, recent), default=None)


def _descending(item: Item) -> float:
    return -item.per_s


def _must_rest(item: Item, recent: Sequence[Given]) -> bool:
    """Whether a card was failed, or a sibling answered, just now; ``recent`` begins with the last answer."""
    others_s = 0.0
    for place, past in enumerate(recent):
        if past.card == item.card:
            return others_s < PAUSE_S
        if past.entry == item.entry and place < APART:
            return True
        others_s += min(past.seconds, ANSWER_CAP_S) or _UNTIMED_S
    return False


def _rested(item: Item, recent: Sequence[Given]) -> int:
    """Answers since the last one to the card or a sibling."""
    return next((place for place, past in enumerate(recent) if past.entry == item.entry), len(recent))
