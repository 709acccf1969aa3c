"""The words of a material, to mend a misspelt one with: each without its ending, and as it stands."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from studycli.core.search.korean import likeliest_base
from studycli.core.search.tokens import is_paired

_LONGEST: Final = 24


def vocabulary(counts: Mapping[str, int]) -> Counter[str]:
    """How often there is each word, without its ending and as it stands, in small letters, of the ``tokens.words_in``.

    None of one character, no numbers.
    """
    pieces: Counter[str] = Counter()
    for word, count in counts.items():
        for piece in word.split():
            pieces[piece] += count
    forms: Counter[str] = Counter()
    for piece, count in pieces.items():
        for form in _forms(piece):
            forms[form] += count
    return forms


def _forms(word: str) -> tuple[str, ...]:
    if word[0] <= "9" or not 1 < len(word) <= _LONGEST:
        return ()
    if not is_paired(word):
        return (word.lower(),)
    base = likeliest_base(word)
    return (word,) if base == word else (word, base)
