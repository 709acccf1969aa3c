"""Text from outside made safe for a screen whose cells are counted."""

import re

_TAB = "    "
_FIRST_REGIONAL_INDICATOR = 0x1F1E6

# Control characters; what is invisible or steers direction; variation selectors, joiners and skin tones, on
# whose width terminals, Rich and prompt_toolkit disagree; surrogates, which cannot be encoded.
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")


def clean(text: str) -> str:
    """The text without anything but line feeds that a terminal would obey or count differently from us.

    Tabs become four spaces, flag emoji their letters, a no-break space a plain one.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\t", _TAB).replace("\xa0", " ")
    return _FLAG.sub(_flag_letter, _DROPPED.sub("", text))


def _flag_letter(match: re.Match[str]) -> str:
    return chr(ord(match[0]) - _FIRST_REGIONAL_INDICATOR + ord("A"))
