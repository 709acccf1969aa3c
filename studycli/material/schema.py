"""JSON Schemas of the files of a library, for editors that check and complete while one writes.

Made from the classes of ``core.library``, ``notes`` and ``bank``, which are the format, and from the same tests that
the decoder makes. What only rules know (gaps, numbers of right options, the languages of a library) is left to
``studycli check``.
"""

import inspect
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from studycli.core import shapes
from studycli.core.bank import Bank
from studycli.core.blueprints import BlueprintList
from studycli.core.library import Library, Text
from studycli.core.notes import FactRegister, Topic
from studycli.core.search.aliases import AliasList
from studycli.material import decode

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

FILES: Final[Mapping[str, type]] = {
    "library": Library,
    "facts": FactRegister,
    "topic": Topic,
    "aliases": AliasList,
    "questions": Bank,
    "blueprints": BlueprintList,
}
"""The class of each schema, by the name of its file."""

Schema = dict[str, Any]

_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "bad-id": shapes.ID,
    "bad-fact-id": shapes.FACT_ID,
    "bad-card-id": shapes.CARD_ID,
    "bad-language": shapes.LANGUAGE,
    "not-https": shapes.URL,
    "bad-date": shapes.DAY,
}


def schema_of(cls: type) -> Schema:
    """The schema (draft 2020-12) of a file that holds one ``cls``."""
    definitions: dict[str, Schema] = {}
    body = _object(cls, definitions)
    return {"$schema": DRAFT, **body, "$defs": dict(sorted(definitions.items()))}


def _object(cls: Any, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(cls)
    plain = [field for field in fields(cls) if not field.metadata.get("position")]
    return {
        **_described(cls),
        "type": "object",
        "properties": {field.name: _property(cls, field, hints[field.name], definitions) for field in plain},
        "required": [field.name for field in plain if field.default is MISSING],
        "additionalProperties": False,
    }


def _property(cls: type, field: Field[Any], hint: Any, definitions: dict[str, Schema]) -> Schema:
    check = decode._check_of(cls, field.name)
    schema = _value(hint, _anchored(check.rule) if check else {}, definitions)
    if isinstance(field.default, str | bool):
        schema = {**schema, "default": field.default}
    return schema


def _value(hint: Any, pattern: Schema, definitions: dict[str, Schema]) -> Schema:
    """The schema of a value of type ``hint``; ``pattern`` is for the strings in it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        return {"type": "integer", "minimum": 0, "maximum": decode.MOST_NUMBER}
    if hint is str:
        return {"type": "string", **pattern}
    if origin is tuple:
        return {"type": "array", "items": _value(arguments[0], pattern, definitions)}
    if origin is Literal:
        return {"const": arguments[0]}
    if origin is UnionType:
        members = [member for member in arguments if member is not NoneType]
        each = [_value(member, pattern, definitions) for member in members]
        return each[0] if len(each) == 1 else {"type": "object", "required": ["kind"], "oneOf": each}
    return _reference(hint, definitions)


def _reference(cls: type, definitions: dict[str, Schema]) -> Schema:
    name = _kebab(cls.__name__)
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _definition(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _definition(cls: type, definitions: dict[str, Schema]) -> Schema:
    if cls is Text:
        return {
            **_described(cls),
            "type": "object",
            "minProperties": 1,
            "propertyNames": _anchored("bad-language"),
            "additionalProperties": {"type": "string", "pattern": r"\S"},
        }
    if issubclass(cls, Enum):
        return {**_described(cls), "type": "string", "enum": [member.value for member in cls]}
    assert is_dataclass(cls)  # noqa: S101 - the format has no other values
    return _object(cls, definitions)


def _anchored(rule: str) -> Schema:
    schema: Schema = {"pattern": f"^(?:{_PATTERNS[rule].pattern})$"}
    return {**schema, "format": "date"} if rule == "bad-date" else schema


def _described(cls: type) -> Schema:
    description = " ".join((inspect.getdoc(cls) or "").replace("``", "`").split())
    return {"title": _kebab(cls.__name__).replace("-", " ").capitalize(), "description": description}


def _kebab(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
