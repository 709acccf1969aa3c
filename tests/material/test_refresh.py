import gc
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from studycli.cache import open_cache
from studycli.errors import MaterialError
from studycli.material import store
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.refresh import Refresh
from studycli.material.shelf import open_shelf
from tests.material.libraries import LIBRARY, OLD_NS, basic, library, topic, write
from tests.material.shelves import alter_unseen, ids, opened, other, places

LATER_NS = OLD_NS + 60_000_000_000


def refresh(cache: sqlite3.Connection, folder: Path, now_ns: int = LATER_NS) -> Refresh:
    store.open_tables(cache)
    return Refresh(cache, folder, lambda: now_ns)


def test_the_collector_is_off_while_files_are_read_and_on_again_after(
    cache: sqlite3.Connection, tmp_path: Path
) -> None:
    during = []
    folder = library(tmp_path / "small", a=topic("a", basic("a1")))
    refresh(cache, folder).update(("ko", "en"), lambda *_: during.append(gc.isenabled()))
    assert (during, gc.isenabled()) == ([False], True)


def test_a_collector_that_was_off_stays_off(cache: sqlite3.Connection, tmp_path: Path) -> None:
    gc.disable()
    try:
        refresh(cache, library(tmp_path / "small", a=topic("a"))).update(("ko", "en"))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_library_yaml_is_read_alone(cache: sqlite3.Connection, tmp_path: Path) -> None:
    first = refresh(cache, library(tmp_path / "small", a=topic("a")))
    found = first.library()
    assert found is not None
    assert found.languages == ("ko", "en")
    assert first.rows == {}
    first.write()
    assert list(first.rows) == ["content/library.yaml"]


def test_a_young_file_is_settled_once_its_moment_is_past(cache: sqlite3.Connection, tmp_path: Path) -> None:
    folder = library(tmp_path / "small", a=topic("a"))
    for now_ns, expected_ns in [
        (OLD_NS, OLD_NS),
        (OLD_NS + 1_000, OLD_NS),
        (LATER_NS, LATER_NS),
        (LATER_NS + 1_000, LATER_NS),
    ]:
        now = refresh(cache, folder, now_ns)
        now.update(("ko", "en"))
        assert store.manifest(cache, now.key)["content/a.yaml"].read_ns == expected_ns


def test_a_file_with_a_time_to_come_is_never_trusted(cache: sqlite3.Connection, tmp_path: Path) -> None:
    folder = library(tmp_path / "small", a=topic("a", basic("a1")))
    file = folder / "content/a.yaml"
    future_ns = LATER_NS + 10**15
    os.utime(file, ns=(future_ns, future_ns))
    refresh(cache, folder).update(("ko", "en"))
    refresh(cache, folder).update(("ko", "en"))
    file.write_bytes(file.read_bytes().replace(b"id: a1", b"id: a2"))
    os.utime(file, ns=(future_ns, future_ns))
    last = refresh(cache, folder)
    last.update(("ko", "en"))
    assert cache.execute("SELECT name FROM material_card").fetchall() == [("a2",)]


def test_a_file_is_no_library(cache: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MaterialError, match="library_missing"):
        refresh(cache, tmp_path / "file")


def test_a_library_whose_content_is_a_file_cannot_be_listed(
    cache: sqlite3.Connection, tmp_path: Path
) -> None:
    (tmp_path / "content").touch()
    with pytest.raises(MaterialError, match="library_unreadable"):
        refresh(cache, tmp_path)


def test_an_unchanged_file_is_not_read_again(cache: sqlite3.Connection, small: Path) -> None:
    opened(cache, small)
    for file in small.rglob("*.yaml"):
        alter_unseen(file, "id: ", "xx: ")
    done: list[tuple[int, int]] = []
    shelf = open_shelf(cache, [LibraryPlace(small, Origin.OTHER)], lambda *count: done.append(count))
    assert (shelf.problems, ids(shelf), done) == ((), ["small/a1", "small/b1"], [])


def test_only_a_changed_file_is_read_again(cache: sqlite3.Connection, small: Path) -> None:
    opened(cache, small)
    alter_unseen(small / "content/a.yaml", "id: a1", "id: a9")
    write(small, "content/b.yaml", topic("b", basic("b2"), basic("b3")), time_ns=OLD_NS + 1)
    done: list[tuple[int, int]] = []
    shelf = open_shelf(cache, [LibraryPlace(small, Origin.OTHER)], lambda *count: done.append(count))
    assert (ids(shelf), done) == (["small/a1", "small/b2", "small/b3"], [(1, 1)])


def test_progress_counts_the_files_to_read(cache: sqlite3.Connection, small: Path) -> None:
    done: list[tuple[int, int]] = []
    open_shelf(cache, [LibraryPlace(small, Origin.OTHER)], lambda *count: done.append(count))
    assert done == [(1, 3), (2, 3), (3, 3)]


def test_files_that_come_and_go_are_noticed(cache: sqlite3.Connection, small: Path) -> None:
    opened(cache, small)
    (small / "content/b.yaml").unlink()
    write(small, "content/c.yaml", topic("c", basic("c1")))
    assert ids(opened(cache, small)) == ["small/a1", "small/c1"]


def test_an_edit_in_the_same_tick_with_the_same_size_is_noticed(
    cache: sqlite3.Connection, small: Path
) -> None:
    place = LibraryPlace(small, Origin.OTHER)
    now_ns = time.time_ns()
    for file in small.rglob("*.yaml"):
        os.utime(file, ns=(now_ns, now_ns))
    open_shelf(cache, [place], file_clock=lambda: now_ns)
    alter_unseen(small / "content/a.yaml", "id: a1", "id: a9")
    assert ids(open_shelf(cache, [place], file_clock=lambda: now_ns))[0] == "small/a9"


def test_once_the_tick_is_past_the_stamp_is_trusted(cache: sqlite3.Connection, small: Path) -> None:
    place = LibraryPlace(small, Origin.OTHER)
    later_ns = OLD_NS + 60_000_000_000
    open_shelf(cache, [place], file_clock=lambda: OLD_NS)
    open_shelf(cache, [place], file_clock=lambda: later_ns)
    alter_unseen(small / "content/a.yaml", "id: a1", "id: a9")
    assert ids(open_shelf(cache, [place], file_clock=lambda: later_ns))[0] == "small/a1"


def test_other_languages_make_every_file_be_read_again(cache: sqlite3.Connection, small: Path) -> None:
    opened(cache, small)
    write(small, "content/library.yaml", LIBRARY.replace("[ko, en]", "[ko]").replace(", en: Small", ""))
    rules = {rule for _, _, _, rule in places(opened(cache, small).problems)}
    assert rules == {"unknown-language"}


def test_a_broken_cache_is_made_again(tmp_path: Path, small: Path) -> None:
    with closing(open_cache(tmp_path / "c")) as connection:
        opened(connection, small)
    (tmp_path / "c/cache.db").write_bytes(b"no database" * 1000)
    with closing(open_cache(tmp_path / "c")) as connection:
        assert ids(opened(connection, small)) == ["small/a1", "small/b1"]


def test_libraries_that_are_not_opened_stay_in_the_cache(
    cache: sqlite3.Connection, small: Path, tmp_path: Path
) -> None:
    opened(cache, small)
    alter_unseen(small / "content/a.yaml", "id: a1", "id: a9")
    assert ids(opened(cache, other(tmp_path / "other", "x"))) == ["small/x"]
    assert ids(opened(cache, small)) == ["small/a1", "small/b1"]


def test_a_read_only_library_is_fine(cache: sqlite3.Connection, small: Path) -> None:
    for path in [*small.rglob("*"), small]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert ids(opened(cache, small)) == ["small/a1", "small/b1"]


@pytest.mark.parametrize("origin", [Origin.OTHER, Origin.COPY, Origin.MINE, Origin.BUNDLED])
def test_a_folder_that_is_missing_is_a_problem_and_the_others_are_used(
    cache: sqlite3.Connection, small: Path, tmp_path: Path, origin: Origin
) -> None:
    gone = LibraryPlace(tmp_path / "gone", origin)
    shelf = open_shelf(cache, [gone, LibraryPlace(small, Origin.NAMED)])
    assert (ids(shelf), places(shelf.problems)) == (
        ["small/a1", "small/b1"],
        [("gone", 1, 1, "folder-missing")],
    )


def test_a_folder_that_cannot_be_listed_is_a_problem_with_its_reason(
    cache: sqlite3.Connection, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "content").touch()
    shelf = open_shelf(
        cache, [LibraryPlace(small, Origin.BUNDLED), LibraryPlace(tmp_path / "odd", Origin.OTHER)]
    )
    assert ids(shelf) == ["small/a1", "small/b1"]
    assert places(shelf.problems) == [("odd", 1, 1, "unreadable-file")]
    assert shelf.problems[0].params == {"reason": "Not a directory"}


def test_a_folder_named_for_this_run_must_be_there(
    cache: sqlite3.Connection, small: Path, tmp_path: Path
) -> None:
    named = LibraryPlace(tmp_path / "gone", Origin.NAMED)
    with pytest.raises(MaterialError, match="library_missing"):
        open_shelf(cache, [named, LibraryPlace(small, Origin.OTHER)])


def test_without_any_usable_library_the_missing_folder_is_the_error(
    cache: sqlite3.Connection, tmp_path: Path
) -> None:
    write(tmp_path / "broken", "content/library.yaml", "id: x")
    broken, gone = (LibraryPlace(tmp_path / name, Origin.OTHER) for name in ("broken", "gone"))
    with pytest.raises(MaterialError, match="library_missing"):
        open_shelf(cache, [broken, gone])


def test_a_file_whose_name_is_not_utf_8_is_left_out_with_a_problem(
    cache: sqlite3.Connection, small: Path
) -> None:
    (small / os.fsdecode(b"content/b\xff.yaml")).write_text(topic("c"))
    for _ in range(2):
        shelf = opened(cache, small)
        assert ids(shelf) == ["small/a1", "small/b1"]
        assert places(shelf.problems) == [("b\\xff.yaml", 1, 1, "name-not-utf8")]
    assert shelf.reread(small / "content/a.yaml") == ()
    assert len(shelf.problems) == 1
