"""A session: the order of cards, the ten-minute step, the end."""

import math
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import NEW_CARD, STEP, Engine, Grade, Phase, after_review
from studycli.core.queue import Queue
from studycli.core.session import AHEAD, Session, answer, begin, extend
from studycli.core.tally import ANSWER_CAP_S

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAY = date(2026, 11, 1)
ABC = Queue(due=("a", "b"), new=("c",))


def _begun(queue: Queue = ABC, budget_s: float = math.inf) -> Session:
    return begin(queue, {}, DAY, budget_s, NOW)


def _answered(
    session: Session, grade: Grade = Grade.GOOD, seconds: float = 5, now: datetime = NOW
) -> Session:
    again_at = now + STEP if grade is Grade.AGAIN else None
    return answer(session, grade, seconds, Phase.NEW, again_at, now)


def test_cards_come_in_the_order_of_the_queue_and_then_it_is_over() -> None:
    session = _begun()
    seen = []
    while session.current is not None:
        seen.append(session.current)
        session = _answered(session)
    assert seen == ["a", "b", "c"]
    assert (session.finished, session.total) == (3, 3)


def test_a_failed_card_comes_back_after_its_step() -> None:
    session = _answered(_begun(), Grade.AGAIN)
    assert session.current == "b"
    session = _answered(session, now=NOW + STEP)
    assert session.current == "a", "it is due, so it comes before the new card"


def test_when_nothing_else_is_left_a_failed_card_comes_early_rather_than_not() -> None:
    session = _begun(Queue(due=("a",)))
    session = _answered(session, Grade.AGAIN)
    assert session.current == "a"
    assert _answered(session).current is None


def test_a_step_further_than_twenty_minutes_away_does_not_hold_the_session() -> None:
    failed = after_review(NEW_CARD, Grade.AGAIN, NOW + AHEAD, Engine())
    assert begin(Queue(due=("a",)), {"a": failed}, DAY, math.inf, NOW).current is None


def test_a_card_that_was_in_its_step_before_the_session_waits_for_its_time() -> None:
    failed = after_review(NEW_CARD, Grade.AGAIN, NOW - timedelta(minutes=3), Engine())
    session = begin(Queue(due=("a", "b")), {"a": failed}, DAY, math.inf, NOW)
    assert session.current == "b"
    assert _answered(session).current == "a"


def test_the_time_ends_a_session_but_not_a_card_in_its_step() -> None:
    session = _begun(budget_s=8)
    session = _answered(session, Grade.AGAIN, seconds=9)
    assert session.current == "a", "time is over, only the failed one is left"
    session = _answered(session)
    assert session.current is None
    assert session.ahead == ("b", "c")


def test_a_long_think_counts_sixty_seconds() -> None:
    assert _answered(_begun(), seconds=600).spent_s == ANSWER_CAP_S
    assert _answered(_begun(), seconds=-5).spent_s == 0


def test_a_card_put_aside_is_gone() -> None:
    session = _begun().put_aside(NOW)
    assert session.current == "b"
    assert session.total == 2


def test_going_on_takes_just_the_cards_asked_for_however_long_they_take() -> None:
    session = _answered(_begun(budget_s=5), seconds=9)
    assert session.current is None
    longer = extend(session, Queue(new=("x", "y")), {}, NOW)
    assert longer.current == "x"
    assert longer.ahead == ("y",)
    assert _answered(longer, seconds=60).current == "y"


def test_minutes_left_are_what_the_cards_need_at_most_what_the_time_allows() -> None:
    assert _begun(budget_s=20).left_s == 20
    assert 0 < _begun().left_s < 3 * 60
    assert _begun(Queue()).left_s == 0


def test_answering_without_a_card_is_refused() -> None:
    with pytest.raises(ValueError, match="no card"):
        _answered(_begun(Queue()))


@given(
    grades=st.lists(st.tuples(st.sampled_from(Grade), st.floats(0, 90), st.integers(0, 900)), max_size=40),
    due=st.integers(0, 6),
    new=st.integers(0, 6),
    budget_s=st.floats(0, 600),
)
def test_no_card_is_lost_or_shown_twice_at_once(
    grades: list[tuple[Grade, float, int]], due: int, new: int, budget_s: float
) -> None:
    queue = Queue(tuple(f"d{n}" for n in range(due)), tuple(f"n{n}" for n in range(new)))
    session, now = begin(queue, {}, DAY, budget_s, NOW), NOW
    for grade, seconds, pause_s in grades:
        if session.current is None:
            break
        now += timedelta(seconds=pause_s)
        session = _answered(session, grade, seconds, now)
        here = [*session.ahead, *(card for _, card in session.waiting), session.current]
        known = {card for card in here if card} | {answered.card for answered in session.answered}
        assert known == set(queue.order)
        assert len([card for card in here if card]) == len({card for card in here if card})
        assert 0 <= session.finished <= session.total
        assert session.left_s >= 0
