"""``check --fix``: mends what can be mended without knowing what is meant.

Letters and spaces are mended in the text of the file as it is; ``was`` goes in through ruamel.yaml, which keeps
comments, quotes and order. Nothing is written that would not read as the same material.
"""

import os
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from studycli.core.lint.hygiene import mended_spelling
from studycli.core.lint.material import Material, Renamed
from studycli.core.lint.register import FIXABLE
from studycli.core.problems import Problem
from studycli.errors import MaterialError
from studycli.material.compile import compile_file
from studycli.material.former import identities
from studycli.material.rewrite import with_former_ids
from studycli.material.store import Compiled
from studycli.replacing import replace_text

_AT_AN_END: Final = re.compile(r'(?: |\\t)+(?=\\n|")')
"""Spaces before the end of a line or text, as packed values have them."""


class Mended(NamedTuple):
    """What was done to one file: the rule, and how many of its problems are gone."""

    path: str
    rule: str
    problems: int


def mend(
    material: Material, found: Sequence[Problem], broken: Collection[str]
) -> tuple[list[Mended], list[MaterialError]]:
    """Mend what the lint ``found`` in a library, but for the files in ``broken``, which have problems of reading.

    Returns what was done, and why other files could not be mended.
    """
    done: list[Mended] = []
    refused: list[MaterialError] = []
    for path in sorted(material.raw.keys() - set(broken)):
        rules = Counter(each.rule for each in found if each.path == path and each.rule in FIXABLE)
        if not rules:
            continue
        try:
            _mend_file(material, path)
            done += [Mended(path, rule, count) for rule, count in sorted(rules.items())]
        except MaterialError as error:
            refused.append(error)
    return done, refused


def _mend_file(material: Material, path: str) -> None:
    raw = material.raw[path]
    spelt = mended_spelling(material, path)
    renamed = [each for each in material.renamed if each.place.path == path]
    text = _with_was(spelt, renamed) if renamed else spelt
    if not _says_the_same(material, path, raw, spelt, text):
        raise MaterialError("mend_refused", path=path)
    target = Path(path).resolve()
    try:
        if not os.access(target, os.W_OK) or not target.stat().st_mode & 0o222:
            raise MaterialError("file_read_only", path=path)
        replace_text(target, text)
    except OSError as error:
        raise MaterialError("file_unwritable", path=path, reason=error.strerror or str(error)) from error


def _says_the_same(material: Material, path: str, raw: str, spelt: str, text: str) -> bool:
    """Whether a reader finds no more than spaces at ends gone, and former ids come in."""
    before, after, last = (_compiled(material, path, each) for each in (raw, spelt, text))
    return (
        not last.problems
        and [_AT_AN_END.sub("", item.body) for item in before.items]
        == [_AT_AN_END.sub("", item.body) for item in after.items]
        and list(identities(after.items)) == list(identities(last.items))
        and before.cards == last.cards
    )


def _compiled(material: Material, path: str, text: str) -> Compiled:
    file = Path(path)
    return compile_file(f"{file.parent.name}/{file.name}", text.encode(), material.library.languages)


def _with_was(text: str, renamed: Sequence[Renamed]) -> str:
    """The file with the old id of each renamed item under ``was``."""
    old: defaultdict[int, list[str]] = defaultdict(list)
    for each in renamed:
        old[each.place.line].append(each.old)
    line_end = "\r\n" if "\r\n" in text else "\n"
    return with_former_ids(text.replace("\r\n", "\n"), old).replace("\n", line_end)
