"""The ids in the files of a library, and rules across files: none is claimed twice, none is referred to in vain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from studycli.core.problems import Problem


class Kind(StrEnum):
    """What an id names."""

    TOPIC = "topic"
    NOTE = "note"
    ENTRY = "entry"
    CARD = "card"
    QUESTION = "question"
    FACT = "fact"
    BLUEPRINT = "blueprint"


class Mention(NamedTuple):
    """An id in a file, and where: lines and columns count from 1."""

    kind: Kind
    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ids in one file: its own, those given up (``was``), those it refers to, and its cards."""

    path: str
    living: tuple[Mention, ...] = ()
    retired: tuple[Mention, ...] = ()
    references: tuple[Mention, ...] = ()
    cards: tuple[str, ...] = ()


_Claims = dict[tuple[Kind, str], tuple[str, int]]
"""Where each id was first seen: path and line."""


def clashes(ledgers: Iterable[Ledger]) -> list[Problem]:
    """Ids claimed twice within one library, living or retired; of two files the later one is wrong."""
    claimed: _Claims = {}
    problems: list[Problem] = []
    for ledger in ledgers:
        own, wrong = _claims(ledger, claimed)
        problems += wrong
        if not wrong:
            claimed |= own
    return problems


def _claims(ledger: Ledger, claimed: _Claims) -> tuple[_Claims, list[Problem]]:
    own: _Claims = {}
    wrong = []
    for rule, mentions in (("duplicate-id", ledger.living), ("retired-id", ledger.retired)):
        for mention in mentions:
            key = (mention.kind, mention.name)
            first = claimed.get(key) or own.get(key)
            if first is None:
                own[key] = (ledger.path, mention.line)
                continue
            params: dict[str, object] = {"id": mention.name, "first": f"{first[0]}:{first[1]}"}
            wrong.append(Problem(ledger.path, mention.line, mention.column, rule, params=params))
    return own, wrong


def unknown_references(ledgers: Sequence[Ledger], uncertain: frozenset[Kind]) -> list[Problem]:
    """References to nothing. Of ``uncertain`` kinds, which a broken file may hold, nothing can be said."""
    known = {(mention.kind, mention.name) for ledger in ledgers for mention in ledger.living}
    known.update((Kind.CARD, card) for ledger in ledgers for card in ledger.cards)
    return [
        Problem(
            ledger.path,
            mention.line,
            mention.column,
            "unknown-reference",
            params={"kind": mention.kind.value, "name": mention.name},
        )
        for ledger in ledgers
        for mention in ledger.references
        if mention.kind not in uncertain and (mention.kind, mention.name) not in known
    ]
