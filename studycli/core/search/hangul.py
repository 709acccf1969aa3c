"""Hangul syllables taken apart (Unicode 15, §3.12)."""

from typing import Final

_INITIALS: Final[str] = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS: Final[tuple[str, ...]] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST: Final = ord("가")
_FINALS_OF_ONE_VOWEL: Final = len(_FINALS)
_SYLLABLES_OF_ONE_INITIAL: Final = len(_VOWELS) * len(_FINALS)


def is_syllable(character: str) -> bool:
    """Whether a character is a whole syllable."""
    return "가" <= character <= "힣"


def initials(text: str) -> str:
    """``text`` with every syllable replaced by its initial consonant."""
    return "".join(map(_initial, text))


def are_initials(text: str) -> bool:
    """Whether ``text`` is nothing but initial consonants."""
    return bool(text) and all(character in _INITIALS for character in text)


def jamo(text: str) -> str:
    """``text`` with every syllable replaced by its letters, as many as one types."""
    return "".join(map(_jamo, text))


def without_final(syllable: str) -> str:
    """The syllable without its final consonant."""
    place = ord(syllable) - _FIRST
    return chr(_FIRST + place - place % _FINALS_OF_ONE_VOWEL)


def final_of(syllable: str) -> str:
    """The final consonant of a syllable, empty if it has none."""
    return _FINALS[(ord(syllable) - _FIRST) % _FINALS_OF_ONE_VOWEL]


def _initial(character: str) -> str:
    if not is_syllable(character):
        return character
    return _INITIALS[(ord(character) - _FIRST) // _SYLLABLES_OF_ONE_INITIAL]


def _jamo(character: str) -> str:
    if not is_syllable(character):
        return character
    place = ord(character) - _FIRST
    vowel = place % _SYLLABLES_OF_ONE_INITIAL // _FINALS_OF_ONE_VOWEL
    return _initial(character) + _VOWELS[vowel] + _FINALS[place % _FINALS_OF_ONE_VOWEL]
