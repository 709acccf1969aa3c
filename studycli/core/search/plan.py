"""A query as concepts: what is asked for, and under which names it may stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from studycli.core.search import english, korean
from studycli.core.search.names import MOST_WORDS, Name, is_telling, key_of, keys_of_words
from studycli.core.search.query import LastWord, Word
from studycli.core.search.tokens import (
    NO_PHRASE,
    Phrase,
    folded,
    humps,
    in_stream,
    is_beginning,
    is_short,
    opened,
    phrase_of,
    signed,
)

BASE: Final = 0.95
"""The worth of a word without its ending."""

UNSIGNED: Final = 0.3
"""The worth of ``latest`` where ``$LATEST`` was asked for."""

FIRST_LETTERS: Final = 0.5
"""The worth of a word that only begins with one or two letters which are typed."""

HUMPS: Final = 0.7
"""The worth of the words of ``ConsistentRead`` apart."""

_NO_NAMES: Final[Mapping[str, Sequence[Name]]] = {}

STOP_WORDS: Final = english.STOP_WORDS | korean.STOP_WORDS

_NUMBER: Final = re.compile(r"[0-9][0-9,.]*")
_UNITS_IN_FULL: Final = "bytes byte minutes minute seconds second hours hour days day months month years year"
_UNITS: Final = frozenset(_UNITS_IN_FULL.split())
_LONGEST_UNIT: Final = 3


class Variant(NamedTuple):
    """One way to name a concept, and its worth of at most 1."""

    phrase: Phrase
    weight: float


class Concept(NamedTuple):
    """One thing asked for: its words in the query, and how it may be named. Without a required one nothing is found."""

    text: str
    variants: tuple[Variant, ...]
    is_required: bool = False
    is_known: bool = False


def with_units(words: Sequence[Word]) -> Iterator[Word]:
    """The words, a number and its unit as one: ``10 GB``."""
    waiting: Word | None = None
    for word in words:
        if waiting and not word.is_exact and _is_unit(word.text):
            yield Word(f"{waiting.text} {word.text}")
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = word if _NUMBER.fullmatch(word.text) and not word.is_exact else None
        if not waiting:
            yield word
    if waiting:
        yield waiting


def _is_unit(text: str) -> bool:
    return text in _UNITS or (len(text) <= _LONGEST_UNIT and (text.isalpha() or text == "%"))


def spans(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and the last place, not included, of words that may be one name; the longest first at each place."""
    for first in range(len(words)):
        for last in range(min(len(words), first + MOST_WORDS), first, -1):
            if not any(word.is_exact for word in words[first:last]):
                yield first, last


def keys_in(words: Sequence[Word]) -> set[str]:
    """The keys of all names that may be meant."""
    return {key for span in spans(words) for key in _keys(words, span)}


def beginnings_in(words: Sequence[Word]) -> set[str]:
    """The beginnings of keys that are typed, if the last word goes on and is enough to guess it."""
    if not words or not is_telling(key_of(words[-1].text)):
        return set()
    return {_beginning(words, span) for span in spans(words) if span[1] == len(words)}


def concepts_of(
    words: Sequence[Word],
    names: Mapping[str, Sequence[Name]],
    last_word: LastWord = LastWord.WHOLE,
    begun: Mapping[str, Sequence[Name]] = _NO_NAMES,
) -> list[Concept]:
    """What the words ask for; ``names`` are the other names by key. Names of several words go first.

    ``begun`` are names by the beginning of a key, for what the query ends with. Words that say nothing are left out
    unless there are no others.
    """
    concepts = []
    idle = [_says_nothing(word) for word in words]
    done = 0
    for first, last in spans(words):
        if first < done:
            continue
        is_open = last == len(words) and last_word is LastWord.PREFIX
        found = next((names[key] for key in _keys(words, (first, last)) if key in names), None)
        meant = (
            begun.get(_beginning(words, (first, last))) if is_open and not (found or idle[last - 1]) else None
        )
        if not (found or meant) and (last > first + 1 or (idle[first] and not all(idle))):
            continue
        concepts.append(_concept(words[first:last], found or (), meant, is_open=is_open))
        done = last
    exact = [_exact(word) for word in words if word.is_exact]
    return [concept for concept in (*exact, *concepts) if concept.variants]


def _says_nothing(word: Word) -> bool:
    return not word.is_exact and folded(word.text).replace("'", "").replace("’", "") in STOP_WORDS


def _keys(words: Sequence[Word], span: tuple[int, int]) -> tuple[str, ...]:
    return keys_of_words([word.text for word in words[slice(*span)]])


def _exact(word: Word) -> Concept:
    phrase = phrase_of(word.text)
    return Concept(word.text, (Variant(phrase, 1.0),) if phrase.tokens else (), is_required=True)


def _beginning(words: Sequence[Word], span: tuple[int, int]) -> str:
    return key_of("".join(word.text for word in words[slice(*span)]))


def _concept(
    words: Sequence[Word], names: Sequence[Name], meant: Sequence[Name] | None, *, is_open: bool
) -> Concept:
    """``meant`` are names that the words are the beginning of: then they have no ending to be taken off."""
    text = " ".join(word.text for word in words)
    own = _as_typed(text, is_open=is_open)
    forms = () if meant else (Variant(phrase_of(form), BASE) for form in bases_of(text))
    others = [Variant(phrase_of(name.text), name.weight) for name in (*names, *(meant or ()))]
    return Concept(text, distinct([*own, *forms, *others]), is_known=bool(others))


def _as_typed(text: str, *, is_open: bool) -> Iterator[Variant]:
    with_sign = signed(text)
    yield from (Variant(phrase, 1.0) for phrase in with_sign)
    worth = UNSIGNED if with_sign else 1.0
    whole, begun = phrase_of(text), opened(text) if is_open else NO_PHRASE
    if begun.tokens:
        yield Variant(begun, worth * FIRST_LETTERS if is_short(begun) else worth)
    if is_short(begun) or not is_beginning(begun, whole):
        yield Variant(whole, worth)
    yield from (Variant(phrase, HUMPS) for phrase in humps(text))


def bases_of(text: str) -> Iterator[str]:
    """A word without its ending, also one of another script that has a particle: ``lambda는``."""
    syllables = 0
    while syllables < len(text) and "가" <= text[len(text) - syllables - 1] <= "힣":
        syllables += 1
    before, tail = text[: len(text) - syllables], text[len(text) - syllables :]
    if before and tail:
        rest = korean.without_particle(tail)
        if rest != tail:
            yield before + rest
    yield from (before + base for base in korean.bases(tail))


def distinct(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """Each phrase once, at its best worth."""
    best: dict[Phrase, float] = {}
    for phrase, weight in variants:
        if phrase.tokens:
            best[phrase] = max(weight, best.get(phrase, 0.0))
    return tuple(Variant(*each) for each in best.items())


def widest(variants: Sequence[Variant]) -> list[Variant]:
    """Those that find all there is: whatever names ``lambda function`` names ``lambda``, and at least as strongly.

    A name goes only if another in it is worth as much.
    """
    shown = [(in_stream(variant.phrase), variant) for variant in variants]
    return [
        narrow
        for text, narrow in shown
        if not any(
            wide is not narrow and part in text and wide.weight >= narrow.weight for part, wide in shown
        )
    ]
