"""Other names of the same thing: ``content/aliases.yaml`` as values, and how names are compared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from studycli.core.rules import Found, Step, repeated
from studycli.core.search.english import singular
from studycli.core.search.korean import bases, without_particle
from studycli.core.search.tokens import folded

SAME: Final = 0.9
"""The worth of another name of what was asked for."""

NEAR: Final = 0.5
"""The worth of what is only near to it."""

MOST_WORDS: Final = 4
"""Of a name in a query."""

_NOT_IN_KEYS: Final = re.compile(r"[^\w$]|_")


@dataclass(frozen=True, slots=True)
class Alias:
    """Names of one thing, in any language and spelling; whoever asks for one of them finds ``near`` too, as less."""

    names: tuple[str, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AliasList:
    """The content of ``aliases.yaml``."""

    aliases: tuple[Alias, ...]


class Name(NamedTuple):
    """A name to look for beside the one that was asked for, and its worth of at most 1."""

    text: str
    weight: float


class Row(NamedTuple):
    """One name of a thing by the key of another of its names."""

    key: str
    name: str
    weight: float


def key_of(name: str) -> str:
    """What spellings of one name share: no spaces, signs, capitals or plural."""
    return singular(_NOT_IN_KEYS.sub("", folded(name)))


def rows_of(alias: Alias) -> Iterator[Row]:
    """Every name under the key of every name."""
    for key in dict.fromkeys(map(key_of, alias.names)):
        if key:
            yield from (Row(key, name, SAME) for name in alias.names)
            yield from (Row(key, name, NEAR) for name in alias.near)


def keys_of_words(words: Sequence[str]) -> tuple[str, ...]:
    """The keys that a few words side by side may be meant for: as they stand, without the ending of the last one."""
    *before, last = words
    forms = (last, without_particle(last), *bases(last))
    return tuple(dict.fromkeys(key for form in forms if form and (key := key_of("".join((*before, form))))))


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
