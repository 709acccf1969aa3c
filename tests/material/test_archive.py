import stat
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from studycli.errors import UsageError
from studycli.material import archive
from studycli.material.archive import MOST_BYTES, MOST_FILES, take_in
from tests.material.archives import SOUND, Files, inside, special, tarred, zipped

PACKERS = [
    pytest.param(zipped, "small.zip", id="zip"),
    pytest.param(tarred, "small.tar", id="tar"),
    pytest.param(tarred, "small.tar.gz", id="tar.gz"),
    pytest.param(tarred, "small.tgz", id="tgz"),
]
Pack = Callable[[Path, Files], Path]


def files_in(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "target").mkdir()
    return tmp_path / "target"


def refused(source: Path, target: Path) -> str:
    with pytest.raises(UsageError) as error:
        take_in(source, target)
    return error.value.message_id


@pytest.mark.parametrize(("pack", "name"), PACKERS)
@pytest.mark.parametrize("folder", ["", "small-main"])
def test_the_files_of_a_library_come_in(
    tmp_path: Path, target: Path, pack: Pack, name: str, folder: str
) -> None:
    source = pack(tmp_path / name, inside(folder, SOUND) if folder else SOUND)
    root = take_in(source, target)
    assert root == target / folder
    assert files_in(root) == SOUND


@pytest.mark.parametrize(("pack", "name"), PACKERS)
def test_what_is_none_of_a_librarys_stays_out(tmp_path: Path, target: Path, pack: Pack, name: str) -> None:
    others = [
        "setup.py", "content/run.sh", "content/deep/er/a.yaml", "other/a.yaml", "content/.a.yaml",
        "__MACOSX/content/._a.yaml", "quizzes/README", "a.yaml", "content/README.md",
    ]  # fmt: skip
    source = pack(tmp_path / name, {**SOUND, **dict.fromkeys(others, b"x")})
    found = files_in(take_in(source, target))
    assert {name: found[name] for name in SOUND} == SOUND
    assert set(found) - set(SOUND) <= {"quizzes/README"}


@pytest.mark.parametrize(("pack", "name"), PACKERS)
@pytest.mark.parametrize(
    "member",
    [
        pytest.param("/content/b.yaml", id="absolute"),
        pytest.param("../b.yaml", id="climbs"),
        pytest.param("content/../../b.yaml", id="climbs in the middle"),
        pytest.param("..\\b.yaml", id="climbs with backslashes"),
        pytest.param("\\b.yaml", id="absolute with a backslash"),
        pytest.param("C:\\b.yaml", id="drive"),
        pytest.param("content/b\x1b[2J.yaml", id="escape sequence"),
        pytest.param("content/b\n.yaml", id="line feed"),
        pytest.param("content/b\u202e.yaml", id="bidirectional control"),
        pytest.param("notes/../x.txt", id="climbs where nothing is kept"),
    ],
)
def test_a_name_that_leads_out_or_hides_refuses_the_whole(
    tmp_path: Path, target: Path, pack: Pack, name: str, member: str
) -> None:
    source = pack(tmp_path / name, {**SOUND, member: b"x"})
    assert refused(source, target) == "archive_unsafe"
    assert {path.name for path in tmp_path.iterdir()} == {name, "target"}


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(tarfile.SYMTYPE, id="symbolic link"),
        pytest.param(tarfile.LNKTYPE, id="hard link"),
        pytest.param(tarfile.CHRTYPE, id="device"),
        pytest.param(tarfile.BLKTYPE, id="block device"),
        pytest.param(tarfile.FIFOTYPE, id="pipe"),
    ],
)
@pytest.mark.parametrize("name", ["content/b.yaml", "elsewhere"])
def test_only_files_and_folders_may_be_in_a_tar(tmp_path: Path, target: Path, kind: bytes, name: str) -> None:
    source = tarred(tmp_path / "a.tar", SOUND, special(name, kind, "/etc/passwd"))
    assert refused(source, target) == "archive_unsafe"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_only_files_and_folders_may_be_in_a_zip(tmp_path: Path, target: Path, kind: int) -> None:
    source = zipped(tmp_path / "a.zip", {"content/b.yaml": b"/etc/passwd"}, mode=kind | 0o777)
    assert refused(source, target) == "archive_unsafe"


@pytest.mark.parametrize(("pack", "name"), PACKERS)
def test_more_files_than_allowed_are_refused(tmp_path: Path, target: Path, pack: Pack, name: str) -> None:
    most = pack(tmp_path / name, {f"x/{number}": b"" for number in range(MOST_FILES)})
    take_in(most, target)
    more = pack(tmp_path / f"more-{name}", {f"x/{number}": b"" for number in range(MOST_FILES + 1)})
    assert refused(more, target) == "archive_too_many"


@pytest.mark.parametrize(("pack", "name"), PACKERS)
@pytest.mark.parametrize("member", ["content/b.yaml", "passed-over.bin"])
def test_a_bomb_is_refused_when_it_has_grown_too_large(
    tmp_path: Path, target: Path, pack: Pack, name: str, member: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_BYTES == 100_000_000
    monkeypatch.setattr(archive, "MOST_BYTES", 1_000_000)
    assert refused(pack(tmp_path / name, {member: b"0" * 1_000_001}), target) == "archive_too_large"
    assert sum(len(data) for data in files_in(target).values()) <= 1_000_000


def test_a_zip_that_lies_about_its_size_is_refused(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = zipped(tmp_path / "a.zip", {"content/b.yaml": b"0" * 3_000})
    data = source.read_bytes()
    source.write_bytes(data.replace((3_000).to_bytes(4, "little"), (1).to_bytes(4, "little")))
    assert data != source.read_bytes()
    assert refused(source, target) == "archive_unreadable"


@pytest.mark.parametrize(("pack", "name"), PACKERS)
def test_a_damaged_archive_is_unreadable(tmp_path: Path, target: Path, pack: Pack, name: str) -> None:
    source = pack(tmp_path / name, {f"content/{n}.yaml": bytes(range(256)) * 8 for n in range(9)})
    source.write_bytes(source.read_bytes()[: source.stat().st_size * 2 // 5])
    assert refused(source, target) == "archive_unreadable"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz"])
def test_what_is_no_archive_is_unreadable(tmp_path: Path, target: Path, name: str) -> None:
    source = tmp_path / name
    source.write_bytes(b"not an archive at all" * 100)
    assert refused(source, target) == "archive_unreadable"


def test_one_name_twice_is_refused(tmp_path: Path, target: Path) -> None:
    twice = tarfile.TarInfo("content/a.yaml")
    assert refused(tarred(tmp_path / "a.tar", SOUND, twice), target) == "archive_unreadable"


def test_a_folder_comes_in_without_what_is_beside_the_library(tmp_path: Path, target: Path) -> None:
    for name, data in {**SOUND, "content/deep/b.yaml": b"x", "run.sh": b"x"}.items():
        file = tmp_path / "source" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert files_in(take_in(tmp_path / "source", target)) == SOUND


def test_a_link_in_a_folder_refuses_it(tmp_path: Path, target: Path) -> None:
    (tmp_path / "source" / "content").mkdir(parents=True)
    (tmp_path / "source" / "content" / "a.yaml").symlink_to("/etc/passwd")
    assert refused(tmp_path / "source", target) == "archive_unsafe"
