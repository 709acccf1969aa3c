"""A line of text while it is typed: what is in it, and where its cursor is."""

import unicodedata
from typing import Final, NamedTuple

from studycli.ui.text import clean

_CHOSEONG_FIRST, _JONGSEONG_LAST = "\u1100", "\u11ff"


def joined(text: str, typed: str) -> str:
    """The text with what was typed or pasted behind it, on one line, jamo joined to syllables."""
    added = typed if typed.isprintable() else " ".join(typed.split())
    return unicodedata.normalize("NFC", text + clean(added))


class Line(NamedTuple):
    """``before`` and ``after`` the cursor."""

    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The whole line."""
        return self.before + self.after

    def typed(self, text: str, limit: int) -> "Line":
        """With ``text`` at the cursor, as far as ``limit`` characters have room."""
        room = max(0, limit - len(self.after))
        return Line(joined(self.before, text)[:room], self.after)

    def erased(self) -> "Line":
        """Without the character before the cursor, as a person counts characters."""
        return self._replace(before=self.before[: -last_size(self.before) or None])

    def deleted(self) -> "Line":
        """Without the character behind the cursor."""
        return self._replace(after=self.after[first_size(self.after) :])

    def word_erased(self) -> "Line":
        """Without the word before the cursor."""
        kept = self.before.rstrip()
        return self._replace(before=kept[: len(kept) - len(kept.rpartition(" ")[2])])

    def left(self) -> "Line":
        """With the cursor one character further left."""
        size = last_size(self.before)
        return Line(
            self.before[: len(self.before) - size], self.before[len(self.before) - size :] + self.after
        )

    def right(self) -> "Line":
        """With the cursor one character further right."""
        size = first_size(self.after)
        return Line(self.before + self.after[:size], self.after[size:])

    def at_start(self) -> "Line":
        """With the cursor before everything."""
        return Line("", self.text)

    def at_end(self) -> "Line":
        """With the cursor behind everything."""
        return Line(self.text, "")


EMPTY: Final = Line()
"""Nothing typed yet."""


def last_size(text: str) -> int:
    """How many code points the last character has as a person counts: marks and the jamo of a syllable belong to it."""
    size = min(1, len(text))
    while size < len(text) and _goes_on(text[-size - 1], text[-size]):
        size += 1
    return size


def first_size(text: str) -> int:
    """How many code points the first character has."""
    size = min(1, len(text))
    while size < len(text) and _goes_on(text[size - 1], text[size]):
        size += 1
    return size


def _goes_on(before: str, character: str) -> bool:
    """Whether ``character`` is a part of the one that ``before`` belongs to."""
    return unicodedata.category(character) in {"Mn", "Me", "Mc"} or (
        _is_jamo(before) and _is_jamo(character) and not _begins(character)
    )


def _is_jamo(character: str) -> bool:
    return _CHOSEONG_FIRST <= character <= _JONGSEONG_LAST


def _begins(character: str) -> bool:
    """Whether a conjoining jamo is a first consonant."""
    return character < "\u1160"
