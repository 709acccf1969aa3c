"""What a person asks for."""

import re
from enum import Enum, auto
from typing import Final, NamedTuple
from unicodedata import normalize

from studycli.core.ledgers import Kind

KINDS: Final = (Kind.NOTE, Kind.CARD, Kind.QUESTION)
"""What can be found."""

MOST_WORDS: Final = 32
MOST_CHARACTERS: Final = 1000
"""More of a query adds time and nothing to the answer."""

_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_AROUND: Final = re.compile(r"^[^\w$@/.]+|[\W_]+$")
_PARTS: Final = re.compile(r'(-?)"([^"]*)"?|(\S+)')


class LastWord(Enum):
    """Whether the last word is known to be finished, or is still being typed and may be the beginning of one."""

    WHOLE = auto()
    PREFIX = auto()


class Word(NamedTuple):
    """One word, or the words of an exact phrase, which must be there as they stand."""

    text: str
    is_exact: bool = False


class Query(NamedTuple):
    """Words to find, best all of them; ``without`` are words that must not be there.

    ``topic`` is a short or full id; ``kinds`` are some of ``KINDS``.
    """

    words: tuple[Word, ...]
    without: tuple[Word, ...] = ()
    topic: str | None = None
    kinds: frozenset[Kind] = frozenset(KINDS)
    last_word: LastWord = LastWord.WHOLE


def parse(
    text: str,
    *,
    without: tuple[str, ...] = (),
    topic: str | None = None,
    kinds: frozenset[Kind] = frozenset(KINDS),
    last_word: LastWord = LastWord.WHOLE,
) -> Query:
    """The query that ``text`` says: words, ``"exact phrases"``, ``-word`` and ``-"phrase"`` for what must not be there.

    Never raises: a quote left open ends with the text, a sign without a word says nothing. ``without`` are more
    texts of words that must not be there.
    """
    wanted: list[Word] = []
    unwanted: list[Word] = []
    for match in _PARTS.finditer(normalize("NFC", text)[:MOST_CHARACTERS].translate(_QUOTES)):
        minus, phrase, word = match.groups()
        if phrase is not None:
            (unwanted if minus else wanted).append(Word(phrase, is_exact=True))
        elif word.startswith("-") and not word.startswith("--"):
            unwanted.append(Word(_bare(word)))
        else:
            wanted.append(Word(_bare(word)))
    unwanted += [Word(normalize("NFC", each)[:MOST_CHARACTERS]) for each in without]
    return Query(
        tuple(word for word in wanted if _says_something(word))[:MOST_WORDS],
        tuple(word for word in unwanted if _says_something(word))[:MOST_WORDS],
        topic,
        kinds,
        last_word,
    )


def _bare(word: str) -> str:
    """The word without the signs around it, but for those in front that belong to it: ``$LATEST``, ``/tmp``."""
    return _AROUND.sub("", word)


def _says_something(word: Word) -> bool:
    return any(map(str.isalnum, word.text))
