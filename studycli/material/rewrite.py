"""Adding to a file by its author's side: comments, order, quotes and layout of everything else stay.

Works on sound files only: the strict reader has refused aliases and the like before.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from ruamel.yaml.tag import Tag

from studycli.core.library import Text

Plain = str | bool | Text | Mapping[str, Any] | Sequence[Any]
"""What a new item is made of: names and switches, texts, mappings and lists."""

_INDENTS: Final = ((2, 4, 2), (2, 2, 0), (4, 4, 2), (4, 6, 4), (4, 4, 0))
"""Layouts of lists in mappings, the usual one first: widths of a mapping and of a list, place of the dash."""

_NEVER_WRAP: Final = 10_000_000


def composed(value: Mapping[str, Plain]) -> str:
    """A new file that says ``value``."""
    return _dumped(_styled(value), _INDENTS[0])


def appended(text: str, where: Sequence[str | int], item: Plain) -> str:
    """``text`` with ``item`` at the end of the list at ``where``, which is made if its last key is not there."""
    if "\r\n" in text:
        return appended(text.replace("\r\n", "\n"), where, item).replace("\n", "\r\n")
    layout = _layout_of(text)
    document = _yaml(layout).load(text)
    *path, name = where
    parent = document
    for step in path:
        parent = parent[step]
    if name not in parent:
        parent[name] = CommentedSeq()
    if not parent[name]:
        parent[name].fa.set_block_style()
    parent[name].append(_styled(item))
    return _comments_kept_below(text, _dumped(document, layout))


def with_former_ids(text: str, former: Mapping[int, Sequence[str]]) -> str:
    """``text`` with ids under ``was`` of the items whose own id is on the given lines, counted from 1."""
    layout = _layout_of(text)
    document = _yaml(layout).load(text)
    for item in _mappings(document):
        old = former.get(item.lc.value("id")[0] + 1, ()) if "id" in item else ()
        if old and "was" in item:
            item["was"].extend(old)
        elif old:
            names = CommentedSeq(old)
            names.fa.set_flow_style()
            item.insert(list(item).index("id") + 1, "was", names)
    return _dumped(document, layout)


def _mappings(node: Any) -> Iterator[CommentedMap]:
    """The mapping ``node`` and those within it."""
    if isinstance(node, CommentedMap):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _mappings(child)


def _layout_of(text: str) -> tuple[int, int, int]:
    """The layout in which writing the file again changes nothing."""
    same = (layout for layout in _INDENTS if _dumped(_yaml(layout).load(text), layout) == text)
    return next(same, _INDENTS[0])


def _comments_kept_below(old: str, new: str) -> str:
    """``new`` with the added lines above the blank lines and comments that led to what comes after them.

    A comment stands behind the last value before it, so what is added would come between it and the next item.
    """
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pairs = zip(before, after, strict=False)
    start = next((at for at, (one, other) in enumerate(pairs) if one != other), len(before))
    count = len(after) - len(before)
    if count <= 0 or before[start:] != after[start + count :]:
        return new
    added = after[start : start + count]
    dash = len(added[0]) - len(added[0].lstrip())
    place = start
    while place and _leads_on(before[place - 1], dash):
        place -= 1
    return "".join([*before[:place], *added, *before[place:]])


def _leads_on(line: str, dash: int) -> bool:
    content = line.lstrip()
    # Deeper than the dash it is a comment of the item before, or a line of its text.
    return not content or (content.startswith("#") and len(line) - len(content) <= dash)


def _styled(value: Any) -> Any:
    if isinstance(value, Text):
        return {language: _text(words) for language, words in value.by_language.items()}
    if isinstance(value, Mapping):
        return {key: _styled(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_styled(part) for part in value]
    return value


def _text(words: str) -> Any:
    return LiteralScalarString(words) if "\n" in words else DoubleQuotedScalarString(words)


class _Resolver(VersionedResolver):
    """Leaves dates as the text they are."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        tag = super().resolve(kind, value, implicit)
        return Tag(suffix="tag:yaml.org,2002:str") if str(tag).endswith(":timestamp") else tag


def _yaml(layout: tuple[int, int, int]) -> YAML:
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.preserve_quotes = True
    yaml.width = _NEVER_WRAP
    mapping, sequence, offset = layout
    yaml.indent(mapping=mapping, sequence=sequence, offset=offset)
    return yaml


def _dumped(document: Any, layout: tuple[int, int, int]) -> str:
    stream = io.StringIO()
    _yaml(layout).dump(document, stream)
    return stream.getvalue()
