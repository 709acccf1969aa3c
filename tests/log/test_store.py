import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.cache import open_cache
from studycli.core.memory import CardState, Phase
from studycli.log.events import Suspend, encode
from studycli.log.files import FileMark
from studycli.log.rows import Folded, NewEvent
from studycli.log.store import Store
from tests.log.samples import CARD, HERE, NOON, event, good

days = st.none() | st.dates(date(1000, 1, 1))
states = st.builds(
    CardState,
    st.sampled_from(Phase),
    st.floats(0.001, 36_500),
    st.floats(1, 10),
    days,
    st.none() | st.integers(-(10**9), 10**9).map(lambda ms: NOON + timedelta(milliseconds=ms)),
    st.integers(0, 9999),
    st.integers(0, 9999),
    st.booleans(),
    days,
    st.booleans(),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_cache(tmp_path)) as connection:
        yield Store(connection)


@given(states)
def test_a_state_comes_back_to_the_last_bit(state: CardState) -> None:
    folded = Folded(state, (7, HERE, 3))
    with TemporaryDirectory() as name, closing(open_cache(Path(name))) as connection:
        store = Store(connection)
        store.put_states([(CARD, folded)])
        assert repr(store.folded(CARD)) == repr(folded)
        assert repr(store.states()) == repr({CARD: state})


def test_an_undo_counts_before_and_after_its_event_arrives(store: Store) -> None:
    first, second = event(1, good()), event(2, Suspend(CARD), 1)
    store.undo((HERE, 2))
    store.put_events([NewEvent(first, encode(first), CARD)], set())
    assert store.is_undone((HERE, 2))
    store.put_events([NewEvent(second, encode(second), CARD)], {(HERE, 2)})
    assert store.events_of(CARD) == [first]
    store.undo((HERE, 1))
    assert store.events_of(CARD) == []
    assert store.event((HERE, 1)) == first


def test_an_event_is_stored_once(store: Store) -> None:
    new = NewEvent(event(1, good()), encode(event(1, good())), CARD)
    store.put_events([new], set())
    with pytest.raises(sqlite3.IntegrityError):
        store.put_events([new], set())


def test_clearing_leaves_nothing(store: Store) -> None:
    store.put_events([NewEvent(event(1, good()), encode(event(1, good())), CARD)], {(HERE, 9)})
    store.put_states([(CARD, Folded(CardState(), (1, HERE, 1)))])
    store.put_file("a.jsonl", FileMark(1, 1, 2, b"3"))
    store.put_foreign("a.jsonl", 4)
    store.put_meta("renames", "x")
    store.put_stale(["aaaaaaaa-1"])
    store.put_names([CARD])
    store.count_days()
    store.clear()
    assert (store.has_events(), store.states(), store.files(), store.foreign()) == (False, {}, {}, [])
    left = store._db.execute("SELECT * FROM log_stale").fetchall()
    assert left == []
    assert (store.meta("renames"), store.days(), store.is_undone((HERE, 9))) == (None, [], False)
    assert store.named([CARD]) == []
