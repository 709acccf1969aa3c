"""Real sessions: the program in a pseudo-terminal, keys as bytes, a log on the disk."""

import json
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from studycli.log.events import Event, Setting
from studycli.log.settings import SettingName
from tests.cli.test_fitting import write_log
from tests.log.samples import HERE, event, write
from tests.planner.test_fit import FORGETFUL, course
from tests.ui.pty_helper import ALTERNATE_SCREEN, CURSOR, PtyHelper

ROOT = Path(__file__).parents[2]
MONDAY = "2026-11-23T21:00:00+09:00"
TUESDAY = "2026-11-24T21:00:00+09:00"
Start = Callable[..., PtyHelper]


@pytest.fixture
def start(tmp_path: Path, golden_library: Path) -> Iterator[Start]:
    """Start the program on the golden library with a home of its own."""
    opened: list[PtyHelper] = []

    def started(*argv: str, now: str = MONDAY, size: tuple[int, int] = (80, 24), **environ: str) -> PtyHelper:
        given = {
            "STUDYCLI_HOME": str(tmp_path / "home"),
            "STUDYCLI_LIBRARY": str(golden_library),
            "STUDYCLI_LANG": "en",
            "STUDYCLI_NOW": now,
            "LC_ALL": "C.UTF-8",
            **environ,
        }
        terminal = PtyHelper([sys.executable, "-m", "studycli", *argv], size, given, str(ROOT))
        opened.append(terminal)
        return terminal

    yield started
    for terminal in opened:
        terminal.close()


def configured(tmp_path: Path) -> Path:
    """The configuration of somebody who has been here before."""
    config = tmp_path / "home" / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('language = "en"\n')
    return config


def log_of(tmp_path: Path) -> list[dict[str, object]]:
    files = (tmp_path / "home" / "data" / "log").glob("*.jsonl")
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_an_answer_is_on_the_disk_before_the_next_card_is_shown(start: Start, tmp_path: Path) -> None:
    terminal = start("review")
    terminal.wait_for("show answer")
    terminal.send(b" ")
    terminal.wait_for("again 10m")
    terminal.send(b"3")
    terminal.wait_for("1/")
    (event,) = log_of(tmp_path)
    assert (event["kind"], event["grade"], event["source"]) == ("review", "good", "session")
    assert str(event["at"]).startswith("2026-11-23T21:00:")


def test_a_session_killed_in_the_middle_goes_on_where_it_was(start: Start, tmp_path: Path) -> None:
    terminal = start("review")
    terminal.wait_for("show answer")
    terminal.send(b" ")
    terminal.wait_for("again 10m")
    terminal.send(b"3")
    terminal.wait_for("1/")
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    assert terminal.is_on(ALTERNATE_SCREEN), "nobody could tidy up"
    answered = log_of(tmp_path)[0]["card"]

    terminal.start([sys.executable, "-m", "studycli", "review"])
    terminal.wait_for("show answer")
    terminal.send(b"q")
    assert terminal.wait_exit() == 0
    assert not terminal.is_on(ALTERNATE_SCREEN)
    assert terminal.is_on(CURSOR)
    again = start("next", "--json", STUDYCLI_NOW=MONDAY)
    again.wait_exit()
    assert json.loads(again.text())["id"] != answered
    assert len(log_of(tmp_path)) == 1


def test_after_a_kill_whatever_is_printed_next_stands_on_a_whole_terminal(start: Start) -> None:
    terminal = start("review")
    terminal.wait_for("show answer")
    terminal.signal(signal.SIGKILL)
    terminal.wait_exit()
    assert terminal.is_on(ALTERNATE_SCREEN)
    terminal.start([sys.executable, "-m", "studycli", "note", "there-is-no-such-note"])
    assert terminal.wait_exit() != 0
    assert not terminal.is_on(ALTERNATE_SCREEN)
    assert terminal.is_on(CURSOR)


def test_the_next_day_asks_what_was_learnt_the_day_before(start: Start, tmp_path: Path) -> None:
    first = start("review", "--limit", "1")
    first.wait_for("show answer")
    first.send(b"  ")
    first.wait_for("Finish")
    first.send(b"q")
    first.wait_exit()
    card = str(log_of(tmp_path)[0]["card"])

    later = start("next", "--json", now="2026-11-26T21:00:00+09:00")
    later.wait_exit()
    shown = json.loads(later.text())
    assert (shown["id"], shown["state"]) == (card, "review")


def test_undo_takes_the_answer_back_in_the_log(start: Start, tmp_path: Path) -> None:
    terminal = start("review")
    terminal.wait_for("show answer")
    terminal.send(b" ")
    terminal.wait_for("again 10m")
    terminal.send(b"1")
    terminal.wait_for("undo")
    terminal.send(b"u")
    terminal.wait_for("Undone")
    review, undo = log_of(tmp_path)
    assert undo["target"] == {"device": review["device"], "seq": review["seq"]}


def test_a_korean_layout_left_on_works_all_the_same(start: Start) -> None:
    terminal = start("review", STUDYCLI_LANG="ko")
    terminal.wait_for("정답 보기")
    terminal.send("ㅑ".encode())
    terminal.wait_for("카드 정보")
    terminal.send("ㅂ".encode())
    terminal.wait_for("정답 보기")
    terminal.send("ㅂ".encode())
    assert terminal.wait_exit() == 0


def test_the_editor_opens_at_the_card_and_the_new_text_is_shown(
    start: Start, tmp_path: Path, golden_library: Path
) -> None:
    library, editor = _own_copy(tmp_path, golden_library), tmp_path / "edit.sh"
    editor.write_text('#!/bin/sh\nsed -i "s/How long may a Lambda/How very long may a Lambda/" "$1"\n')
    editor.chmod(0o755)
    terminal = start("review", STUDYCLI_LIBRARY=str(library), EDITOR=str(editor), VISUAL="")
    terminal.wait_for("How long may a Lambda function run?")
    terminal.send(b"e")
    terminal.wait_for("How very long may a Lambda function run?")
    terminal.wait_for("The new text is in use")


def test_an_editor_that_changes_nothing_is_said_to_have_changed_nothing(
    start: Start, tmp_path: Path, golden_library: Path
) -> None:
    library = _own_copy(tmp_path, golden_library)
    terminal = start("review", STUDYCLI_LIBRARY=str(library), EDITOR="true", VISUAL="")
    terminal.wait_for("show answer")
    terminal.send(b"e")
    terminal.wait_for("Nothing changed")


def test_an_editor_that_removes_the_file_leaves_the_session_going(
    start: Start, tmp_path: Path, golden_library: Path
) -> None:
    library = _own_copy(tmp_path, golden_library)
    terminal = start("review", STUDYCLI_LIBRARY=str(library), EDITOR="rm", VISUAL="")
    terminal.wait_for("show answer")
    terminal.send(b"e")
    terminal.wait_for("gone")
    terminal.send(b"q")
    assert terminal.wait_exit() == 0


def test_a_text_broken_by_the_edit_leaves_the_old_one(
    start: Start, tmp_path: Path, golden_library: Path
) -> None:
    library, editor = _own_copy(tmp_path, golden_library), tmp_path / "break.sh"
    editor.write_text('#!/bin/sh\nprintf "\\tbroken" >> "$1"\n')
    editor.chmod(0o755)
    terminal = start("review", STUDYCLI_LIBRARY=str(library), EDITOR=str(editor), VISUAL="")
    terminal.wait_for("show answer")
    before = terminal.text().splitlines()[3]
    terminal.send(b"e")
    terminal.wait_for("the old text stays")
    assert terminal.text().splitlines()[3] == before


def test_a_second_window_cannot_grade_a_card_that_moved_on(start: Start, tmp_path: Path) -> None:
    first, second = start("review"), start("review")
    for terminal in (first, second):
        terminal.wait_for("show answer")
        terminal.send(b" ")
        terminal.wait_for("again 10m")
    first.send(b"3")
    first.wait_for("1/")
    second.send(b"3")
    second.wait_for("answered elsewhere")
    second.wait_for("show answer")
    assert len(log_of(tmp_path)) == 1


@pytest.mark.parametrize(
    ("number", "code"),
    [pytest.param(signal.SIGTERM, 143, id="TERM"), pytest.param(signal.SIGHUP, 129, id="HUP")],
)
def test_a_signal_ends_the_session_with_the_terminal_whole(start: Start, number: int, code: int) -> None:
    terminal = start("review")
    terminal.wait_for("show answer")
    terminal.signal(number)
    assert terminal.wait_exit() == code
    assert not terminal.is_on(ALTERNATE_SCREEN)
    assert terminal.is_on(CURSOR)


@pytest.mark.parametrize(
    ("number", "code"),
    [pytest.param(signal.SIGTERM, 143, id="TERM"), pytest.param(signal.SIGHUP, 129, id="HUP")],
)
def test_a_signal_during_an_editor_leaves_the_terminal_whole(
    start: Start, tmp_path: Path, golden_library: Path, number: int, code: int
) -> None:
    library, editor = _own_copy(tmp_path, golden_library), tmp_path / "raw.sh"
    editor.write_text("#!/bin/sh\nstty raw -echo\nprintf '\\033[?1049h\\033[?25lediting'\nexec sleep 60\n")
    editor.chmod(0o755)
    terminal = start("review", STUDYCLI_LIBRARY=str(library), EDITOR=str(editor), VISUAL="")
    terminal.wait_for("show answer")
    terminal.send(b"e")
    terminal.wait_for("editing")
    terminal.signal(number)
    assert terminal.wait_exit() == code
    _assert_whole(terminal)


@pytest.mark.parametrize(
    ("number", "code"),
    [pytest.param(signal.SIGTERM, 143, id="TERM"), pytest.param(signal.SIGHUP, 129, id="HUP")],
)
def test_a_signal_during_the_settings_leaves_the_terminal_whole(
    start: Start, tmp_path: Path, number: int, code: int
) -> None:
    configured(tmp_path)
    terminal = start()
    terminal.wait_for("Start today's session")
    terminal.send(b"kkk\r")
    terminal.wait_for("material-language")
    terminal.signal(number)
    assert terminal.wait_exit() == code
    _assert_whole(terminal)


@pytest.mark.parametrize("key", [b"\x03", b"\x1b", b"q"], ids=["ctrl-c", "escape", "q"])
def test_the_settings_are_left_for_home_with_what_was_changed(
    start: Start, tmp_path: Path, key: bytes
) -> None:
    config = configured(tmp_path)
    terminal = start()
    terminal.wait_for("Start today's session")
    terminal.send(b"kkk\r")
    terminal.wait_for("material-language")
    terminal.send(b"\r")
    terminal.wait_for(" en\n")
    terminal.send(b"\r")
    terminal.wait_for("어떤 설정을")
    terminal.send(key)
    terminal.wait_for("오늘의 학습 시작")
    terminal.send(b"q")
    assert terminal.wait_exit() == 0
    assert config.read_text() == 'language = "ko"\n'


def test_the_first_start_asks_three_things_and_shows_a_first_card(start: Start, tmp_path: Path) -> None:
    terminal = start(STUDYCLI_LANG="", LANG="C.UTF-8")
    terminal.wait_for("Language of the program?")
    terminal.send(b"\x1b[B\r")
    terminal.wait_for("YYYY-MM-DD")
    terminal.send(b"2026-12-20\r")
    terminal.wait_for("Minutes")
    terminal.send(b"\r")
    terminal.wait_for("show answer")
    terminal.send(b"q")
    terminal.wait_for("27 days to the exam")
    terminal.send(b"q")
    assert terminal.wait_exit() == 0
    assert [event["value"] for event in log_of(tmp_path)] == ["2026-12-20"]


def test_home_starts_a_session_and_is_told_what_was_done(start: Start, tmp_path: Path) -> None:
    configured(tmp_path)
    terminal = start()
    terminal.wait_for("Start today's session")
    terminal.send(b"\r")
    terminal.wait_for("show answer")
    terminal.send(b" ")
    terminal.wait_for("again 10m")
    terminal.send(b"4q")
    terminal.wait_for("1 answer given today.")


def test_a_planned_session_says_that_its_minutes_are_over_and_offers_more(
    start: Start, tmp_path: Path
) -> None:
    write(tmp_path / "home" / "data" / "log", HERE, [_exam_on(date(2026, 12, 14))])
    terminal = start("review", "--limit", "4")
    for _ in range(4):
        terminal.wait_for("show answer")
        terminal.send(b" ")
        terminal.wait_for("Recall on exam day:")
        terminal.send(b"4")
    terminal.wait_for("Session finished")
    terminal.wait_for("The plan for tomorrow")
    terminal.send(b"1")
    terminal.wait_for("show answer")
    terminal.send(b" 4")
    terminal.wait_for("the plan stops here")
    assert len(log_of(tmp_path)) == 6


def test_home_offers_a_cram_on_the_eve_of_the_exam(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "home" / "data" / "log", HERE, [_exam_on(date(2026, 11, 24))])
    terminal = start(STUDYCLI_LANG="ko")
    terminal.wait_for("시험까지 1일")
    terminal.send(b"3")
    terminal.wait_for("벼락치기")
    terminal.send(b" ")
    terminal.wait_for("다시")
    terminal.send(b"3q")
    terminal.wait_for("오늘 1번 답했습니다.")
    assert {event.get("source") for event in log_of(tmp_path)} == {None, "cram"}


def test_a_suspended_card_can_be_brought_back_from_home(start: Start, tmp_path: Path) -> None:
    configured(tmp_path)
    terminal = start()
    terminal.wait_for("Start today's session")
    terminal.send(b"\r")
    terminal.wait_for("show answer")
    terminal.send(b"@")
    terminal.wait_for("Suspended;")
    terminal.send(b"q")
    terminal.wait_for("Bring back suspended cards (1)")
    terminal.send(b"kkkk\r")
    terminal.wait_for("bring back")
    terminal.send(b"\r")
    terminal.wait_for("Start today's session")
    assert "Bring back" not in terminal.text()
    assert [event["kind"] for event in log_of(tmp_path)] == ["suspend", "unsuspend"]


def test_plain_lines_for_a_screen_reader_use_no_screen_of_their_own(start: Start, tmp_path: Path) -> None:
    terminal = start("review", "--limit", "1", ACCESSIBLE="1")
    terminal.wait_for("Enter: show answer")
    terminal.send(b"\n")
    terminal.wait_for("3: good")
    terminal.send(b"3\n")
    terminal.wait_for("Finish")
    terminal.send(b"4\n")
    assert terminal.wait_exit() == 0
    assert b"\x1b[?1049h" not in terminal.output
    assert len(log_of(tmp_path)) == 1


def _exam_on(day: date) -> Event:
    return event(1, Setting(SettingName.EXAM_DATE, day))


def _assert_whole(terminal: PtyHelper) -> None:
    assert not terminal.is_on(ALTERNATE_SCREEN)
    assert terminal.is_on(CURSOR)
    assert terminal.modes()[3] & termios.ICANON
    assert terminal.modes()[3] & termios.ECHO


def _own_copy(tmp_path: Path, library: Path) -> Path:
    import shutil

    return Path(shutil.copytree(library, tmp_path / "library"))


def test_a_session_ends_with_a_fit_once_there_are_enough_reviews(start: Start, tmp_path: Path) -> None:
    write_log(tmp_path / "home", course(FORGETFUL, 300))
    terminal = start("review", "--limit", "1")
    terminal.wait_for("show answer")
    terminal.send(b"  ")
    terminal.wait_for("memory model fitted to your 1,801 reviews")
    assert "Session finished" in terminal.text()
    terminal.send(b"q")
    assert terminal.wait_exit() == 0
    (setting,) = [event for event in log_of(tmp_path) if event["kind"] == "setting"]
    assert setting["name"] == "parameters"
