"""``studycli note``: for pipes and scripts, and on a real terminal with its pager."""

import shutil
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.conftest import ROOT, Studio
from tests.ui.pty_helper import ALTERNATE_SCREEN, PtyHelper


@pytest.mark.parametrize("language", ["ko", "en"])
def test_in_a_pipe_it_is_markdown(studio: Studio, language: str, snapshot: SnapshotAssertion) -> None:
    studio("grade", "lambda-timeout", "good", "--at", "2026-11-20T21:00:00+09:00")
    result = studio("--language", language, "note", "lambda-limits")
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


def test_as_json(studio: Studio, golden_library: Path) -> None:
    studio("grade", "lambda-timeout", "good", "--at", "2026-11-20T21:00:00+09:00")
    note = studio("note", "lambda-limits", "--json").json
    assert list(note) == ["id", "topic", "title", "body", "cards", "sources", "path", "line"]
    assert (note["id"], note["topic"], note["title"]) == ("golden/lambda-limits", "lambda", "Lambda limits")
    assert note["body"].startswith("One function runs for up to **15 minutes**.")
    assert note["sources"] == [
        {
            "url": "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
            "checked": "2026-10-31",
        }
    ]
    lines = Path(note["path"]).read_text(encoding="utf-8").splitlines()
    assert "id: lambda-limits" in lines[note["line"] - 1]
    timeout, low, high = note["cards"]
    assert (timeout["id"], timeout["state"], timeout["kind"]) == ("golden/lambda-timeout", "review", "basic")
    assert timeout["due"] == "2026-11-22T04:00:00+09:00"
    assert 0.8 < timeout["retrievability"] < 1
    assert (low["id"], low["due"], low["retrievability"]) == ("golden/lambda-memory.low", None, None)
    assert "[…] MB" in low["front"]
    assert high["back"] == "10,240"


def test_a_card_is_told_as_next_tells_it(studio: Studio) -> None:
    told = studio("next", "--json").json
    note = studio("note", told["id"], "--json").json
    (card,) = (card for card in note["cards"] if card["id"] == told["id"])
    assert card == {name: told[name] for name in card}


@pytest.mark.parametrize(("exam", "is_due"), [("2026-12-20", False), ("2026-11-23", False), (None, True)])
def test_up_to_the_exam_no_day_is_set(studio: Studio, exam: str | None, is_due: bool) -> None:
    if exam:
        studio("config", "exam-date", exam)
    studio("grade", "lambda-timeout", "good")
    cards = studio("note", "lambda-limits", "--json").json["cards"]
    assert any(card["due"] for card in cards) == is_due
    assert ("· due 20" in studio("note", "lambda-limits").out) == is_due
    later = studio("note", "lambda-limits", "--json", STUDYCLI_NOW="2026-12-21T12:00:00+09:00").json["cards"]
    assert any(card["due"] for card in later)


def test_the_material_language_counts(studio: Studio) -> None:
    result = studio("--material-language", "ko", "note", "lambda-limits")
    assert result.out.startswith("# Lambda 한도\n\n함수 하나는")
    assert "## Sources" in result.out
    assert (
        studio("--material-language", "ko", "note", "lambda-limits", "--json").json["title"] == "Lambda 한도"
    )


@pytest.mark.parametrize("name", ["golden/lambda-limits", "lambda-limits"])
def test_short_and_full_ids(studio: Studio, name: str) -> None:
    result = studio("note", name)
    assert (result.code, result.out[:15], result.err) == (0, "# Lambda limits", "")


@pytest.mark.parametrize(
    ("name", "note"),
    [
        pytest.param("ddb-dax", "ddb-items", id="card"),
        pytest.param("golden/ddb-dax.reversed", "ddb-items", id="card in full"),
        pytest.param("lambda-memory", "lambda-limits", id="entry"),
        pytest.param("lambda-time", "lambda-limits", id="former id of a card"),
        pytest.param("q-lambda-timeout", "lambda-limits", id="question"),
    ],
)
def test_cards_and_questions_lead_to_their_note(studio: Studio, name: str, note: str) -> None:
    result = studio("note", name)
    assert (result.code, result.err) == (0, f"{name} belongs to the note golden/{note}:\n")
    assert result.out == studio("note", note).out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("lambda-limit", "did you mean golden/lambda-limits?", id="near"),
        pytest.param("zzzzzz", "zzzzzz: not in the material", id="nothing near"),
        pytest.param("q-lambda-triggers", "belongs to no note", id="a question that tests no card"),
        pytest.param("", "not in the material", id="empty"),
    ],
)
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_an_unknown_id_is_exit_3(studio: Studio, name: str, text: str, more: list[str]) -> None:
    result = studio("note", name, *more)
    assert (result.code, result.out, text in result.err) == (3, "", True)


def test_a_note_of_a_broken_file_is_exit_3_with_the_file(
    studio: Studio, golden_library: Path, tmp_path: Path
) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    file = library / "content" / "lambda.yaml"
    file.write_text(file.read_text() + "\tbroken")
    result = studio("note", "lambda-limits", STUDYCLI_LIBRARY=str(library))
    assert (result.code, "lambda.yaml is broken" in result.err) == (3, True)
    readable = studio("note", "ddb-items", STUDYCLI_LIBRARY=str(library))
    assert (readable.code, "1 problem" in readable.err) == (0, True)


def test_colours_in_a_pipe_only_where_they_are_asked_for(studio: Studio) -> None:
    assert "\x1b" not in studio("note", "lambda-limits").out
    drawn = studio("note", "lambda-limits", FORCE_COLOR="1").out
    assert "\x1b[1m15 minutes" in drawn
    assert "[request] --> [function] --> [response]" in drawn
    assert "**" not in drawn


class TestOnATerminal:
    def _note(self, studio: Studio, *argv: str, size: tuple[int, int] = (80, 24), **env: str) -> PtyHelper:
        command = [sys.executable, "-m", "studycli", *argv]
        return PtyHelper(command, size, studio.process_env({"LC_ALL": "C.UTF-8", **env}), str(ROOT))

    def _pager(self, folder: Path, script: str) -> str:
        pager = folder / "pager"
        pager.write_text(f"#!/bin/sh\n{script}\n")
        pager.chmod(0o755)
        return str(pager)

    def test_a_short_note_is_drawn_without_the_pager(self, studio: Studio, tmp_path: Path) -> None:
        pager = self._pager(tmp_path, "echo paged; cat >/dev/null")
        with self._note(studio, "note", "ddb-items", PAGER=pager) as terminal:
            assert terminal.wait_exit() == 0
            assert "An item holds up to 400 KB." in terminal.text()
            assert "• In-memory cache for DynamoDB" in terminal.text()
            assert "paged" not in terminal.text()
            assert b"\x1b[1mItems" in terminal.output

    @pytest.mark.parametrize("size", [(80, 10), (30, 200)], ids=["too long", "diagram too wide"])
    def test_what_the_window_has_no_room_for_goes_through_the_pager(
        self, studio: Studio, tmp_path: Path, size: tuple[int, int]
    ) -> None:
        seen = tmp_path / "seen"
        pager = self._pager(tmp_path, f'cat > "{seen}"; echo paged "$1"')
        with self._note(studio, "note", "lambda-limits", size=size, PAGER=f"{pager} -x") as terminal:
            assert terminal.wait_exit() == 0
            assert terminal.text().strip() == "paged -x"
        assert "[request] --> [function] --> [response]" in seen.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("before", "env"),
        [
            pytest.param(["--no-input"], {}, id="no-input"),
            pytest.param([], {"PAGER": ""}, id="empty pager"),
            pytest.param([], {"PAGER": "/no/such/pager"}, id="no such pager"),
            pytest.param([], {"ACCESSIBLE": "1"}, id="accessible"),
            pytest.param([], {"TERM": "dumb"}, id="dumb terminal"),
        ],
    )
    def test_there_is_no_pager_where_none_is_wanted(
        self, studio: Studio, tmp_path: Path, before: list[str], env: dict[str, str]
    ) -> None:
        given = {"PAGER": self._pager(tmp_path, "echo paged; cat >/dev/null"), **env}
        with self._note(studio, *before, "note", "lambda-limits", size=(80, 10), **given) as terminal:
            assert terminal.wait_exit() == 0
            assert "gettingstarted-limits.html" in terminal.text()
            assert b"paged" not in terminal.output

    def test_plain_lines_for_a_screen_reader(self, studio: Studio) -> None:
        with self._note(studio, "note", "lambda-limits", size=(120, 40), ACCESSIBLE="1") as terminal:
            assert terminal.wait_exit() == 0
            assert "One function runs for up to 15 minutes." in terminal.text()
            assert b"\x1b" not in terminal.output

    def test_no_color_leaves_only_attributes(self, studio: Studio) -> None:
        with self._note(studio, "note", "lambda-limits", size=(120, 60), NO_COLOR="1") as terminal:
            assert terminal.wait_exit() == 0
            assert b"\x1b[1m" in terminal.output
            assert b"\x1b[36m" not in terminal.output

    def test_less_shows_colours_and_leaves_the_screen_whole(self, studio: Studio) -> None:
        if shutil.which("less") is None:
            assert shutil.which("more"), "there is a pager on every system the tests run on"
            return
        with self._note(studio, "note", "lambda-limits", size=(80, 10), LESS="") as terminal:
            terminal.wait_for("Lambda limits")
            terminal.wait_until(lambda: terminal.is_on(ALTERNATE_SCREEN), "the pager's screen")
            assert "ESC[" not in terminal.text()
            terminal.send(b"q")
            assert terminal.wait_exit() == 0
            assert not terminal.is_on(ALTERNATE_SCREEN)
