import json
import runpy
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from studycli.material.decode import Problems, decode
from studycli.material.files import Role, role_of, stamps
from studycli.material.reader import read_yaml
from studycli.material.schema import FILES, schema_of
from tests.material.test_decode import as_plain, values

ROOT = Path(__file__).parents[2]
MAKER = runpy.run_path(str(ROOT / "docs" / "make_schemas.py"))
VALIDATORS = {
    cls: Draft202012Validator(schema_of(cls), format_checker=FormatChecker(["date"]))
    for cls in FILES.values()
}
NAMES = {role: "questions" if role is Role.BANK else role.value for role in Role}
SHIPPED = list(stamps(ROOT))


def decodes(cls: type, document: object) -> bool:
    root = read_yaml(json.dumps(document, ensure_ascii=False), "f.yaml").root
    assert root is not None
    return decode(cls, root, Problems("f.yaml", ("ko", "en"))) is not None


def is_valid(cls: type, document: object) -> bool:
    return VALIDATORS[cls].is_valid(document)


def places(document: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a document with each of its keys or indices."""
    if isinstance(document, dict | list):
        for key in list(document) if isinstance(document, dict) else range(len(document)):
            yield document, key
            yield from places(document[key])


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schemas_are_fresh(name: str) -> None:
    path = MAKER["FOLDER"] / f"{name}.json"
    assert path.read_text(encoding="utf-8") == MAKER["text_of"](name), "run: make schemas"


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one_of_its_draft(name: str) -> None:
    Draft202012Validator.check_schema(schema_of(FILES[name]))


@pytest.mark.parametrize("path", SHIPPED)
def test_every_file_of_the_library_names_its_schema_in_the_first_line(path: str) -> None:
    first = (ROOT / path).read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../schemas/{NAMES[role_of(path)]}.json"


@given(values)
def test_what_the_decoder_takes_the_schema_takes(value: object) -> None:
    document = as_plain(value)
    assert decodes(type(value), document)
    assert is_valid(type(value), document)


BAD: list[object] = [
    0, 12, -1, 100_000, 1.5,
    True, None, "", " ", "Bad Id", "-x", "a.b", "a.b.c", "LA6", "http://x.y", "https://x y", "2026-02-30",
    "basic", "single", [], ["a"], {}, {"kind": "basic"}, {"kind": "what"}, {"ko": "x"}, {"KO": "x"},
]  # fmt: skip


@given(values, st.data())
def test_decoder_and_schema_agree_on_a_document_with_a_change(value: object, data: st.DataObject) -> None:
    cls, document = type(value), deepcopy(as_plain(value))
    container, key = data.draw(st.sampled_from([*places(document), (document, next(iter(document)))]))
    match data.draw(st.sampled_from(["replace", "remove", "add"])):
        case "replace":
            container[key] = data.draw(st.sampled_from(BAD))
        case "remove":
            del container[key]
        case _ if isinstance(container, dict):
            container["not-known"] = "x"
    assert decodes(cls, document) == is_valid(cls, document)


TEXT = {"ko": "가", "en": "A"}
ENTRY = {"id": "e", "kind": "basic", "front": TEXT, "back": TEXT}
NOTE = {"id": "n", "title": TEXT, "body": TEXT, "sources": [], "entries": [ENTRY]}
TOPIC = {"id": "t", "title": TEXT, "notes": [NOTE]}


def _topic(**entry: object) -> dict[str, object]:
    return {**TOPIC, "notes": [{**NOTE, "entries": [{**ENTRY, **entry}]}]}


@pytest.mark.parametrize(
    ("document", "sound"),
    [
        pytest.param(TOPIC, True, id="sound"),
        pytest.param(_topic(id="E"), False, id="capital in an id"),
        pytest.param(_topic(kind="cloze"), False, id="keys of another kind"),
        pytest.param(_topic(kind="what"), False, id="unknown kind"),
        pytest.param(_topic(front="A"), False, id="one text for all languages"),
        pytest.param(_topic(front={}), False, id="text in no language"),
        pytest.param(_topic(front={"en": " "}), False, id="blank text"),
        pytest.param(_topic(front={"en": 15}), False, id="number as text"),
        pytest.param(_topic(facts=["F-S3"]), True, id="capitals in the id of a fact"),
        pytest.param(_topic(line=3), False, id="a line is not written"),
        pytest.param({**TOPIC, "notes": {}}, False, id="no list"),
        pytest.param({"id": "t", "title": TEXT}, False, id="missing key"),
        pytest.param([], False, id="no mapping"),
    ],
)
def test_decoder_and_schema_agree_by_example(document: object, sound: bool) -> None:
    assert (decodes(FILES["topic"], document), is_valid(FILES["topic"], document)) == (sound, sound)


def test_editors_are_told_what_things_are() -> None:
    schema = schema_of(FILES["questions"])
    assert schema["$defs"]["question"]["description"].startswith("An exam item.")
    assert schema["$defs"]["question-use"]["enum"] == ["exam", "practice"]
    assert schema["$defs"]["question"]["properties"]["use"]["default"] == "exam"
