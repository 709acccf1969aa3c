import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

import studycli
from studycli.errors import LogError
from studycli.log import journal as journal_module
from studycli.log.events import Bury, Event, Mark, Other, Review, Setting, encode
from studycli.log.journal import Journal, read
from studycli.log.settings import SettingName
from tests.log.samples import CARD, HERE, NOON, THERE, event, good, write

ROOT = Path(studycli.__file__).parent.parent
APPENDING = """
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from studycli.log.events import Bury
from studycli.log.journal import Journal

home, times = Path(sys.argv[1]), int(sys.argv[2])
journal = Journal(home / "log", home / "device", lambda: sys.argv[3])
at = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)
for _ in range(times):
    print(journal.append(Bury("aws/a"), at).seq, flush=True)
"""


def journal_in(home: Path, lock_wait_s: float = 5.0) -> Journal:
    return Journal(home / "log", home / "device", lambda: HERE, lock_wait_s)


def events_in(path: Path) -> list[Event | None]:
    return [line.event for line in read(path)]


def appending(home: Path, times: int, device: str = HERE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", APPENDING, str(home), str(times), device],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    """Three events of this device."""
    journal = journal_in(tmp_path)
    for hours in range(3):
        journal.append(good(), NOON + timedelta(hours=hours))
    return tmp_path / "log" / f"{HERE}.jsonl"


# writing


def test_events_are_numbered_lines_of_this_devices_file(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    written = [
        journal.append(body, NOON) for body in (good(), Mark(CARD, on=True), Setting(SettingName.MINUTES, 30))
    ]
    assert [(one.device, one.seq) for one in written] == [(HERE, 1), (HERE, 2), (HERE, 3)]
    assert (tmp_path / "log" / f"{HERE}.jsonl").read_bytes() == b"".join(map(encode, written))


def test_an_event_is_returned_as_it_reads_back(tmp_path: Path) -> None:
    at = NOON + timedelta(microseconds=1999)
    written = journal_in(tmp_path).append(good(), at)
    assert written.at == NOON + timedelta(milliseconds=1)
    assert events_in(tmp_path / "log" / f"{HERE}.jsonl") == [written]


def test_the_device_is_made_at_the_first_write_and_kept(tmp_path: Path) -> None:
    ids = iter([HERE, THERE])
    make: Callable[[], str] = lambda: next(ids)  # noqa: E731
    journal = Journal(tmp_path / "log", tmp_path / "state" / "device", make)
    assert journal.device() is None
    assert not (tmp_path / "log").exists()
    journal.append(good(), NOON)
    again = Journal(tmp_path / "log", tmp_path / "state" / "device", make)
    assert again.append(good(), NOON).seq == 2
    assert again.device() == HERE
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["device"]


@pytest.mark.parametrize("left", ["", "\n", "ABCDEFGH\n", "aaaa"])
def test_a_device_file_without_a_device_is_made_again(tmp_path: Path, left: str) -> None:
    (tmp_path / "device").write_text(left)
    journal = journal_in(tmp_path)
    assert journal.device() is None
    assert journal.append(good(), NOON).device == HERE
    assert journal.device() == HERE


def test_a_wrong_new_device_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a device id"):
        Journal(tmp_path, tmp_path / "device", lambda: "../../x").append(good(), NOON)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(Review("no library", good().grade, 1.0, good().source), id="no card"),
        pytest.param(Setting(SettingName.RETENTION, 1.5), id="no retention"),
        pytest.param(Other("dispute", {"why": "\ud800"}), id="no text"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(log_file: Path, tmp_path: Path, body: Bury) -> None:
    before = log_file.read_bytes()
    with pytest.raises(ValueError, match=r"."):
        journal_in(tmp_path).append(body, NOON)
    assert log_file.read_bytes() == before


# torn tails


def test_a_torn_tail_of_any_length_is_cut_and_nothing_before_it_touched(
    log_file: Path, tmp_path: Path
) -> None:
    whole = log_file.read_bytes()
    line = encode(event(4, good(), 4))
    for length in range(1, len(line) - 1):
        log_file.write_bytes(whole + line[:length])
        assert journal_in(tmp_path).append(Bury(CARD), NOON).seq == 4
        assert log_file.read_bytes() == whole + encode(event(4, Bury(CARD)))


def test_an_event_that_lacks_only_its_line_feed_is_completed(log_file: Path, tmp_path: Path) -> None:
    whole = log_file.read_bytes()
    line = encode(event(4, good(), 4))
    log_file.write_bytes(whole + line[:-1])
    assert journal_in(tmp_path).append(Bury(CARD), NOON).seq == 5
    assert log_file.read_bytes() == whole + line + encode(event(5, Bury(CARD)))


def test_a_file_of_one_torn_line_becomes_a_file_of_one_event(tmp_path: Path) -> None:
    path = write(tmp_path / "log", HERE, [])
    path.write_bytes(b'{"v":1,"dev')
    (tmp_path / "device").write_text(HERE)
    assert events_in(path) == []
    written = journal_in(tmp_path).append(good(), NOON)
    assert (written.seq, events_in(path)) == (1, [written])


def test_numbers_go_on_behind_lines_that_are_no_events(log_file: Path, tmp_path: Path) -> None:
    with log_file.open("ab") as file:
        file.write(b"# a remark\n\n" + encode(event(70, good(), device=THERE)) + b"x" * 200_000 + b"\n")
    assert journal_in(tmp_path).append(good(), NOON).seq == 4


def test_a_later_programs_last_line_stops_the_writer(log_file: Path, tmp_path: Path) -> None:
    with log_file.open("ab") as file:
        file.write(b'{"v":2}\n')
    before = log_file.read_bytes()
    with pytest.raises(LogError, match="log_newer"):
        journal_in(tmp_path).append(good(), NOON)
    assert log_file.read_bytes() == before


# other processes


def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    with appending(tmp_path, 100_000) as child:
        assert child.stdout is not None
        acknowledged = [int(next(child.stdout)) for _ in range(50)]
        child.kill()
        acknowledged += [int(line) for line in child.stdout if line.endswith("\n")]
    assert child.returncode == -signal.SIGKILL
    written = journal_in(tmp_path).append(Bury(CARD), NOON)
    found = [one.seq for one in events_in(tmp_path / "log" / f"{HERE}.jsonl") if one is not None]
    assert found == list(range(1, written.seq + 1))
    assert acknowledged == list(range(1, len(acknowledged) + 1))
    assert written.seq > len(acknowledged)


def test_two_processes_share_one_device_and_leave_no_gap(tmp_path: Path) -> None:
    with appending(tmp_path, 60) as one, appending(tmp_path, 60, THERE) as other:
        said = [process.communicate()[0].split() for process in (one, other)]
    (path,) = (tmp_path / "log").iterdir()
    found = [one.seq for one in events_in(path) if one is not None]
    assert found == list(range(1, 121))
    assert sorted(int(seq) for seqs in said for seq in seqs) == found


def test_a_file_that_stays_locked_is_an_error(log_file: Path, tmp_path: Path) -> None:
    with journal_in(tmp_path).locked(), pytest.raises(LogError, match="log_locked") as caught:
        journal_in(tmp_path, lock_wait_s=0.0).append(good(), NOON)
    assert caught.value.params == {"path": log_file}
    assert journal_in(tmp_path, lock_wait_s=0.0).append(good(), NOON).seq == 4


def test_a_writer_waits_for_another(log_file: Path, tmp_path: Path) -> None:
    with journal_in(tmp_path).locked() as pen:
        child = appending(tmp_path, 1)
        assert pen.append(good(), NOON).seq == 4
    with child:
        assert child.communicate()[0] == "5\n"


def test_several_events_fit_under_one_lock(log_file: Path, tmp_path: Path) -> None:
    with journal_in(tmp_path).locked() as pen:
        assert [pen.append(good(), NOON).seq for _ in range(3)] == [4, 5, 6]
    assert len(events_in(log_file)) == 6


# a folder that takes nothing


@contextmanager
def no_privileges() -> Iterator[None]:
    """Permissions bind: root acts as another user."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def read_only_file(home: Path) -> None:
    write(home / "log", HERE, [event(1, good())]).chmod(0o444)
    (home / "log").chmod(0o777)


def read_only_folder(home: Path) -> None:
    (home / "log").mkdir(mode=0o555)


def read_only_parent(home: Path) -> None:
    home.chmod(0o555)


@pytest.mark.parametrize("close", [read_only_file, read_only_folder, read_only_parent])
def test_without_permission_the_error_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    close: Callable[[Path], None],
) -> None:
    (tmp_path / "device").write_text(HERE)
    (tmp_path / "device").chmod(0o644)
    tmp_path.chmod(0o755)
    close(tmp_path)
    monkeypatch.chdir(tmp_path)  # the folders above may be closed to others
    with no_privileges(), pytest.raises(LogError, match="log_read_only") as caught:
        journal_in(Path()).append(good(), NOON)
    assert caught.value.params == {"path": Path("log", f"{HERE}.jsonl")}


def test_a_device_that_cannot_be_kept_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o555)
    monkeypatch.chdir(tmp_path)
    with no_privileges(), pytest.raises(LogError, match="log_read_only") as caught:
        journal_in(Path()).append(good(), NOON)
    assert caught.value.params == {"path": Path("device")}


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("")
    with pytest.raises(LogError, match="log_unwritable") as caught:
        journal_in(tmp_path).append(good(), NOON)
    assert caught.value.params["reason"] == os.strerror(errno.EEXIST)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can grow past this size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_write_that_fails_halfway_is_taken_back(log_file: Path, tmp_path: Path) -> None:
    before = log_file.read_bytes()
    with room_for(len(before) + 60), pytest.raises(LogError, match="log_full") as caught:
        journal_in(tmp_path).append(good(), NOON)
    assert caught.value.params == {"path": log_file}
    assert log_file.read_bytes() == before
    assert journal_in(tmp_path).append(good(), NOON).seq == 4


def test_a_completed_line_feed_is_taken_back_with_the_event_it_came_with(
    log_file: Path, tmp_path: Path
) -> None:
    before = log_file.read_bytes()[:-1]
    log_file.write_bytes(before)
    with room_for(len(before) + 60), pytest.raises(LogError, match="log_full"):
        journal_in(tmp_path).append(good(), NOON)
    assert log_file.read_bytes() == before


@pytest.mark.parametrize("step", ["_sync", "_sync_folder"])
def test_an_event_that_does_not_reach_the_disk_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    path = write(tmp_path / "log", HERE, [])
    (tmp_path / "device").write_text(HERE)
    monkeypatch.setattr(journal_module, step, fail)  # no disk fails on demand
    with pytest.raises(LogError, match="log_unwritable") as caught:
        journal_in(tmp_path).append(good(), NOON)
    assert caught.value.params == {"path": path, "reason": os.strerror(errno.EIO)}
    assert path.read_bytes() == b""


def test_a_file_replaced_before_it_was_locked_is_opened_again(
    log_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = fcntl.flock

    def replaced_meanwhile(handle: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", lock)
        write(tmp_path, "other", [event(1, Bury(CARD))]).replace(log_file)
        lock(handle, operation)

    monkeypatch.setattr(fcntl, "flock", replaced_meanwhile)
    assert journal_in(tmp_path).append(good(), NOON).seq == 2
    assert events_in(log_file) == [event(1, Bury(CARD)), event(2, good())]


# reading


def test_reading_goes_on_from_where_it_ended(log_file: Path, tmp_path: Path) -> None:
    first, second, third = read(log_file)
    assert [(line.number, line.end) for line in (first, second)] == [
        (1, len(first.line)),
        (2, len(first.line + second.line)),
    ]
    assert [line.event for line in read(log_file, first.end)] == [second.event, third.event]
    assert list(read(log_file, third.end)) == []
    journal_in(tmp_path).append(Bury(CARD), NOON)
    assert [line.event for line in read(log_file, third.end)] == [event(4, Bury(CARD))]


def test_a_foreign_line_in_the_middle_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, HERE, [event(1, good())])
    with path.open("ab") as file:
        file.write(b"<<<<<<< mine\n\n" + encode(event(2, good())))
    assert events_in(path) == [event(1, good()), None, event(2, good())]


def test_a_last_line_being_written_is_not_read(log_file: Path) -> None:
    whole = log_file.read_bytes()
    for length in range(1, len(whole) // 3 - 1):
        log_file.write_bytes(whole + whole[:length])
        assert [one and one.seq for one in events_in(log_file)] == [1, 2, 3]


def test_a_last_line_that_lacks_only_its_line_feed_is_read(log_file: Path) -> None:
    log_file.write_bytes(log_file.read_bytes()[:-1])
    assert [one and one.seq for one in events_in(log_file)] == [1, 2, 3]


def test_a_later_version_stops_the_reader(log_file: Path) -> None:
    with log_file.open("ab") as file:
        file.write(b'{"v":2}\n')
    with pytest.raises(LogError, match="log_newer"):
        events_in(log_file)


@pytest.mark.parametrize(
    "make", [Path.mkdir, lambda path: path.symlink_to("nowhere")], ids=["folder", "nowhere"]
)
def test_what_cannot_be_read_is_an_error(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "x.jsonl"
    make(path)
    with pytest.raises(LogError, match="log_unreadable") as caught:
        events_in(path)
    assert caught.value.params["path"] == path
