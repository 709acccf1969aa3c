import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Studio

KEYS = ["path", "line", "column", "rule", "severity", "message"]


@pytest.fixture
def broken(tmp_path: Path, golden_library: Path) -> Path:
    """The golden library with an error in a topic and one in a bank."""
    library = tmp_path / "broken"
    shutil.copytree(golden_library, library)
    topic = library / "content" / "dynamodb.yaml"
    topic.write_text(topic.read_text().replace("kind: reversed", "kind: reverse"))
    bank = library / "quizzes" / "lambda.yaml"
    bank.write_text(bank.read_text().replace("difficulty: easy", "difficulty: trivial"))
    return library


def test_sound_material_is_exit_0(studio: Studio) -> None:
    assert studio("check") == (0, "", "No problems.\n")
    assert studio("check", "--json").json == []


def test_every_problem_is_a_place_a_rule_and_a_message(studio: Studio, broken: Path) -> None:
    result = studio("check", STUDYCLI_LIBRARY=str(broken))
    assert result.code == 1
    assert len(result.out.splitlines()) == 2
    for line in result.out.splitlines():
        path, number, column, rule, message = line.split(":", 4)
        assert Path(path).exists()
        assert int(number) > 1
        assert int(column) > 0
        assert rule.strip()
        assert message.strip()


def test_json_has_every_key_of_the_shape_in_order(studio: Studio, broken: Path) -> None:
    problems = studio("check", "--json", STUDYCLI_LIBRARY=str(broken)).json
    assert [list(problem) for problem in problems] == [KEYS, KEYS]
    assert {problem["severity"] for problem in problems} <= {"error", "warning", "info"}


def test_a_folder_is_checked_whatever_is_loaded(studio: Studio, broken: Path) -> None:
    given = studio("check", str(broken))
    assert given.code == 1
    assert not (studio.home / "cache").exists()
    assert given.out == studio("check", STUDYCLI_LIBRARY=str(broken)).out


def test_of_a_file_only_its_own_problems_are_told(studio: Studio, broken: Path) -> None:
    topic = studio("check", str(broken / "content" / "dynamodb.yaml"), "--json").json
    assert [Path(problem["path"]).name for problem in topic] == ["dynamodb.yaml"]
    sound = studio("check", str(broken / "content" / "lambda.yaml"))
    assert (sound.code, sound.out) == (0, "")


def test_several_paths_at_once(studio: Studio, broken: Path, golden_library: Path) -> None:
    assert len(studio("check", str(golden_library), str(broken), "--json").json) == 2


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_what_is_no_library_is_exit_3(studio: Studio, tmp_path: Path, name: str) -> None:
    result = studio("check", str(tmp_path / name))
    assert (result.code, "no library" in result.err) == (3, True)


def test_in_korean(studio: Studio, broken: Path) -> None:
    result = studio("--language", "ko", "check", str(broken))
    assert "오류 2건" in result.err


def test_only_errors_when_asked(studio: Studio, broken: Path) -> None:
    problems = studio("check", "--errors-only", "--json", str(broken)).json
    assert {problem["severity"] for problem in problems} == {"error"}


def test_a_missing_folder_that_was_named_is_exit_3(studio: Studio) -> None:
    result = studio("status", STUDYCLI_LIBRARY="/nowhere/at/all")
    assert (result.code, "/nowhere/at/all" in result.err) == (3, True)
