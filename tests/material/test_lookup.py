import sqlite3
from pathlib import Path

import pytest

from studycli.errors import MaterialError
from studycli.material.shelf import Shelf
from tests.material.libraries import LIBRARY, basic, library, topic, write
from tests.material.shelves import opened


def test_a_former_id_leads_to_the_card_it_became(golden: Shelf) -> None:
    renames = golden.renames()
    assert renames
    for old, new in renames.items():
        assert golden.resolve_card(old) == new
        assert golden.resolve_card(old.partition("/")[2]) == new


def test_a_short_id_is_resolved_where_it_is_unique(golden: Shelf) -> None:
    assert golden.resolve_card("ddb-dax") == "golden/ddb-dax"
    assert golden.resolve_card("golden/ddb-dax.reversed") == "golden/ddb-dax.reversed"


@pytest.mark.parametrize(
    ("name", "message_id", "params"),
    [
        ("ddb-dux", "item_unknown_close", {"name": "ddb-dux", "close": "golden/ddb-dax"}),
        ("zzzzzz", "item_unknown", {"name": "zzzzzz"}),
        ("other/ddb-dax", "item_unknown_close", {"name": "other/ddb-dax", "close": "golden/ddb-dax"}),
        ("lambda-memory", "item_unknown_close", None),
        ("", "item_unknown", None),
        ("/", "item_unknown", None),
    ],
)
def test_a_card_that_is_not_there(
    golden: Shelf, name: str, message_id: str, params: dict[str, object] | None
) -> None:
    with pytest.raises(MaterialError) as caught:
        golden.resolve_card(name)
    assert caught.value.message_id == message_id
    assert params is None or caught.value.params == params


def test_an_ambiguous_card_lists_its_full_ids(cache: sqlite3.Connection, small: Path, tmp_path: Path) -> None:
    other = library(tmp_path / "other", a=topic("a", basic("a1")))
    write(other, "content/library.yaml", LIBRARY.replace("small", "other"))
    shelf = opened(cache, small, other)
    with pytest.raises(MaterialError) as caught:
        shelf.resolve_card("a1")
    assert caught.value.message_id == "item_ambiguous"
    assert caught.value.params == {"name": "a1", "ids": "small/a1, other/a1"}
    assert shelf.resolve_card("other/a1") == "other/a1"
    assert shelf.card("other/a1").library == "other"


@pytest.mark.parametrize("name", ["b1", "small/b1", "b1.reversed"])
def test_a_card_in_a_broken_file_names_the_file(cache: sqlite3.Connection, small: Path, name: str) -> None:
    file = write(small, "content/b.yaml", topic("b", basic("b1", ", x: y")))
    shelf = opened(cache, small)
    with pytest.raises(MaterialError) as caught:
        shelf.resolve_card(name)
    assert caught.value.message_id == "item_in_broken_file"
    assert caught.value.params == {"name": name, "path": str(file)}


@pytest.mark.parametrize("name", ["golden/nothing", "nothing", "other/lambda-limits"])
def test_other_items_that_are_not_there(golden: Shelf, name: str) -> None:
    for look in (golden.card, golden.note, golden.question):
        with pytest.raises(MaterialError, match="item_unknown"):
            look(name)


@pytest.mark.parametrize("name", ["a\udcff", "small/a\udcff", "\udcff/a1"])
def test_a_name_that_is_not_utf_8_is_unknown(cache: sqlite3.Connection, small: Path, name: str) -> None:
    shelf = opened(cache, small)
    with pytest.raises(MaterialError, match="item_unknown"):
        shelf.resolve_card(name)
    with pytest.raises(MaterialError, match="item_unknown"):
        shelf.card(name)


@pytest.mark.parametrize("name", ["a-note", "small/a-note", "older", "small/older"])
def test_a_note_is_found_by_its_own_and_former_ids(
    cache: sqlite3.Connection, tmp_path: Path, name: str
) -> None:
    text = topic("a", basic("a1")).replace("  title: {ko: 노트", "  was: [older]\n  title: {ko: 노트")
    shelf = opened(cache, library(tmp_path / "small", a=text))
    assert shelf.resolve_note(name) == "small/a-note"


@pytest.mark.parametrize(
    "name", ["ddb-dax", "other/ddb-items", "ddb-item", "", "/", "\ud800", "ddb-items/", "%"]
)
def test_a_note_that_is_not_there(golden: Shelf, name: str) -> None:
    assert golden.resolve_note(name) is None


def test_a_note_of_two_libraries_is_to_be_written_in_full(
    cache: sqlite3.Connection, golden_library: Path, tmp_path: Path
) -> None:
    text = topic("dynamodb", note="ddb-items")
    shelf = opened(cache, golden_library, library(tmp_path / "small", dynamodb=text))
    with pytest.raises(MaterialError) as caught:
        shelf.resolve_note("ddb-items")
    assert caught.value.message_id == "item_ambiguous"
    assert shelf.resolve_note("small/ddb-items") == "small/ddb-items"
