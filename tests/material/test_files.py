from pathlib import Path

import pytest

from studycli.material.files import MAX_BYTES, Role, read_file, role_of, shown, stamps
from tests.material.libraries import OLD_NS, library, topic, write


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("content/library.yaml", Role.LIBRARY),
        ("content/facts.yaml", Role.FACTS),
        ("content/aliases.yaml", Role.ALIASES),
        ("content/lambda.yaml", Role.TOPIC),
        ("quizzes/lambda.yaml", Role.BANK),
        ("quizzes/library.yaml", Role.BANK),
        ("quizzes/blueprints.yaml", Role.BLUEPRINTS),
        ("content/blueprints.yaml", Role.TOPIC),
    ],
)
def test_a_file_is_what_its_place_says(path: str, role: Role) -> None:
    assert role_of(path) is role


def test_stamps_are_of_the_files_of_a_library_only(tmp_path: Path) -> None:
    folder = library(tmp_path, b=topic("b"), a=topic("a"))
    for path in (
        "content/.hidden.yaml",
        "content/x.txt",
        "x.yaml",
    ):
        write(folder, path, "x")
    write(folder, "quizzes/a.yaml", "four")
    found = stamps(folder)
    assert list(found) == ["content/a.yaml", "content/b.yaml", "content/library.yaml", "quizzes/a.yaml"]
    assert found["quizzes/a.yaml"][:2] == (OLD_NS, 4)


def test_a_library_without_quizzes_has_stamps(tmp_path: Path) -> None:
    write(tmp_path, "content/a.yaml", "x")
    assert list(stamps(tmp_path)) == ["content/a.yaml"]


def test_of_a_large_file_no_more_is_read_than_shows_it_is_large(tmp_path: Path) -> None:
    file = write(tmp_path, "large", b"x" * (MAX_BYTES + 100))
    assert len(read_file(file)) == MAX_BYTES + 1


def test_paths_are_shown_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "content/a.yaml") == "content/a.yaml"
    assert shown(Path("content/a.yaml")) == "content/a.yaml"
    assert shown(Path("/elsewhere/a.yaml")) == "/elsewhere/a.yaml"
