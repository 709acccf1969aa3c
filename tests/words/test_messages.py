import ast
import inspect
import string
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

import studycli
from studycli.words import LANGUAGES, load
from studycli.words.model import Words

SOURCES = sorted(Path(studycli.__file__).parent.rglob("*.py"))
ERRORS = {"StudyError", "UsageError", "MaterialError", "LogError"}


def _raised() -> Iterator[tuple[str, frozenset[str]]]:
    """Every message id given to an error anywhere in the source, with the names of its parameters."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                first = node.args[0] if node.args else None
                assert isinstance(first, ast.Constant), (
                    f"{path.name}:{node.lineno}: the message id is no literal"
                )
                yield str(first.value), frozenset(keyword.arg or "**" for keyword in node.keywords)


RAISED = sorted(set(_raised()), key=lambda raised: (raised[0], sorted(raised[1])))


def _placeholders(template: str) -> frozenset[str]:
    return frozenset(name.split("!")[0] for _, name, _, _ in string.Formatter().parse(template) if name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("message_id", "params"), RAISED, ids=[message_id for message_id, _ in RAISED])
def test_every_error_that_is_raised_has_a_text_its_parameters_fill(
    language: str, message_id: str, params: frozenset[str]
) -> None:
    template = getattr(load(language).errors, message_id)
    assert _placeholders(template) <= params
    assert "\n" not in template


def test_every_text_of_an_error_is_used() -> None:
    assert {message_id for message_id, _ in RAISED} == set(load("en").errors._fields)


def _texts(value: Any, place: str = "words") -> Iterator[tuple[str, Any]]:
    if hasattr(value, "_fields"):
        for name in value._fields:
            yield from _texts(getattr(value, name), f"{place}.{name}")
    else:
        yield place, value


def _shape(value: object) -> object:
    return tuple(inspect.signature(value).parameters) if callable(value) else _placeholders(str(value))


def test_both_languages_have_the_same_texts_with_the_same_placeholders() -> None:
    shapes: list[dict[str, object]] = []
    for language in LANGUAGES:
        words = load(language)
        parts = [name for name, value in vars(Words).items() if isinstance(value, cached_property)]
        texts = (text for part in parts for text in _texts(getattr(words, part), part))
        shapes.append({place: _shape(text) for place, text in texts})
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_korean_is_korean_and_english_is_not(language: str) -> None:
    def is_korean(text: str) -> bool:
        return any("가" <= character <= "힣" for character in text)

    told = [text for place, text in _texts(load(language).errors) if isinstance(text, str)]
    assert {is_korean(text) for text in told} == {language == "ko"}
