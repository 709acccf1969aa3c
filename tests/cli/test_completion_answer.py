"""What a shell is told at a Tab: from the cache, quickly, and never an error."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Studio


@pytest.fixture
def warm(studio: Studio) -> Studio:
    """A studio whose library has been read."""
    studio("status")
    return studio


def told(studio: Studio, *words: str, shell: str = "zsh", **env: str) -> list[str]:
    result = studio("__complete", shell, "--", *words, **env)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


def test_names_come_with_what_they_are(warm: Studio) -> None:
    assert told(warm, "note", "la") == ["lambda-limits\tLambda limits"]
    assert told(warm, "review", "--topic", "") == ["dynamodb\tAmazon DynamoDB", "lambda\tAWS Lambda"]
    assert told(warm, "grade", "ddb") == ["ddb-dax\tIn-memory cache for DynamoDB", "ddb-dax.reversed\tDAX"]
    assert told(warm, "edit", "q-lambda-ti") == ["q-lambda-timeout\tWhat fits a job of 20 minutes?"]


def test_bash_shows_no_explanations_and_gets_none(warm: Studio) -> None:
    assert told(warm, "note", "", shell="bash") == ["ddb-items", "lambda-limits"]
    assert told(warm, "stat", shell="bash") == ["status"]


def test_in_korean(warm: Studio) -> None:
    assert told(warm, "note", "la", STUDYCLI_LANG="ko") == ["lambda-limits\tLambda 한도"]
    (line,) = told(warm, "revi", STUDYCLI_LANG="ko")
    assert line == "review\t오늘의 카드를 전체 화면으로 공부합니다."


def test_the_language_of_the_material_counts(warm: Studio) -> None:
    warm("config", "material-language", "ko")
    assert told(warm, "note", "la") == ["lambda-limits\tLambda 한도"]


def test_a_library_that_is_typed_gives_full_ids(warm: Studio) -> None:
    assert told(warm, "note", "golden/dd", shell="bash") == ["golden/ddb-items"]
    assert told(warm, "note", "other/dd", shell="bash") == []


def test_an_id_of_two_libraries_is_given_in_full(warm: Studio, golden_library: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(golden_library, tmp_path / "other"))
    file = other / "content" / "library.yaml"
    file.write_text(file.read_text().replace("id: golden", "id: other"))
    both = f"{golden_library}:{other}"
    warm("status", STUDYCLI_LIBRARY=both)
    told_ids = told(warm, "note", "ddb", shell="bash", STUDYCLI_LIBRARY=both)
    assert told_ids == ["golden/ddb-items", "other/ddb-items"]
    assert told(warm, "note", "ddb", shell="bash") == ["ddb-items"], "a library that is not loaded has no say"


def test_exams_sat_come_with_their_day_and_score(warm: Studio) -> None:
    folder = warm.home / "data" / "log"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "golden" / "log" / "mockexam.jsonl", folder)
    assert told(warm, "exam", "report", "") == [], "the log was not read yet"
    attempts = warm("exam", "list", "--json").json
    assert told(warm, "exam", "report", "") == [
        f"{each['id']}\t{each['started_at'][:10]}" + (f"  {each['scaled_score']}" if each["ended_at"] else "")
        for each in reversed(attempts)
    ]
    assert attempts


def test_without_a_cache_commands_are_completed_and_none_is_made(studio: Studio) -> None:
    assert told(studio, "stat", shell="bash") == ["status"]
    assert told(studio, "note", "") == []
    assert not (studio.home / "cache").exists()


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda cache: cache.write_bytes(b"no database at all" * 500), id="no database"),
        pytest.param(lambda cache: cache.write_bytes(b""), id="empty"),
        pytest.param(lambda cache: (cache.unlink(), cache.mkdir()), id="a folder"),
    ],
)
def test_a_broken_cache_is_no_error(warm: Studio, harm: object) -> None:
    assert callable(harm)
    harm(warm.home / "cache" / "cache.db")
    assert told(warm, "note", "") == []
    assert told(warm, "stat", shell="bash") == ["status"]


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"STUDYCLI_LANG": "xx"}, id="language"),
        pytest.param({"STUDYCLI_NOW": "yesterday"}, id="clock"),
        pytest.param({"STUDYCLI_LIBRARY": "/no/such/folder"}, id="library"),
        pytest.param({"STUDYCLI_LIBRARY": "~nobody-here/x"}, id="home of nobody"),
        pytest.param({"STUDYCLI_HOME": "/dev/null"}, id="folders"),
    ],
)
def test_a_fault_is_left_to_the_command(warm: Studio, env: dict[str, str]) -> None:
    assert told(warm, "stat", shell="bash", **env) == ["status"]
    told(warm, "note", "", **env)


def test_a_broken_configuration_is_left_to_the_command(warm: Studio) -> None:
    folder = warm.home / "config"
    folder.mkdir()
    (folder / "config.toml").write_text("language = ")
    assert told(warm, "note", "la", shell="bash") == ["lambda-limits"]


def test_hostile_titles_reach_no_prompt(studio: Studio, golden_library: Path, tmp_path: Path) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    file = library / "content" / "dynamodb.yaml"
    file.write_text(file.read_text().replace("en: Items}", 'en: "$(rm x)`\\tb\\u0007"}'))
    studio("status", STUDYCLI_LIBRARY=str(library))
    for line in told(studio, "note", "", STUDYCLI_LIBRARY=str(library)):
        assert line.count("\t") == 1
        assert "\x07" not in line


@pytest.mark.parametrize("words", [("note", "la"), ("st",), ("exam", "report", "")])
def test_an_answer_needs_neither_parser_nor_files(warm: Studio, words: tuple[str, ...]) -> None:
    script = (
        "import os, sys; from studycli.cli.main import main; from studycli.cli.printing import real_streams\n"
        f"main(['__complete', 'zsh', '--', *{words!r}], os.environ, real_streams())\n"
        "heavy = {'typer', 'click', 'yaml', 'rich', 'prompt_toolkit', 'fsrs_rs_python', 'studycli.material.shelf'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=warm.process_env({}), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
