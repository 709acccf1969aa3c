"""Names of things and how they are compared: spellings of one name share a key."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from studycli.core.search.english import singular
from studycli.core.search.korean import bases, without_particle
from studycli.core.search.tokens import folded

MOST_WORDS: Final = 4
"""Of a name in a query."""

_FEW_LETTERS: Final = 3
_NOT_IN_KEYS: Final = re.compile(r"(?!^[$@/])[\W_]")


class Name(NamedTuple):
    """A name to look for beside the one that was asked for, and its worth of at most 1."""

    text: str
    weight: float


def key_of(name: str) -> str:
    """What spellings of one name share: no spaces, signs, capitals or plural."""
    return singular(_NOT_IN_KEYS.sub("", folded(name)))


def is_telling(key: str) -> bool:
    """Whether what is typed of a key is enough to guess which is meant: one syllable, or a few letters."""
    return len(key) >= _FEW_LETTERS or not key.isascii()


def keys_of_words(words: Sequence[str]) -> tuple[str, ...]:
    """The keys that a few words side by side may be meant for: as they stand, without the ending of the last one."""
    *before, last = words
    forms = (last, without_particle(last), *bases(last))
    return tuple(dict.fromkeys(key for form in forms if form and (key := key_of("".join((*before, form))))))
