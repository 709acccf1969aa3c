from pathlib import Path

import pytest

from studycli.cli.paths import expanded, user_paths
from studycli.errors import UsageError


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    paths = user_paths({"STUDYCLI_HOME": str(tmp_path), "XDG_DATA_HOME": "/elsewhere"})
    assert paths == (tmp_path / "data", tmp_path / "config", tmp_path / "cache", tmp_path / "state")
    assert paths.configuration == tmp_path / "config" / "config.toml"
    assert paths.log == tmp_path / "data" / "log"
    assert paths.device == tmp_path / "state" / "device"


def test_a_relative_home_is_made_absolute() -> None:
    assert user_paths({"STUDYCLI_HOME": "here"}).data == Path.cwd() / "here" / "data"


def test_a_path_is_expanded_or_said_to_lead_to_nobodys_home() -> None:
    assert expanded(Path("~/notes")) == Path.home() / "notes"
    assert expanded(Path("notes")) == Path.cwd() / "notes"
    with pytest.raises(UsageError, match="unknown_home"):
        expanded(Path("~no-such-user/notes"))


def test_elsewhere_the_folders_are_those_of_xdg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    env = {"HOME": "/home/kim", "XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "relative"}
    assert user_paths(env) == (
        Path("/data/studycli"),
        Path("/home/kim/.config/studycli"),
        Path("/home/kim/.cache/studycli"),
        Path("/home/kim/.local/state/studycli"),
    )


def test_on_linux_they_are_where_platformdirs_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs.unix import Unix

    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    there = Unix("studycli")
    assert user_paths({"HOME": str(Path.home())}) == (
        there.user_data_path,
        there.user_config_path,
        there.user_cache_path,
        there.user_state_path,
    )


def test_macos_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert all(path.name == "studycli" for path in user_paths({"HOME": "/home/kim"}))
