"""From the recall of cards to a question."""

from collections.abc import Iterable, Mapping
from math import comb, prod

from studycli.core.questions import QuestionRef
from studycli.core.refs import CardRef
from studycli.planner.forecast.values import Recalls


def guess_of(ref: QuestionRef) -> float:
    """The chance of a blind guess: 1 / number of admissible answers (one of 4: 1/4; 2 of 5: 1/10)."""
    return 1 / comb(len(ref.options), len(ref.right))


class Held:
    """How likely everything a question tests is recalled: the product of the recall of its cards.

    A question that tests no card has the mean recall of its topic's cards, of all cards where the topic has none.
    """

    def __init__(self, cards: Iterable[CardRef], recalls: Recalls) -> None:
        by_topic: dict[str, list[float]] = {}
        for card in cards:
            by_topic.setdefault(card.topic, []).append(recall_in(recalls, card.id))
        self._recalls = recalls
        self._topics: Mapping[str, float] = {topic: _mean(own) for topic, own in by_topic.items()}
        self._overall = _mean([recall for own in by_topic.values() for recall in own])

    def of(self, ref: QuestionRef) -> float:
        """The product for one question."""
        if ref.tests:
            return all_of(ref.tests, self._recalls)
        return self._topics.get(ref.topic, self._overall)

    def topic(self, topic: str) -> float | None:
        """The mean recall of a topic's cards; None if it has none."""
        return self._topics.get(topic)


def all_of(cards: Iterable[str], recalls: Recalls) -> float:
    """The product of the recall of these cards."""
    return prod(recall_in(recalls, card) for card in cards)


def recall_in(recalls: Recalls, card: str) -> float:
    """The recall of one card, kept within 0..1."""
    return min(1.0, max(0.0, recalls.get(card, 0.0)))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
