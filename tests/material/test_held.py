import sqlite3
from pathlib import Path

import pytest

from studycli.material.files import Role
from studycli.material.held import Held
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.refresh import Refresh
from studycli.material.store import open_tables
from tests.material.libraries import LIBRARY, OLD_NS, library, topic, write


def held(cache: sqlite3.Connection, folder: Path) -> Held:
    open_tables(cache)
    refresh = Refresh(cache, folder, lambda: OLD_NS)
    found = refresh.library()
    if found:
        refresh.update(found.languages)
    return Held(LibraryPlace(folder, Origin.OTHER), refresh.root, found, refresh.rows)


def test_topics_not_listed_by_the_library_follow_by_id(cache: sqlite3.Connection, tmp_path: Path) -> None:
    folder = library(tmp_path, a=topic("a"), b=topic("b"), c=topic("c"), d=topic("d"))
    write(folder, "content/library.yaml", LIBRARY + "topics: [d, b]\n")
    assert [head.id for _, head in held(cache, folder).topics()] == ["d", "b", "a", "c"]


def test_live_and_broken_files_are_told_apart(cache: sqlite3.Connection, tmp_path: Path) -> None:
    small = held(cache, library(tmp_path, a=topic("a"), b=""))
    assert [row.path for row in small.live(Role.TOPIC)] == ["content/a.yaml"]
    assert [row.path for row in small.broken()] == ["content/b.yaml"]


def test_problems_come_in_order_of_file_and_line(cache: sqlite3.Connection, tmp_path: Path) -> None:
    entry = "{id: e, kind: basic, facts: [X], front: {ko: 앞}, back: {ko: 뒤, en: B}}"
    folder = library(tmp_path, b="", a=topic("a", entry).replace(", en: Topic", ""))
    found = [(Path(each.path).name, each.line, each.rule) for each in held(cache, folder).problems()]
    assert found == [
        ("a.yaml", 2, "missing-language"),
        ("a.yaml", 9, "unknown-reference"),
        ("a.yaml", 9, "missing-language"),
        ("b.yaml", 1, "empty-file"),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/a.yaml", "content/a.yaml"),
        ("quizzes/../content/a.yaml", "content/a.yaml"),
        ("quizzes/new.yaml", "quizzes/new.yaml"),
        ("a.yaml", None),
        ("content/deep/a.yaml", None),
        ("../content/a.yaml", None),
    ],
)
def test_which_files_belong_to_a_library(
    cache: sqlite3.Connection, tmp_path: Path, path: str, expected: str | None
) -> None:
    small = held(cache, library(tmp_path / "small", a=topic("a")))
    assert small.path_of(tmp_path / "small" / path) == expected
