"""What click says by itself, in our language: its gettext is replaced before it is imported."""

import gettext
from collections.abc import Mapping

_catalogue: Mapping[str, str] = {}


def translate_click(language: str) -> None:
    """From now on click speaks ``language``. Call before the first import of click: it binds gettext then.

    Without this gettext would look for catalogues on the disk at every text, and find none.
    """
    global _catalogue  # noqa: PLW0603 - click binds the function for good, the language may change in tests
    gettext.gettext = _text
    gettext.ngettext = _plural
    if language == "ko":
        from studycli.words.ko.click import CATALOGUE  # noqa: PLC0415 - only the chosen language

        _catalogue = CATALOGUE
    else:
        _catalogue = {}


def _text(message: str) -> str:
    return _catalogue.get(message, message)


def _plural(msgid1: str, msgid2: str, n: int) -> str:
    return _text(msgid1 if n == 1 else msgid2)
