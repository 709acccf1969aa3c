"""One window for a sitting."""

import subprocess
import sys
from pathlib import Path

import pytest

from studycli.cli.held_attempt import HeldAttempt
from studycli.errors import UsageError

NAME = "examroom-1"


def test_who_comes_second_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first = HeldAttempt(tmp_path / "state", NAME)
    with pytest.raises(UsageError, match="exam_elsewhere") as caught:
        HeldAttempt(tmp_path / "state", NAME)
    assert caught.value.params == {"attempt": NAME}
    with HeldAttempt(tmp_path / "state", "examroom-2"):
        first.let_go()
    HeldAttempt(tmp_path / "state", NAME).let_go()


def test_leaving_the_block_lets_go_whatever_happens_in_it(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), HeldAttempt(tmp_path, NAME):
        raise RuntimeError
    HeldAttempt(tmp_path, NAME).let_go()


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from studycli.cli.held_attempt import HeldAttempt\n"
        "held = HeldAttempt(Path(sys.argv[1]), sys.argv[2]); print('held', flush=True); signal.pause()"
    )
    command = [sys.executable, "-c", code, str(tmp_path), NAME]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == b"held\n"
            with pytest.raises(UsageError):
                HeldAttempt(tmp_path, NAME)
        finally:
            other.kill()
    HeldAttempt(tmp_path, NAME).let_go()


def test_a_sitting_that_is_over_leaves_no_file(tmp_path: Path) -> None:
    with HeldAttempt(tmp_path, NAME) as held:
        assert list(tmp_path.iterdir()) != []
        held.forget()
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nothing_is_held_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, where a folder should be")
    with HeldAttempt(tmp_path / "state", NAME) as held:
        held.forget()
        HeldAttempt(tmp_path / "state", NAME).let_go()
