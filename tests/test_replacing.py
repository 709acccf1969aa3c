from pathlib import Path

import pytest

from studycli.replacing import replace_text


def test_a_file_is_made_with_the_folders_above(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "file"
    replace_text(target, "한글\r\n")
    assert target.read_bytes() == "한글\r\n".encode()


def test_permissions_stay_and_no_draft_is_left(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    target.chmod(0o640)
    replace_text(target, "new")
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o640)
    assert list(tmp_path.iterdir()) == [target]


def test_a_text_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        replace_text(target, "new \ud800")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
