from pathlib import Path

import pytest

from studycli.cli.configuration import (
    KEYS,
    THEMES,
    Configuration,
    read_configuration,
    write_configuration,
)
from studycli.errors import UsageError
from studycli.ui import theme


def test_no_file_means_nothing_is_set(tmp_path: Path) -> None:
    assert read_configuration(tmp_path / "config.toml") == Configuration()


def test_every_key_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'language = "ko"\nmaterial-language = "en"\ntheme = "mono"\neditor = "vim -u NONE"\nlibraries = ["/a"]\n'
    )
    assert read_configuration(path) == Configuration("ko", "en", "mono", "vim -u NONE", ("/a",))
    assert len(KEYS) == len(Configuration._fields)


@pytest.mark.parametrize(
    ("text", "message_id", "names"),
    [
        pytest.param("language = [", "configuration_unreadable", ("config.toml",), id="no TOML"),
        pytest.param('colour = "red"', "unknown_key", ("config.toml", "colour"), id="unknown key"),
        pytest.param('language = "fr"', "bad_key_value", ("config.toml", "language"), id="language we lack"),
        pytest.param("language = 1", "bad_key_value", ("config.toml", "language"), id="a number"),
        pytest.param('material-language = "korean"', "bad_key_value", ("material-language",), id="no code"),
        pytest.param('theme = "neon"', "bad_key_value", ("theme",), id="unknown theme"),
        pytest.param('editor = " "', "bad_key_value", ("editor",), id="empty editor"),
        pytest.param('libraries = "/a"', "bad_key_value", ("libraries",), id="no list"),
        pytest.param("libraries = [1]", "bad_key_value", ("libraries",), id="a list of numbers"),
    ],
)
def test_what_does_not_fit_names_file_and_key(
    tmp_path: Path, text: str, message_id: str, names: tuple[str, ...]
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as caught:
        read_configuration(path)
    assert caught.value.message_id == message_id
    assert all(name in str(caught.value.params) for name in names)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="configuration_unreadable"):
        read_configuration(tmp_path / "config.toml")


def test_a_folder_in_the_place_of_the_file_is_named_once(tmp_path: Path) -> None:
    for act in (read_configuration, lambda path: write_configuration(path, {"language": "ko"})):
        with pytest.raises(UsageError) as caught:
            act(tmp_path)
        assert caught.value.params == {"path": str(tmp_path), "reason": "Is a directory"}


def test_writing_keeps_comments_and_the_other_keys(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\neditor = "vim"  # the best\nlanguage = "en"\n')
    write_configuration(path, {"language": "ko"})
    assert path.read_text() == '# mine\neditor = "vim"  # the best\nlanguage = "ko"\n'
    write_configuration(path, {"language": None, "theme": "mono"})
    assert path.read_text() == '# mine\neditor = "vim"  # the best\ntheme = "mono"\n'


def test_a_new_file_begins_with_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    write_configuration(path, {"language": None}, "what this is")
    assert path.read_text() == "# what this is\n"
    write_configuration(path, {"language": "ko"}, "not again")
    assert path.read_text() == '# what this is\nlanguage = "ko"\n'


def test_a_link_is_followed_and_nothing_is_left_behind(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "config.toml"
    real.write_text("# mine\n")
    real.chmod(0o600)
    link.symlink_to(real)
    write_configuration(link, {"language": "ko"})
    assert link.is_symlink()
    assert read_configuration(real).language == "ko"
    assert real.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.toml", "dotfiles.toml"]


def test_a_value_that_does_not_fit_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="bad_key_value"):
        write_configuration(tmp_path / "config.toml", {"language": "fr"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="configuration_unwritable"):
        write_configuration(tmp_path / "file" / "config.toml", {"language": "ko"})


def test_the_themes_are_those_of_the_screens() -> None:
    assert set(THEMES) == set(theme.THEMES)
