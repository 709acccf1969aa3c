"""Rules on what is missing: facts without cards, cards without questions, topics and domains without enough."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from studycli.core.bank import Question
from studycli.core.cards import cards_of
from studycli.core.exam.draw import lacks_of
from studycli.core.lint.material import (
    Material,
    Place,
    blueprints,
    entries,
    exam_questions,
    facts,
    notes,
    questions,
)
from studycli.core.lint.rule import Hit
from studycli.core.notes import Entry, FactStatus

FEWEST_IN_DOMAIN: Final = 5
"""Questions of a domain in the exam pool, so that a mock exam can draw some."""


def topic_without_question(material: Material) -> Iterator[Hit]:
    """A topic that no question asks about; a learner's own may do without."""
    if material.is_own:
        return
    asked = {bank.topic for _, bank in material.banks if bank.questions}
    for path, topic in material.topics:
        if topic.id not in asked:
            yield Hit(Place(path, 1), {"item": topic.id})


def thin_domain(material: Material) -> Iterator[Hit]:
    """An exam domain with too few questions to draw from."""
    used = {question.domain: place for place, question in reversed(list(questions(material)))}
    drawn = Counter(question.domain for _, question in exam_questions(material))
    for domain, place in sorted(used.items()):
        if drawn[domain] < FEWEST_IN_DOMAIN:
            yield Hit(place, {"domain": domain, "count": drawn[domain], "fewest": FEWEST_IN_DOMAIN})


def blueprint_short(material: Material) -> Iterator[Hit]:
    """A blueprint that takes more questions of a domain than its library has; a learner's own may take another's."""
    if material.is_own:
        return
    there = Counter(question.domain for _, question in exam_questions(material))
    for place, blueprint in blueprints(material):
        for lack in lacks_of(blueprint, there):
            params = {"domain": lack.domain, "needed": lack.needed, "count": lack.there}
            yield Hit(place, {"item": blueprint.id, **params})


def fact_without_note(material: Material) -> Iterator[Hit]:
    """A taught fact that no note names."""
    named = {fact for _, note in notes(material) for fact in note.facts}
    return _untaught(material, named)


def fact_without_card(material: Material) -> Iterator[Hit]:
    """A taught fact that no entry names."""
    named = {fact for _, entry in entries(material) for fact in entry.facts}
    return _untaught(material, named)


def _untaught(material: Material, named: set[str]) -> Iterator[Hit]:
    for place, fact in facts(material):
        if fact.status is FactStatus.TAUGHT and fact.id not in named:
            yield Hit(place, {"item": fact.id})


def untested_card(material: Material) -> Iterator[Hit]:
    """A card that no question tests."""
    tested = {card for _, question in questions(material) for card in question.tests}
    for place, entry in entries(material):
        for card in cards_of(entry):
            if card.id not in tested:
                yield Hit(place, {"item": card.id})


def doubtful_fact(material: Material) -> Iterator[Hit]:
    """An entry or question that names a fact on which its sources disagree."""
    doubted = {fact.id for _, fact in facts(material) if fact.doubt is not None}
    items: Iterable[tuple[Place, Entry | Question]] = chain(entries(material), questions(material))
    for place, item in items:
        for name in item.facts:
            if name in doubted:
                yield Hit(place, {"item": item.id, "fact": name})
