from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from studycli.material import reader
from studycli.material.files import MAX_BYTES
from studycli.material.reader import Items, Mapping, Node, Scalar, position, read_yaml
from tests.material.libraries import ALIAS_BOMB, MERGE_BOMB


def plain(node: Node) -> Any:
    """The structure of a node, all scalars as their text."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node.value


def lines(text: str | bytes) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.rule) for problem in read_yaml(text, "f.yaml").problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(b"a: 1\nb: x\xffy\n", (2, 5, "not-utf8"), id="not UTF-8"),
        pytest.param("가: 나\n".encode("euc-kr"), (1, 1, "not-utf8"), id="Korean legacy encoding"),
        pytest.param(b"\xef\xbb\xbfa: !x b", (1, 4, "tag"), id="a BOM takes no column"),
        pytest.param("a: b".encode("utf-16"), (1, 1, "not-utf8"), id="UTF-16"),
        pytest.param("가: \ufeff".encode() + b"\xff", (1, 5, "not-utf8"), id="columns count characters"),
        pytest.param("a:\n  b: c\n\td: e\n", (3, 1, "tab"), id="tab after spaces"),
        pytest.param("a:\n\tb: c\n", (2, 1, "tab"), id="tab first"),
        pytest.param("a:\n  \tb: c\n", (2, 3, "tab"), id="tab among spaces"),
        pytest.param("a: b\nc: d\na: e\n", (3, 1, "duplicate-key"), id="duplicate key"),
        pytest.param("a: b\n'a': c\n", (2, 1, "duplicate-key"), id="duplicate key, quoted"),
        pytest.param(ALIAS_BOMB, (1, 4, "alias"), id="alias bomb"),
        pytest.param("a: *b\n", (1, 4, "alias"), id="alias"),
        pytest.param("&a b: c\n", (1, 1, "alias"), id="anchor on a key"),
        pytest.param("a: &b {c: d}\n", (1, 4, "alias"), id="anchor on a mapping"),
        pytest.param(MERGE_BOMB, (2, 3, "merge-key"), id="merge key"),
        pytest.param("a: !!python/object:os.system x\n", (1, 4, "tag"), id="tag"),
        pytest.param("a: ! x\n", (1, 4, "tag"), id="empty tag"),
        pytest.param("a: !x [b]\n", (1, 4, "tag"), id="tag on a list"),
        pytest.param("[" * 60, (1, 41, "too-deep"), id="60 brackets"),
        pytest.param("{a: " * 30_000, (1, 161, "too-deep"), id="30,000 braces"),
        pytest.param("- " * 41 + "a", (1, 81, "too-deep"), id="41 lists"),
        pytest.param("# x\n%TAG !a! x\n---\na: b\n", (2, 1, "tag"), id="tag directive"),
        pytest.param("? [a, b]\n: c\n", (1, 3, "key-not-text"), id="list as key"),
        pytest.param("a: b\n---\nc: d\n", (2, 1, "several-documents"), id="two documents"),
        pytest.param("", (1, 1, "empty-file"), id="empty"),
        pytest.param("# nothing\n", (1, 1, "empty-file"), id="comment only"),
        pytest.param("---\n", (1, 1, "empty-file"), id="empty document"),
        pytest.param("\ufeff", (1, 1, "empty-file"), id="BOM only"),
        pytest.param("a: b\nc: x\x1b[31m\n", (2, 5, "control-character"), id="raw escape sequence"),
        pytest.param('a: b\nc: "\\e[31m"\n', (2, 4, "control-character"), id="written escape sequence"),
        pytest.param('"\\a": b\n', (1, 1, "control-character"), id="control character in a key"),
        pytest.param("a: b\n# \u202e\n", (2, 3, "control-character"), id="bidirectional control in a comment"),
        pytest.param('a: "\\u2066"\n', (1, 4, "control-character"), id="bidirectional control, written"),
        pytest.param("a: \u2028b\n", (1, 4, "control-character"), id="line separator"),
        pytest.param("a: \x85b\n", (1, 4, "control-character"), id="C1 control"),
        pytest.param("a: \x7fb\n", (1, 4, "control-character"), id="delete"),
        pytest.param("a: \ud800", (1, 4, "control-character"), id="half a surrogate"),
        pytest.param("a: " + "x" * MAX_BYTES, (1, 1, "too-large"), id="over 5 MB"),
        pytest.param("a: b: c\n", (1, 5, "yaml-syntax"), id="two colons"),
        pytest.param("a: 'b\n", (2, 1, "yaml-syntax"), id="open quote"),
        pytest.param("a: [b\n", (2, 1, "yaml-syntax"), id="open bracket"),
    ],
)  # fmt: skip
def test_a_bad_file_gives_one_problem_at_its_place(text: str | bytes, expected: tuple[int, int, str]) -> None:
    assert lines(text) == [expected]


def test_thirty_thousand_brackets_are_too_deep_wherever_the_parser_notices() -> None:
    ((line, _, rule),) = lines("[" * 30_000)
    assert (line, rule) == (1, "too-deep")


def test_a_file_of_just_five_megabytes_is_read() -> None:
    text = "a: " + "x" * (MAX_BYTES - 3)
    assert read_yaml(text, "f.yaml").problems == ()


def test_forty_levels_are_read() -> None:
    assert lines("[" * 40 + "]" * 40) == []


def test_problems_that_do_not_stop_reading_are_all_found() -> None:
    document = read_yaml('a: 1\na: 2\nb: "\\e"\nb: 3\n', "f.yaml")
    assert [problem.rule for problem in document.problems] == [
        "duplicate-key",
        "control-character",
        "duplicate-key",
    ]
    assert document.problems[0].params == {"key": "a", "first_line": 1}
    assert document.root is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(b"\xef\xbb\xbfa: b\n", {"a": "b"}, id="BOM"),
        pytest.param("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}, id="Windows line ends"),
        pytest.param("a: b\tc\n", {"a": "b\tc"}, id="tab in a text"),
        pytest.param("'<<': b\n", {"<<": "b"}, id="quoted merge key is a key"),
        pytest.param("a: No\nb: 12:30\n", {"a": "No", "b": "12:30"}, id="plain scalars stay as written"),
        pytest.param("a: 👩‍💻\n", {"a": "👩‍💻"}, id="joined emoji"),
        pytest.param('a: "\\u1112\\u1161"\n', {"a": "하"}, id="NFC of written escapes"),
        pytest.param("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}, id="directive and markers"),
    ],
)
def test_what_is_accepted(text: str | bytes, expected: object) -> None:
    document = read_yaml(text, "f.yaml")
    assert document.problems == ()
    assert document.root is not None
    assert plain(document.root) == expected


def test_texts_and_keys_come_out_composed() -> None:
    document = read_yaml(normalize("NFD", "한글: 각하\n"), "f.yaml")
    assert document.root is not None
    assert plain(document.root) == {"한글": "각하"}


def test_nodes_know_their_places() -> None:
    root = read_yaml("# first\na:\n  - 가: b\n    c: {d: e}\n", "f.yaml").root
    assert isinstance(root, Mapping)
    items = root.entries["a"]
    assert isinstance(items, Items)
    inner = items.items[0]
    assert isinstance(inner, Mapping)
    assert position(root) == (2, 1)
    assert position(inner) == (3, 5)
    assert position(inner.entries["가"]) == (3, 8)
    assert [position(key) for key in inner.keys.values()] == [(3, 5), (4, 5)]


def test_without_the_c_parser_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: ['1', x]\nb: |\n  y\n"
    expected = read_yaml(text, "f.yaml").root
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    root = read_yaml(text, "f.yaml").root
    assert root is not None
    assert expected is not None
    assert plain(root) == plain(expected)
    assert lines("a:\n\tb: c\n") == [(2, 1, "tab")]
    assert lines("[" * 30_000) == [(1, 41, "too-deep")]
    assert isinstance(root, Mapping)
    assert isinstance(root.entries["a"], Items)
    assert [bool(item.style) for item in root.entries["a"].items if isinstance(item, Scalar)] == [True, False]


words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1).map(
    lambda text: normalize("NFC", text)
)
documents = st.recursive(
    words, lambda inner: st.lists(inner) | st.dictionaries(words, inner), max_leaves=20
).filter(lambda value: not isinstance(value, str))


@given(documents)
def test_structure_is_that_of_safe_load(value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True)
    root = read_yaml(text, "f.yaml").root
    assert root is not None
    assert plain(root) == yaml.safe_load(text)


@given(
    st.text(st.characters(codec=None)) | st.binary() | st.text("ab:-[]{}&*!|>'\"%@\\#?, \n\t0~<", max_size=60)
)
@example("\ud800")
@example('"\\ud800"')
@example(b"\xff\xfe")
@example("a: \ufffe")
def test_nothing_makes_the_reader_raise(text: str | bytes) -> None:
    document = read_yaml(text, "f.yaml")
    assert (document.root is not None) or document.problems
