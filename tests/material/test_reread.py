import shutil
import sqlite3
from pathlib import Path

import pytest

from studycli.errors import MaterialError
from tests.material.libraries import OLD_NS, basic, topic, write
from tests.material.shelves import BAD_FILES, ids, opened, places


def test_a_sound_edit_is_taken_up(cache: sqlite3.Connection, small: Path) -> None:
    shelf = opened(cache, small)
    file = write(small, "content/b.yaml", topic("b", basic("b1"), basic("b2")).replace("Front", "New"))
    assert shelf.reread(file) == ()
    assert ids(shelf) == ["small/a1", "small/b1", "small/b2"]
    assert shelf.card("small/b1").card.front.by_language["en"] == "New"
    assert shelf.counts().cards == 3


@pytest.mark.parametrize(("text", "expected"), BAD_FILES)
def test_a_bad_edit_is_reported_and_the_old_text_kept(
    cache: sqlite3.Connection, small: Path, text: str | bytes, expected: tuple[int, int, str]
) -> None:
    shelf = opened(cache, small)
    file = write(small, "content/b.yaml", text, time_ns=OLD_NS + 1)
    assert places(shelf.reread(file)) == [("b.yaml", *expected)]
    assert ids(shelf) == ["small/a1", "small/b1"]
    assert shelf.card("small/b1").card.front.by_language["en"] == "Front"
    assert places(opened(cache, small).problems) == [("b.yaml", *expected)]


def test_an_edit_that_would_take_another_file_down_is_not_taken_up(
    cache: sqlite3.Connection, small: Path
) -> None:
    shelf = opened(cache, small)
    file = write(small, "content/a.yaml", topic("a", basic("a1"), basic("b1")))
    assert places(shelf.reread(file)) == [("b.yaml", 9, 10, "duplicate-id")]
    assert shelf.card("small/b1").topic == "b"


def test_another_broken_file_stays_in_use_until_the_next_opening(
    cache: sqlite3.Connection, small: Path
) -> None:
    shelf = opened(cache, small)
    assert shelf.reread(write(small, "content/b.yaml", "", time_ns=OLD_NS + 1))
    assert shelf.reread(write(small, "content/a.yaml", topic("a", basic("a2")), time_ns=OLD_NS + 1)) == ()
    assert ids(shelf) == ["small/a2", "small/b1"]
    assert ids(opened(cache, small)) == ["small/a2"]


def test_an_edit_through_another_path_is_the_same_file(
    cache: sqlite3.Connection, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = opened(cache, small)
    write(small, "content/b.yaml", topic("b", basic("b9")))
    monkeypatch.chdir(small)
    assert shelf.reread(Path("content/../content/b.yaml")) == ()
    assert ids(shelf) == ["small/a1", "small/b9"]


def test_a_file_that_vanished_is_a_problem(cache: sqlite3.Connection, small: Path) -> None:
    shelf = opened(cache, small)
    (small / "content/b.yaml").unlink()
    assert places(shelf.reread(small / "content/b.yaml")) == [("b.yaml", 1, 1, "unreadable-file")]


def test_a_file_of_no_library_is_an_error(cache: sqlite3.Connection, small: Path, tmp_path: Path) -> None:
    with pytest.raises(MaterialError) as caught:
        opened(cache, small).reread(tmp_path / "x.yaml")
    assert caught.value.message_id == "file_outside"


def test_a_moved_library_is_another_one(cache: sqlite3.Connection, small: Path, tmp_path: Path) -> None:
    opened(cache, small)
    shutil.move(small, tmp_path / "moved")
    assert ids(opened(cache, tmp_path / "moved")) == ["small/a1", "small/b1"]


def test_clashes_of_others_do_not_keep_a_sound_edit_out(cache: sqlite3.Connection, small: Path) -> None:
    write(small, "content/c.yaml", topic("c", basic("a1")))
    shelf = opened(cache, small)
    assert shelf.reread(write(small, "content/b.yaml", topic("b", basic("b2")))) == ()
    assert ids(shelf) == ["small/a1", "small/b2"]


def test_a_file_that_is_out_already_must_be_mended_to_come_in(cache: sqlite3.Connection, small: Path) -> None:
    write(small, "content/b.yaml", topic("b", basic("a1")))
    shelf = opened(cache, small)
    file = write(small, "content/b.yaml", topic("b", basic("a1"), basic("b2")))
    assert places(shelf.reread(file)) == [("b.yaml", 9, 10, "duplicate-id")]
    assert shelf.reread(write(small, "content/b.yaml", topic("b", basic("b2")))) == ()
    assert ids(shelf) == ["small/a1", "small/b2"]


def test_a_clash_that_moved_by_a_line_does_not_keep_a_sound_edit_out(
    cache: sqlite3.Connection, small: Path
) -> None:
    write(small, "content/c.yaml", topic("c", basic("a1")))
    shelf = opened(cache, small)
    assert shelf.reread(write(small, "content/a.yaml", "# new\n" + topic("a", basic("a1")))) == ()
