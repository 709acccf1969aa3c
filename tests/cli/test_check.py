import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Studio
from tests.material.libraries import OLD_NS, basic, library, topic, write

KEYS = ["path", "line", "column", "rule", "severity", "message"]

SOUND = """\
topic: a
questions:
- id: q
  kind: single
  domain: secure
  difficulty: easy
  tests: [a1]
  stem:
    ko: 한 회사가 주문을 테이블에 저장하고 비용을 되도록 줄이려고 합니다. 무엇을 해야 합니까?
    en: A company stores its orders in a table and must keep costs low. What should it do?
  options:
  - {id: on, text: {ko: 켠다, en: Turn it on}, why: {ko: 싸다, en: It is cheap}, right: true}
  - {id: off, text: {ko: 끈다, en: Turn it off}, why: {ko: 비싸다, en: It is dear}}
  sources: [{url: "https://example.com/page", checked: 2026-10-31}]
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A library that keeps to every rule, but has few questions."""
    folder = library(tmp_path / "sound", a=topic("a", basic("a1")))
    write(folder, "quizzes/a.yaml", SOUND)
    return folder


def rewrite(file: Path, old: str, new: str) -> None:
    """Change a file as an author does, at a later time."""
    text = file.read_text()
    assert old in text
    write(file.parent, file.name, text.replace(old, new), time_ns=OLD_NS + 10**10)


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


def test_sound_material_is_exit_0(studio: Studio, sound: Path) -> None:
    assert studio("check", "--errors-only", str(sound)) == (0, "", "No problems.\n")
    assert studio("check", "--errors-only", "--json", str(sound)).json == []


def test_advice_is_shown_last_and_does_not_count(studio: Studio, sound: Path) -> None:
    result = studio("check", str(sound))
    assert (result.code, result.err) == (0, "0 errors, 0 warnings, 1 info.\n")
    assert ": thin-domain: " in result.out
    rewrite(sound / "quizzes/a.yaml", "tests: [a1]", "tests: []")
    worse = studio("check", str(sound))
    assert (worse.code, worse.err) == (1, "0 errors, 1 warning, 2 infos.\n")
    assert [line.split(": ")[1] for line in worse.out.splitlines()] == [
        "tests-nothing",
        "thin-domain",
        "untested-card",
    ]


def test_the_day_of_today_is_that_of_the_clock(studio: Studio, sound: Path) -> None:
    early = studio("check", str(sound), "--json", STUDYCLI_NOW="2026-10-30T09:00:00+09:00")
    assert [each["rule"] for each in early.json].count("checked-in-future") == 2
    late = studio("check", str(sound), "--json", STUDYCLI_NOW="2027-11-01T09:00:00+09:00")
    assert [each["rule"] for each in late.json].count("stale-source") == 2


def test_fix_mends_and_says_so(studio: Studio, sound: Path) -> None:
    file = sound / "content/a.yaml"
    before = file.read_text()
    rewrite(file, "en: Topic}", "en: Topic}  ")
    assert ": trailing-space: " in studio("check", str(sound)).out
    result = studio("check", "--fix", "--errors-only", str(sound))
    assert (result.code, result.out) == (0, "")
    assert f"{file}: trailing-space: mended 1 problem\n" in result.err
    assert file.read_text() == before


def test_a_renamed_card_is_told_and_mended(studio: Studio, sound: Path) -> None:
    env = {"STUDYCLI_LIBRARY": str(sound)}
    studio("check", **env)
    rewrite(sound / "content/a.yaml", "id: a1", "id: a2")
    rewrite(sound / "quizzes/a.yaml", "[a1]", "[a2]")
    for path in ([], [str(sound)], [str(sound / "content/a.yaml")]):
        assert "add was: [a1]" in studio("check", *path, **env).out
    assert "missing-was" in studio("check", "--fix", **env).err
    assert "was: [a1]" in (sound / "content/a.yaml").read_text()
    assert studio("check", **env).code == 0


def test_fix_leaves_what_it_is_not_given(studio: Studio, sound: Path) -> None:
    rewrite(sound / "content/a.yaml", "en: Topic}", "en: Topic}  ")
    before = (sound / "content/a.yaml").read_text()
    assert studio("check", "--fix", str(sound / "quizzes/a.yaml")).code == 0
    assert (sound / "content/a.yaml").read_text() == before


def test_what_cannot_be_mended_is_said_and_stays_a_problem(studio: Studio, sound: Path) -> None:
    rewrite(sound / "content/a.yaml", "en: Topic}", "en: Topic}  ")
    (sound / "content/a.yaml").chmod(0o444)
    result = studio("check", "--fix", str(sound))
    assert (result.code, "is read-only" in result.err) == (1, True)


def test_the_installed_library_is_not_written_to(
    studio: Studio, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(sound / "content/a.yaml", "en: Topic}", "en: Topic}  ")
    monkeypatch.setattr("studycli.cli.places._PACKAGE", sound.resolve().parent)
    result = studio("check", "--fix", str(sound))
    assert (result.code, "belongs to the installed program" in result.err) == (1, True)


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


def test_several_paths_at_once(studio: Studio, broken: Path, sound: Path) -> None:
    assert len(studio("check", str(sound), str(broken), "--errors-only", "--json").json) == 2


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
