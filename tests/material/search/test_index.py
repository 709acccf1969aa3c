"""The index follows the files, and mends itself."""

import sqlite3
from pathlib import Path

import pytest

from studycli.cache import ensure_tables
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.search import Lines, Search
from studycli.material.shelf import Shelf, open_shelf
from tests.material.libraries import OLD_NS, basic, library, topic, write
from tests.material.search.conftest import ask, names
from tests.material.shelves import opened


def text_topic(name: str, *words: str) -> str:
    return topic(name, *(basic(f"{name}-{word}").replace("Front", f"{word} of {name}") for word in words))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library(
        tmp_path / "library", a=text_topic("a", "zebra", "horse", "mouse"), b=text_topic("b", "lion", "zebra")
    )


class Told:
    """Keeps what a progress is told."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.calls.append((done, total))


def test_only_what_changed_is_read_again(cache: sqlite3.Connection, folder: Path) -> None:
    told = Told()
    Search(cache, opened(cache, folder), told)
    assert told.calls == [(1, 2), (2, 2)]
    told = Told()
    search = Search(cache, opened(cache, folder), told)
    assert told.calls == []
    assert set(names(search, "zebra")) == {"a-zebra", "b-zebra"}
    write(folder, "content/b.yaml", text_topic("b", "tiger"), time_ns=OLD_NS + 1)
    told = Told()
    search = Search(cache, opened(cache, folder), told)
    assert told.calls == [(1, 1)]
    assert names(search, "zebra") == ["a-zebra"]
    assert names(search, "tiger") == ["b-tiger"]
    assert names(search, "lion") == []


def test_a_new_file_is_found_and_one_that_is_gone_is_not(cache: sqlite3.Connection, folder: Path) -> None:
    Search(cache, opened(cache, folder))
    write(folder, "content/c.yaml", text_topic("c", "zebra"))
    assert "c-zebra" in names(Search(cache, opened(cache, folder)), "zebra")
    (folder / "content/c.yaml").unlink()
    assert "c-zebra" not in names(Search(cache, opened(cache, folder)), "zebra")


def test_a_broken_file_is_not_searched(cache: sqlite3.Connection, folder: Path) -> None:
    Search(cache, opened(cache, folder))
    write(folder, "content/a.yaml", "id: a\nnotes: 1\n", time_ns=OLD_NS + 1)
    assert names(Search(cache, opened(cache, folder)), "zebra") == ["b-zebra"]


def test_an_index_that_was_changed_often_finds_as_a_new_one(
    cache: sqlite3.Connection, folder: Path, tmp_path: Path
) -> None:
    for change in range(1, 9):
        write(folder, "content/b.yaml", text_topic("b", f"w{change}", "zebra"), time_ns=OLD_NS + change)
        search = Search(cache, opened(cache, folder))
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    ensure_part(fresh)
    for query in ("zebra", "w8", "w1"):
        assert names(search, query) == names(Search(fresh, opened(fresh, folder)), query)
    (kept,) = cache.execute("SELECT documents FROM search_size").fetchone()
    (live,) = cache.execute("SELECT sum(documents) FROM search_file").fetchone()
    assert live <= kept <= 2 * live + 1


def ensure_part(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE part (owner TEXT PRIMARY KEY, version TEXT NOT NULL)")


def test_other_libraries_of_the_cache_are_not_found(
    cache: sqlite3.Connection, folder: Path, tmp_path: Path
) -> None:
    other = library(tmp_path / "other", d=text_topic("d", "zebra"))
    Search(cache, opened(cache, folder))
    assert names(Search(cache, opened(cache, other)), "zebra") == ["d-zebra"]
    assert set(names(Search(cache, opened(cache, folder)), "zebra")) == {"a-zebra", "b-zebra"}


def test_a_copy_is_found_instead_of_the_library_it_stands_for(
    cache: sqlite3.Connection, folder: Path, tmp_path: Path
) -> None:
    copy = library(tmp_path / "copy", a=text_topic("a", "zebra"))
    places = [LibraryPlace(folder, Origin.BUNDLED), LibraryPlace(copy, Origin.COPY)]
    (hit,) = ask(Search(cache, open_shelf(cache, places)), "zebra").hits
    assert hit.path == copy / "content/a.yaml"


def test_names_of_aliases_come_and_go_with_their_file(cache: sqlite3.Connection, folder: Path) -> None:
    Search(cache, opened(cache, folder))
    write(folder, "content/aliases.yaml", "aliases:\n- names: [zebra, 얼룩말]\n")
    search = Search(cache, opened(cache, folder))
    assert set(names(search, "얼룩말은")) == {"a-zebra", "b-zebra"}
    assert set(names(search, "ㅇㄹㅁ")) == {"a-zebra", "b-zebra"}
    (folder / "content/aliases.yaml").unlink()
    assert names(Search(cache, opened(cache, folder)), "얼룩말은") == []


def test_what_is_near_is_found_one_way_and_behind(cache: sqlite3.Connection, folder: Path) -> None:
    write(folder, "content/aliases.yaml", "aliases:\n- names: [savanna]\n  near: [lion]\n")
    search = Search(cache, opened(cache, folder))
    assert names(search, "savanna") == ["b-lion"]
    assert names(search, "lion") == ["b-lion"]


def test_a_text_in_one_language_only_is_found(cache: sqlite3.Connection, folder: Path) -> None:
    write(folder, "content/c.yaml", text_topic("c", "panda").replace("ko: 앞, ", "").replace("ko: 뒤, ", ""))
    assert names(Search(cache, opened(cache, folder)), "panda") == ["c-panda"]


def spoil_posting_lists(cache: sqlite3.Connection) -> None:
    cache.execute("UPDATE search_text_data SET block = x'ffff' WHERE id > 10")


def drop_shadow_table(cache: sqlite3.Connection) -> None:
    cache.execute("DROP TABLE search_text_idx")


def drop_table(cache: sqlite3.Connection) -> None:
    cache.execute("DROP TABLE search_word")


def empty_size(cache: sqlite3.Connection) -> None:
    cache.execute("DELETE FROM search_size")


def make_old(cache: sqlite3.Connection) -> None:
    ensure_tables(cache, "search", "0", ("CREATE TABLE search_file (other TEXT)",))


def empty_index(cache: sqlite3.Connection) -> None:
    cache.execute("INSERT INTO search_text (search_text) VALUES ('delete-all')")


def spoil_digests(cache: sqlite3.Connection) -> None:
    cache.execute("UPDATE search_file SET digest = 'x', languages = 5")


@pytest.mark.parametrize(
    "spoil",
    [spoil_posting_lists, drop_shadow_table, drop_table, empty_size, empty_index, make_old, spoil_digests],
)
def test_a_broken_or_old_index_is_made_anew(cache: sqlite3.Connection, folder: Path, spoil: object) -> None:
    shelf: Shelf = opened(cache, folder)
    Search(cache, shelf)
    assert callable(spoil)
    spoil(cache)
    search = Search(cache, shelf)
    assert set(names(search, "zebra misspelled")) == {"a-zebra", "b-zebra"}
    assert set(names(Search(cache, shelf), "zebra")) == {"a-zebra", "b-zebra"}


def test_an_index_that_breaks_while_it_is_open_is_made_anew(cache: sqlite3.Connection, folder: Path) -> None:
    search = Search(cache, opened(cache, folder))
    spoil_posting_lists(cache)
    assert set(names(search, "zebra")) == {"a-zebra", "b-zebra"}


def test_a_cache_in_use_is_not_taken_for_a_broken_index(
    tmp_path: Path, folder: Path, cache: sqlite3.Connection
) -> None:
    shelf = opened(cache, folder)
    file = tmp_path / "cache/cache.db"
    blocker = sqlite3.connect(file, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    cache.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        Search(cache, shelf)
    blocker.execute("ROLLBACK")
    blocker.close()
    assert names(Search(cache, shelf), "lion") == ["b-lion"]


def test_a_file_that_is_taken_up_by_another_process_meanwhile_does_no_harm(
    cache: sqlite3.Connection, folder: Path
) -> None:
    search = Search(cache, opened(cache, folder))
    write(folder, "content/b.yaml", topic("b"), time_ns=OLD_NS + 1)
    opened(cache, folder)
    assert names(search, "zebra") == ["a-zebra"]


def test_a_file_that_cannot_be_read_any_more_keeps_its_first_line(
    cache: sqlite3.Connection, folder: Path
) -> None:
    search = Search(cache, opened(cache, folder))
    (folder / "content/b.yaml").unlink()
    (hit,) = ask(search, "lion").hits
    assert Lines().line_of(hit) == hit.first_line > 1
