"""The one place where what a keyboard sends becomes the key names of ``events.Key``.

A Korean keyboard left on (2-beolsik) sends jamo: each stands for the Latin letter on the same key. An input method
may join several strokes into one syllable or compound jamo; it is taken apart again.
"""

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.key_binding.key_processor import KeyPress

_STROKES = (
    dict(zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop", strict=True))
    | dict(zip("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl", strict=True))
    | dict(zip("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm", strict=True))
    | dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True))
    | {"ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml"}
    | {"ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㄽ": "ft"}
    | {"ㄾ": "fx", "ㄿ": "fv", "ㅀ": "fg", "ㅄ": "qt"}
)
_NAMED = {
    "c-m": "enter",
    "c-j": "enter",  # Enter pressed before the terminal was in raw mode
    "c-i": "tab",
    "c-h": "backspace",
    "delete": "delete",
    "c-e": "ctrl-e",
    "c-n": "ctrl-n",
    "c-p": "ctrl-p",
    "c-r": "ctrl-r",
    "c-u": "ctrl-u",
    "c-w": "ctrl-w",
    "escape": "escape",
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "pageup": "pageup",
    "pagedown": "pagedown",
    "home": "home",
    "end": "end",
}
_PASTE = "<bracketed-paste>"
NAMES = frozenset({*_NAMED.values(), "space"})
"""Every key name longer than one character."""


def key_names(press: "KeyPress") -> tuple[str, ...]:
    """The keys that one prompt_toolkit key press stands for; none for what screens do not know (a paste)."""
    named = _NAMED.get(press.key)
    if named is not None:
        return (named,)
    return typed(press.key) if len(press.key) == 1 else ()


def written(press: "KeyPress") -> str:
    """What a press writes where text is taken down: a character as it was typed, a paste; nothing for other keys."""
    if press.key == _PASTE:
        return press.data
    if key_names(press) == ("space",):
        return " "
    return press.key if len(press.key) == 1 and press.key.isprintable() else ""


def typed(character: str) -> tuple[str, ...]:
    """The keys that were struck to type one character; none for a control character."""
    narrow = unicodedata.normalize("NFKC", character) if "\uff01" <= character <= "\uff5e" else character
    if narrow in {" ", "\u3000"}:
        return ("space",)
    if not narrow.isprintable():
        return ()
    parts = unicodedata.normalize("NFD", narrow) if "가" <= narrow <= "힣" else narrow
    return tuple("".join(_JAMO.get(part, part) for part in parts))


def _all_forms() -> dict[str, str]:
    """The strokes of each jamo in its compatibility, half-width and conjoining forms."""
    forms = {}
    for jamo, strokes in _STROKES.items():
        name = unicodedata.name(jamo).removeprefix("HANGUL LETTER ")
        for kind in ("LETTER", "CHOSEONG", "JUNGSEONG", "JONGSEONG"):
            with suppress(KeyError):
                forms[unicodedata.lookup(f"HANGUL {kind} {name}")] = strokes
        with suppress(KeyError):
            forms[unicodedata.lookup(f"HALFWIDTH HANGUL LETTER {name}")] = strokes
    return forms


_JAMO = _all_forms()
