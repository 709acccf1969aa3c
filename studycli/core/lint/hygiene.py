"""Rules that ``check --fix`` mends: how a file is written, whatever it says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import is_normalized, normalize

from studycli.core.lint.markup import without_fences
from studycli.core.lint.material import Material, Place, passages
from studycli.core.lint.rule import Hit

_BREAK: Final = re.compile(r"^(.*\S {2,})\n(?=.*\S)", re.MULTILINE)
_TRAILING: Final = re.compile(r"[ \t]+(?=\r?$)")


def not_nfc(material: Material) -> Iterator[Hit]:
    """A line whose letters are not composed (macOS writes Hangul as jamo), so that no search finds it."""
    for path, raw in material.raw.items():
        if not is_normalized("NFC", raw):
            for number, line in enumerate(raw.split("\n"), start=1):
                if not is_normalized("NFC", line):
                    yield Hit(Place(path, number), {})


def trailing_space(material: Material) -> Iterator[Hit]:
    """Spaces at the end of a line or text; two of them within a text are a line break of Markdown."""
    texts = _texts_by_path(material)
    for path, raw in material.raw.items():
        composed = normalize("NFC", raw)
        lines = zip(composed.split("\n"), _without_trailing(composed, texts[path]).split("\n"), strict=True)
        for number, (line, bare) in enumerate(lines, start=1):
            if line != bare:
                yield Hit(Place(path, number), {})


def mended_spelling(material: Material, path: str) -> str:
    """A file with composed letters and no spaces at ends; the lines stay the same in number."""
    return _without_trailing(normalize("NFC", material.raw[path]), _texts_by_path(material)[path])


def _texts_by_path(material: Material) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for passage in passages(material):
        found[passage.place.path] += passage.text.by_language.values()
    return found


def _without_trailing(raw: str, texts: Sequence[str]) -> str:
    breaks = {match[1].lstrip() for body in texts for match in _BREAK.finditer(without_fences(body))}
    bare = "\n".join(
        line if line.rstrip("\r").lstrip() in breaks else _TRAILING.sub("", line) for line in raw.split("\n")
    )
    for body in texts:
        if body != body.rstrip(" \t"):
            bare = _without_quoted(bare, body.rpartition("\n")[2])
    return bare


def _without_quoted(raw: str, end: str) -> str:
    """A file without the spaces between the ``end`` of a text and its closing quote."""
    for quote in "\"'":
        raw = raw.replace(end + quote, end.rstrip() + quote)
    return raw


def missing_was(material: Material) -> Iterator[Hit]:
    """A new id for the texts of an old one that it does not list."""
    for place, old, new in material.renamed:
        yield Hit(place, {"old": old, "new": new})
