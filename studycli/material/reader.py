"""YAML text to nodes with positions, in one pass over the parser's events.

Strict, because material comes from others: no aliases, anchors, merge keys or tags (1 KB of them can hang a
reader that follows them), nothing deeper than 40, no control characters. Never raises: what is wrong comes back
as problems.
"""

import re
from typing import Any, Final, NamedTuple, Protocol, final
from unicodedata import is_normalized, normalize

import yaml
from yaml import events

from studycli.core.problems import MOST_PROBLEMS, Problem
from studycli.material.files import MAX_BYTES

MAX_DEPTH: Final = 40
_CLIPPED: Final = 40
_TOO_DEEP: Final = "exceeded maximum nesting depth"
"""What newer parsers say, which read ahead and stop by themselves before the events tell the depth."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and line ends
    "\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # separators, bidirectional controls
    "\ud800-\udfff\ufffe\uffff]"  # no characters at all
)


class Mark(Protocol):
    """A place in a file, counted from 0."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it on its line."""


Scalar = events.ScalarEvent
"""``value``, and ``style``: empty for a plain scalar. The parser's own object, so that a scalar costs nothing."""


@final
class Mapping:
    """A mapping: its values by key, and the keys, of equal ones the first."""

    __slots__ = ("entries", "keys", "start_mark")

    def __init__(self, start_mark: Mark) -> None:
        self.start_mark = start_mark
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}


@final
class Items:
    """A list of nodes."""

    __slots__ = ("items", "start_mark")

    def __init__(self, start_mark: Mark) -> None:
        self.start_mark = start_mark
        self.items: list[Node] = []


Node = Scalar | Mapping | Items


class Document(NamedTuple):
    """What was read: the root is None where a problem made going on pointless."""

    root: Node | None
    problems: tuple[Problem, ...]


def read_yaml(text: str | bytes, path: str) -> Document:
    """Read the one document in ``text``; ``path`` is its name in problems.

    Scalars come out in NFC. Everything that would be guessed (types of plain scalars) is left to the decoder.
    """
    build = _Build(path)
    try:
        root = build.read(_checked(text))
    except _RefusedError as refused:
        line, column, rule, params = refused.args
        build.problems.append(Problem(path, line, column, rule, params=params))
        root = None
    return Document(root, tuple(build.problems))


def position(node: Node) -> tuple[int, int]:
    """Line and column a node begins at, counted from 1."""
    mark: Any = node.start_mark
    return mark.line + 1, mark.column + 1


def clipped(value: str) -> str:
    """A value short enough to be named in a message of one line."""
    line = " ".join(value[:_CLIPPED].split())
    return line if len(value) <= _CLIPPED else f"{line}…"


class _RefusedError(Exception):
    """Reading cannot go on: line, column, rule, params."""


def _checked(text: str | bytes) -> str:
    """The text without its BOM, in size and free of forbidden characters."""
    if len(text) > MAX_BYTES:
        raise _RefusedError(1, 1, "too-large", {"megabytes": MAX_BYTES // 1_000_000})
    source = (_decoded(text) if isinstance(text, bytes) else text).removeprefix("\ufeff")
    if found := _FORBIDDEN.search(source):
        line, column = _place(source[: found.start()])
        raise _RefusedError(line, column, "control-character", {"code": _code(found[0])})
    # The parser compares each %TAG with all before it, which takes hours for a file full of them.
    if (place := f"\n{source}".find("\n%TAG")) >= 0:
        raise _RefusedError(*_place(source[:place]), "tag", {"tag": "%TAG"})
    return source


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode().removeprefix("\ufeff"))
        raise _RefusedError(line, column, "not-utf8", {"byte": f"0x{data[error.start]:02X}"}) from error


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


class _Build:
    """Folds the parser's events into nodes."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.parents: list[Mapping | Items] = []
        self.key: Scalar | None = None

    def read(self, source: str) -> Node:
        try:
            self._events(source)
        except yaml.YAMLError as error:
            raise _syntax_error(error, source) from error
        if self.root is None or (isinstance(self.root, Scalar) and not (self.root.value or self.root.style)):
            raise _RefusedError(1, 1, "empty-file", {})
        return self.root

    def _events(self, source: str) -> None:
        composed = is_normalized("NFC", source)
        careful = not composed or "\\" in source
        event: Any
        for event in yaml.parse(source, _LOADER):
            kind = type(event)
            if kind is Scalar:
                if event.anchor is not None or event.tag is not None:
                    _refuse_properties(event)
                if careful and (event.style == '"' or not composed):
                    self._clean(event)
                self._add(event)
            elif kind is events.MappingStartEvent:
                self._open(event, Mapping(event.start_mark))
            elif kind is events.SequenceStartEvent:
                self._open(event, Items(event.start_mark))
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                self.parents.pop()
            elif kind is events.AliasEvent:
                raise _refused(event, "alias")
            elif kind is events.DocumentStartEvent and self.root is not None:
                raise _refused(event, "several-documents")

    def _open(self, event: Any, node: Mapping | Items) -> None:
        _refuse_properties(event)
        if len(self.parents) == MAX_DEPTH:
            raise _refused(event, "too-deep", depth=MAX_DEPTH)
        self._add(node)
        self.parents.append(node)

    def _add(self, node: Node) -> None:
        if not self.parents:
            self.root = node
            return
        parent = self.parents[-1]
        if type(parent) is Items:
            parent.items.append(node)
        elif self.key is not None:
            parent.entries[self.key.value] = node
            self.key = None
        else:
            self._take_key(parent, node)

    def _take_key(self, parent: Mapping, node: Node) -> None:
        if type(node) is not Scalar:
            raise _refused(node, "key-not-text")
        key = node.value
        if key in parent.entries:
            first = position(parent.keys[key])[0]
            self._report(node, "duplicate-key", key=clipped(key), first_line=first)
        elif key == "<<" and not node.style:
            raise _refused(node, "merge-key")
        self.key = node
        parent.keys.setdefault(key, node)

    def _clean(self, scalar: Scalar) -> None:
        scalar.value = normalize("NFC", scalar.value)
        if found := _FORBIDDEN.search(scalar.value):
            self._report(scalar, "control-character", code=_code(found[0]))

    def _report(self, node: Node, rule: str, **params: object) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.path, *position(node), rule, params=params))


def _refused(node: Any, rule: str, **params: object) -> _RefusedError:
    return _RefusedError(*position(node), rule, params)


def _refuse_properties(event: Any) -> None:
    if event.anchor is not None:
        raise _refused(event, "alias")
    if event.tag is not None:
        raise _refused(event, "tag", tag=clipped(event.tag))


def _syntax_error(error: yaml.YAMLError, source: str) -> _RefusedError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return _RefusedError(1, 1, "yaml-syntax", {"detail": " ".join(str(error).split())})
    lines = source.splitlines()
    text = lines[mark.line] if mark.line < len(lines) else ""
    indent = text[: len(text) - len(text.lstrip())]
    if "\t" in indent:
        return _RefusedError(mark.line + 1, indent.index("\t") + 1, "tab", {})
    if getattr(error, "problem", None) == _TOO_DEEP:
        return _RefusedError(mark.line + 1, mark.column + 1, "too-deep", {"depth": MAX_DEPTH})
    detail = ", ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None))))
    return _RefusedError(mark.line + 1, mark.column + 1, "yaml-syntax", {"detail": detail})
