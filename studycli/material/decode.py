"""Nodes to values, strictly: nothing is converted, nothing unknown is let through.

The fields of the dataclasses in ``core.library``, ``notes`` and ``bank`` are the format. One reading function is built
for each class, once. Every problem of a file is collected; a value with a problem is not to be used.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from studycli.core import rules, shapes
from studycli.core.library import Text
from studycli.core.notes import Fact
from studycli.core.problems import MOST_PROBLEMS, Problem
from studycli.material.reader import Items, Mapping, Node, Scalar, clipped, position

T = TypeVar("T")

_TYPED: Final = re.compile(
    r"~?|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""Plain scalars that are no text by the core schema of YAML 1.2 (§10.3.2)."""

MOST_NUMBER: Final = 99_999
_NUMBER: Final = re.compile("0|[1-9][0-9]{0,4}")


class Problems:
    """The problems of one file, as they are found; ``languages`` are those each text must have.

    ``broken`` says whether the file cannot be used, also for what was found after ``found`` was full. Problems to
    begin with are those of reading, which all break a file.
    """

    __slots__ = ("broken", "found", "languages", "path")

    def __init__(self, path: str, languages: tuple[str, ...], found: Iterable[Problem] = ()) -> None:
        self.path = path
        self.languages = languages
        self.found = list(found)
        self.broken = bool(self.found)

    def add(self, node: Node, rule: str, **params: object) -> None:
        """Note a problem at the place of ``node``."""
        self.broken = self.broken or rule not in rules.HARMLESS
        if not self.full:
            self.found.append(Problem(self.path, *position(node), rule, params=params))

    @property
    def full(self) -> bool:
        """Whether enough was found, and more is not worth the time."""
        return len(self.found) >= MOST_PROBLEMS


def decode(cls: type[T], node: Node, problems: Problems) -> T | None:
    """The value ``node`` says, None if it cannot be used; what is wrong with it goes into ``problems``."""
    value = _reader_of(cast(Any, cls))(node, problems)
    return None if problems.broken else value


Read = Callable[[Node, Problems], Any]
"""Reads one node. After a problem its result means nothing."""


class _Check(NamedTuple):
    rule: str
    holds: Callable[[str], bool]


_ID: Final = _Check("bad-id", shapes.is_id)
_FACT_ID: Final = _Check("bad-fact-id", shapes.is_fact_id)
_CHECKS: Final = {
    "id": _ID,
    "was": _ID,
    "topic": _ID,
    "topics": _ID,
    "domain": _ID,
    "facts": _FACT_ID,
    "tests": _Check("bad-card-id", shapes.is_card_id),
    "languages": _Check("bad-language", shapes.is_language),
    "url": _Check("not-https", shapes.is_https),
    "checked": _Check("bad-date", shapes.is_date),
}
"""What the strings of a field must look like, by the field's name."""


@cache
def _reader_of(cls: Any) -> Read:
    hints = get_type_hints(cls)
    plain = [field for field in fields(cls) if not field.metadata.get("position")]
    lines = [field.name for field in fields(cls) if field.metadata.get("position")]
    known = frozenset(field.name for field in plain)
    parts = [
        (field.name, _reader(hints[field.name], _check_of(cls, field.name)), field.default) for field in plain
    ]

    def read(node: Node, problems: Problems) -> Any:
        if type(node) is not Mapping:
            problems.add(node, "expected-mapping", keys=", ".join(field.name for field in plain))
            return None
        values = []
        entries = node.entries
        met = 0
        for name, read_part, default in parts:
            child = entries.get(name)
            if child is not None:
                met += 1
                values.append(read_part(child, problems))
            else:
                values.append(default)
                if default is MISSING:
                    problems.add(node, "missing-key", key=name)
        if met < len(entries):
            _report_unknown(node, known, problems)
        return cls(*values, **dict.fromkeys(lines, node.start_mark.line + 1))

    return read


def _check_of(cls: type, name: str) -> _Check | None:
    return _FACT_ID if (cls, name) == (Fact, "id") else _CHECKS.get(name)


def _report_unknown(node: Mapping, known: Iterable[str], problems: Problems) -> None:
    for name, key in node.keys.items():
        if name not in known:
            problems.add(key, "unknown-key", key=clipped(name), **_suggested(name, known, problems))


def _suggested(value: str, known: Iterable[str], problems: Problems) -> dict[str, object]:
    close = [] if problems.full else get_close_matches(clipped(value), known, n=1)
    return {"suggestion": close[0]} if close else {}


def _reader(hint: Any, check: _Check | None) -> Read:
    """The function that reads a value of type ``hint``."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Text:
        return _read_text
    if hint is bool:
        return _read_bool
    if hint is int:
        return _read_number
    if hint is str:
        return _string(check)
    if origin is tuple:
        return _items(_reader(arguments[0], check))
    if origin is Literal:
        return _choice({value: value for value in arguments})
    if origin is UnionType:
        return _union([member for member in arguments if member is not NoneType], check)
    if issubclass(hint, Enum):
        return _choice({member.value: member for member in hint})
    return _reader_of(hint)


def _union(members: list[Any], check: _Check | None) -> Read:
    return _reader(members[0], check) if len(members) == 1 else _tagged(members)


def _tagged(members: list[type]) -> Read:
    readers = {get_args(get_type_hints(member)["kind"])[0]: _reader_of(member) for member in members}

    def read(node: Node, problems: Problems) -> Any:
        if type(node) is not Mapping:
            problems.add(node, "expected-mapping", keys="kind")
            return None
        tag = node.entries.get("kind")
        if tag is None:
            problems.add(node, "missing-key", key="kind")
            return None
        chosen = readers.get(tag.value) if type(tag) is Scalar else None
        if chosen is None:
            _report_choice(tag, "unknown-kind", readers, problems)
            return None
        return chosen(node, problems)

    return read


def _choice(values: dict[str, Any]) -> Read:
    def read(node: Node, problems: Problems) -> Any:
        if type(node) is Scalar and node.value in values:
            return values[node.value]
        _report_choice(node, "unknown-value", values, problems)
        return None

    return read


def _report_choice(node: Node, rule: str, known: Iterable[str], problems: Problems) -> None:
    if type(node) is not Scalar:
        problems.add(node, "expected-scalar")
        return
    suggestion = _suggested(node.value, known, problems)
    problems.add(node, rule, value=clipped(node.value), known=", ".join(known), **suggestion)


def _items(read_item: Read) -> Read:
    def read(node: Node, problems: Problems) -> Any:
        if type(node) is not Items:
            problems.add(node, "expected-list")
            return ()
        return tuple([read_item(item, problems) for item in node.items])

    return read


def _string(check: _Check | None) -> Read:
    def read(node: Node, problems: Problems) -> str:
        if type(node) is not Scalar:
            problems.add(node, "expected-scalar")
            return ""
        value = node.value
        if not node.style and _TYPED.fullmatch(value):
            problems.add(node, "quote-it", value=clipped(value))
        elif check is not None and not check.holds(value):
            problems.add(node, check.rule, value=clipped(value))
        return value

    return read


def _read_bool(node: Node, problems: Problems) -> bool:
    if type(node) is Scalar and not node.style and node.value in {"true", "false"}:
        return node.value == "true"
    problems.add(node, "expected-bool")
    return False


def _read_number(node: Node, problems: Problems) -> int:
    if type(node) is Scalar and not node.style and _NUMBER.fullmatch(node.value):
        return int(node.value)
    problems.add(node, "expected-number", most=MOST_NUMBER)
    return 0


def _read_text(node: Node, problems: Problems) -> Text | None:
    if type(node) is not Mapping:
        problems.add(node, "expected-languages", languages=", ".join(problems.languages))
        return None
    texts: dict[str, str] = {}
    entries = node.entries
    if not entries:
        problems.add(node, "empty-text")
        return None
    for language in problems.languages:
        child = entries.get(language)
        if child is None:
            problems.add(node, "missing-language", language=language)
        else:
            texts[language] = _read_words(child, problems)
    if len(texts) < len(entries):
        _report_languages(node, problems)
    return Text(texts)


def _read_words(node: Node, problems: Problems) -> str:
    if type(node) is not Scalar:
        problems.add(node, "expected-scalar")
        return ""
    if not node.style and _TYPED.fullmatch(node.value):
        problems.add(node, "quote-it", value=clipped(node.value))
    elif not node.value or node.value.isspace():
        problems.add(node, "empty-text")
    return node.value


def _report_languages(node: Mapping, problems: Problems) -> None:
    known = ", ".join(problems.languages)
    for name, key in node.keys.items():
        if name not in problems.languages:
            problems.add(key, "unknown-language", language=clipped(name), known=known)
