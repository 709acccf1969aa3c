"""How simulated learners answer exam questions. Nothing here is shared with the model of the forecast.

Of each card it is drawn anew for each sitting whether it is recalled, so questions that share a card stand and fall
together. Whoever recalls a share ``h`` of the cards of question j (topic t) knows the answer with probability ::

    s(a_j * (FLOOR + (CEILING - FLOOR) * g(h) + skill + skill_t - d_j)),   g(1) = 1, else g(h) = PARTLY * h

where ``a_j`` is discrimination and ``d_j`` difficulty of the question, the same for all learners, and ``skill`` and
``skill_t`` are the learner's, in general and by topic. Who does not know guesses, the better the more is recalled;
a known answer is spoilt by a slip now and then; a question seen before may be known by its letter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from studycli.core.questions import QuestionRef
from studycli.planner.forecast.chance import guess_of
from studycli.planner.forecast.values import Ground
from studycli.planner.fsrs import Floats

Places = NDArray[np.int64]
"""Questions by their place in the bank."""

FLOOR: Final = -1.9
CEILING: Final = 2.5
PARTLY: Final = 0.35
DISCRIMINATION_SPREAD: Final = 0.3
"""Of its logarithm; normal."""

DIFFICULTY_SD: Final = 0.6
SKILL_SCALE: Final = 0.65
SKILL_FREEDOM: Final = 4.0
"""Student's t: one learner in twenty is more than 1.8 from the middle, one in a hundred more than 3."""

TOPIC_SCALE: Final = 0.35
"""Laplace: its standard deviation is 0.5."""

ELIMINATED: Final = 0.25
"""The share of what a blind guess misses that is won by one who recalls all cards, and so less for one of few."""

SLIP: Final = 0.02
LETTER: Final = 0.4
"""How often the answer to a question seen before is known without knowing why."""

SAYS_GUESS: Final = 0.6


@dataclass(frozen=True, slots=True)
class Population:
    """How skills are spread, as in the main table unless said. One learner in ``every`` is drawn from it."""

    skill_mean: float = 0.0
    skill_scale: float = SKILL_SCALE
    topic_scale: float = TOPIC_SCALE
    every: int = 1


@dataclass(frozen=True, slots=True)
class Items:
    """The questions as arrays, in the order of the bank: ``cards`` by place, -1 where a question has fewer."""

    refs: tuple[QuestionRef, ...]
    place: Mapping[str, int]
    cards: NDArray[np.int64]
    guess: Floats
    topic: NDArray[np.int64]
    discrimination: Floats
    difficulty: Floats

    def places(self, names: Iterable[str]) -> Places:
        """Where these questions (full ids) stand."""
        return np.array([self.place[name] for name in names], np.int64)


def items_of(ground: Ground, chance: Generator) -> Items:
    """The bank with properties drawn for each question."""
    refs, place = ground.bank, {card.id: at for at, card in enumerate(ground.cards)}
    widest = max(len(ref.tests) for ref in refs)
    topics = sorted({ref.topic for ref in refs})
    return Items(
        tuple(refs),
        {ref.id: at for at, ref in enumerate(refs)},
        np.array([[place[card] for card in ref.tests] + [-1] * (widest - len(ref.tests)) for ref in refs]),
        np.array([guess_of(ref) for ref in refs]),
        np.array([topics.index(ref.topic) for ref in refs]),
        np.exp(DISCRIMINATION_SPREAD * chance.standard_normal(len(refs))),
        DIFFICULTY_SD * chance.standard_normal(len(refs)),
    )


@dataclass(frozen=True, slots=True)
class Examinee:
    """One learner's skill with exam questions: one number for each question. ``tells``: marks guesses as such."""

    skill: Floats
    tells: bool


def draw_examinee(items: Items, population: Population, chance: Generator) -> Examinee:
    """A learner drawn from the population."""
    overall = population.skill_mean + population.skill_scale * chance.standard_t(SKILL_FREEDOM)
    by_topic = chance.laplace(0.0, population.topic_scale, int(items.topic.max()) + 1)
    return Examinee(overall + by_topic[items.topic], bool(chance.random() < 0.5))


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of questions: right or wrong, and whether the learner called it a guess."""

    right: NDArray[np.bool_]
    guessed: NDArray[np.bool_]


def answer(
    items: Items, who: Examinee, places: Places, recall: Floats, seen: Floats, chance: Generator
) -> Answered:
    """Answer the questions at ``places`` once. ``recall``: true recall of every card; ``seen``: of every question."""
    held = chance.random(len(recall)) < recall
    needed = items.cards[places]
    there = needed >= 0
    share = (held[needed] & there).sum(axis=1) / np.maximum(1, there.sum(axis=1))
    reached = np.where(share >= 1.0, 1.0, PARTLY * share)
    logit = FLOOR + (CEILING - FLOOR) * reached + who.skill[places] - items.difficulty[places]
    known = chance.random(len(places)) < 1 / (1 + np.exp(-items.discrimination[places] * logit))
    known |= (seen[places] > 0) & (chance.random(len(places)) < LETTER)
    blind = items.guess[places]
    lucky = chance.random(len(places)) < blind + (1 - blind) * ELIMINATED * share
    slipped = chance.random(len(places)) < SLIP
    right = np.where(known, ~slipped, lucky)
    guessed = ~known & (chance.random(len(places)) < SAYS_GUESS * who.tells)
    return Answered(right, guessed)
