"""Other names of the same thing: ``content/aliases.yaml`` as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from studycli.core.rules import Found, Step, repeated
from studycli.core.search.names import key_of

SAME: Final = 0.9
"""The worth of another name of what was asked for."""

NEAR: Final = 0.5
"""The worth of what is only near to it."""


GIVEN: Final = 0.7
"""The worth of a name that a text gives in brackets."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Names of one thing, in any language and spelling; whoever asks for one of them finds ``near`` too, as less."""

    names: tuple[str, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AliasList:
    """The content of ``aliases.yaml``."""

    aliases: tuple[Alias, ...]


class Row(NamedTuple):
    """One name of a thing by the key of another of its names."""

    key: str
    name: str
    weight: float


def rows_of(alias: Alias) -> Iterator[Row]:
    """Every name under the key of every name."""
    for key in dict.fromkeys(map(key_of, alias.names)):
        if key:
            yield from (Row(key, name, SAME) for name in alias.names)
            yield from (Row(key, name, NEAR) for name in alias.near)


def rows_of_pair(one: str, other: str) -> Iterator[Row]:
    """Each of two names under the key of the other."""
    yield Row(key_of(one), other, GIVEN)
    yield Row(key_of(other), one, GIVEN)


def alias_rules(listed: AliasList) -> list[Found]:
    """Everything to say about ``aliases.yaml`` by itself."""
    return [
        found for place, alias in enumerate(listed.aliases) for found in _rules(alias, ("aliases", place))
    ]


def _rules(alias: Alias, where: tuple[Step, ...]) -> Iterator[Found]:
    if not alias.names or len(alias.names) + len(alias.near) < 2:
        yield Found((*where, "names"), "too-few-names", {})
    for key, names in (("names", alias.names), ("near", alias.near)):
        yield from repeated(names, (*where, key))
        for place, name in enumerate(names):
            if not key_of(name):
                yield Found((*where, key, place), "name-without-word", {"value": name})
