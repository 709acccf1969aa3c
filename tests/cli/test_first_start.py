import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from studycli.cli.settings import NAMES
from tests.cli.conftest import Studio
from tests.ui.pty_helper import PtyHelper

_SCRIPT = """
import os, sys
from studycli.cli.first_start import ask_first_things, is_first_start
from studycli.cli.printing import real_streams
from studycli.cli.run import Run
run = Run(sys.argv[1:], os.environ, real_streams())
wiring = run.wiring
print("first" if is_first_start(wiring) else "not first")
if is_first_start(wiring):
    wiring = ask_first_things(wiring)
    print("language", wiring.language)
run.close()
"""
ENTER = b"\r"
DOWN = b"\x1b[B"


@contextmanager
def _started(studio: Studio, **env: str) -> Iterator[PtyHelper]:
    with PtyHelper([sys.executable, "-c", _SCRIPT], environ=studio.process_env(env)) as terminal:
        yield terminal


def test_the_three_answers_are_saved_where_they_belong(studio: Studio) -> None:
    with _started(studio) as terminal:
        terminal.wait_for("Language of the program?")
        terminal.send(ENTER)
        terminal.wait_for("시험일(YYYY-MM-DD)")
        terminal.send(b"2026-12-20" + ENTER)
        terminal.wait_for("하루 학습 시간")
        terminal.send(b"35" + ENTER)
        terminal.wait_for("language ko")
        assert terminal.wait_exit() == 0
    assert (studio.home / "config" / "config.toml").read_text().endswith('language = "ko"\n')
    assert [(event["name"], event["value"]) for event in studio.log] == [
        ("exam-date", "2026-12-20"),
        ("minutes", 35),
    ]


def test_all_may_be_skipped_and_nobody_is_asked_twice(studio: Studio) -> None:
    with _started(studio) as terminal:
        terminal.wait_for("Language of the program?")
        terminal.send(DOWN + DOWN + ENTER)
        terminal.wait_for("Day of the exam")
        terminal.send(ENTER)
        terminal.wait_for("Minutes of study a day (default 20)")
        terminal.send(ENTER)
        terminal.wait_for("language en")
        assert terminal.wait_exit() == 0
    assert studio.log == []
    assert (studio.home / "config" / "config.toml").read_text().startswith("# ")
    with _started(studio) as terminal:
        terminal.wait_for("not first")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param(b"20.12.2026", "use: YYYY-MM-DD", id="no date"),
        pytest.param(b"2026-11-22", "is in the past", id="yesterday"),
        pytest.param(b"2026-11-23", "after today", id="today"),
    ],
)
def test_in_plain_lines_a_wrong_answer_is_asked_again(studio: Studio, wrong: bytes, said: str) -> None:
    with _started(studio, ACCESSIBLE="1") as terminal:
        terminal.wait_for("3. Skip")
        terminal.send(b"9\n")
        terminal.wait_for("from 1 to 3")
        terminal.send(b"2\n")
        terminal.wait_for("Day of the exam")
        terminal.send(wrong + b"\n")
        terminal.wait_for(said)
        terminal.send(b"2026-11-24\n")
        terminal.wait_for("Minutes of study")
        terminal.send(b"\n")
        terminal.wait_for("language en")
        assert terminal.wait_exit() == 0
    assert [event["value"] for event in studio.log] == ["2026-11-24"]


def test_someone_with_a_history_is_not_asked(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "good")
    with _started(studio) as terminal:
        terminal.wait_for("not first")
        assert terminal.wait_exit() == 0


class TestConfigOnATerminal:
    def _config(self, studio: Studio, *argv: str, **env: str) -> PtyHelper:
        command = [sys.executable, "-m", "studycli", *argv]
        return PtyHelper(command, environ=studio.process_env(env))

    def test_a_setting_is_chosen_and_changed_until_one_leaves(self, studio: Studio) -> None:
        with self._config(studio, "config") as terminal:
            terminal.wait_for("Which setting?")
            terminal.send(DOWN * NAMES.index("minutes") + ENTER)
            terminal.wait_for("New value (minutes of study a day, 1 to 600)")
            terminal.send(b"45" + ENTER)
            terminal.wait_for("minutes = 45")
            terminal.wait_for("minutes: 45")
            terminal.send(DOWN * len(NAMES) + ENTER)
            assert terminal.wait_exit() == 0
        assert [event["value"] for event in studio.log] == [45]

    def test_the_exam_is_chosen_among_those_there_are(self, studio: Studio) -> None:
        with self._config(studio, "config") as terminal:
            terminal.wait_for("Which setting?")
            terminal.send(DOWN * NAMES.index("blueprint") + ENTER)
            terminal.wait_for("Bare exam")
            terminal.send(DOWN + ENTER)
            terminal.wait_for("blueprint = golden/bare")
            terminal.send(DOWN)
            terminal.wait_for("» material-language")
            terminal.send(b"\x03")
            assert terminal.wait_exit() == 130

    def test_a_fit_that_cannot_be_is_told_and_the_questions_go_on(self, studio: Studio) -> None:
        with self._config(studio, "config") as terminal:
            terminal.wait_for("Which setting?")
            terminal.send(DOWN * NAMES.index("parameters") + ENTER)
            terminal.wait_for("New value (21 numbers of FSRS-6")
            terminal.send(b"fit" + ENTER)
            terminal.wait_for("need 1000 reviews")
            terminal.send(DOWN)
            terminal.wait_for("» material-language")
            terminal.send(b"\x03")
            assert terminal.wait_exit() == 130
        assert studio.log == []

    def test_ctrl_c_at_a_question_is_130(self, studio: Studio) -> None:
        with self._config(studio, "config") as terminal:
            terminal.wait_for("Which setting?")
            terminal.send(b"\x03")
            assert terminal.wait_exit() == 130
        assert studio.log == []

    def test_no_input_lists_even_on_a_terminal(self, studio: Studio) -> None:
        with self._config(studio, "--no-input", "config") as terminal:
            assert terminal.wait_exit() == 0
            assert "Which setting?" not in terminal.text()
            assert "retention" in terminal.text()
