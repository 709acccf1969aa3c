"""The words of a text as the index keeps them.

Spaces are optional in Korean, so a run of syllables is kept as its pairs, across the spaces in it, and its last
syllable: 보안 그룹 and 보안그룹 are both 보안 안그 그룹 룹. A word is then a phrase of pairs, found wherever it stands.
Words of other letters are kept whole, English ones as stems; numbers lose their thousands commas and stand apart
from their unit.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import normalize

from studycli.core.search.english import stem

_GOES_ON: Final = (
    r"(?<!을|를|와|는)(?<!에서|에게|으로)(?<!\w\w은|\w\w의|\w\w에)"
    r"(?<!\w\w\w이|\w\w\w가|\w\w\w로|\w\w\w과|\w\w\w도)"
)
"""Behind a particle a new word begins: in 함수와 프로그램 there is no 와프."""

_WORDS: Final = re.compile(
    rf"[가-힣]+(?:{_GOES_ON}\s+[가-힣]+)*|[0-9]+(?:[.,][0-9]+)*|[A-Za-z][A-Za-z0-9]*|[^\W\d_가-힣]+"
)
_HUMPS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_HAS_HUMPS: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
_SIGNED: Final = re.compile(r"(?<![\w/$@])[$@/][A-Za-z]\w*")
_KNOWN_WORDS: Final = 100_000
_FIRST_LETTERS: Final = 2


class Phrase(NamedTuple):
    """Tokens that stand side by side; the last one may be only the beginning of its word."""

    tokens: tuple[str, ...]
    is_open: bool = False


NO_PHRASE: Final = Phrase(())
"""Nothing to look for."""

Place = tuple[int, int]
"""Where something stands in a text: its first character, and the one behind its last."""


def folded(text: str) -> str:
    """``text`` in NFC and small letters."""
    return normalize("NFC", text).lower()


def words_in(text: str) -> list[str]:
    """The words of the NFC of ``text`` in order: runs of syllables with the spaces in them, numbers, other words."""
    return _WORDS.findall(normalize("NFC", text))


def stream(words: Iterable[str]) -> str:
    """All tokens of the words in order, with spaces between."""
    return " ".join(map(_kept, words))


def parts(words: Iterable[str], text: str) -> str:
    """What the tokens of a text hide, each once: the words in camel case, and words with their sign, ``$latest``."""
    found = dict.fromkeys(filter(None, map(_hidden, words)))
    found |= dict.fromkeys(map(str.lower, _SIGNED.findall(text)))
    return " ".join(found)


def places(text: str) -> list[Place]:
    """Where each token of ``stream`` stands in the NFC of ``text``."""
    found: list[Place] = []
    for match in _WORDS.finditer(normalize("NFC", text)):
        word, start = match[0], match.start()
        if is_paired(word):
            found += _places_of_pairs(word, start)
        else:
            found.append(match.span())
    return found


def phrase_of(text: str) -> Phrase:
    """The phrase that finds ``text`` in a stream; without tokens if there is nothing to find."""
    words = words_in(text)
    tokens = stream(words).split()
    if not tokens or not is_paired(words[-1]):
        return Phrase(tuple(tokens))
    # The last syllable of a run is a token by itself only where the run ends: a word is the pairs before it, and
    # one of a single syllable is the beginning of whatever pair it begins.
    alone = len(words[-1]) == 1
    return Phrase(tuple(tokens), is_open=True) if alone else Phrase(tuple(tokens[:-1]))


def opened(text: str) -> Phrase:
    """The phrase that finds what begins with ``text``, while it is typed."""
    words = words_in(text)
    if not words or is_paired(words[-1]):
        return phrase_of(text)
    return Phrase((*stream(words[:-1]).split(), words[-1].lower().replace(",", "")), is_open=True)


def signed(text: str) -> tuple[Phrase, ...]:
    """The words with a sign in ``text``, as ``parts`` keeps them."""
    return tuple(Phrase((token.lower(),)) for token in _SIGNED.findall(text))


def humps(text: str) -> tuple[Phrase, ...]:
    """The words in camel case in ``text``, each as a phrase of its parts."""
    return tuple(Phrase(tuple(hidden.split())) for hidden in map(_hidden, words_in(text)) if hidden)


def is_paired(word: str) -> bool:
    """Whether a word is kept as pairs."""
    return "가" <= word[0] <= "힣"


def in_stream(phrase: Phrase) -> str:
    """What a phrase is in a stream that has a space at both ends."""
    return f" {' '.join(phrase.tokens)}{'' if phrase.is_open else ' '}"


def is_beginning(phrase: Phrase, whole: Phrase) -> bool:
    """Whether a phrase stands wherever ``whole`` does."""
    *before, last = phrase.tokens or ("",)
    *other, end = whole.tokens or ("",)
    return phrase == whole or (phrase.is_open and before == other and end.startswith(last))


def is_short(phrase: Phrase) -> bool:
    """Whether a phrase is no more than the first letters of a word, with which very many begin."""
    return phrase.is_open and len(phrase.tokens[-1]) <= _FIRST_LETTERS and phrase.tokens[-1].isascii()


def mentions(tokens: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in a stream that has a space at both ends: its first token and its last, as numbers."""
    shown = in_stream(phrase)
    place = tokens.find(shown)
    while place >= 0:
        first = tokens.count(" ", 0, place)
        yield first, first + len(phrase.tokens) - 1
        place = tokens.find(shown, place + 1)


@lru_cache(maxsize=_KNOWN_WORDS)
def _kept(word: str) -> str:
    if word[0] <= "9":
        return word.replace(",", "")
    if is_paired(word):
        run = "".join(word.split())
        return " ".join([*map("".join, pairwise(run)), run[-1]])
    small = word.lower()
    return stem(small) if small.isascii() else small


@lru_cache(maxsize=_KNOWN_WORDS)
def _hidden(word: str) -> str:
    """The parts of a word in camel case; nothing of another."""
    if not word.isascii() or _HAS_HUMPS.search(word) is None:
        return ""
    return " ".join(stem(part.lower()) for part in _HUMPS.findall(word))


def _places_of_pairs(run: str, start: int) -> list[Place]:
    """Those of its pairs, across the spaces in it, and of its last syllable."""
    syllables = [start + at for at, syllable in enumerate(run) if not syllable.isspace()]
    return [*((here, there + 1) for here, there in pairwise(syllables)), (syllables[-1], syllables[-1] + 1)]
