"""``config.toml``: what a person prefers on this machine. Read strictly, written with its comments kept."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from studycli.errors import UsageError
from studycli.words import LANGUAGES


class Configuration(NamedTuple):
    """The preferences; None where nothing is set."""

    language: str | None = None
    material_language: str | None = None
    theme: str | None = None
    editor: str | None = None
    libraries: tuple[str, ...] = ()
    exam_cards: bool | None = None


class _Key(NamedTuple):
    """A key of the file: what it takes, in words of the format, and the test for it."""

    takes: str
    fits: Callable[[Any], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def is_code(value: object) -> bool:
    """Whether ``value`` is a two-letter code of a language."""
    return (
        isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha() and value.islower()
    )


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


THEMES = ("auto", "mono")
SWITCH: Mapping[str, bool] = {"true": True, "false": False}
"""The values of a key that is on or off."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "exam-cards": tuple(SWITCH),
}
"""Keys that take one of a few values."""

KEYS: Mapping[str, _Key] = {
    "language": _Key(" | ".join(LANGUAGES), lambda value: value in LANGUAGES),
    "material-language": _Key("ko | en | ..", is_code),
    "theme": _Key(" | ".join(THEMES), lambda value: value in THEMES),
    "editor": _Key("COMMAND", _is_text),
    "libraries": _Key("[FOLDER, ..]", _is_list),
    "exam-cards": _Key(" | ".join(SWITCH), lambda value: isinstance(value, bool)),
}


def read_configuration(path: Path) -> Configuration:
    """The configuration of ``path``; nothing set where there is no such file.

    Raises UsageError, naming file and key, for what is no TOML, an unknown key or a value that does not fit.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Configuration()
    except OSError as error:
        raise UsageError("configuration_unreadable", path=str(path), reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise UsageError("configuration_unreadable", path=str(path), reason=str(error)) from error
    import tomllib  # noqa: PLC0415 - only where there is a file

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError("configuration_unreadable", path=str(path), reason=str(error)) from error
    for name, value in values.items():
        check_key(path, name, value)
    fields = {name.replace("-", "_"): value for name, value in values.items()}
    return Configuration(**{**fields, "libraries": tuple(values.get("libraries", ()))})


def check_key(path: Path, name: str, value: object) -> None:
    """Raises UsageError if ``name`` is no key of the file, or does not take ``value``."""
    if name not in KEYS:
        raise UsageError("unknown_key", path=str(path), name=name, known=", ".join(KEYS))
    if not KEYS[name].fits(value):
        raise UsageError("bad_key_value", path=str(path), name=name, value=str(value), takes=KEYS[name].takes)


def write_configuration(
    path: Path, changes: Mapping[str, str | bool | list[str] | None], heading: str = ""
) -> None:
    """Set (or with None remove) keys of the file at ``path``, and make it, with a ``heading``, if there is none.

    The rest of the file, comments too, stays as it is; at every instant the old or the new file is there. A link
    is followed. Raises UsageError if a value does not fit or the file cannot be written.
    """
    import tomlkit  # noqa: PLC0415 - only where something is written

    from studycli.replacing import replace_text  # noqa: PLC0415

    for name, value in changes.items():
        if value is not None:
            check_key(path, name, value)
    try:
        target = path.resolve()
        text = target.read_text(encoding="utf-8") if target.exists() else f"# {heading}\n" * bool(heading)
        document = tomlkit.parse(text)
        for name, value in changes.items():
            if value is None:
                document.pop(name, None)
            else:
                document[name] = value
        replace_text(target, tomlkit.dumps(document))
    except OSError as error:
        raise UsageError("configuration_unwritable", path=str(path), reason=error.strerror) from error
