"""The words of a text as the index keeps them.

Spaces are optional in Korean, so a run of syllables is kept as its pairs, across the spaces in it, and its last
syllable: 보안 그룹 and 보안그룹 are both 보안 안그 그룹 룹. A word is then a phrase of pairs, found wherever it stands.
Words of other letters are kept whole, English ones as stems; numbers lose their thousands commas and stand apart
from their unit.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import normalize

from studycli.core.search.english import stem

_PAIRED: Final = "가-힣ぁ-ヿ㐀-鿿"
"""Scripts that are kept as pairs: Hangul syllables, and those written without spaces."""

_WORDS: Final = re.compile(
    rf"[{_PAIRED}](?:\s*[{_PAIRED}])*|[0-9]+(?:[.,][0-9]+)*|[a-z][a-z0-9]*|[^\W\d_{_PAIRED}]+"
)
_SPACES: Final = re.compile(r"\s+")
_CAMEL: Final = re.compile(r"\b(?=[A-Za-z]*(?:[a-z][A-Z]|[A-Z]{2}[a-z]{2}))[A-Za-z0-9]+")
_HUMPS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_SIGNED: Final = re.compile(r"(?<![\w/$@])[$@/][a-z]\w*")


class Phrase(NamedTuple):
    """Tokens that stand side by side; the last one may be only the beginning of its word."""

    tokens: tuple[str, ...]
    is_open: bool = False


class Placed(NamedTuple):
    """A token and where it stands in the text."""

    token: str
    start: int
    end: int


def folded(text: str) -> str:
    """``text`` in NFC and small letters, of the same length as its NFC."""
    text = normalize("NFC", text)
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small, text))


def stream(text: str) -> str:
    """All tokens of ``text`` in order, with spaces between."""
    return " ".join(map(_kept, _WORDS.findall(folded(text))))


def parts(text: str) -> str:
    """What the tokens of ``text`` hide, each once: the words in camel case, and words with their sign, ``$latest``."""
    found = dict.fromkeys(map(_humps, _CAMEL.findall(text)))
    found |= dict.fromkeys(_SIGNED.findall(folded(text)))
    return " ".join(found)


def placed(text: str) -> Iterator[Placed]:
    """The tokens of ``stream`` with their places in the NFC of ``text``."""
    for match in _WORDS.finditer(folded(text)):
        word = match[0]
        if is_paired(word):
            yield from _placed_pairs(word, match.start())
        else:
            yield Placed(_kept(word), *match.span())


def phrase_of(text: str) -> Phrase:
    """The phrase that finds ``text`` in a stream; without tokens if there is nothing to find."""
    words = _WORDS.findall(folded(text))
    tokens = [token for word in words for token in _kept(word).split()]
    if not tokens or not is_paired(words[-1]):
        return Phrase(tuple(tokens))
    # The last syllable of a word begins a pair unless the run ends with it: one alone must do for both.
    single = len(tokens[-2]) == 1 or not is_paired(tokens[-2]) if len(tokens) > 1 else True
    return Phrase(tuple(tokens), is_open=True) if single else Phrase(tuple(tokens[:-1]))


def opened(text: str) -> Phrase:
    """The phrase that finds what begins with ``text``, while it is typed."""
    words = _WORDS.findall(folded(text))
    if not words or is_paired(words[-1]):
        return phrase_of(text)
    tokens = [token for word in words[:-1] for token in _kept(word).split()]
    return Phrase((*tokens, words[-1].replace(",", "")), is_open=True)


def signed(text: str) -> tuple[Phrase, ...]:
    """The words with a sign in ``text``, as ``parts`` keeps them."""
    return tuple(Phrase((token,)) for token in _SIGNED.findall(folded(text)))


def is_paired(word: str) -> bool:
    """Whether a word is kept as pairs."""
    return bool(word) and ("가" <= word[0] <= "힣" or "ぁ" <= word[0] <= "鿿")


def _small(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


@lru_cache(maxsize=100_000)
def _kept(word: str) -> str:
    if word[0] <= "9":
        return word.replace(",", "")
    if is_paired(word):
        run = _SPACES.sub("", word)
        return " ".join([*map("".join, pairwise(run)), run[-1]])
    return stem(word) if word.isascii() else word


def _placed_pairs(run: str, start: int) -> Iterator[Placed]:
    places = [place for place, character in enumerate(run) if not character.isspace()]
    for here, following in pairwise(places):
        yield Placed(run[here] + run[following], start + here, start + following + 1)
    yield Placed(run[places[-1]], start + places[-1], start + places[-1] + 1)


def _humps(word: str) -> str:
    return " ".join(map(stem, map(str.lower, _HUMPS.findall(word))))
