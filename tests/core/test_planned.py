"""A session under a plan: what comes back, when it ends."""

import math
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.agenda import Agenda, Given, Item
from studycli.core.memory import Grade, Phase
from studycli.core.planned import Planned, answer, begin, extend
from studycli.core.queue import Queue
from studycli.core.session import begin as begin_by_due
from studycli.core.tally import ANSWER_CAP_S

NOW = datetime(2026, 12, 3, 12, tzinfo=UTC)
DAY = date(2026, 12, 3)


def item(card: str, per_s: float, seconds: float = 10.0) -> Item:
    return Item(card, card.split(".", maxsplit=1)[0], per_s, seconds)


ABC = tuple(item(card, 0.03 - place / 100) for place, card in enumerate("abc"))


def begun(items: tuple[Item, ...] = ABC, budget_s: float = math.inf, past: tuple[Given, ...] = ()) -> Planned:
    return begin(Agenda(items, past), DAY, budget_s, NOW)


def answered(
    session: Planned,
    grade: Grade = Grade.GOOD,
    seconds: float = 10.0,
    again: Item | None = None,
    now: datetime = NOW,
) -> Planned:
    return answer(session, grade, seconds, Phase.NEW, again, now)


def test_cards_come_best_first_and_then_it_is_over() -> None:
    session = begun()
    seen = []
    while session.current is not None:
        seen.append(session.current)
        session = answered(session)
    assert seen == ["a", "b", "c"]
    assert (session.finished, session.total, session.left_s) == (3, 3, 0)
    assert not session.is_time_over


def test_a_failed_card_comes_back_by_its_worth_after_a_minute_of_others() -> None:
    items = tuple(item(f"c{n:02}", 0.05 - n / 1000) for n in range(20))
    session = answered(begun(items), Grade.AGAIN, again=item("c00", 0.044))
    seen = []
    for _ in range(10):
        seen.append(session.current)
        session = answered(session)
    assert seen == ["c01", "c02", "c03", "c04", "c05", "c06", "c00", "c07", "c08", "c09"]


def test_a_failed_card_that_would_not_pay_is_done_for_today() -> None:
    session = answered(begun((ABC[0],)), Grade.AGAIN)
    assert (session.current, session.finished) == (None, 1)


def test_a_failed_card_that_the_time_has_no_room_for_is_finished() -> None:
    session = answered(begun(budget_s=25), Grade.AGAIN, again=item("a", 0.001))
    assert ([each.card for each in session.items], session.finished, session.total) == (["c", "a"], 1, 3)


def test_when_nothing_else_is_left_a_failed_card_comes_at_once() -> None:
    session = answered(begun((ABC[0],)), Grade.AGAIN, again=item("a", 0.01))
    assert (session.current, session.finished, session.total) == ("a", 0, 1)


def test_the_time_ends_a_session_whatever_is_left() -> None:
    session = answered(begun(budget_s=9), Grade.AGAIN, again=item("a", 0.9))
    assert (session.current, session.is_time_over) == (None, True)
    assert [each.card for each in session.items] == ["a", "b", "c"]


def test_without_time_nothing_is_shown() -> None:
    session = begun(budget_s=0)
    assert (session.current, session.is_time_over, session.total, session.left_s) == (None, True, 0, 0)


def test_what_was_answered_before_the_session_counts_for_pauses() -> None:
    just_now = (Given("a", "a", NOW, 10.0),)
    assert begun(past=just_now).current == "b"


def test_a_long_think_counts_sixty_seconds() -> None:
    assert answered(begun(), seconds=600).spent_s == ANSWER_CAP_S
    assert answered(begun(), seconds=-5).spent_s == 0


def test_a_card_put_aside_is_gone() -> None:
    session = begun().put_aside(NOW)
    assert (session.current, session.total) == ("b", 2)


@pytest.mark.parametrize(
    ("budget_s", "total", "left_s"),
    [
        pytest.param(5, 1, 5, id="the card shown"),
        pytest.param(15, 2, 15, id="one more fits"),
        pytest.param(600, 3, 30, id="all fit"),
    ],
)
def test_what_is_to_come_is_what_fits_the_time(budget_s: float, total: int, left_s: float) -> None:
    session = begun(budget_s=budget_s)
    assert (session.total, session.left_s) == (total, left_s)


@pytest.mark.parametrize("planned", [pytest.param(True, id="planned"), pytest.param(False, id="a cram")])
def test_going_on_takes_just_the_cards_asked_for_however_long_they_take(planned: bool) -> None:
    over = answered(begun(budget_s=5)) if planned else begin_by_due(Queue(due=("a",)), {}, DAY, 0, NOW)
    longer = extend(over, Agenda((item("x", 0.02), item("y", 0.01))), NOW)
    assert (longer.current, longer.answered) == ("x", over.answered)
    assert answered(longer, seconds=60).current == "y"


def test_answering_without_a_card_is_refused() -> None:
    with pytest.raises(ValueError, match="no card"):
        answered(begun(()))


cards = st.sampled_from([f"{entry}.{n}" for entry in "abcd" for n in range(4)])
steps = st.lists(
    st.tuples(st.sampled_from(Grade), st.floats(0, 90), st.integers(-60, 900), st.none() | st.floats(0.001, 0.1)),
    max_size=40,
)  # fmt: skip


@given(st.dictionaries(cards, st.floats(0.001, 0.1)), steps, st.floats(0, 600))
def test_no_card_is_lost_or_shown_twice_at_once(
    worths: dict[str, float],
    steps: list[tuple[Grade, float, int, float | None]],
    budget_s: float,
) -> None:
    items = tuple(sorted((item(card, worth) for card, worth in worths.items()), key=lambda one: -one.per_s))
    session, now = begun(items, budget_s), NOW
    for grade, seconds, pause_s, worth in steps:
        if session.current is None:
            break
        now += timedelta(seconds=pause_s)
        again = item(session.current, worth) if grade is Grade.AGAIN and worth else None
        session = answered(session, grade, seconds, again, now)
        here = [each.card for each in session.items] + ([session.current] if session.current else [])
        assert len(here) == len(set(here))
        assert set(here) | {one.card for one in session.answered} == set(worths)
        assert list(session.items) == sorted(session.items, key=lambda one: -one.per_s)
        assert 0 <= session.finished <= session.total
        assert session.left_s >= 0
    if session.current is None:
        assert session.is_time_over or not session.items
