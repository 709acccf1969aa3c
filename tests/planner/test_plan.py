from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from studycli.core.blueprints import Blueprint
from studycli.core.evidence import Evidence
from studycli.core.foresight import Standing
from studycli.core.memory import CardState, Engine, Phase
from studycli.planner.ahead import look_ahead
from studycli.planner.belief import Belief
from studycli.planner.days import Outset, Times
from studycli.planner.plan import Aim, Plan, most_of, plan_of
from tests.core.exam.samples import SAA
from tests.planner.forecast.samples import BANK, GROUND, blueprint
from tests.planner.samples import TODAY, held

AIM = Aim(SAA, BANK, {}, {}, [SAA], None)
KNOWN: dict[str, CardState] = {ref.id: held(Phase.REVIEW, 60.0) for ref in GROUND.cards}


def plan(
    days: int = 21,
    minutes: int = 20,
    states: Mapping[str, CardState] | None = None,
    aim: Aim | None = AIM,
    cards: int | None = None,
) -> Plan:
    refs = GROUND.cards[:cards]
    start = Outset(TODAY, TODAY + timedelta(days=days), refs, states or {}, {}, Engine(), Belief())
    return plan_of(start, Times(minutes, ("sun",), 0.0, 0.1), 0.9, aim)


def test_a_plan_at_the_prices_that_sessions_follow_says_so() -> None:
    start = Outset(TODAY, TODAY + timedelta(days=21), GROUND.cards, {}, {}, Engine(), Belief())
    times = Times(5, ("sun",), 0.0, 0.1)
    ahead = look_ahead(start, times, 1)
    assert ahead is not None
    found = plan_of(start, times, 0.9, AIM, ahead.prices)
    most = most_of(found, start, times, AIM, ahead.prices)
    assert found.is_priced
    assert found.stand is not None
    assert most is not None
    assert most - 0.03 < found.stand.recall <= most
    assert not plan_of(start, times, 0.9, AIM).is_priced
    assert most_of(found, start, times, AIM, None) is None


def expected(found: Plan) -> int:
    assert found.forecast is not None
    return found.forecast.expected_score


def test_a_plan_holds_days_a_forecast_and_topics() -> None:
    found = plan()
    assert (found.day, found.exam, len(found.days)) == (TODAY, TODAY + timedelta(days=21), 21)
    assert found.forecast is not None
    assert found.forecast.outlook[:3] == (TODAY, found.exam, SAA.id)
    assert {topic.id for topic in found.topics} == {"lambda", "dynamodb", "cognito"}
    assert sum(topic.weight for topic in found.topics) == pytest.approx(1.0)
    assert all(0.5 < topic.recall < 1.0 for topic in found.topics)
    assert found.stand is not None


def test_time_and_knowledge_raise_the_score() -> None:
    assert expected(plan(minutes=3)) < expected(plan(minutes=20)) < expected(plan(states=KNOWN, minutes=20))


def test_more_minutes_are_worth_most_where_there_are_few() -> None:
    few, many = plan(minutes=3).more_points, plan(minutes=60).more_points
    assert few is not None
    assert many is not None
    assert few > 30
    assert 0 <= many <= 10


def test_more_minutes_bring_about_what_was_said() -> None:
    said = plan(minutes=4).more_points
    assert said == pytest.approx(expected(plan(minutes=14)) - expected(plan(minutes=4)), abs=12)


def test_without_an_exam_there_is_a_plan_and_no_forecast() -> None:
    found = plan(aim=None)
    assert (found.forecast, found.more_points, found.out_of_reach) == (None, None, ())
    assert found.days[0].new > 0
    assert found.stand is not None
    assert sum(topic.weight for topic in found.topics) == pytest.approx(1.0)


def test_an_exam_without_questions_has_no_forecast() -> None:
    assert plan(aim=AIM._replace(bank=[])).forecast is None


def test_a_domain_without_cards_is_listed_and_disturbs_nothing() -> None:
    lonely: Blueprint = blueprint(10, ("secure", 50), ("nowhere", 50))
    found = plan(aim=AIM._replace(blueprint=lonely, mocks=[lonely]))
    assert found.forecast is not None
    secure, nowhere = found.forecast.domains
    assert secure.right is not None
    assert (nowhere.id, nowhere.right) == ("nowhere", None)


def test_what_there_is_no_time_for_is_counted_by_topic() -> None:
    found = plan(days=2, minutes=1)
    assert sum(cards for _, cards in found.out_of_reach) > 20
    assert {topic for topic, _ in found.out_of_reach} <= {"lambda", "dynamodb", "cognito"}
    assert plan(states=KNOWN).out_of_reach == ()


def test_on_the_exam_day_only_the_score_is_left() -> None:
    found = plan(days=0, states=KNOWN)
    assert (found.days, found.stand, found.more_points) == ((), None, None)
    assert found.forecast is not None
    assert found.forecast.movers == ()


def test_no_cards_are_a_plan_of_nothing() -> None:
    found = plan(cards=0)
    assert (found.topics, found.stand) == ((), None)
    assert all((day.reviews, day.new) == (0, 0) for day in found.days)


def test_ten_years_ahead_there_is_a_plan() -> None:
    found = plan(days=3660)
    assert len(found.days) == 3660
    assert found.stand is not None
    assert found.stand.standing is Standing.AHEAD


def test_answers_to_questions_move_the_score() -> None:
    at = datetime(2026, 12, 2, 20, tzinfo=UTC)
    wrong = {ref.id: (Evidence(at, False, True, False, None, 60.0, "a-1"),) for ref in BANK[:20]}
    right = {ref.id: (Evidence(at, True, True, False, None, 60.0, "a-1"),) for ref in BANK[:20]}
    low, none, high = (plan(states=KNOWN, aim=AIM._replace(answers=each)) for each in (wrong, {}, right))
    assert expected(low) < expected(none) < expected(high)


def test_what_a_suspended_card_still_holds_counts_in_the_exam() -> None:
    start = Outset(TODAY, TODAY + timedelta(days=7), GROUND.cards[:40], KNOWN, {}, Engine(), Belief())
    rest = Outset(TODAY, TODAY + timedelta(days=7), GROUND.cards[:40], {}, {}, Engine(), Belief())
    held_, gone = (plan_of(each, Times(0, (), 0.0, 0.1), 0.9, AIM) for each in (start, rest))
    assert held_.forecast is not None
    assert gone.forecast is not None
    assert not set(held_.forecast.out_of_reach) & {card.id for card in GROUND.cards[40:]}
    assert {card.id for card in GROUND.cards[40:]} <= set(gone.forecast.out_of_reach)


def test_the_same_outset_gives_the_same_plan() -> None:
    assert plan() == plan()
