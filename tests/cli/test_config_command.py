from pathlib import Path

import pytest

from studycli.cli.configuration import KEYS
from studycli.cli.settings import NAMES
from tests.cli.conftest import Studio

UNSET: dict[str, object] = {
    "language": None,
    "material-language": None,
    "theme": None,
    "editor": None,
    "libraries": [],
    "exam-cards": None,
    "exam-date": None,
    "minutes": 20,
    "days-off": [],
    "blueprint": None,
    "retention": 0.9,
    "parameters": None,
}


def test_json_lists_every_setting(studio: Studio) -> None:
    assert studio("config", "--json").json == UNSET
    assert tuple(UNSET) == NAMES


def test_a_pipe_gets_the_list(studio: Studio) -> None:
    lines = studio("config").out.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert lines[NAMES.index("minutes")] == "minutes            20"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("language", "ko", "ko"),
        ("material-language", "en", "en"),
        ("theme", "mono", "mono"),
        ("editor", "code --wait", "code --wait"),
        ("exam-date", "2026-12-20", "2026-12-20"),
        ("exam-date", "2026-11-23", "2026-11-23"),
        ("minutes", "1", 1),
        ("minutes", "600", 600),
        ("days-off", "sun,sat", ["sat", "sun"]),
        ("blueprint", "golden/bare", "golden/bare"),
        ("retention", "0.85", 0.85),
    ],
)
def test_a_setting_is_set_shown_and_unset(studio: Studio, name: str, text: str, value: object) -> None:
    done = studio("config", name, text, LANG="en_US")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{name} = ")
    assert studio("config", name, "--json").json == {name: value}
    assert studio("--language", "en", "config", name).out.strip() == (
        ",".join(value) if isinstance(value, list) else text
    )
    assert studio("config", name, "--unset", "--json").json == {name: UNSET[name]}
    assert studio("config", "--json").json == UNSET


def test_preferences_are_in_the_file_and_the_learners_settings_in_the_log(studio: Studio) -> None:
    studio("config", "theme", "mono")
    assert studio.log == []
    assert (studio.home / "config" / "config.toml").read_text() == 'theme = "mono"\n'
    studio("config", "exam-date", "2026-12-20")
    (event,) = studio.log
    assert (event["kind"], event["name"], event["value"]) == ("setting", "exam-date", "2026-12-20")
    assert set(KEYS) < set(NAMES)


def test_libraries_are_a_path_list_of_folders_that_are_libraries(
    studio: Studio, golden_library: Path, tmp_path: Path
) -> None:
    assert studio("config", "libraries", f"{golden_library}").code == 0
    assert studio("config", "libraries", "--json").json == {"libraries": [str(golden_library)]}
    assert studio("status").code == 3  # the same library twice
    assert studio("config", "libraries", "--unset").code == 0
    assert studio("status").code == 0
    wrong = studio("config", "libraries", str(tmp_path))
    assert (wrong.code, f"{tmp_path}: no library" in wrong.err) == (2, True)


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        pytest.param(["exam-date", "2026-11-22"], "2026-11-22 is in the past", id="yesterday"),
        pytest.param(["exam-date", "20.12.2026"], "use: YYYY-MM-DD", id="no date"),
        pytest.param(["exam-date", "3000-01-01"], "use: YYYY-MM-DD", id="a year the log has not"),
        pytest.param(["minutes", "0"], "use: 1 .. 600", id="no minutes"),
        pytest.param(["minutes", "601"], "use: 1 .. 600", id="too many minutes"),
        pytest.param(["minutes", "ten"], "use: 1 .. 600", id="minutes in words"),
        pytest.param(["retention", "0.69"], "use: 0.70 .. 0.99", id="low retention"),
        pytest.param(["retention", "nan"], "use: 0.70 .. 0.99", id="no retention"),
        pytest.param(["days-off", "sunday"], "use: mon,tue,wed,thu,fri,sat,sun", id="no day"),
        pytest.param(["days-off", ","], "use: mon,", id="no days"),
        pytest.param(["blueprint", "clf-c02"], "use one of: sample, bare", id="exam the material has not"),
        pytest.param(["language", "fr"], "language does not take fr", id="language we lack"),
        pytest.param(["themes"], "use one of: theme", id="near name"),
        pytest.param(["volume", "11"], "use one of: language, material-language", id="unknown name"),
        pytest.param(["minutes", "30", "--unset"], "--unset takes no value", id="both"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(studio: Studio, argv: list[str], text: str) -> None:
    result = studio("config", *argv)
    assert (result.code, result.out, text in result.err) == (2, "", True)
    assert studio("config", "--json").json == UNSET


def test_a_broken_configuration_stops_every_command_and_names_the_file(studio: Studio) -> None:
    (studio.home / "config").mkdir()
    (studio.home / "config" / "config.toml").write_text('colour = "red"\n')
    for argv in (["status"], ["status", "--short"], ["next"], ["config", "theme"], ["check"]):
        result = studio(*argv)
        assert (result.code, result.out) == (2, "")
        assert "config.toml: unknown key colour" in result.err


def test_the_configured_language_is_spoken(studio: Studio) -> None:
    studio("config", "language", "ko")
    assert studio("status").out.startswith("시험")
    assert studio("--language", "en", "status").out.startswith("Exam")
