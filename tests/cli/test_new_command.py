"""Writing material: from options as a script does, and asked on a terminal."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Studio
from tests.ui.pty_helper import PtyHelper

BASIC = ["new", "entry", "--topic", "sqs", "--front", "Longest retention?", "--back", "14 days"]
CLOZE = ["new", "entry", "--topic", "sqs", "--text", "Up to {{days::14}} days, at least {{least::60}} s."]
NOTE = ["new", "note", "--topic", "sqs", "--title", "Queues", "--body", "A queue decouples."]
QUESTION = [
    "new", "question", "--topic", "sqs", "--domain", "resilient", "--difficulty", "easy",
    "--stem", "What keeps the order?", "--option", "fifo=A FIFO queue", "--why", "fifo=It does.",
    "--option", "standard=A standard queue", "--why", "standard=Best effort.",
]  # fmt: skip
RIGHT = ["--right", "fifo"]


def mine(studio: Studio, path: str) -> Path:
    return studio.home / "data" / "mine" / path


def written(studio: Studio, *argv: str) -> str:
    """The line that was written, by the place that was printed."""
    done = studio(*argv)
    assert (done.code, done.err) == (0, "")
    path, _, line = done.out.strip().rpartition(":")
    return Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def problems_of_mine(studio: Studio) -> int:
    (row,) = [row for row in studio("library", "list", "--json").json if row["id"] == "mine"]
    return int(row["problems"])


def test_the_first_entry_makes_the_library_the_topic_and_a_note(studio: Studio) -> None:
    assert written(studio, *BASIC).strip() == "- id: longest-retention"
    assert mine(studio, "content/library.yaml").read_text() == (
        'id: mine\ntitle:\n  en: "My own material"\nlanguages:\n  - en\n'
    )
    card = studio("next", "--topic", "sqs", "--json").json
    assert (card["id"], card["front"]) == ("mine/longest-retention", "Longest retention?")
    assert problems_of_mine(studio) == 0


def test_a_library_of_one_language_is_sound_and_shown_whatever_language_is_spoken(studio: Studio) -> None:
    entry = ["new", "entry", "--topic", "sqs", "--front", "최대?", "--back", "14일"]
    assert written(studio, "--language", "ko", *entry).strip() == "- id: sqs-entry"
    assert "  ko:" in mine(studio, "content/library.yaml").read_text()
    assert studio("--language", "en", "next", "--topic", "sqs", "--json").json["front"] == "최대?"
    assert problems_of_mine(studio) == 0


def test_an_entry_with_gaps_makes_a_card_for_each(studio: Studio) -> None:
    written(studio, *CLOZE)
    assert studio("grade", "up-to-14-days-at.days", "good").code == 0
    assert studio("grade", "up-to-14-days-at.least", "good").code == 0


def test_an_entry_is_asked_both_ways(studio: Studio) -> None:
    written(studio, *BASIC, "--reversed", "--id", "both", "--extra", "In seconds: 1209600.")
    assert studio("grade", "both.reversed", "good").code == 0


def test_an_entry_goes_to_the_last_note_or_the_one_named(studio: Studio) -> None:
    written(studio, *NOTE)
    written(studio, *NOTE, "--id", "later")
    written(studio, *BASIC)
    written(studio, *BASIC, "--note", "queues", "--id", "other")
    text = mine(studio, "content/sqs.yaml").read_text()
    assert text.index("- id: queues") < text.index("- id: other") < text.index("- id: later")
    assert text.index("- id: later") < text.index("- id: longest-retention")


def test_a_second_of_the_same_text_gets_an_id_of_its_own(studio: Studio) -> None:
    written(studio, *BASIC)
    assert written(studio, *BASIC).strip() == "- id: longest-retention-2"


def test_a_note_has_its_sources_with_the_day_they_were_read(studio: Studio) -> None:
    written(studio, *NOTE, "--source", "https://example.com/sqs")
    assert (
        mine(studio, "content/sqs.yaml")
        .read_text()
        .endswith("    sources:\n      - url: https://example.com/sqs\n        checked: 2026-11-23\n")
    )


def test_a_question_is_written_with_its_topic(studio: Studio) -> None:
    before = studio("status", "--json").json["questions"]
    assert written(studio, *QUESTION, *RIGHT).strip() == "- id: what-keeps-the-order"
    assert "kind: single" in mine(studio, "quizzes/sqs.yaml").read_text()
    assert studio("status", "--json").json["questions"] == before + 1
    assert problems_of_mine(studio) == 0


def test_two_right_answers_make_it_a_multiple_response(studio: Studio) -> None:
    more = ["--option", "none=No queue", "--why", "none=It keeps nothing.", "--right", "standard"]
    written(studio, *QUESTION, *RIGHT, *more)
    assert "kind: multiple" in mine(studio, "quizzes/sqs.yaml").read_text()


def test_texts_in_two_languages_are_given_in_the_order_of_the_languages(studio: Studio) -> None:
    two = [
        "--lang",
        "ko",
        "--lang",
        "en",
        "--front",
        "무엇?",
        "--front",
        "What?",
        "--back",
        "답",
        "--back",
        "That.",
    ]
    written(studio, "new", "entry", "--topic", "sqs", *two)
    text = mine(studio, "content/sqs.yaml").read_text()
    assert '        front:\n          ko: "무엇?"\n          en: "What?"\n' in text
    assert problems_of_mine(studio) == 0


def test_another_library_is_written_into_and_the_rest_of_its_file_stays(
    studio: Studio, golden_library: Path, tmp_path: Path
) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    file = library / "content" / "lambda.yaml"
    before = "# my comment\n" + file.read_text()
    file.write_text(before)
    done = studio(
        "new", "entry", "--library", "golden", "--topic", "lambda", "--note", "lambda-limits", "--lang", "en",
        "--front", "Timeout?", "--back", "15 min", STUDYCLI_LIBRARY=str(library),
    )  # fmt: skip
    assert done.code == 0
    assert "missing; add it" in done.err  # the library has Korean too
    after = file.read_text()
    added = after.removeprefix(before)
    assert after.startswith(before)
    assert added.startswith("  - id: timeout\n")


@pytest.mark.parametrize(
    ("argv", "missing"),
    [
        pytest.param(["new", "note"], "--topic, --title, --body", id="note"),
        pytest.param(["new", "entry"], "--topic, --front, --back", id="entry"),
        pytest.param([*BASIC[:-2]], "--back", id="no back"),
        pytest.param(
            ["new", "question"], "--topic, --stem, --option, --why, --right, --domain, --difficulty",
            id="question",
        ),
        pytest.param([*QUESTION, *RIGHT, "--option", "c=C"], "--why c=", id="a reason"),
    ],
)  # fmt: skip
def test_without_a_terminal_everything_that_is_missing_is_named(
    studio: Studio, argv: list[str], missing: str
) -> None:
    result = studio(*argv)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {missing}: needed")
    assert not (studio.home / "data" / "mine").exists()


@pytest.mark.parametrize(
    ("argv", "code", "text"),
    [
        pytest.param([*BASIC, "--id", "Bad Id"], 2, "Bad Id is no id", id="bad id"),
        pytest.param([*BASIC, "--lang", "english"], 2, "english", id="bad language"),
        pytest.param([*BASIC, "--front", "twice"], 2, "--front: one text for each language", id="two texts"),
        pytest.param([*BASIC[:3], "../x", *BASIC[4:]], 2, "../x is no id", id="topic that climbs"),
        pytest.param([*BASIC[:3], "facts", *BASIC[4:]], 2, "facts is the name of a file", id="name of the register"),
        pytest.param([*BASIC[:3], "aliases", *BASIC[4:]], 2, "aliases is the name", id="a file that is not read"),
        pytest.param([*BASIC[:-1], " "], 2, "the text is empty", id="blank text"),
        pytest.param([*BASIC[:-1], "\x1b[2J"], 2, "control character", id="escape sequence"),
        pytest.param([*BASIC, "--text", "x"], 2, "--text makes gaps", id="gaps and sides"),
        pytest.param([*CLOZE[:-1], "no gap"], 2, "the cloze has no gap", id="no gap"),
        pytest.param([*BASIC, "--note", "what"], 3, "note what: not in the topic", id="unknown note"),
        pytest.param([*BASIC, "--library", "what"], 3, "use one of: golden, mine", id="unknown library"),
        pytest.param([*NOTE, "--source", "http://x.y"], 2, "no https address", id="no https"),
        pytest.param([*QUESTION, "--right", "lifo"], 2, "no answer lifo; use one of: fifo, standard", id="right"),
        pytest.param([*QUESTION, *RIGHT, "--option", "c"], 2, "--option: c is no ID=TEXT", id="no pair"),
        pytest.param([*QUESTION, *RIGHT, "--tests", "a b"], 2, "a b is no id of a card", id="no card"),
        pytest.param(
            [*QUESTION[:6], "--difficulty", "trivial", *QUESTION[8:], *RIGHT], 2, "use one of: easy", id="difficulty"
        ),
        pytest.param([*QUESTION[:-4], *RIGHT], 2, "needs two options", id="one option"),
        pytest.param([*QUESTION, *RIGHT, "--right", "standard"], 2, "every option is right", id="all right"),
    ],
)  # fmt: skip
def test_what_is_not_sound_is_refused_whole(studio: Studio, argv: list[str], code: int, text: str) -> None:
    result = studio(*argv)
    assert (result.code, result.out) == (code, "")
    assert text in result.err
    assert result.err.count("\n") == 1
    assert not (studio.home / "data" / "mine").exists()


def test_an_id_that_is_taken_is_refused_and_nothing_changes(studio: Studio) -> None:
    written(studio, *BASIC)
    before = mine(studio, "content/sqs.yaml").read_text()
    result = studio(*BASIC, "--id", "longest-retention")
    assert (result.code, "longest-retention is taken" in result.err) == (2, True)
    assert mine(studio, "content/sqs.yaml").read_text() == before


def test_a_topic_of_another_library_is_not_made_on_the_way(studio: Studio) -> None:
    result = studio(*BASIC, "--library", "golden", "--note", "x")
    assert (result.code, "use one of: dynamodb, lambda" in result.err) == (3, True)


def test_a_broken_file_is_left_alone(studio: Studio) -> None:
    written(studio, *BASIC)
    mine(studio, "content/sqs.yaml").write_text("broken: [")
    result = studio(*BASIC)
    assert (result.code, "is broken" in result.err) == (3, True)
    assert mine(studio, "content/sqs.yaml").read_text() == "broken: ["


def test_a_broken_library_file_is_left_alone(studio: Studio) -> None:
    written(studio, *BASIC)
    mine(studio, "content/library.yaml").write_text("id: mine\n")
    result = studio(*BASIC)
    assert (result.code, "is broken" in result.err) == (3, True)


def test_a_file_that_may_not_be_written_is_named(studio: Studio) -> None:
    written(studio, *BASIC)
    mine(studio, "content/sqs.yaml").chmod(0o444)
    result = studio(*BASIC)
    assert (result.code, "sqs.yaml: cannot be written" in result.err) == (2, True)


@pytest.mark.parametrize("kind", ["note", "entry", "question"])
def test_in_korean(studio: Studio, kind: str) -> None:
    assert "필요한 값이 없습니다" in studio("--language", "ko", "new", kind).err


class TestOnATerminal:
    def _start(self, studio: Studio, *argv: str, **env: str) -> PtyHelper:
        given = {"EDITOR": "true", "VISUAL": "", **env}
        command = [sys.executable, "-m", "studycli", *argv]
        return PtyHelper(command, (100, 40), studio.process_env(given))

    def _answer(self, terminal: PtyHelper, question: str, answer: bytes) -> None:
        terminal.wait_for(question)
        terminal.send(answer + b"\r")

    def test_an_entry_is_asked_for_and_the_editor_opens_at_its_line(
        self, studio: Studio, tmp_path: Path
    ) -> None:
        editor = tmp_path / "vi"
        editor.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/opened\nprintf "\\tbroken" >> "$2"\n')
        editor.chmod(0o755)
        with self._start(studio, "new", "entry", EDITOR=str(editor)) as terminal:
            self._answer(terminal, "Id of the topic", b"sqs")
            self._answer(terminal, "What kind of card?", b"\x1b[B")
            self._answer(terminal, "Front:", b"Longest?")
            self._answer(terminal, "Back:", b"14 days")
            self._answer(terminal, "Id, empty for longest:", b"")
            assert terminal.wait_exit() == 0
            assert "sqs.yaml:12" in terminal.text().replace("\n", "")  # a long path wraps
            assert "tab" in terminal.text()
        file = mine(studio, "content/sqs.yaml")
        assert (tmp_path / "opened").read_text() == f"+12 {file}\n"
        assert "kind: reversed" in file.read_text()

    def test_no_edit_leaves_the_editor_shut(self, studio: Studio) -> None:
        with self._start(studio, *BASIC, "--no-edit", "--id", "x", EDITOR="/no/such/editor") as terminal:
            assert terminal.wait_exit() == 0

    def test_a_question_is_asked_for_in_plain_lines(self, studio: Studio) -> None:
        answers = [
            ("Id of the topic", b"sqs"),
            ("Question:", b"What keeps the order?"),
            ("Answer, empty when", b"FIFO"),
            ("2. Yes", b"2"),
            ("Why it is right", b"It does."),
            ("Answer, empty when", b""),
            ("needs two answers", b"Standard"),
            ("2. Yes", b"1"),
            ("Why it is right", b"Best effort."),
            ("Answer, empty when", b""),
            ("Exam domain", b"resilient"),
            ("Id, empty for what-keeps-the-order", b"order"),
            ("How hard", b"3"),
        ]
        with self._start(studio, "new", "question", "--no-edit", ACCESSIBLE="1") as terminal:
            for question, answer in answers:
                self._answer(terminal, question, answer)
            assert terminal.wait_exit() == 0
        text = mine(studio, "quizzes/sqs.yaml").read_text()
        assert "  - id: order\n    kind: single\n    domain: resilient\n    difficulty: hard\n" in text

    def test_ctrl_c_writes_nothing(self, studio: Studio) -> None:
        with self._start(studio, "new", "note") as terminal:
            terminal.wait_for("Id of the topic")
            terminal.send(b"\x03")
            assert terminal.wait_exit() == 130
        assert not (studio.home / "data" / "mine").exists()

    def test_no_input_asks_nothing(self, studio: Studio) -> None:
        with self._start(studio, "--no-input", "new", "note") as terminal:
            assert terminal.wait_exit() == 2
