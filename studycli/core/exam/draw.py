"""Drawing a paper: a pure function of blueprint, bank, what was seen, and a seed.

Every order is that of a hash (BLAKE2b) of the seed and an id, so a question more in the bank moves no other.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from math import inf

from studycli.core.bank import QuestionUse
from studycli.core.blueprints import Blueprint, resized
from studycli.core.exam.paper import Paper, PaperItem
from studycli.core.questions import QuestionRef


@dataclass(frozen=True, slots=True)
class Lack:
    """A domain that has fewer questions in the bank than the blueprint takes from it."""

    domain: str
    needed: int
    there: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why no paper was drawn: the domains the bank cannot fill, in the blueprint's order."""

    lacks: tuple[Lack, ...]


Bank = Iterable[QuestionRef]
Seen = Mapping[str, datetime]


def draw(
    blueprint: Blueprint, bank: Bank, seen: Seen, seed: int, topic: str | None = None
) -> Paper | Shortage:
    """A paper as the blueprint says, from the bank's questions for exams, or those of one topic.

    Domains get their shares by largest remainder. ``seen`` tells when a question was last shown: those never shown
    come first, then those longest ago; empty, it is ignored. Another number of questions: ``resized`` blueprint.
    """
    pools = _pools(blueprint, bank, topic)
    if lacks := lacks_of(blueprint, {name: len(refs) for name, refs in pools.items()}):
        return Shortage(lacks)
    return _drawn(blueprint, pools, _needed(blueprint), seen, seed)


def lacks_of(blueprint: Blueprint, there: Mapping[str, int]) -> tuple[Lack, ...]:
    """The domains that have fewer questions than the blueprint takes; ``there`` counts those for exams by domain."""
    shares = _needed(blueprint).items()
    return tuple(
        Lack(name, count, there.get(name, 0)) for name, count in shares if count > there.get(name, 0)
    )


def draw_what_there_is(
    blueprint: Blueprint, bank: Bank, seen: Seen, seed: int, topic: str | None = None
) -> Paper:
    """As ``draw``, for one who knows that the bank falls short: other domains fill in by their weights.

    A paper may come out shorter than the blueprint says; what is scored shrinks in proportion.
    """
    pools = _pools(blueprint, bank, topic)
    taken = dict.fromkeys(pools, 0)
    while room := [domain for domain in blueprint.domains if taken[domain.id] < len(pools[domain.id])]:
        missing = blueprint.questions - sum(taken.values())
        if not missing:
            break
        for domain, share in zip(room, apportioned(missing, [each.weight for each in room]), strict=True):
            taken[domain.id] = min(len(pools[domain.id]), taken[domain.id] + share)
    return _drawn(blueprint, pools, taken, seen, seed)


def draw_these(blueprint: Blueprint, bank: Bank, questions: Collection[str], seed: int) -> Paper:
    """A paper of just these questions (full ids), as far as the bank still has them for exams."""
    wanted = frozenset(questions)
    refs = {ref.id: ref for ref in bank if ref.id in wanted and ref.use is QuestionUse.EXAM}
    return _paper(blueprint, list(refs.values()), seed)


def apportioned(total: int, weights: Sequence[int]) -> list[int]:
    """``total`` divided by weight, by largest remainder (Hare quota); of equal remainders the first one gains."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(total * weights[place] % whole))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return shares


def _pools(blueprint: Blueprint, bank: Bank, topic: str | None) -> dict[str, list[QuestionRef]]:
    pools: dict[str, dict[str, QuestionRef]] = {domain.id: {} for domain in blueprint.domains}
    for ref in bank:
        if ref.use is QuestionUse.EXAM and ref.domain in pools and topic in {None, ref.topic}:
            pools[ref.domain][ref.id] = ref
    return {domain: list(refs.values()) for domain, refs in pools.items()}


def _needed(blueprint: Blueprint) -> dict[str, int]:
    domains = blueprint.domains
    shares = apportioned(blueprint.questions, [domain.weight for domain in domains])
    return {domain.id: share for domain, share in zip(domains, shares, strict=True)}


def _drawn(
    blueprint: Blueprint,
    pools: Mapping[str, list[QuestionRef]],
    counts: Mapping[str, int],
    seen: Seen,
    seed: int,
) -> Paper:
    def rank(ref: QuestionRef) -> tuple[float, bytes]:
        shown = seen.get(ref.id)
        return (-inf if shown is None else shown.timestamp(), _hash(seed, "draw", ref.id))

    chosen = [ref for domain, refs in pools.items() for ref in sorted(refs, key=rank)[: counts[domain]]]
    return _paper(blueprint, chosen, seed)


def _paper(blueprint: Blueprint, refs: list[QuestionRef], seed: int) -> Paper:
    scored = _scored(blueprint, refs, seed)
    in_order = sorted(refs, key=lambda ref: _hash(seed, "order", ref.id))
    return Paper(seed, tuple(_item(ref, ref.id in scored, seed) for ref in in_order))


def _scored(blueprint: Blueprint, refs: list[QuestionRef], seed: int) -> frozenset[str]:
    """Which questions count: of each domain in proportion to what it has in the paper."""
    if not refs or blueprint.scored is None:
        return frozenset(ref.id for ref in refs)
    sizes = Counter(ref.domain for ref in refs)
    named = {domain.id: place for place, domain in enumerate(blueprint.domains)}
    domains = sorted(sizes, key=lambda name: (named.get(name, len(named)), name))
    total = resized(blueprint, len(refs)).scored_questions
    found: set[str] = set()
    for domain, share in zip(domains, apportioned(total, [sizes[name] for name in domains]), strict=True):
        own = sorted(
            (ref.id for ref in refs if ref.domain == domain), key=lambda each: _hash(seed, "scored", each)
        )
        found.update(own[:share])
    return frozenset(found)


def _item(ref: QuestionRef, scored: bool, seed: int) -> PaperItem:
    options = sorted(
        ref.options, key=lambda option: (option in ref.last, _hash(seed, "option", ref.id, option))
    )
    right = tuple(option for option in options if option in ref.right)
    return PaperItem(ref.id, ref.topic, ref.domain, tuple(options), right, scored)


def _hash(seed: int, *names: str) -> bytes:
    return blake2b("\n".join((str(seed), *names)).encode(), digest_size=16).digest()
