"""Which language to speak: option, variable, configuration, locale, English."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from studycli.errors import UsageError
from studycli.words import LANGUAGES

FALLBACK = "en"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Spoken(NamedTuple):
    """The language of the program, and what was wrong with the wish for another."""

    language: str
    error: UsageError | None = None


def spoken_language(argv: Sequence[str], env: Mapping[str, str], configured: str | None) -> Spoken:
    """The language of everything printed, help texts included, known before the commands are built.

    A wish that cannot be met is returned as the error, to be told in the language that comes next.
    """
    wishes = (("--language", _option(argv)), ("STUDYCLI_LANG", env.get("STUDYCLI_LANG") or None))
    error = None
    for name, wish in wishes:
        if wish in LANGUAGES:
            return Spoken(wish, error)
        if wish is not None and error is None:
            error = UsageError("unknown_language", name=name, value=wish, known=", ".join(LANGUAGES))
    return Spoken(configured or _of_locale(env), error)


def _option(argv: Sequence[str]) -> str | None:
    """The value of ``--language`` among the options before the command."""
    words = iter(argv)
    for word in words:
        if word == "--language":
            return next(words, None)
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--material-language":
            next(words, None)
        elif not word.startswith("-"):
            return None
    return None


def _of_locale(env: Mapping[str, str]) -> str:
    """The language of the first locale variable that is set."""
    locale = next((env[name] for name in _LOCALE_VARIABLES if env.get(name)), "")
    language = locale.split("_")[0].split(".")[0].lower()
    return language if language in LANGUAGES else FALLBACK
