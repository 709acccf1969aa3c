from pathlib import Path

import pytest

from studycli.cli.beside import folder_beside
from studycli.errors import UsageError


def test_the_folder_is_in_the_data_folder_and_gone_at_the_end(tmp_path: Path) -> None:
    data = tmp_path / "new" / "data"
    with folder_beside(data) as folder:
        (folder / "file").write_text("")
        assert (folder.parent, folder.name[0]) == (data, ".")
    assert list(data.iterdir()) == []


def test_what_was_moved_away_stays(tmp_path: Path) -> None:
    with folder_beside(tmp_path) as folder:
        (folder / "made").mkdir()
        (folder / "made").rename(tmp_path / "kept")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_data_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(UsageError, match="not_saved"), folder_beside(tmp_path / "data"):
        pass
