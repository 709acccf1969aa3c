"""Words of a query that narrow it: ``kind:card topic:dynamodb``, as far as they are typed."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from studycli.core.ledgers import Kind
from studycli.core.search.query import KINDS

_NARROWING: Final = re.compile(r"(?<!\S)(kind|topic):(\S*)", re.IGNORECASE)


class Narrowed(NamedTuple):
    """The other words of the query, the kinds that are wanted, and the topic as it was typed; None: any."""

    words: str
    kinds: frozenset[Kind]
    topic: str | None


def narrowed(text: str) -> Narrowed:
    """Take ``kind:`` and ``topic:`` out of a query. A kind may be cut short; of several the last counts."""
    kinds, topic = frozenset(KINDS), None
    for match in _NARROWING.finditer(text):
        value = match[2].lower()
        if match[1].lower() == "kind":
            kinds = frozenset(kind for kind in KINDS if kind.startswith(value))
        elif value:
            topic = value
    return Narrowed(" ".join(_NARROWING.sub(" ", text).split()), kinds, topic)


def whole_topic(typed: str, topics: Iterable[str]) -> str:
    """The only topic that begins so; what was typed where that is one itself, or begins several or none."""
    found = [topic for topic in topics if topic.startswith(typed)]
    return found[0] if len(found) == 1 and typed not in found else typed
