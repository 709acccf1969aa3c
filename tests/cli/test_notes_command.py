"""``studycli notes``: listed, and browsed on a real terminal."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Studio
from tests.ui.pty_helper import PtyHelper


def test_the_list_says_how_well_each_note_is_known(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "good")
    assert studio("notes").out.splitlines() == [
        "Note             Recall  Seen  Title",
        "lambda              33%   1/3  AWS Lambda",
        "  lambda-limits     33%   1/3  Lambda limits",
        "dynamodb             0%   0/2  Amazon DynamoDB",
        "  ddb-items          0%   0/2  Items",
    ]


def test_the_columns_stand_below_each_other_in_korean(studio: Studio) -> None:
    assert studio("--language", "ko", "notes", "--topic", "lambda").out.splitlines() == [
        "노트             기억할 확률  본 카드  제목",
        "lambda                    0%      0/3  AWS Lambda",
        "  lambda-limits           0%      0/3  Lambda 한도",
    ]


def test_as_json(studio: Studio) -> None:
    studio("grade", "ddb-dax", "good")
    aws_lambda, dynamodb = studio("notes", "--json").json
    assert dynamodb == {
        "id": "golden/ddb-items",
        "topic": "dynamodb",
        "title": "Items",
        "cards": 2,
        "seen": 1,
        "recall": 0.5,
    }
    assert (aws_lambda["id"], aws_lambda["seen"], aws_lambda["recall"]) == ("golden/lambda-limits", 0, 0.0)
    assert studio("notes", "--json", "--topic", "golden/dynamodb").json == [dynamodb]


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_an_unknown_topic_is_exit_3_with_those_there_are(studio: Studio, more: list[str]) -> None:
    result = studio("notes", "--topic", "iam", *more)
    assert (result.code, result.out, "lambda, dynamodb" in result.err) == (3, "", True)


def test_a_library_without_notes_says_so(studio: Studio, tmp_path: Path) -> None:
    library = tmp_path / "empty" / "content" / "library.yaml"
    library.parent.mkdir(parents=True)
    library.write_text("id: empty\ntitle: {en: Empty}\nlanguages: [en]\n")
    result = studio("notes", STUDYCLI_LIBRARY=str(tmp_path / "empty"))
    assert (result.code, result.out) == (0, "The material has no notes.\n")
    assert studio("notes", "--json", STUDYCLI_LIBRARY=str(tmp_path / "empty")).json == []


class TestOnATerminal:
    def _notes(self, studio: Studio, *argv: str, **env: str) -> PtyHelper:
        command = [sys.executable, "-m", "studycli", *argv]
        return PtyHelper(command, (80, 24), studio.process_env({"LC_ALL": "C.UTF-8", **env}), str(ROOT))

    def test_arrows_lead_from_topics_to_a_note_and_back(self, studio: Studio) -> None:
        with self._notes(studio, "notes") as terminal:
            terminal.wait_for("Notes by topic")
            terminal.send(b"\x1b[B\r")
            terminal.wait_for("Items")
            terminal.send(b"\r")
            terminal.wait_for("An item holds")
            terminal.send(b"q")
            terminal.wait_for("recall")
            terminal.send(b"q")
            terminal.wait_for("AWS Lambda")
            terminal.send("ㅂ".encode())
            assert terminal.wait_exit() == 0

    def test_a_note_is_reviewed_from_the_list_and_the_list_knows(self, studio: Studio) -> None:
        with self._notes(studio, "notes") as terminal:
            terminal.wait_for("AWS Lambda")
            terminal.send(b"j\r")
            terminal.wait_for("0/2")
            terminal.send(b"r")
            terminal.wait_for("show answer")
            terminal.send(b" ")
            terminal.wait_for("again 10m")
            terminal.send(b"3")
            terminal.wait_for("Session finished")
            terminal.send(b"q")
            terminal.wait_for("1/2")
            assert "50%" in terminal.text()
            assert [event["card"] for event in studio.log] == ["golden/ddb-dax"]

    def test_cards_that_are_not_due_are_asked_without_changing_their_schedule(self, studio: Studio) -> None:
        studio("grade", "ddb-dax", "good")
        studio("grade", "ddb-dax.reversed", "good")
        with self._notes(studio, "notes") as terminal:
            terminal.wait_for("AWS Lambda")
            terminal.send(b"j\r")
            terminal.wait_for("2/2")
            terminal.send(b"r")
            terminal.wait_for("cram")
            terminal.send(b"  ")
            terminal.wait_for("Session finished")
        assert [event["source"] for event in studio.log] == ["script", "script", "cram"]

    def test_a_note_is_edited_and_shown_anew(
        self, studio: Studio, golden_library: Path, tmp_path: Path
    ) -> None:
        library = Path(shutil.copytree(golden_library, tmp_path / "library"))
        editor = tmp_path / "vi"
        editor.write_text('#!/bin/sh\nsed -i "s/up to 400 KB/up to 500 KB/" "$2"\n')
        editor.chmod(0o755)
        with self._notes(
            studio, "notes", STUDYCLI_LIBRARY=str(library), EDITOR=str(editor), VISUAL=""
        ) as terminal:
            terminal.wait_for("AWS Lambda")
            terminal.send(b"j\r")
            terminal.wait_for("0/2")
            terminal.send(b"\r")
            terminal.wait_for("up to 400 KB")
            terminal.send(b"e")
            terminal.wait_for("up to 500 KB")
            assert "The new text is in use" in terminal.text()
            assert "In-memory cache" in terminal.text(), "its cards are still there"

    def test_read_aloud_rows_are_chosen_by_number(self, studio: Studio) -> None:
        with self._notes(studio, "notes", ACCESSIBLE="1") as terminal:
            terminal.wait_for("2: Amazon DynamoDB")
            terminal.send(b"2\n")
            terminal.wait_for("1: Items")
            terminal.send(b"1\n")
            terminal.wait_for("An item holds")
            terminal.send(b"q q q\n")
            assert terminal.wait_exit() == 0

    @pytest.mark.parametrize("argv", [["notes", "--no-input"], ["notes", "--topic", "lambda"]])
    def test_asked_for_a_list_it_is_a_list(self, studio: Studio, argv: list[str]) -> None:
        with self._notes(studio, *argv) as terminal:
            assert terminal.wait_exit() == 0
            assert "  lambda-limits      0%   0/3  Lambda limits" in terminal.text()
