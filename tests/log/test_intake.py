import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studycli.cache import open_cache
from studycli.log import intake
from studycli.log.events import Suspend, encode
from studycli.log.files import line_number
from studycli.log.intake import Intake
from studycli.log.store import Store
from tests.log.samples import CARD, HERE, QUESTION_RENAMES, RENAMES, START, add, event, good, write


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_cache(tmp_path / "cache")) as opened:
        yield opened


@pytest.fixture
def store(connection: sqlite3.Connection) -> Store:
    return Store(connection)


@pytest.fixture
def taken(tmp_path: Path, connection: sqlite3.Connection, store: Store) -> Intake:
    return Intake(connection, store, tmp_path / "log")


def rows_written(connection: sqlite3.Connection, taken: Intake) -> int:
    before = connection.total_changes
    taken.take_in()
    return connection.total_changes - before


def test_a_rename_that_concerns_no_event_writes_nothing(
    tmp_path: Path, connection: sqlite3.Connection, taken: Intake
) -> None:
    write(tmp_path / "log", HERE, [event(1, good("aws/one"))])
    taken.take_in()
    taken.use_renames(RENAMES, {})
    assert rows_written(connection, taken) == 0


def test_the_first_event_under_a_former_id_folds_nothing_again(
    tmp_path: Path, connection: sqlite3.Connection, store: Store, taken: Intake
) -> None:
    taken.use_renames(RENAMES, {})
    path = write(tmp_path / "log", HERE, [event(1, good("aws/one")), event(2, good("aws/two"))])
    taken.take_in()
    connection.execute("UPDATE log_state SET lapses = 7 WHERE card = 'aws/two'")
    add(path, [event(3, Suspend("aws/old-one"), 1)])
    taken.take_in()
    states = store.states()
    assert (states["aws/one"].suspended, states["aws/two"].lapses) == (True, 7)
    assert rows_written(connection, taken) == 0


def test_a_rename_that_is_taken_back_frees_the_history(tmp_path: Path, store: Store, taken: Intake) -> None:
    taken.use_renames(RENAMES, {})
    write(tmp_path / "log", HERE, [event(1, good("aws/old-one"))])
    taken.take_in()
    assert store.states().keys() == {"aws/one"}
    taken.use_renames({}, {})
    taken.take_in()
    assert store.states().keys() == {"aws/old-one"}


def test_renames_of_questions_make_sittings_afresh_and_fold_nothing(
    tmp_path: Path, connection: sqlite3.Connection, store: Store, taken: Intake
) -> None:
    write(tmp_path / "log", HERE, [event(1, good()), event(2, START)])
    taken.take_in()
    connection.execute("UPDATE log_state SET lapses = 7")
    connection.execute("DELETE FROM log_stale")
    taken.use_renames({}, QUESTION_RENAMES)
    taken.take_in()
    assert store.states()[CARD].lapses == 7
    assert connection.execute("SELECT sitting FROM log_stale").fetchall() == [(f"{HERE}-2",)]
    assert rows_written(connection, taken) == 0


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(b"\n", id="a blank line"),
        pytest.param(b" \n\n", id="blank lines"),
        pytest.param(b"\n\n" + encode(event(2, Suspend(CARD)))[:-9], id="a torn line"),
    ],
)
def test_what_comes_last_and_is_no_line_yet_is_looked_at_once(
    tmp_path: Path, connection: sqlite3.Connection, store: Store, taken: Intake, end: bytes
) -> None:
    path = write(tmp_path / "log", HERE, [event(1, good())])
    whole = path.read_bytes()
    path.write_bytes(whole + end)
    taken.take_in()
    assert rows_written(connection, taken) == 0
    path.write_bytes(whole + encode(event(2, Suspend(CARD), 1)))
    taken.take_in()
    assert store.states()[CARD].suspended


def test_lines_before_are_counted_at_most_once(
    tmp_path: Path, store: Store, taken: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []

    def counting(path: Path, start: int) -> int:
        counted.append(start)
        return line_number(path, start)

    monkeypatch.setattr(intake, "line_number", counting)
    path = write(tmp_path / "log", HERE, [event(1, good())])
    taken.take_in()
    size = path.stat().st_size
    with path.open("ab") as file:
        file.write(b"x\n\nx\n" + encode(event(2, good(), 1)) + b"x\n")
    taken.take_in()
    assert store.foreign() == [(path.name, 2), (path.name, 4), (path.name, 6)]
    assert counted == [size]
