"""Names in both languages that a text itself gives: ``시점 복구(PITR)``."""

import re
from collections.abc import Iterator
from typing import Final

_GIVEN: Final = re.compile(r"([가-힣]+(?: [가-힣]+)*)\(([A-Za-z][A-Za-z@/-]*(?: [A-Za-z@/-]+){0,3})\)")
_MOST_WORDS: Final = 3
_ENDS_BEFORE: Final = frozenset("의을를은는에로와과이가다고면서해")
"""With one of these a word ends that is no part of a name but stands before it."""

_ENDS_NO_NAME: Final = frozenset("의을를은는에와다고면서해음")
_SHORTEST: Final = 2
"""Syllables of the Korean name, and letters of the English one: below that it is a unit."""


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """The Korean and the English name of everything that is called by both.

    The Korean name is the words before the bracket, three at most, behind the last that has a particle or an ending.
    """
    for match in _GIVEN.finditer(text):
        name: list[str] = []
        for word in reversed(match[1].split()[-_MOST_WORDS:]):
            if name and word[-1] in _ENDS_BEFORE:
                break
            name.insert(0, word)
        korean = " ".join(name)
        if len(korean) >= _SHORTEST < len(match[2]) and name[-1][-1] not in _ENDS_NO_NAME:
            yield korean, match[2]
