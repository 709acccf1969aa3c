"""Anki's scheduler with FSRS: a desired retention, new cards a day, learning steps, reviews due by their dates.

As Anki's manual has it (deck options, studying): cards in a step come first once their minutes are over, then what
is due today, oldest due date first and in random order within it, with the new cards of the day spread among them;
with nothing else left, cards in a step are shown up to 20 minutes ahead. "Hard" on the first step waits for the mean
of it and the next (one and a half times a single step). Intervals are those of FSRS, fuzzed. Anki gets the same
parameters as every other policy here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.exam_day.policy import STOP, Answers, Flags, Rows, View
from studycli.core.memory import MAX_INTERVAL_DAYS
from studycli.planner import fsrs
from studycli.planner.bulk import LEARNING, NEW, RELEARNING, REVIEW
from studycli.planner.fsrs import Floats

LEARN_AHEAD_S: Final = 20 * 60.0
UNLIMITED: Final = 9999
_FILL: Final = 1e6
"""Keys of the queue from here on are not of today's plan; those from twice as much on are reviews ahead."""

_NEVER: Final = np.inf
AWAY: Final = -1
"""In place of a step: the card is in none."""

_AGAIN, _HARD, _GOOD = 0, 1, 2
_FUZZ_FROM_DAYS: Final = 2.5
_FUZZ_RANGES: Final = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, 1e9, 0.05))


@dataclass(frozen=True, slots=True)
class Options:
    """Deck options. ``fills``: goes on until the time is used, with further new cards, then with reviews ahead of
    their day, lowest recall first.
    """

    retention: float = 0.9
    new_per_day: int = 20
    steps_min: tuple[float, ...] = (1.0, 10.0)
    relearning_min: tuple[float, ...] = (10.0,)
    reviews_per_day: int = 200
    fills: bool = False


AS_SHIPPED: Final = Options()


class Anki:
    """A scheduler with options for each row."""

    def __init__(self, options: Sequence[Options], seed: int = 0) -> None:
        self._options = options
        self._seed = seed

    def begin(self, view: View) -> None:
        """Give every card known already the date these options would have given it."""
        phase = view.deck.phase
        self._chance = np.random.default_rng([self._seed, 6])
        self._retention = np.array([each.retention for each in self._options])
        self._new_limit = np.array([[each.new_per_day] for each in self._options])
        self._review_limit = np.array([[each.reviews_per_day] for each in self._options])
        self._fills = np.array([[each.fills] for each in self._options])
        self._steps = _Steps(self._options)
        self._graduated = (phase == REVIEW) | (phase == RELEARNING)
        self._place = np.where((phase == LEARNING) | (phase == RELEARNING), 0, AWAY)
        self._due = np.full(phase.shape, np.iinfo(np.int64).max)
        self._wait_s = np.full(phase.shape, _NEVER)
        self._put_away(view, *np.nonzero((phase != NEW) & (self._place == AWAY)))

    def begin_day(self, view: View) -> None:
        """Make the queue: reviews due with the day's new cards among them, then what fills the time left."""
        new, waits = view.deck.phase == NEW, self._place != AWAY
        self._wait_s = np.where(waits, 0.0, _NEVER)
        due = (self._due <= view.day) & ~new & ~waits
        order = _rank(np.where(due, self._due + self._chance.random(new.shape), _NEVER))
        due &= order < self._review_limit
        reviews = due.sum(axis=1, keepdims=True)
        number = np.cumsum(new, axis=1) - 1
        today = np.minimum(self._new_limit, self._review_limit - reviews)
        today = np.minimum(today, new.sum(axis=1, keepdims=True))
        among = (number + 1) * (reviews + 1) / (today + 1) - 0.5
        further = np.where(self._fills, _FILL + number, _NEVER)
        recall = fsrs.recall(view.w, np.maximum(1, view.day - view.deck.last_day), view.deck.stability)
        ahead = np.where(self._fills & ~waits, 2.0 * _FILL + recall, _NEVER)
        known = np.where(due, order, ahead)
        self._key = np.where(new, np.where(number < today, among, further), known)

    def choose(self, view: View) -> Rows:
        """The next card: of a step that is over, else of the queue, else of a step that is not over yet."""
        row = np.arange(len(self._key))
        step, queued = self._wait_s.argmin(axis=1), self._key.argmin(axis=1)
        wait_s, key = self._wait_s[row, step], self._key[row, queued]
        over, soon = wait_s <= view.clock_s, wait_s <= view.clock_s + LEARN_AHEAD_S
        return np.where(over | (soon & (key >= _FILL)), step, np.where(key < _NEVER, queued, STOP))

    def answered(self, view: View, answers: Answers) -> None:
        """Put the card on its next step, or away until it is due."""
        rows, cards = answers.rows, answers.cards
        known, place = self._graduated[rows, cards], self._place[rows, cards]
        place = np.where(~known & (place == AWAY), 0, place)
        place, wait_s = self._steps.after(rows, known, place, answers.grades)
        away = place == AWAY
        self._key[rows, cards] = _NEVER
        self._place[rows, cards] = place
        self._graduated[rows, cards] |= away
        self._wait_s[rows, cards] = np.where(away, _NEVER, view.clock_s[rows] + wait_s)
        self._put_away(view, rows[away], cards[away])

    def _put_away(self, view: View, rows: Rows, cards: Rows) -> None:
        """Set the day the cards are due."""
        w = [value[rows, 0] for value in view.w]
        days = fsrs.interval_days(w, view.deck.stability[rows, cards], self._retention[rows])
        fuzzed = fuzzed_days(days, self._chance.random(len(rows)))
        self._due[rows, cards] = view.deck.last_day[rows, cards] + fuzzed


class _Steps:
    """Where a grade leads a card, as tables over (options, learning or relearning, place, grade).

    A place is a step, or the last index: ``AWAY``, in review.
    """

    def __init__(self, options: Sequence[Options]) -> None:
        kinds = list(dict.fromkeys(options))
        self._kind = np.array([kinds.index(each) for each in options])
        places = 1 + max(max(len(each.steps_min), len(each.relearning_min)) for each in kinds)
        self._place = np.full((len(kinds), 2, places, 4), AWAY)
        self._wait_s = np.zeros((len(kinds), 2, places, 4))
        for number, each in enumerate(kinds):
            for relearning, steps in enumerate((each.steps_min, each.relearning_min)):
                self._fill(number, relearning, steps)

    def _fill(self, number: int, relearning: int, steps: tuple[float, ...]) -> None:
        if not steps:
            return
        place, wait_s = self._place[number, relearning], self._wait_s[number, relearning]
        place[:, _AGAIN], wait_s[:, _AGAIN] = 0, steps[0] * 60.0
        for step, minutes in enumerate(steps):
            place[step, _HARD], wait_s[step, _HARD] = step, minutes * 60.0
            if step + 1 < len(steps):
                place[step, _GOOD], wait_s[step, _GOOD] = step + 1, steps[step + 1] * 60.0
        wait_s[0, _HARD] = (steps[0] + steps[1]) / 2.0 * 60.0 if len(steps) > 1 else steps[0] * 90.0

    def after(self, rows: Rows, known: Flags, place: Rows, grades: Rows) -> tuple[Rows, Floats]:
        """The next place of each card, and the seconds it stays there at least."""
        where = (self._kind[rows], known.astype(int), place, grades)
        return self._place[where], self._wait_s[where]


def fuzzed_days(days: Floats, fuzz: Floats) -> Rows:
    """Whole days of intervals, spread by ``fuzz`` in [0, 1), as ``core.memory.fuzzed_days``."""
    spread = 1.0 + sum(rate * np.clip(days - start, 0.0, end - start) for start, end, rate in _FUZZ_RANGES)
    low = np.maximum(2, np.floor(days - spread + 0.5))
    high = np.floor(days + spread + 0.5)
    fuzzed = np.minimum(MAX_INTERVAL_DAYS, low + np.floor(fuzz * (high - low + 1)))
    return np.where(days < _FUZZ_FROM_DAYS, np.maximum(1, np.round(days)), fuzzed).astype(np.int64)


def _rank(key: Floats) -> Rows:
    """The place of each card in its row when sorted by ``key``."""
    return np.asarray(key.argsort(axis=1).argsort(axis=1))
