import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.conftest import Studio
from tests.material.archives import SOUND, Files, inside, special, tarred, zipped
from tests.ui.pty_helper import PtyHelper

KEYS = ["id", "title", "folder", "origin", "notes", "cards", "questions", "problems"]


def folder_of(path: Path, files: Files = SOUND) -> Path:
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def libraries(studio: Studio, **env: str) -> dict[str, str]:
    """Where each library comes from, by id."""
    return {str(row["id"]): row["origin"] for row in studio("library", "list", "--json", **env).json}


def data_folder(studio: Studio) -> set[str]:
    data = studio.home / "data"
    return {path.relative_to(data).as_posix() for path in data.rglob("*")} if data.exists() else set()


@pytest.fixture
def bundled(studio: Studio, tmp_path: Path) -> Files:
    """A library with the id of the one that is bundled, which is loaded again."""
    studio.env["STUDYCLI_LIBRARY"] = ""
    return {
        **SOUND,
        "content/library.yaml": SOUND["content/library.yaml"].replace(b"id: small", b"id: aws-serverless"),
    }


class TestList:
    def test_the_shape(self, studio: Studio, golden_library: Path) -> None:
        (row,) = studio("library", "list", "--json").json
        assert list(row) == KEYS
        assert (row["id"], row["origin"], row["folder"]) == ("golden", "linked", str(golden_library))
        assert (row["notes"], row["cards"], row["problems"]) == (2, 5, 0)

    def test_as_text(self, studio: Studio) -> None:
        line = studio("library", "list").out
        assert line.startswith("golden  Sample · linked · 2 notes, 5 cards")
        assert "견본 · 연결함 · 노트 2개" in studio("--language", "ko", "library", "list").out

    def test_a_broken_library_is_listed_with_its_problems(self, studio: Studio, tmp_path: Path) -> None:
        folder = folder_of(tmp_path / "broken", {**SOUND, "content/library.yaml": b"id: Small\n"})
        row = studio("library", "list", "--json", STUDYCLI_LIBRARY=str(folder)).json[0]
        assert (row["id"], row["title"], row["cards"], row["problems"]) == (None, None, 0, 3)

    def test_a_missing_folder_hides_no_other(self, studio: Studio, tmp_path: Path) -> None:
        studio("library", "add", str(folder_of(tmp_path / "small")))
        shutil.rmtree(tmp_path / "small")
        status = studio("status")
        assert (status.code, f"1 problem, first at {tmp_path / 'small'}:1:1" in status.err) == (0, True)
        assert libraries(studio) == {"golden": "linked", "None": "linked"}
        assert studio("library", "remove", str(tmp_path / "small")).code == 0
        assert studio("status").err == ""


class TestAdd:
    def test_a_folder_is_used_where_it_is(self, studio: Studio, tmp_path: Path) -> None:
        folder = folder_of(tmp_path / "small")
        result = studio("library", "add", str(folder))
        assert (result.code, result.err) == (0, "")
        assert f"used from {folder}" in result.out
        assert studio("config", "libraries", "--json").json == {"libraries": [str(folder)]}
        assert libraries(studio)["small"] == "linked"
        assert not (studio.home / "data" / "libraries").exists()

    @pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "A.TGZ"])
    @pytest.mark.parametrize("folder", ["", "small-main"])
    def test_an_archive_is_unpacked(self, studio: Studio, tmp_path: Path, name: str, folder: str) -> None:
        pack = zipped if name.endswith("zip") else tarred
        files = inside(folder, SOUND) if folder else SOUND
        source = pack(tmp_path / name.lower(), files).rename(tmp_path / name)
        result = studio("library", "add", str(source))
        assert (result.code, result.err) == (0, "")
        assert libraries(studio)["small"] == "added"
        home = studio.home / "data"
        assert {path.relative_to(home / "libraries" / "small").as_posix() for path in home.rglob("*.*")} == {
            name for name in SOUND if "." in name
        }

    @pytest.mark.parametrize(
        ("files", "text"),
        [
            pytest.param({"content/a.yaml": b"x"}, "the file is missing", id="no library.yaml"),
            pytest.param({"content/library.yaml": b"id: x\n"}, "key title is missing", id="broken library.yaml"),
            pytest.param({"README.md": b"x"}, "no library; give", id="no content"),
            pytest.param({**SOUND, "../x.yaml": b"x"}, "refused", id="climbs"),
            pytest.param(
                {"content/library.yaml": SOUND["content/library.yaml"].replace(b"small", b"mine")},
                "kept for your own library", id="the person's own id",
            ),
            pytest.param(
                {"content/library.yaml": SOUND["content/library.yaml"].replace(b"small", b"golden")},
                "has the id of", id="an id that is there",
            ),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("name", ["a.zip", "a.tgz"])
    def test_after_a_refusal_nothing_is_left(
        self, studio: Studio, tmp_path: Path, name: str, files: Files, text: str
    ) -> None:
        studio("status")
        before = data_folder(studio)
        pack = zipped if name.endswith("zip") else tarred
        result = studio("library", "add", str(pack(tmp_path / name, files)))
        assert (result.code, result.out) == (2, "")
        assert text in result.err
        assert result.err.count("\n") == 1
        assert data_folder(studio) == before
        assert libraries(studio) == {"golden": "linked"}

    def test_a_link_in_an_archive_is_refused(self, studio: Studio, tmp_path: Path) -> None:
        source = tarred(tmp_path / "a.tar", SOUND, special("content/b.yaml", b"2", "/etc/passwd"))
        result = studio("library", "add", str(source))
        assert (result.code, "content/b.yaml' is no plain file" in result.err) == (2, True)

    @pytest.mark.parametrize("name", ["nowhere", "nowhere.zip", "a.txt", "empty"])
    def test_what_is_no_library_is_exit_2(self, studio: Studio, tmp_path: Path, name: str) -> None:
        (tmp_path / "a.txt").write_text("x")
        (tmp_path / "empty").mkdir()
        result = studio("library", "add", str(tmp_path / name))
        assert (result.code, f"{tmp_path / name}: no library" in result.err) == (2, True)

    def test_an_id_that_is_there_is_refused_naming_both(
        self, studio: Studio, tmp_path: Path, golden_library: Path
    ) -> None:
        copy = Path(shutil.copytree(golden_library, tmp_path / "copy"))
        result = studio("library", "add", str(copy), "--replace")
        assert result.code == 2
        assert str(copy) in result.err
        assert str(golden_library) in result.err
        assert studio("config", "libraries", "--json").json == {"libraries": []}

    @pytest.mark.parametrize("is_folder", [True, False])
    def test_the_bundled_library_is_replaced_only_when_asked_for(
        self, studio: Studio, tmp_path: Path, bundled: Files, is_folder: bool
    ) -> None:
        source = folder_of(tmp_path / "x", bundled) if is_folder else zipped(tmp_path / "a.zip", bundled)
        refused = studio("library", "add", str(source))
        assert (refused.code, "--replace" in refused.err) == (2, True)
        assert libraries(studio) == {"aws-serverless": "bundled"}
        assert data_folder(studio) == set()
        assert studio("library", "add", str(source), "--replace").code == 0
        assert libraries(studio) == {"aws-serverless": "added"}
        assert studio("status", "--json").json["cards"] == 0
        assert studio("library", "remove", "aws-serverless", "--yes").code == 0
        assert libraries(studio) == {"aws-serverless": "bundled"}

    def test_it_is_asked_whether_to_replace_the_bundled_one(
        self, studio: Studio, tmp_path: Path, bundled: Files
    ) -> None:
        command = [
            sys.executable,
            "-m",
            "studycli",
            "library",
            "add",
            str(zipped(tmp_path / "a.zip", bundled)),
        ]
        with PtyHelper(command, (100, 30), studio.process_env({"ACCESSIBLE": "1"})) as terminal:
            terminal.wait_for("2. Yes")
            terminal.send(b"2\n")
            assert terminal.wait_exit() == 0
        assert libraries(studio) == {"aws-serverless": "added"}


class TestRemove:
    def test_a_linked_folder_is_only_forgotten(self, studio: Studio, tmp_path: Path) -> None:
        folder, other = folder_of(tmp_path / "small"), tmp_path / "other"
        files = {**SOUND, "content/library.yaml": SOUND["content/library.yaml"].replace(b"small", b"other")}
        studio("library", "add", str(folder))
        studio("library", "add", str(folder_of(other, files)))
        result = studio("library", "remove", "small")
        assert (result.code, "is as it was" in result.out) == (0, True)
        assert studio("config", "libraries", "--json").json == {"libraries": [str(other)]}
        assert (folder / "content" / "library.yaml").exists()

    def test_an_unpacked_copy_is_deleted_and_the_log_stays(self, studio: Studio, tmp_path: Path) -> None:
        studio("library", "add", str(zipped(tmp_path / "a.zip", SOUND)))
        studio("grade", "lambda-timeout", "good")
        asked = studio("library", "remove", "small")
        assert (asked.code, "add --yes" in asked.err) == (2, True)
        assert libraries(studio)["small"] == "added"
        assert studio("library", "remove", "small", "--yes").code == 0
        assert libraries(studio) == {"golden": "linked"}
        assert len(studio.log) == 1
        assert {name.partition("/")[0] for name in data_folder(studio)} == {"libraries", "log"}

    @pytest.mark.parametrize(("answer", "left"), [(b"1\n", True), (b"\n", True), (b"2\n", False)])
    def test_on_a_terminal_it_is_asked(
        self, studio: Studio, tmp_path: Path, answer: bytes, left: bool
    ) -> None:
        studio("library", "add", str(zipped(tmp_path / "a.zip", SOUND)))
        command = [sys.executable, "-m", "studycli", "library", "remove", "small"]
        with PtyHelper(command, (100, 30), studio.process_env({"ACCESSIBLE": "1"})) as terminal:
            terminal.wait_for("2. Yes")
            terminal.send(answer)
            assert terminal.wait_exit() == 0
        assert ("small" in libraries(studio)) == left

    def test_what_a_link_leads_to_is_not_deleted(self, studio: Studio, tmp_path: Path) -> None:
        folder = folder_of(tmp_path / "small")
        (studio.home / "data" / "libraries").mkdir(parents=True)
        (studio.home / "data" / "libraries" / "small").symlink_to(folder)
        result = studio("library", "remove", "small", "--yes")
        assert (result.code, "is as it was" in result.out) == (0, True)
        assert (folder / "content" / "library.yaml").exists()
        assert libraries(studio) == {"golden": "linked"}

    def test_a_copy_that_cannot_be_moved_away_is_told_and_stays(self, studio: Studio) -> None:
        """Where the copies lie on another disk than the rest of the data."""
        with TemporaryDirectory(dir="/dev/shm") as elsewhere:
            folder_of(Path(elsewhere) / "small")
            (studio.home / "data").mkdir(parents=True)
            (studio.home / "data" / "libraries").symlink_to(elsewhere)
            result = studio("library", "remove", "small", "--yes")
            assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
            assert "small: cannot be written" in result.err
            assert libraries(studio)["small"] == "added"

    def test_the_persons_own_library_and_one_not_added_stay(self, studio: Studio) -> None:
        studio("new", "note", "--topic", "sqs", "--title", "Q", "--body", "Text")
        for name in ("mine", "golden"):
            result = studio("library", "remove", name, "--yes")
            assert (result.code, "is not removed" in result.err) == (2, True)
        assert libraries(studio) == {"golden": "linked", "mine": "mine"}

    def test_an_unknown_library_is_exit_3(self, studio: Studio) -> None:
        result = studio("library", "remove", "what", "--yes")
        assert (result.code, "use one of: golden" in result.err) == (3, True)
