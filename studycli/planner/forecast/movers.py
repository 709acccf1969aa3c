"""Where the next minutes bring most points, and what the plan has no time for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from studycli.core.questions import QuestionRef
from studycli.planner.forecast.chance import all_of, recall_in
from studycli.planner.forecast.values import Mover, Prospect
from studycli.planner.greedy import Worth

_FORGOTTEN: Final = 0.5
_LEFT_ALONE: Final = 0.01


def movers_of(
    prospect: Prospect,
    worths: Mapping[str, Worth],
    pool: Sequence[QuestionRef],
    points: Mapping[str, float],
) -> tuple[Mover, ...]:
    """The groups whose cards are worth an answer now, most points first.

    Points of a group are those between leaving its cards alone and answering each once, while all others go as
    planned; ``points`` tells what one more in the product of recall of a question is worth. A card that questions
    of several groups test stands in each, so points of groups do not add up.
    """
    groups: dict[tuple[str, str], dict[str, None]] = {}
    for ref in pool:
        cards = groups.setdefault((ref.domain, ref.topic), {})
        cards.update((card, None) for card in ref.tests if card in worths and worths[card].gain > 0)
    testing: dict[str, list[QuestionRef]] = {}
    for ref in pool:
        for card in ref.tests:
            testing.setdefault(card, []).append(ref)
    found = [
        _mover(domain, topic, tuple(cards), prospect, worths, testing, points)
        for (domain, topic), cards in groups.items()
        if cards
    ]
    return tuple(sorted(found, key=lambda each: (-each.points, each.domain, each.topic)))


def out_of_reach(pool: Iterable[QuestionRef], prospect: Prospect) -> tuple[str, ...]:
    """The cards tested by these questions that the plan leaves forgotten, in the order of the questions."""
    tested = dict.fromkeys(card for ref in pool for card in ref.tests)
    return tuple(card for card in tested if _is_left(card, prospect))


def _is_left(card: str, prospect: Prospect) -> bool:
    planned = recall_in(prospect.planned, card)
    return planned < _FORGOTTEN and planned - recall_in(prospect.idle, card) < _LEFT_ALONE


def _mover(
    domain: str,
    topic: str,
    cards: tuple[str, ...],
    prospect: Prospect,
    worths: Mapping[str, Worth],
    testing: Mapping[str, list[QuestionRef]],
    points: Mapping[str, float],
) -> Mover:
    idle = {card: recall_in(prospect.idle, card) for card in cards}
    left = {**prospect.planned, **idle}
    done = {**left, **{card: idle[card] + worths[card].gain for card in cards}}
    touched = {ref.id: ref.tests for card in cards for ref in testing[card]}
    gained = sum(
        points[name] * (all_of(tests, done) - all_of(tests, left)) for name, tests in touched.items()
    )
    return Mover(domain, topic, cards, sum(worths[card].seconds for card in cards) / 60, gained)
