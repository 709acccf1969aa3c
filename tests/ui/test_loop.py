"""The real loop in a process of its own, on a real pseudo-terminal."""

import signal
import sys
import termios
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.ui.pty_helper import ALTERNATE_SCREEN, BRACKETED_PASTE, CURSOR, PtyHelper, PtyTimeoutError

ROOT = Path(__file__).parents[2]
Start = Callable[..., PtyHelper]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the tiny program and wait for its first frame."""
    opened: list[PtyHelper] = []

    def started(size: tuple[int, int] = (80, 24)) -> PtyHelper:
        terminal = PtyHelper(command(tmp_path), size, {"PYTHONPATH": str(ROOT)}, str(ROOT))
        opened.append(terminal)
        terminal.wait_for("keys []")
        return terminal

    yield started
    for terminal in opened:
        terminal.close()


def command(state_folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.ui.pty_program", str(state_folder)]


def is_whole(terminal: PtyHelper) -> bool:
    """Whether the terminal is as a shell expects it."""
    return (
        not terminal.is_on(ALTERNATE_SCREEN)
        and terminal.is_on(CURSOR)
        and not terminal.is_on(BRACKETED_PASTE)
        and bool(terminal.modes()[3] & termios.ICANON)
        and bool(terminal.modes()[3] & termios.ECHO)
    )


def fresh_modes() -> list[object]:
    """The line modes that a new terminal has."""
    with PtyHelper(["true"]) as terminal:
        terminal.wait_exit()
        return terminal.modes()


def test_first_frame_fills_the_alternate_screen_and_hides_the_cursor(start: Start) -> None:
    terminal = start()
    terminal.wait_for("saved 0 back []")
    assert terminal.text().splitlines()[:3] == ["size 80x24 told 80x24", "keys []", "saved 0 back []"]
    assert terminal.is_on(ALTERNATE_SCREEN)
    assert not terminal.is_on(CURSOR)
    assert not terminal.modes()[3] & termios.ICANON


@pytest.mark.parametrize(
    ("sent", "names"),
    [
        pytest.param(b"a1@", "a 1 @", id="characters"),
        pytest.param("ㅓㅏㅃ".encode(), "j k Q", id="jamo"),
        pytest.param(b"\x1b[A\x1b[B\x1b[C\x1b[D", "up down right left", id="arrows"),
        pytest.param(b"\x1bOA\x1bOB", "up down", id="arrows-application-mode"),
        pytest.param(b"\x1b[5~\x1b[6~\x1b[H\x1b[F", "pageup pagedown home end", id="paging"),
        pytest.param(b"\r \t\x7f", "enter space tab backspace", id="white-keys"),
        pytest.param(b"\x1b", "escape", id="escape"),
        pytest.param(b"\x1b[200~1n2qx\x1b[201~z", "text z", id="paste-is-no-keys"),
        pytest.param(b"a\x0cb", "a b", id="redraw-is-no-key"),
        pytest.param(b"\x1b[15~\x01a", "a", id="unknown-keys-are-ignored"),
        pytest.param(b"1" * 40 + b"2", "1 1 1 1 1 1 1 1 1 1 1 2", id="many-at-once"),
    ],
)
def test_bytes_arrive_as_key_names(start: Start, sent: bytes, names: str) -> None:
    terminal = start()
    terminal.send(sent)
    terminal.wait_for(f"keys [{names}]")


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        pytest.param("ㅁ한 a".encode(), "ㅁ한 a", id="as-typed"),
        pytest.param(b"\x1b[200~two words\x1b[201~z", "two wordsz", id="paste"),
        pytest.param(b"\x1b[A\t\x7fa", "a", id="other-keys-write-nothing"),
    ],
)
def test_keys_bring_what_was_typed(start: Start, sent: bytes, text: str) -> None:
    terminal = start()
    terminal.send(sent)
    terminal.wait_for(f"text [{text}]")


def test_a_character_split_between_two_reads_is_one_key(start: Start) -> None:
    terminal = start()
    first, *rest = "ㅂ".encode()
    terminal.send(b"a")
    terminal.wait_for("keys [a]")
    terminal.send(bytes([first]))
    terminal.send(bytes(rest))
    assert terminal.wait_exit() == 3


def test_quit_ends_with_its_code_and_a_whole_terminal(start: Start) -> None:
    terminal = start()
    terminal.send(b"q")
    assert terminal.wait_exit() == 3
    assert is_whole(terminal)
    assert terminal.modes() == fresh_modes()


@pytest.mark.parametrize(
    ("leave", "code"),
    [
        pytest.param(lambda terminal: terminal.send(b"\x03"), 130, id="ctrl-c"),
        pytest.param(lambda terminal: terminal.signal(signal.SIGINT), 130, id="sigint"),
        pytest.param(lambda terminal: terminal.signal(signal.SIGTERM), 143, id="sigterm"),
        pytest.param(lambda terminal: terminal.signal(signal.SIGHUP), 129, id="sighup"),
    ],
)
def test_interrupted_program_leaves_the_terminal_whole(
    start: Start, leave: Callable[[PtyHelper], None], code: int, tmp_path: Path
) -> None:
    terminal = start()
    leave(terminal)
    assert terminal.wait_exit() == code
    assert is_whole(terminal)
    assert terminal.modes() == fresh_modes()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "message"),
    [
        pytest.param(b"x", "RuntimeError: update failed", id="update"),
        pytest.param(b"v", "RuntimeError: view failed", id="view"),
        pytest.param(b"h", "OSError: handle failed", id="handle"),
        pytest.param(b"p", "Panic: update panicked", id="base-exception"),
    ],
)
def test_an_exception_reaches_the_caller_on_a_whole_terminal(start: Start, key: bytes, message: str) -> None:
    terminal = start()
    terminal.send(key)
    assert terminal.wait_exit() == 1
    assert is_whole(terminal)
    assert terminal.modes() == fresh_modes()
    assert message in terminal.output.rpartition(b"\x1b[?1049l")[2].decode()


def test_an_exception_in_the_first_frame_leaves_the_terminal_whole(tmp_path: Path) -> None:
    with PtyHelper([*command(tmp_path), "broken"], environ={"PYTHONPATH": str(ROOT)}) as terminal:
        assert terminal.wait_exit() == 1
        assert is_whole(terminal)
        assert "RuntimeError: view failed" in terminal.text()


def test_the_size_is_told_before_a_key_that_an_earlier_prompt_read(tmp_path: Path) -> None:
    with PtyHelper([*command(tmp_path), "ahead"], environ={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("keys [a]")


def test_an_effect_is_finished_and_its_event_fed(start: Start) -> None:
    terminal = start()
    terminal.send(b"ss")
    terminal.wait_for("saved 2")


def test_an_outside_effect_gets_a_whole_terminal_and_the_screen_returns(start: Start) -> None:
    terminal = start()
    terminal.send(b"ao")
    terminal.wait_until(lambda: terminal.output.endswith(b"outside\r\n"), "the outside effect")
    assert is_whole(terminal)
    terminal.send(b"typed\n")
    terminal.wait_for("saved 1 back [typed]")
    terminal.wait_for("keys [a o]")
    assert terminal.is_on(ALTERNATE_SCREEN)
    terminal.send(b"q")
    assert terminal.wait_exit() == 3
    assert terminal.modes() == fresh_modes()


def test_a_deferred_effect_is_carried_out_behind_the_frame(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.send(b"l")
    terminal.wait_for("keys [l]")
    assert "back []" in terminal.text()
    (tmp_path / "go").touch()
    terminal.wait_for("back [later]")
    terminal.send(b"q")
    assert terminal.wait_exit() == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_during_an_outside_effect_is_the_programs_again(
    start: Start, number: signal.Signals
) -> None:
    terminal = start()
    terminal.send(b"o")
    terminal.wait_until(lambda: terminal.output.endswith(b"outside\r\n"), "the outside effect")
    terminal.signal(number)
    assert terminal.wait_exit() == 1
    assert f"stopped by {int(number)}" in terminal.text()
    assert is_whole(terminal)
    assert terminal.modes() == fresh_modes()


def test_keys_typed_ahead_of_an_outside_effect_are_kept(start: Start) -> None:
    terminal = start()
    terminal.send(b"oab")
    terminal.wait_until(lambda: terminal.output.endswith(b"outside\r\n"), "the outside effect")
    terminal.send(b"typed\n")
    terminal.wait_for("keys [o a b]")


def test_ctrl_z_stops_the_job_and_resuming_draws_again_with_the_true_time(start: Start) -> None:
    terminal = start()
    terminal.send(b"ab")
    terminal.wait_for("keys [a b]")
    terminal.send(b"\x1a")
    terminal.wait_stopped()
    assert is_whole(terminal)
    assert terminal.modes() == fresh_modes()
    terminal.resume()
    terminal.wait_until(lambda: terminal.is_on(ALTERNATE_SCREEN), "the full screen")
    terminal.wait_for("keys [a b]")
    terminal.send(b"c")
    terminal.wait_for("keys [a b c]")
    terminal.wait_for(f"clock running {datetime.now(UTC).year} stops 1")


def test_an_exception_after_resuming_ends_the_program(start: Start) -> None:
    terminal = start()
    terminal.send(b"\x1a")
    terminal.wait_stopped()
    terminal.resize(13, 10)
    terminal.resume()
    assert terminal.wait_exit() == 1
    assert is_whole(terminal)


def test_a_terminal_that_is_taken_away_is_a_hang_up(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.hang_up()
    assert terminal.wait_exit() == 129
    assert list(tmp_path.iterdir()) == []


def test_ctrl_l_draws_everything_again(start: Start) -> None:
    terminal = start()
    terminal.wait_for("clock running")
    terminal.read_all()
    before = terminal.text()
    terminal.scribble(b"\x1b[8;5Hfrom another process\x1b[20;1H")
    terminal.wait_for("from another process")
    del terminal.output[:]
    terminal.send(b"\x0c")
    terminal.wait_until(lambda: terminal.text() == before, "the whole screen")
    assert "한글 화면".encode() in terminal.output
    assert b"\x1b[?1049l" not in terminal.output


@pytest.mark.parametrize("size", [(40, 12), (120, 40), (20, 6), (1, 1)])
def test_a_resize_is_told_and_drawn(start: Start, size: tuple[int, int]) -> None:
    terminal = start()
    terminal.resize(*size)
    if size > (20, 1):
        terminal.wait_for(f"size {size[0]}x{size[1]}")
    terminal.resize(70, 20)
    terminal.wait_for("size 70x20 told 70x20")


def test_the_clock_ticks_and_an_unchanged_frame_sends_nothing(start: Start) -> None:
    terminal = start()
    terminal.wait_for("clock running")
    terminal.read_all()
    seen = len(terminal.output)
    with pytest.raises(PtyTimeoutError):
        terminal.wait_until(lambda: len(terminal.output) > seen, "more output", timeout=1.5)


def test_after_a_kill_the_next_start_on_the_same_terminal_repairs_it(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    assert not is_whole(terminal)
    terminal.start(command(tmp_path))
    terminal.wait_until(
        lambda: terminal.text().startswith("size") and terminal.is_on(ALTERNATE_SCREEN), "the frame"
    )
    terminal.send(b"q")
    assert terminal.wait_exit() == 3
    assert is_whole(terminal)
    assert terminal.modes() == fresh_modes()
    assert list(tmp_path.iterdir()) == []


def test_the_first_frame_imports_neither_pygments_nor_markdown(tmp_path: Path) -> None:
    code = (
        "import sys, studycli.ui.loop, studycli.ui.markdown\n"
        "print(sorted({'pygments', 'markdown_it', 'rich.markdown', 'questionary'} & set(sys.modules)))"
    )
    with PtyHelper([sys.executable, "-c", code], environ={"PYTHONPATH": str(ROOT)}) as terminal:
        assert terminal.wait_exit() == 0
        assert "[]" in terminal.text()


def test_keys_are_answered_while_work_goes_on_beside_the_screen(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.send(b"b")
    terminal.wait_for("keys [b]")
    terminal.send(b"a")
    terminal.wait_for("keys [b a]")
    assert "back []" in terminal.text()
    (tmp_path / "go").touch()
    terminal.wait_for("back [beside]")
    terminal.send(b"q")
    assert terminal.wait_exit() == 3
    assert is_whole(terminal)


def test_the_end_does_not_wait_for_work_beside_the_screen(start: Start) -> None:
    terminal = start()
    terminal.send(b"bq")
    assert terminal.wait_exit() == 3
    assert is_whole(terminal)


def test_work_goes_on_after_an_outside_effect(start: Start, tmp_path: Path) -> None:
    (tmp_path / "go").touch()
    terminal = start()
    terminal.send(b"b")
    terminal.wait_for("back [beside]")
    terminal.send(b"o")
    terminal.wait_for("outside")
    terminal.send(b"line\n")
    terminal.wait_for("back [line]")
    terminal.send(b"b")
    terminal.wait_for("back [beside]")


def test_an_exception_of_the_work_reaches_the_caller_on_a_whole_terminal(start: Start) -> None:
    terminal = start()
    terminal.send(b"e")
    assert terminal.wait_exit() == 1
    assert is_whole(terminal)
    assert "OSError: work failed" in terminal.text()


def test_work_that_was_killed_begins_anew(start: Start, tmp_path: Path) -> None:
    (tmp_path / "go").touch()
    terminal = start()
    terminal.send(b"k")
    terminal.wait_for("keys [k]")
    terminal.read_quiet(0.3)
    terminal.send(b"b")
    terminal.wait_for("back [beside]")


def test_a_stopped_program_goes_on_with_its_work(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.send(b"b")
    terminal.wait_for("keys [b]")
    terminal.send(b"\x1a")
    terminal.wait_stopped()
    (tmp_path / "go").touch()
    terminal.resume()
    terminal.wait_for("back [beside]")


def test_the_cursor_stands_where_text_is_typed_in_cells(start: Start) -> None:
    terminal = start()
    assert not terminal.is_on(CURSOR)
    terminal.send("한".encode())
    terminal.wait_for("text [한]")
    terminal.wait_until(lambda: terminal.is_on(CURSOR), "the cursor")
    assert terminal.cursor() == (8, 5)
    terminal.send("글a".encode())
    terminal.wait_until(lambda: terminal.cursor() == (11, 5), "the cursor behind the text")
