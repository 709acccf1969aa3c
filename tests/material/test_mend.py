import sqlite3
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from studycli.core.lint.register import lint
from studycli.errors import MaterialError
from studycli.material.mend import Mended, mend
from tests.material.libraries import OLD_NS, library, write
from tests.material.shelves import opened

TODAY = date(2026, 11, 23)
TOPIC = """\
# a comment at the top
id: a
title: {ko: '주제', en: "Topic"}   # beside
notes:
  # above
  - id: note
    title: {ko: 노트, en: Note}
    body:
      ko: |
        첫 줄
      en: |
        first line
    sources:
      - {url: https://example.com/page, checked: 2026-10-31}
    entries:
      - id: old   # never change
        kind: basic
        front: {ko: 앞, en: Front}
        back: {ko: 뒤, en: Back}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library(tmp_path / "small", a=TOPIC)


def mended(
    cache: sqlite3.Connection, folder: Path, broken: tuple[str, ...] = ()
) -> tuple[list[Mended], list[MaterialError]]:
    (material,) = opened(cache, folder).materials(TODAY)
    done, refused = mend(material, lint(material), broken)
    return [each._replace(path=Path(each.path).name) for each in done], refused


def change(folder: Path, old: str, new: str, *, encoding_form: str | None = None) -> str:
    text = TOPIC.replace(old, new)
    assert text != TOPIC
    written = normalize(encoding_form, text) if encoding_form else text  # type: ignore[arg-type]
    write(folder, "content/a.yaml", written, time_ns=OLD_NS + 10**10)
    return text


def content(folder: Path) -> str:
    return (folder / "content/a.yaml").read_bytes().decode()


def test_letters_and_spaces_are_mended_and_nothing_else(cache: sqlite3.Connection, folder: Path) -> None:
    change(folder, "first line\n", "first line \n", encoding_form="NFD")
    done, refused = mended(cache, folder)
    assert [(each.path, each.rule) for each in done] == [("a.yaml", "not-nfc"), ("a.yaml", "trailing-space")]
    assert (content(folder), refused) == (TOPIC, [])
    assert mended(cache, folder) == ([], [])


def test_a_former_id_comes_in_and_comments_quotes_and_order_stay(
    cache: sqlite3.Connection, folder: Path
) -> None:
    opened(cache, folder)
    text = change(folder, "id: old ", "id: new ")
    assert mended(cache, folder)[0] == [Mended("a.yaml", "missing-was", 1)]
    assert content(folder) == text.replace("never change\n", "never change\n        was: [old]\n")
    assert mended(cache, folder) == ([], [])


def test_a_former_id_joins_those_that_are_listed(cache: sqlite3.Connection, folder: Path) -> None:
    opened(cache, folder)
    text = change(folder, "id: old   # never change\n", "id: new\n        was: [older]\n")
    mended(cache, folder)
    assert content(folder) == text.replace("[older]", "[older, old]")


def test_all_at_once_in_a_file_of_windows(cache: sqlite3.Connection, folder: Path) -> None:
    opened(cache, folder)
    text = TOPIC.replace("id: old   # never change", "id: new").replace("first line", "first line  ")
    write(folder, "content/a.yaml", text.replace("\n", "\r\n"), time_ns=OLD_NS + 10**10)
    assert len(mended(cache, folder)[0]) == 2
    expected = text.replace("line  ", "line").replace("id: new\n", "id: new\n        was: [old]\n")
    assert content(folder) == expected.replace("\n", "\r\n")


def test_a_file_with_problems_of_reading_is_left_alone(cache: sqlite3.Connection, folder: Path) -> None:
    change(folder, "first line\n", "first line \n")
    before = content(folder)
    (material,) = opened(cache, folder).materials(TODAY)
    path = next(path for path in material.raw if path.endswith("a.yaml"))
    assert mended(cache, folder, (path,)) == ([], [])
    assert content(folder) == before


def test_a_read_only_file_is_said_to_be_so(cache: sqlite3.Connection, folder: Path) -> None:
    change(folder, "first line\n", "first line \n")
    before = content(folder)
    (folder / "content/a.yaml").chmod(0o444)
    done, refused = mended(cache, folder)
    assert (done, [error.message_id for error in refused]) == ([], ["file_read_only"])
    assert content(folder) == before


def test_what_would_read_differently_is_not_written(cache: sqlite3.Connection, folder: Path) -> None:
    # U+1FEF becomes a backtick in NFC, which begins no plain text.
    change(folder, "en: Front", "en: \u1fefx")
    before = content(folder)
    done, refused = mended(cache, folder)
    assert (done, [error.message_id for error in refused]) == ([], ["mend_refused"])
    assert content(folder) == before


def test_permissions_and_links_stay(cache: sqlite3.Connection, folder: Path, tmp_path: Path) -> None:
    change(folder, "first line\n", "first line \n")
    file, real = folder / "content/a.yaml", tmp_path / "real.yaml"
    file.rename(real)
    real.chmod(0o640)
    file.symlink_to(real)
    mended(cache, folder)
    assert (file.is_symlink(), real.read_text(), real.stat().st_mode & 0o777) == (True, TOPIC, 0o640)
    assert [path.name for path in folder.glob("content/.*")] == []
