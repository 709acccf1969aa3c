"""Where the cards stand, and what the next review of each leads to on every day there is.

The first step of a card is computed from its own memory, not from the grid's cells.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from studycli.planner import answers
from studycli.planner.answers import Answers
from studycli.planner.belief import Belief
from studycli.planner.bulk import LEARNING, NEW, Deck, believed_stability
from studycli.planner.dual.horizon import Days, Horizon
from studycli.planner.dual.tables import FIRST, LAPSE
from studycli.planner.fsrs import Floats, Parameters, recall

_CLOSED: Final = -1e3
"""The recall of a review that cannot be: on the day of the last one, or before it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The next review of n cards on each of T days; T is 1 in some arrays where the day makes no difference.

    ``places``: (n,), which cards of the deck. ``kind``: of a failure. ``answers``: the outcomes, (4, T or 1, n).
    ``recall``: (T, n), expected on the exam day after the review and nothing more. ``seconds``: (T or 1, n), at
    pace 1. ``never``: (n,), recall on the exam day without it.
    """

    places: Days
    kind: int
    answers: Answers
    recall: Floats
    seconds: Floats
    never: Floats


def next_steps(deck: Deck, w: Parameters, belief: Belief, horizon: Horizon) -> list[Steps]:
    """The steps of new cards, of cards failed before any pass, and of the others; empty ones are left out.

    Days of ``deck`` count as those of ``horizon``.
    """
    new, learning = deck.phase == NEW, deck.phase == LEARNING
    found = [_first(np.flatnonzero(new), w, belief, horizon)]
    for chosen, kind in ((learning, FIRST), (~new & ~learning, LAPSE)):
        found.append(_later(deck, np.flatnonzero(chosen), kind, w, belief, horizon))
    return [steps for steps in found if len(steps.places)]


def _first(places: Days, w: Parameters, belief: Belief, horizon: Horizon) -> Steps:
    """A first look; the first four of ``w`` may be arrays with a number for each card of the deck."""
    own = [np.asarray(each)[places] if np.ndim(each) else each for each in w]
    found = answers.first(own, belief)
    shape = (4, 1, len(places))
    outcome = Answers(*(np.broadcast_to(each.reshape(4, 1, -1), shape) for each in answers.fields(found)))
    never = np.zeros(len(places))
    return Steps(places, FIRST, outcome, _recall_after(w, outcome, horizon), outcome.seconds, never)


def _later(deck: Deck, places: Days, kind: int, w: Parameters, belief: Belief, horizon: Horizon) -> Steps:
    stability, difficulty = believed_stability(deck, belief)[places], deck.difficulty[places]
    last = deck.last_day[places]
    since = horizon.at[:, None] - last
    outcome = answers.later(w, belief, np.maximum(1, since), stability, difficulty)
    gained = np.where(since > 0, _recall_after(w, outcome, horizon), _CLOSED)
    never = recall(w, np.maximum(1, horizon.days - last), stability)
    return Steps(places, kind, outcome, gained, outcome.seconds, never)


def _recall_after(w: Parameters, outcome: Answers, horizon: Horizon) -> Floats:
    """Recall to expect on the exam day after a review on each day."""
    return outcome.mean(recall(w, horizon.left[:, None], outcome.stability))
