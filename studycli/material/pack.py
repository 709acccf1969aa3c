"""Values of the material (``core.library``, ``notes``, ``bank``) as JSON rows of the cache, and back.

A dataclass is the list of its fields in order. A cache is read only by the version that wrote it (``store``), so
nothing here needs to outlive a change of the classes.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from studycli.core.library import Text

T = TypeVar("T")

Make = Callable[[Any], Any]
"""Makes a value of what JSON gave."""


def unpack(cls: type[T], text: str) -> T:
    """The value of class ``cls`` that ``pack`` wrote as ``text``."""
    return cast(T, _maker_of(cast(Any, cls))(json.loads(text)))


def unpack_field(cls: type, name: str, text: str) -> Any:
    """One field of the value that ``pack`` wrote as ``text``, without the making of the others."""
    place, make = _field_maker(cls, name)
    return make(json.loads(text)[place])


@cache
def _field_maker(cls: Any, name: str) -> tuple[int, Make]:
    return [field.name for field in fields(cls)].index(name), _maker(get_type_hints(cls)[name])


def _plain(value: object) -> object:
    return value.by_language if type(value) is Text else _fields_of(cast(Any, type(value)))(value)


pack: Callable[[object], str] = json.JSONEncoder(
    default=_plain, ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode
"""The JSON of a value: a dataclass, or lists and tuples of such."""


@cache
def _fields_of(cls: Any) -> Make:
    names = [field.name for field in fields(cls)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


@cache
def _maker_of(cls: Any) -> Make:
    hints = get_type_hints(cls)
    makers = [_maker(hints[field.name]) for field in fields(cls)]

    def make(values: list[Any]) -> Any:
        return cls(*[maker(value) for maker, value in zip(makers, values, strict=True)])

    return make


def _maker(hint: Any) -> Make:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Text:
        return Text
    if origin is tuple:
        return _tuple_maker(_maker(arguments[0]))
    if origin is UnionType:
        return _union_maker(arguments)
    if origin is Literal or hint in {str, bool, int}:
        return _itself
    return hint if issubclass(hint, Enum) else _maker_of(hint)


def _itself(value: Any) -> Any:
    return value


def _tuple_maker(maker: Make) -> Make:
    return lambda values: tuple([maker(value) for value in values])


def _union_maker(members: tuple[Any, ...]) -> Make:
    if NoneType in members:
        (member,) = (member for member in members if member is not NoneType)
        maker = _maker(member)
        return lambda value: None if value is None else maker(value)
    tag = [field.name for field in fields(members[0])].index("kind")
    makers = {get_args(get_type_hints(member)["kind"])[0]: _maker_of(member) for member in members}
    return lambda values: makers[values[tag]](values)
