import sqlite3
from pathlib import Path

import pytest

from studycli.material.files import read_file
from studycli.material.former import renames
from studycli.material.store import ledgers
from tests.material.libraries import OLD_NS, bank, basic, library, topic, write
from tests.material.shelves import opened


class Author:
    """Edits the topic ``a`` of a library, which is taken up after each edit."""

    def __init__(self, cache: sqlite3.Connection, folder: Path) -> None:
        self.cache = cache
        self.folder = library(folder, a=topic("a", entry("old", "What?"), entry("other", "Else?")))
        self.time_ns = OLD_NS
        opened(cache, folder)

    def edit(self, old: str, new: str, path: str = "content/a.yaml") -> None:
        text = read_file(self.folder / path).decode()
        assert old in text
        self.write(text.replace(old, new), path)

    def write(self, text: str, path: str = "content/a.yaml") -> None:
        self.time_ns += 10**10
        write(self.folder, path, text, time_ns=self.time_ns)
        opened(self.cache, self.folder)

    @property
    def renamed(self) -> list[tuple[str, str]]:
        folder = str(self.folder.resolve())
        found = renames(self.cache, folder, ledgers(self.cache, folder))
        return [(old, mention.name) for _, mention, old in found]


def entry(name: str, front: str, more: str = "") -> str:
    return basic(name, more).replace("en: Front", f"en: '{front}'")


@pytest.fixture
def author(cache: sqlite3.Connection, tmp_path: Path) -> Author:
    return Author(cache, tmp_path / "small")


def test_an_entry_with_a_new_id_and_the_same_texts_is_a_renamed_one(author: Author) -> None:
    author.edit("id: old", "id: new")
    assert author.renamed == [("old", "new")]


def test_with_was_nothing_is_amiss(author: Author) -> None:
    author.edit("id: old", "id: new")
    author.edit("id: new,", "id: new, was: [old],")
    assert author.renamed == []


def test_the_pair_is_remembered_when_the_texts_change_later(author: Author) -> None:
    author.edit("id: old", "id: new")
    author.edit("What?", "Why?")
    assert author.renamed == [("old", "new")]


def test_the_old_id_may_come_back(author: Author) -> None:
    author.edit("id: old", "id: new")
    author.edit("id: new", "id: old")
    assert author.renamed == []


def test_renamed_twice_the_first_id_is_still_known(author: Author) -> None:
    author.edit("id: old", "id: new")
    author.edit("id: new", "id: newer")
    assert author.renamed == [("new", "newer"), ("old", "newer")]


def test_a_file_that_was_broken_in_between_is_no_obstacle(author: Author) -> None:
    author.edit("id: old", "id: {new")
    author.edit("id: {new", "id: new")
    assert author.renamed == [("old", "new")]


def test_an_entry_that_moved_to_another_file_is_found(author: Author) -> None:
    author.edit("  - " + entry("old", "What?") + "\n", "")
    author.write(topic("b", entry("new", "What?")), "content/b.yaml")
    assert author.renamed == [("old", "new")]


def test_a_file_that_is_gone_counts_too(author: Author) -> None:
    author.write(topic("b", entry("b1", "Who?"), note="n"), "content/b.yaml")
    (author.folder / "content/b.yaml").unlink()
    author.write(topic("c", entry("c1", "Who?"), note="n"), "content/c.yaml")
    assert author.renamed == [("b1", "c1")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("id: old", "id: old, was: [x]", id="no change of id"),
        pytest.param("  - " + entry("old", "What?") + "\n", "", id="removed"),
        pytest.param(entry("old", "What?"), entry("new", "Who?"), id="other texts"),
        pytest.param("Body", "Text", id="an edit elsewhere"),
    ],
)
def test_what_is_no_renaming(author: Author, old: str, new: str) -> None:
    author.edit(old, new)
    assert author.renamed == []


def test_an_entry_that_moves_and_keeps_its_id_is_the_same(author: Author) -> None:
    author.edit("  - " + entry("old", "What?") + "\n", "")
    author.write(topic("b", entry("old", "What?")), "content/b.yaml")
    assert author.renamed == []


def test_notes_and_questions_too(author: Author) -> None:
    author.write(bank("a"), "quizzes/a.yaml")
    author.edit("id: q-a", "id: q-new", "quizzes/a.yaml")
    author.edit("id: a-note", "id: a-other")
    assert author.renamed == [("a-note", "a-other"), ("q-a", "q-new")]
