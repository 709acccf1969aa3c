import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Studio
from tests.ui.pty_helper import PtyHelper


def line_at(place: str) -> str:
    path, _, line = place.strip().rpartition(":")
    return Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param("lambda-timeout", "- id: lambda-timeout", id="card"),
        pytest.param("golden/lambda-timeout", "- id: lambda-timeout", id="full id"),
        pytest.param("lambda-memory.low", "- id: lambda-memory", id="card of a gap"),
        pytest.param("lambda-memory", "- id: lambda-memory", id="entry"),
        pytest.param("ddb-dax.reversed", "- id: ddb-dax", id="reversed card"),
        pytest.param("lambda-time", "- id: lambda-timeout", id="former id"),
        pytest.param("ddb-items", "- id: ddb-items", id="note"),
    ],
)
def test_the_place_of_an_item_is_printed(studio: Studio, name: str, line: str) -> None:
    result = studio("edit", name, "--print")
    assert (result.code, result.err) == (0, "")
    assert line_at(result.out) == line


def test_the_place_of_a_question_is_printed(studio: Studio, golden_library: Path) -> None:
    bank = (golden_library / "quizzes" / "lambda.yaml").read_text()
    name = bank.partition("- id: ")[2].partition("\n")[0]
    assert line_at(studio("edit", name, "--print").out) == f"- id: {name}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("lambda-timeot", "did you mean golden/lambda-timeout?", id="card"),
        pytest.param("ddb-itms", "did you mean golden/ddb-items?", id="note"),
        pytest.param("what/lambda-timeot", "did you mean golden/lambda-timeout?", id="other library"),
        pytest.param("zzzzzz", "zzzzzz: not in the material", id="nothing near"),
    ],
)
@pytest.mark.parametrize("more", [[], ["--print"]])
def test_an_unknown_id_is_exit_3_with_what_was_meant(
    studio: Studio, name: str, text: str, more: list[str]
) -> None:
    result = studio("edit", name, *more)
    assert (result.code, result.out, text in result.err) == (3, "", True)


def test_an_id_of_two_libraries_is_to_be_written_in_full(
    studio: Studio, golden_library: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(golden_library, tmp_path / "other"))
    file = other / "content" / "library.yaml"
    file.write_text(file.read_text().replace("id: golden", "id: other"))
    both = f"{golden_library}:{other}"
    result = studio("edit", "ddb-items", "--print", STUDYCLI_LIBRARY=both)
    assert (result.code, "golden/ddb-items, other/ddb-items" in result.err) == (3, True)
    assert str(other) in studio("edit", "other/ddb-items", "--print", STUDYCLI_LIBRARY=both).out


def test_an_item_of_a_broken_file_is_named_with_its_file(
    studio: Studio, golden_library: Path, tmp_path: Path
) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    file = library / "content" / "lambda.yaml"
    file.write_text(file.read_text() + "\tbroken")
    result = studio("edit", "lambda-limits", "--print", STUDYCLI_LIBRARY=str(library))
    assert (result.code, "lambda.yaml is broken" in result.err) == (3, True)


@pytest.mark.parametrize("more", [[], ["--no-input"]])
def test_without_a_terminal_the_other_form_is_named(studio: Studio, more: list[str]) -> None:
    result = studio(*more, "edit", "ddb-items")
    assert (result.code, "studycli edit ddb-items --print" in result.err) == (2, True)


class TestOnATerminal:
    def _edit(self, studio: Studio, editor: Path, script: str, **env: str) -> PtyHelper:
        editor.write_text(f'#!/bin/sh\necho "$@" > "$0.log"\n{script}\n')
        editor.chmod(0o755)
        command = [sys.executable, "-m", "studycli", "edit", env.pop("NAME", "ddb-dax")]
        given = {"EDITOR": str(editor), "VISUAL": "", **env}
        return PtyHelper(command, (200, 30), studio.process_env(given), str(studio.home))

    def test_the_editor_opens_at_the_line(self, studio: Studio, golden_library: Path, tmp_path: Path) -> None:
        library = Path(shutil.copytree(golden_library, tmp_path / "library"))
        with self._edit(studio, tmp_path / "vi", "", STUDYCLI_LIBRARY=str(library)) as terminal:
            assert terminal.wait_exit() == 0
            assert terminal.text().strip() == ""
        line, path = (tmp_path / "vi.log").read_text().split()
        assert line_at(f"{path}:{line.removeprefix('+')}") == "- id: ddb-dax"

    def test_a_file_broken_by_the_edit_is_told_in_one_line(
        self, studio: Studio, golden_library: Path, tmp_path: Path
    ) -> None:
        library = Path(shutil.copytree(golden_library, tmp_path / "library"))
        script = 'printf "\\tbroken" >> "$2"'
        with self._edit(studio, tmp_path / "vi", script, STUDYCLI_LIBRARY=str(library)) as terminal:
            assert terminal.wait_exit() == 0
            assert "dynamodb.yaml:16:1: a tab indents this line" in terminal.text().replace("\n", "")

    def test_a_file_that_the_editor_removed_is_said_to_be_gone(
        self, studio: Studio, golden_library: Path, tmp_path: Path
    ) -> None:
        library = Path(shutil.copytree(golden_library, tmp_path / "library"))
        with self._edit(studio, tmp_path / "vi", 'rm "$2"', STUDYCLI_LIBRARY=str(library)) as terminal:
            assert terminal.wait_exit() == 2
            assert "dynamodb.yaml: is gone" in terminal.text().replace("\n", "")

    def test_no_such_editor_is_exit_2(self, studio: Studio, golden_library: Path) -> None:
        command = [sys.executable, "-m", "studycli", "edit", "ddb-dax"]
        env = studio.process_env({"EDITOR": "/no/such/editor", "VISUAL": ""})
        with PtyHelper(command, (120, 30), env) as terminal:
            assert terminal.wait_exit() == 2

    def _installed(self, tmp_path: Path, golden_library: Path) -> dict[str, str]:
        """The environment of an installed program: a package with its library inside."""
        package = tmp_path / "site" / "studycli"
        shutil.copytree(ROOT / "studycli", package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(golden_library, package / "bundled")
        return {"STUDYCLI_LIBRARY": "", "PYTHONPATH": str(package.parent), "ACCESSIBLE": "1"}

    @pytest.mark.parametrize(
        "broken",
        [
            pytest.param(lambda home, bundled: (home / "data" / "libraries").write_text(""), id="target"),
            pytest.param(lambda home, bundled: (bundled / "quizzes" / "x").symlink_to("gone"), id="source"),
        ],
    )
    def test_a_copy_that_fails_is_one_line_and_leaves_nothing(
        self, studio: Studio, tmp_path: Path, golden_library: Path, broken: Callable[[Path, Path], None]
    ) -> None:
        env = self._installed(tmp_path, golden_library)
        (studio.home / "data").mkdir()
        broken(studio.home, tmp_path / "site" / "studycli" / "bundled")
        with self._edit(studio, tmp_path / "vi", "", **env) as terminal:
            terminal.wait_for("2. No")
            terminal.send(b"1\n")
            assert terminal.wait_exit() == 2
            assert "nothing was changed" in terminal.text().replace("\n", "")
        assert not (studio.home / "data" / "libraries" / "golden").exists()
        assert list((studio.home / "data").glob(".adding-*")) == []

    @pytest.mark.parametrize(("answer", "code"), [(b"1\n", 0), (b"2\n", 2)])
    def test_of_the_installed_library_a_copy_is_offered(
        self, studio: Studio, tmp_path: Path, golden_library: Path, answer: bytes, code: int
    ) -> None:
        env = self._installed(tmp_path, golden_library)
        with self._edit(studio, tmp_path / "vi", "", **env) as terminal:
            terminal.wait_for("2. No")
            terminal.send(answer)
            assert terminal.wait_exit() == code
        copy = studio.home / "data" / "libraries" / "golden"
        assert (copy / "content" / "lambda.yaml").exists() == (code == 0)
        assert (tmp_path / "vi.log").exists() == (code == 0)
        if code == 0:
            assert (tmp_path / "vi.log").read_text().split()[1] == str(copy / "content" / "dynamodb.yaml")
