"""English words: their endings, and those that say nothing."""

import re
from typing import Final

_SAYING_NOTHING: Final = """
    a about after all also am an and any are as at be because been before being between both but by can
    cannot could did do does doing done for from get gets had has have having he her his how i if in
    into is it its just let like make makes many may me might more most much must my need needs no not
    of off on one only or other our out over own per please same shall she should so some such take
    takes tell than that the their them then there these they thing things this those through to too
    under up us use used using very was way we were what when where whether which while who whom whose
    why will with without would you your cant couldnt didnt doesnt dont hasnt havent isnt arent wasnt
    werent wont wouldnt shouldnt whats whos im ive lets keep stop want wants happen happens happened work
    works working enough else still best good
"""

STOP_WORDS: Final = frozenset(_SAYING_NOTHING.split())
"""Left out of a query that has other words."""

_PLURAL: Final = re.compile(r"(?<=[a-z]{3})(?<![su])s$")
_HISSING: Final = re.compile(r"(?<=[a-z]{2}(?:ss|sh|ch))es$|(?<=[a-z]{2}x)es$")
_VOWEL: Final = re.compile("[aeiouy]")
_DOUBLED: Final = re.compile(r"([bdgmnprt])\1$")
_SHORTEST: Final = 4
_NO_FORMS: Final = (
    "alias always analysis axis basis canvas cors during embed https kinesis need nothing redis"
)
_WHOLE: Final = frozenset((*_NO_FORMS.split(), "speed", "string", "thing"))
"""Words that end like another form, and are none."""


def stem(word: str) -> str:
    """``word`` (small letters) without the endings of plural, -ing, -ed and a last e: what its forms share.

    Steps 1 and 5 of Porter's algorithm (1980), made lighter; what comes out need not be a word.
    """
    if len(word) < _SHORTEST or word in _WHOLE:
        return word
    word = singular(word)
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest is not word and len(rest) > 2 and _VOWEL.search(rest) and not word.endswith("eed"):
            word = f"{rest[:-1]}y" if ending == "ed" and rest.endswith("i") else _DOUBLED.sub(r"\1", rest)
            break
    return word[:-1] if len(word) >= _SHORTEST and word.endswith("e") else word


def singular(word: str) -> str:
    """``word`` without the ending of the plural."""
    if len(word) > _SHORTEST and word.endswith("ies"):
        return f"{word[:-3]}y"
    return _PLURAL.sub("", _HISSING.sub("", word)) if word.endswith("s") else word
