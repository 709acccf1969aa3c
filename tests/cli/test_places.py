from pathlib import Path

import pytest

from studycli.cli import places
from studycli.cli.places import library_places
from studycli.errors import MaterialError
from studycli.material.placed import Origin
from tests.cli.conftest import ROOT


def test_the_bundled_library_is_that_of_the_checkout(tmp_path: Path) -> None:
    assert library_places({}, tmp_path, ()) == [(ROOT, Origin.BUNDLED)]


def test_in_an_installed_package_it_lies_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bundled" / "content").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert library_places({}, tmp_path, ()) == [(tmp_path / "bundled", Origin.BUNDLED)]


def test_a_package_without_its_library_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "studycli")
    with pytest.raises(MaterialError, match="no_bundled_library"):
        library_places({}, tmp_path, ())


def test_the_variable_replaces_the_bundled_one_and_all_others_are_added(tmp_path: Path) -> None:
    (tmp_path / "libraries" / "aws").mkdir(parents=True)
    (tmp_path / "libraries" / "file").write_text("")
    (tmp_path / "libraries" / ".hidden").mkdir()
    (tmp_path / "mine").mkdir()
    assert library_places({"STUDYCLI_LIBRARY": "/one:/two"}, tmp_path, ["/three"]) == [
        (Path("/one"), Origin.NAMED),
        (Path("/two"), Origin.NAMED),
        (tmp_path / "libraries" / "aws", Origin.COPY),
        (Path("/three"), Origin.OTHER),
        (tmp_path / "mine", Origin.MINE),
    ]
