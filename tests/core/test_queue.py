"""The queue of a day without an exam plan."""

import math
from datetime import date, datetime, timedelta, timezone

import pytest

from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, after_review
from studycli.core.queue import NEW_S, REVIEW_S, Queue, cram_queue, todays_queue
from studycli.core.refs import CardRef

KST = timezone(timedelta(hours=9))
NOON = datetime(2026, 11, 1, 12, tzinfo=KST)
ENGINE = Engine()
REFS = tuple(CardRef(f"lib/c{n}", f"lib/e{n // 2}", "topic") for n in range(8))
"""Four entries of two cards each."""


def _known(days_ago: int, grade: Grade = Grade.GOOD) -> CardState:
    return after_review(NEW_CARD, grade, NOON - timedelta(days=days_ago), ENGINE)


def _queue(
    states: dict[str, CardState],
    budget_s: float = math.inf,
    day: date | None = None,
    reviewed_today: frozenset[str] = frozenset(),
    new_limit: int | None = None,
    limit: int | None = None,
    first: tuple[str, ...] = (),
) -> Queue:
    return todays_queue(
        REFS, states, day or NOON.date(), ENGINE, 0.9, budget_s, reviewed_today, new_limit, limit, first
    )


def test_new_cards_come_in_teaching_order_one_of_each_entry() -> None:
    assert _queue({}).new == ("lib/c0", "lib/c2", "lib/c4", "lib/c6")


def test_due_cards_come_before_new_ones_lowest_recall_first() -> None:
    states = {"lib/c2": _known(10), "lib/c4": _known(20), "lib/c0": _known(1)}
    queue = _queue(states)
    assert queue.due == ("lib/c4", "lib/c2")
    assert queue.new == ("lib/c1", "lib/c6")


def test_a_card_in_its_step_comes_first_and_whatever_the_time() -> None:
    states = {"lib/c6": _known(0, Grade.AGAIN), "lib/c0": _known(30)}
    assert _queue(states).due == ("lib/c6", "lib/c0")
    assert _queue(states, budget_s=0).order == ("lib/c6",)


@pytest.mark.parametrize(
    ("budget_s", "due", "new"),
    [
        pytest.param(0, 0, 0, id="no time"),
        pytest.param(1, 1, 0, id="the last one may run over"),
        pytest.param(2 * REVIEW_S, 2, 0, id="just the reviews"),
        pytest.param(2 * REVIEW_S + NEW_S, 2, 1, id="a new one fills the rest"),
        pytest.param(math.inf, 2, 2, id="all"),
    ],
)
def test_new_cards_fill_the_time_that_reviews_leave(budget_s: float, due: int, new: int) -> None:
    queue = _queue({"lib/c0": _known(30), "lib/c2": _known(30)}, budget_s=budget_s)
    assert (len(queue.due), len(queue.new)) == (due, new)


def test_siblings_of_cards_reviewed_today_wait() -> None:
    assert _queue({"lib/c0": _known(0)}, reviewed_today=frozenset({"lib/c0"})).new == (
        "lib/c2",
        "lib/c4",
        "lib/c6",
    )


def test_both_siblings_reviewed_today_come_back_from_their_step() -> None:
    states = {"lib/c0": _known(0, Grade.AGAIN), "lib/c1": _known(0)}
    assert _queue(states, reviewed_today=frozenset(states)).due == ("lib/c0",)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param(CardState(suspended=True), id="suspended"),
        pytest.param(CardState(buried_on=NOON.date()), id="buried today"),
    ],
)
def test_a_card_put_aside_makes_room_for_its_sibling(state: CardState) -> None:
    assert _queue({"lib/c0": state}).new[0] == "lib/c1"


def test_a_buried_card_is_back_the_next_day() -> None:
    states = {"lib/c0": CardState(buried_on=NOON.date())}
    assert _queue(states, day=NOON.date() + timedelta(days=1)).new[0] == "lib/c0"


def test_limits_hold() -> None:
    states = {"lib/c0": _known(30), "lib/c2": _known(30)}
    assert _queue(states, limit=3).order == ("lib/c0", "lib/c2", "lib/c4")
    assert _queue(states, limit=1).order == ("lib/c0",)
    assert _queue(states, new_limit=0).new == ()


def test_cards_to_see_first_come_before_all_others_new_or_known_due_or_not() -> None:
    states = {"lib/c0": _known(30), "lib/c2": _known(0, Grade.EASY)}
    queue = _queue(states, first=("lib/c7", "lib/c2"))
    assert queue.order == ("lib/c7", "lib/c2", "lib/c0", "lib/c4")
    assert (queue.due, queue.new) == (("lib/c2", "lib/c0"), ("lib/c7", "lib/c4"))
    assert queue.seconds == 2 * REVIEW_S + 2 * NEW_S


def test_of_one_entry_the_card_to_see_first_is_taken() -> None:
    assert _queue({}, first=("lib/c1",)).order == ("lib/c1", "lib/c2", "lib/c4", "lib/c6")
    assert _queue({}, first=("lib/c1", "lib/c0")).order[:2] == ("lib/c1", "lib/c2")
    waiting = _queue({"lib/c0": _known(0)}, reviewed_today=frozenset({"lib/c0"}), first=("lib/c1",))
    assert "lib/c1" not in waiting.order


@pytest.mark.parametrize(
    ("budget_s", "order"),
    [
        pytest.param(0, (), id="no time"),
        pytest.param(NEW_S, ("lib/c7",), id="only the first"),
        pytest.param(NEW_S + 1, ("lib/c7", "lib/c0"), id="then what is due"),
    ],
)
def test_cards_to_see_first_take_their_time(budget_s: float, order: tuple[str, ...]) -> None:
    assert _queue({"lib/c0": _known(30)}, budget_s=budget_s, first=("lib/c7",)).order == order


def test_limits_hold_for_cards_to_see_first_too() -> None:
    states = {"lib/c0": _known(30)}
    assert _queue(states, first=("lib/c7", "lib/c4"), limit=2).order == ("lib/c7", "lib/c4")
    assert _queue(states, first=("lib/c7", "lib/c4"), new_limit=1).order == ("lib/c7", "lib/c0")


def test_cards_to_see_first_that_are_put_aside_unknown_or_in_their_step_change_nothing() -> None:
    states = {
        "lib/c0": CardState(suspended=True),
        "lib/c2": CardState(buried_on=NOON.date()),
        "lib/c4": _known(0, Grade.AGAIN),
    }
    first = ("lib/c0", "lib/c2", "lib/c4", "lib/gone")
    assert _queue(states, first=first) == _queue(states)


def test_cram_takes_everything_but_the_suspended_lowest_recall_first() -> None:
    states = {"lib/c0": _known(1), "lib/c2": _known(20), "lib/c4": CardState(suspended=True)}
    queue = cram_queue(REFS, states, date(2026, 11, 1), ENGINE, limit=None)
    assert set(queue.due) == {"lib/c1", "lib/c3", "lib/c5", "lib/c6"}
    assert cram_queue(REFS, states, date(2026, 11, 1), ENGINE, limit=2).due == queue.due[:2]
