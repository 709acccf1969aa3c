"""Every text a person reads, in Korean and English. Only the chosen language is imported.

One class of texts per part of the program (``words.model``), one instance per language: a text that a language
lacks is a type error.
"""

from studycli.words.model import Words

LANGUAGES = ("ko", "en")


def load(language: str) -> Words:
    """The texts in ``language``; English for one that we do not speak."""
    return Words(language if language in LANGUAGES else "en")
