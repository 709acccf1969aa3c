from copy import deepcopy
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.library import Text
from studycli.material.files import stamps
from studycli.material.reader import Items, Mapping, Node, read_yaml
from studycli.material.rewrite import appended, composed
from tests.material.test_decode import as_plain, values

ROOT = Path(__file__).parents[2]
SHIPPED = list(stamps(ROOT))

FILE = """\
# Mine, all of it
id: sqs  # the service
title: {ko: 큐, en: 'Queues'}

notes:
  # The first
  - id: limits
    title: {ko: "한도", en: Limits}
    checked: 2026-10-31
    right: true
    entries:
      - id: a
        text: |
          Text
          # no comment
        # about the text

# The second

  - id: order
    other: []
"""


def plain(node: Node | None) -> Any:
    """Everything as the strict reader has it, values as they are written."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    assert node is not None
    return node.value


def read(text: str) -> Any:
    document = read_yaml(text, "f.yaml")
    assert document.problems == ()
    return plain(document.root)


def test_an_item_goes_to_the_end_of_its_list_and_above_what_leads_on() -> None:
    text = appended(FILE, ("notes", 0, "entries"), {"id": "b", "front": Text({"ko": "앞"})})
    added = '      - id: b\n        front:\n          ko: "앞"\n'
    assert text == FILE.replace("        # about the text\n", "        # about the text\n" + added)


def test_an_item_goes_to_the_end_of_the_file() -> None:
    assert appended(FILE, ("notes",), {"id": "b"}) == FILE + "  - id: b\n"


def test_an_empty_list_becomes_one_of_dashes() -> None:
    assert appended(FILE, ("notes", 1, "other"), {"id": "b"}) == FILE.replace(
        "    other: []\n", "    other:\n      - id: b\n"
    )


def test_a_list_that_is_not_there_is_made() -> None:
    text = appended(FILE, ("notes", 1, "entries"), {"id": "b"})
    assert text == FILE + "    entries:\n      - id: b\n"


def test_a_list_in_brackets_stays_in_brackets() -> None:
    text = appended("a: [{id: x, b: c}] # e\n", ("a",), {"id": "y", "d": "e"})
    assert text == "a: [{id: x, b: c}, {id: y, d: e}] # e\n"


@pytest.mark.parametrize(
    "file",
    [
        pytest.param("notes:\n- id: a\n  list:\n  - x\n", id="dashes below the key"),
        pytest.param("notes:\n  - id: a\n    list:\n      - x\n", id="dashes indented"),
        pytest.param("notes:\n    - id: a\n      list:\n          - x\n", id="four spaces"),
    ],
)
def test_the_layout_of_the_file_goes_on(file: str) -> None:
    dash = file.splitlines()[1].partition("id")[0]
    assert appended(file, ("notes",), {"id": "b"}) == f"{file}{dash}id: b\n"


def test_line_ends_of_windows_stay() -> None:
    text = appended(FILE.replace("\n", "\r\n"), ("notes",), {"id": "b"})
    assert text == (FILE + "  - id: b\n").replace("\n", "\r\n")


@pytest.mark.parametrize("name", ["15", "true", "null", "0x1f", "1e5", "no", "2026-10-31", "12:30"])
def test_a_name_that_yaml_would_take_for_something_else_is_quoted(name: str) -> None:
    root = yaml.load(composed({"id": name}), yaml.BaseLoader)
    assert root == {"id": name}
    quoted = composed({"id": name}) == f"id: '{name}'\n"
    assert quoted == (name not in {"no", "2026-10-31", "12:30"})


@pytest.mark.parametrize("path", SHIPPED)
def test_nothing_else_of_a_shipped_file_changes(path: str) -> None:
    before = (ROOT / path).read_text(encoding="utf-8")
    (key,) = {"notes", "questions", "facts", "topics", "aliases", "blueprints"} & read(before).keys()
    lines = appended(before, (key,), {"id": "added"}).splitlines()
    lines.remove("  - id: added")
    assert lines == before.splitlines()


words = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")) | st.just("\n"), min_size=1
)
names = st.from_regex("[a-z0-9][a-z0-9-]{0,5}", fullmatch=True)
items = st.fixed_dictionaries({"id": names, "text": words.map(lambda text: Text({"ko": text}))})


def _lists(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    else:
        return []
    own = [path] if isinstance(value, list) and path else []
    return own + [found for key, part in parts for found in _lists(part, (*path, key))]


@given(values, items, st.booleans(), st.data())
def test_a_reader_finds_what_was_there_and_the_item(
    value: object, item: dict[str, Any], in_flow: bool, data: st.DataObject
) -> None:
    before = yaml.safe_dump(as_plain(value), allow_unicode=True, default_flow_style=in_flow, sort_keys=False)
    expected = deepcopy(read(before))
    where = data.draw(st.sampled_from(_lists(expected)))
    place = expected
    for step in where:
        place = place[step]
    place.append(read(composed(item)))
    assert place[-1] == {"id": item["id"], "text": {"ko": read(composed(item))["text"]["ko"]}}
    assert read(appended(before, where, item)) == expected


@given(words)
def test_a_text_comes_back_as_it_was_written(text: str) -> None:
    assert read(composed({"text": Text({"ko": text})}))["text"]["ko"] == normalize("NFC", text)
