"""The options of the program itself, which may stand before or after the command."""

from collections.abc import Sequence
from typing import Final

_FLAGS: Final = frozenset({"--no-input", "--debug"})
_WITH_VALUE: Final = frozenset({"--language", "--material-language"})


def in_front(argv: Sequence[str]) -> list[str]:
    """The arguments with the program's own options before the command, as click wants them; what follows ``--`` stays.

    ``studycli new entry --no-input`` is what people type.
    """
    own: list[str] = []
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in _FLAGS or (word.partition("=")[0] in _WITH_VALUE and "=" in word):
            own.append(word)
        elif word in _WITH_VALUE:
            own += [word, *([value] if (value := next(words, None)) is not None else [])]
        else:
            rest.append(word)
    return own + rest
