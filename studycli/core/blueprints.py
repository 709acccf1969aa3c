"""Blueprints: how an exam is made up (``docs/format.md`` §1), the rules they keep, and changes to their length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from studycli.core.library import POSITION, Text
from studycli.core.rules import Found, Step, repeated

WHOLE_WEIGHT = 100
"""What the weights of all domains come to."""


@dataclass(frozen=True, slots=True)
class Domain:
    """A part of an exam. ``weight`` is its share of the questions in percent."""

    id: str
    title: Text
    weight: int


@dataclass(frozen=True, slots=True)
class Blueprint:
    """How an exam is made up: questions, minutes, domains, and the scale its score is told on.

    ``scored`` of the ``questions`` count, without being shown as such; all of them where it is left out. ``lowest``
    is the score of no right answer, ``highest`` that of all right.
    """

    id: str
    title: Text
    questions: int
    minutes: int
    lowest: int
    highest: int
    pass_mark: int
    domains: tuple[Domain, ...]
    scored: int | None = None
    line: int = field(default=0, metadata=POSITION)

    @property
    def scored_questions(self) -> int:
        """How many questions count."""
        return self.questions if self.scored is None else self.scored


@dataclass(frozen=True, slots=True)
class BlueprintList:
    """The content of ``blueprints.yaml``."""

    blueprints: tuple[Blueprint, ...]


def resized(blueprint: Blueprint, questions: int, minutes: int | None = None) -> Blueprint:
    """The blueprint with another number of questions (1 or more).

    Scored questions stay in proportion (at least one), and so do minutes (rounded up) unless they are given.
    """
    scored = None
    if blueprint.scored is not None:
        scored = max(1, _nearest(blueprint.scored * questions, blueprint.questions))
    if minutes is None:
        minutes = -(-blueprint.minutes * questions // blueprint.questions)
    return replace(blueprint, questions=questions, scored=scored, minutes=minutes)


def _nearest(dividend: int, divisor: int) -> int:
    """The whole number nearest to the quotient, halves upwards."""
    return (2 * dividend + divisor) // (2 * divisor)


def blueprint_rules(listed: BlueprintList) -> list[Found]:
    """Everything to say about ``blueprints.yaml`` by itself."""
    return [
        found
        for place, blueprint in enumerate(listed.blueprints)
        for found in _rules(blueprint, ("blueprints", place))
    ]


def _rules(blueprint: Blueprint, where: tuple[Step, ...]) -> Iterator[Found]:
    domains = blueprint.domains
    yield from repeated([domain.id for domain in domains], (*where, "domains"), "id")
    yield from _zeros(blueprint, where)
    weights = sum(domain.weight for domain in domains)
    if weights != WHOLE_WEIGHT:
        yield Found((*where, "domains"), "weights-not-100", {"sum": weights})
    if blueprint.scored_questions > blueprint.questions:
        params: dict[str, object] = {"scored": blueprint.scored_questions, "questions": blueprint.questions}
        yield Found((*where, "scored"), "too-many-scored", params)
    if not blueprint.lowest < blueprint.pass_mark <= blueprint.highest:
        scale = {"lowest": blueprint.lowest, "highest": blueprint.highest}
        yield Found((*where, "pass_mark"), "pass-off-scale", {"value": blueprint.pass_mark, **scale})


def _zeros(blueprint: Blueprint, where: tuple[Step, ...]) -> Iterator[Found]:
    numbers: Sequence[tuple[tuple[Step, ...], int]] = (
        (("questions",), blueprint.questions),
        (("scored",), blueprint.scored_questions),
        (("minutes",), blueprint.minutes),
        *((("domains", at, "weight"), domain.weight) for at, domain in enumerate(blueprint.domains)),
    )
    for steps, number in numbers:
        if number == 0 and not (steps == ("scored",) and blueprint.scored is None):
            yield Found((*where, *steps), "zero", {})
