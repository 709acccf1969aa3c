"""The number of a document: what it is and where it stands, so that what was found can be sorted without looking it up.

A document is one item in one language. The bits of its number, from the highest: the slot of its file, the place of its
note (or question) in the file, the ordinal (0 for the note itself, from 1 for the cards of the file), whether it is a
question, the place of its language in its library.
"""

from collections.abc import Iterable
from itertools import repeat
from operator import and_
from typing import Final, NamedTuple

from studycli.core.ledgers import Kind

_LANGUAGE_BITS: Final = 6
_ORDINAL_BITS: Final = 17
_PLACE_BITS: Final = 17

MOST_LANGUAGES: Final = 1 << _LANGUAGE_BITS
MOST_PLACES: Final = 1 << _PLACE_BITS
"""More than a file of the largest size can hold of notes, questions or cards."""

_QUESTION_BIT: Final = 1 << _LANGUAGE_BITS
_ORDINAL_SHIFT: Final = _LANGUAGE_BITS + 1
_PLACE_SHIFT: Final = _ORDINAL_SHIFT + _ORDINAL_BITS
_SLOT_SHIFT: Final = _PLACE_SHIFT + _PLACE_BITS
_ORDINALS: Final = (1 << _ORDINAL_BITS) - 1 << _ORDINAL_SHIFT
_PLACES_AND_ORDINALS: Final = _ORDINALS | MOST_PLACES - 1 << _PLACE_SHIFT
_LANGUAGES: Final = MOST_LANGUAGES - 1


class Address(NamedTuple):
    """What the number of a document says."""

    slot: int
    place: int
    ordinal: int
    kind: Kind
    language: int


def number_of(address: Address) -> int:
    """The number of a document."""
    slot, place, ordinal, kind, language = address
    is_question = kind is Kind.QUESTION
    return (
        slot << _SLOT_SHIFT
        | place << _PLACE_SHIFT
        | ordinal << _ORDINAL_SHIFT
        | is_question << _LANGUAGE_BITS
        | language
    )


def address_of(number: int) -> Address:
    """What the number of a document says."""
    ordinal = (number & _ORDINALS) >> _ORDINAL_SHIFT
    place = (number >> _PLACE_SHIFT) & MOST_PLACES - 1
    return Address(slot_of(number), place, ordinal, kind_of(number), number & _LANGUAGES)


def slot_of(number: int) -> int:
    """The slot of its file."""
    return number >> _SLOT_SHIFT


def item_of(number: int) -> int:
    """The number of its item: that of the document in the first language."""
    return number & ~_LANGUAGES


def items_of(numbers: Iterable[int]) -> set[int]:
    """The numbers of the items of many documents."""
    return set(map(and_, numbers, repeat(~_LANGUAGES)))


def note_of(number: int) -> int:
    """The number of the note of a card, in the same language; that of anything else."""
    return number & ~_ORDINALS


def is_first(number: int) -> bool:
    """Whether it is of the first note, or question, of its file."""
    return not number & _PLACES_AND_ORDINALS


def is_question(number: int) -> bool:
    """Whether it is of a question."""
    return bool(number & _QUESTION_BIT)


def is_note(number: int) -> bool:
    """Whether it is of a note."""
    return not number & (_ORDINALS | _QUESTION_BIT)


def kind_of(number: int) -> Kind:
    """What it is of."""
    if number & _QUESTION_BIT:
        return Kind.QUESTION
    return Kind.CARD if number & _ORDINALS else Kind.NOTE
