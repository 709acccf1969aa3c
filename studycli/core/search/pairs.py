"""Names in both languages that a text itself gives: ``시점 복구(PITR)``."""

import re
from collections.abc import Iterator
from typing import Final

_GIVEN: Final = re.compile(r"(?<=[가-힣])\(([A-Za-z][A-Za-z@/-]*(?: [A-Za-z@/-]+){0,3})\)")
_BEFORE: Final = re.compile("[가-힣]+(?: [가-힣]+){0,2}$")
_LONGEST: Final = 40
"""Characters before the bracket that may be the Korean name."""

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
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        name: list[str] = []
        for word in reversed(before[0].split() if before else ()):
            if name and word[-1] in _ENDS_BEFORE:
                break
            name.insert(0, word)
        korean = " ".join(name)
        if len(korean) >= _SHORTEST < len(match[1]) and korean[-1] not in _ENDS_NO_NAME:
            yield korean, match[1]
