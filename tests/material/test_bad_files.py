import os
import sqlite3
from pathlib import Path

import pytest

from studycli.core.library import Localized
from studycli.errors import MaterialError
from studycli.material import refresh
from studycli.material.placed import Counts
from tests.material.libraries import LIBRARY, OLD_NS, bank, basic, topic, write
from tests.material.shelves import BAD_FILES, ids, opened, places


@pytest.mark.parametrize(("text", "expected"), BAD_FILES)
def test_a_bad_file_is_one_problem_and_the_others_stay(
    cache: sqlite3.Connection, small: Path, text: str | bytes, expected: tuple[int, int, str]
) -> None:
    write(small, "content/b.yaml", text)
    for shelf in (opened(cache, small), opened(cache, small)):
        assert places(shelf.problems) == [("b.yaml", *expected)]
        assert ids(shelf) == ["small/a1"]
        assert shelf.counts() == Counts(notes=1, cards=1, questions=1)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("quizzes/a.yaml", bank("a", "  tests: [a2]\n"), (12, 11, "unknown-reference"), id="card"),
        pytest.param("quizzes/a.yaml", bank("a", "  facts: [LA1]\n"), (12, 11, "unknown-reference"), id="fact"),
        pytest.param("quizzes/z.yaml", bank("z"), (1, 8, "unknown-reference"), id="topic"),
        pytest.param(
            "content/library.yaml", LIBRARY + "topics: [a, z]\n", (4, 13, "unknown-reference"), id="order"
        ),
        pytest.param(
            "content/a.yaml", topic("a", basic("a1", ", facts: [X]")), (9, 87, "unknown-reference"), id="entry"
        ),
        pytest.param(
            "content/a.yaml", topic("a", basic("a1")).replace(", en: Body", ""), (6, 9, "missing-language"),
            id="language",
        ),
    ],
)  # fmt: skip
def test_some_problems_take_no_file_down(
    cache: sqlite3.Connection, small: Path, path: str, text: str, expected: tuple[int, int, str]
) -> None:
    write(small, path, text)
    shelf = opened(cache, small)
    assert places(shelf.problems) == [(Path(path).name, *(expected))]
    assert ids(shelf) == ["small/a1", "small/b1"]


def test_a_text_without_a_language_is_shown_in_the_other(cache: sqlite3.Connection, small: Path) -> None:
    write(small, "content/b.yaml", topic("b", basic("b1")).replace(", en: Front", ""))
    card = opened(cache, small).card("small/b1").card
    assert card.front.read("en") == Localized("앞", "ko")


def test_references_into_a_broken_file_are_not_reported(cache: sqlite3.Connection, small: Path) -> None:
    write(small, "content/a.yaml", "")
    assert places(opened(cache, small).problems) == [("a.yaml", 1, 1, "empty-file")]


def test_a_file_taken_down_by_another_returns_when_that_is_mended(
    cache: sqlite3.Connection, small: Path
) -> None:
    write(small, "content/a.yaml", topic("a", basic("a1"), basic("b1")))
    assert ids(opened(cache, small)) == ["small/a1", "small/b1"]
    assert opened(cache, small).card("small/b1").topic == "a"
    write(small, "content/a.yaml", topic("a", basic("a1")), time_ns=OLD_NS + 1)
    shelf = opened(cache, small)
    assert shelf.problems == ()
    assert shelf.card("small/b1").topic == "b"


def test_paths_of_problems_start_at_the_current_folder(
    cache: sqlite3.Connection, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(small, "content/b.yaml", "")
    assert opened(cache, small).problems[0].path == str(file)
    monkeypatch.chdir(small.parent)
    assert opened(cache, small).problems[0].path == "small/content/b.yaml"
    assert opened(cache, Path("small")).problems[0].path == "small/content/b.yaml"


def test_an_empty_library_is_no_error(cache: sqlite3.Connection, tmp_path: Path) -> None:
    write(tmp_path / "small", "content/library.yaml", LIBRARY)
    shelf = opened(cache, tmp_path / "small")
    assert (shelf.problems, shelf.refs(), shelf.topics(), shelf.counts()) == ((), (), (), Counts(0, 0, 0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, (1, 1, "no-library-file")),
        ("id: small\ntitle: {ko: x}\n", (1, 1, "missing-key")),
        ("", (1, 1, "empty-file")),
    ],
)
def test_without_library_yaml_the_library_is_out(
    cache: sqlite3.Connection, small: Path, text: str | None, expected: tuple[int, int, str]
) -> None:
    assert opened(cache, small).refs()
    file = small / "content/library.yaml"
    file.unlink() if text is None else write(small, "content/library.yaml", text, time_ns=OLD_NS + 1)
    shelf = opened(cache, small)
    assert places(shelf.problems) == [("library.yaml", *expected)]
    assert (shelf.libraries(), shelf.refs(), shelf.counts()) == ((), (), Counts(0, 0, 0))


def test_a_folder_that_vanished_is_an_error(cache: sqlite3.Connection, tmp_path: Path) -> None:
    with pytest.raises(MaterialError) as caught:
        opened(cache, tmp_path / "gone")
    assert caught.value.message_id == "library_missing"


def test_what_cannot_be_read_is_a_problem_and_tried_again(cache: sqlite3.Connection, small: Path) -> None:
    (small / "content/b.yaml").unlink()
    (small / "content/b.yaml").mkdir()
    os.mkfifo(small / "content/c.yaml")
    (small / "content/d.yaml").symlink_to("nowhere")
    (small / "content/.#a.yaml").symlink_to("lock")
    shelf = opened(cache, small)
    assert {(path, rule) for path, _, _, rule in places(shelf.problems)} == {
        (name, "unreadable-file") for name in ("b.yaml", "c.yaml", "d.yaml")
    }
    assert ids(shelf) == ["small/a1"]
    write(small, "content/nowhere", topic("d", basic("d1")))
    assert ids(opened(cache, small)) == ["small/a1", "small/d1"]


def test_a_file_that_may_be_read_again_is_read(
    cache: sqlite3.Connection, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:  # root may read everything
        patched.setattr(refresh, "read_file", denied)
        assert opened(cache, small).problems[0].params == {"reason": "Permission denied"}
    shelf = opened(cache, small)
    assert (shelf.problems, ids(shelf)) == ((), ["small/a1", "small/b1"])
