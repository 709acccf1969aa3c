import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.agenda import FIRST, Given, Item
from studycli.core.memory import NEW_CARD, CardState, Engine, Phase
from studycli.core.refs import CardRef
from studycli.planner.belief import Belief
from studycli.planner.dayplan import DayPlan
from studycli.planner.greedy import after_each, recall_on_exam
from studycli.planner.index import LEAST_GAIN, greedy_index
from tests.planner.samples import EXAM, TODAY, held, states

ENGINE, BELIEF = Engine(), Belief()
REFS = tuple(CardRef(f"lib/c{n}", f"lib/e{n // 2}", "topic") for n in range(8))
WEIGHTS = {"lib/c5": 2.0}
INDEX = greedy_index(TODAY, EXAM, ENGINE, BELIEF, WEIGHTS)
PLAN = DayPlan(TODAY, EXAM, ENGINE, BELIEF, INDEX, LEAST_GAIN, pace=1.5)
WEAK, STRONG = held(Phase.REVIEW, 3.0), held(Phase.REVIEW, 3000.0)
PASSED = held(Phase.REVIEW, 5.0, days_ago=0)


def cards(items: tuple[Item, ...] | list[Item]) -> list[str]:
    return [item.card.removeprefix("lib/") for item in items]


def test_what_pays_comes_best_first_new_cards_in_teaching_order() -> None:
    known = {"lib/c1": WEAK, "lib/c2": STRONG, "lib/c3": PASSED}
    items = PLAN.agenda(REFS, known).items
    assert cards(items) == ["c5", "c0", "c4", "c6", "c7", "c1"]
    assert [item.is_new for item in items] == [True] * 5 + [False]
    assert all(item.per_s == INDEX(item.card, known.get(item.card, NEW_CARD)).per_s for item in items)


def test_seconds_are_at_the_learners_pace() -> None:
    (item, *_) = PLAN.agenda(REFS, {}).items
    assert item.seconds == pytest.approx(1.5 * INDEX("lib/c5", NEW_CARD).seconds)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param(CardState(suspended=True), id="suspended"),
        pytest.param(CardState(buried_on=TODAY), id="buried today"),
        pytest.param(CardState(buried_on=TODAY + timedelta(days=1)), id="buried after midnight"),
    ],
)
def test_a_card_put_aside_stays_out_even_if_it_should_come_first(state: CardState) -> None:
    known = {"lib/c0": state}
    assert "c0" not in cards(PLAN.agenda(REFS, known, first=("lib/c0",)).items)
    assert "c0" not in cards(PLAN.best(REFS, known))


def test_a_card_buried_yesterday_is_back() -> None:
    known = {"lib/c0": CardState(buried_on=TODAY - timedelta(days=1))}
    assert "c0" in cards(PLAN.agenda(REFS, known).items)


def test_cards_to_see_first_come_first_whether_they_pay_or_not() -> None:
    known = {"lib/c2": STRONG}
    items = PLAN.agenda(REFS, known, first=("lib/c7", "lib/c2", "lib/gone", "lib/c7")).items
    assert cards(items)[:3] == ["c7", "c2", "c5"]
    assert [item.per_s for item in items[:2]] == [FIRST, FIRST]


def test_limits_hold_for_all_of_them() -> None:
    known = {"lib/c1": WEAK}
    assert cards(PLAN.agenda(REFS, known, first=("lib/c7",), limit=3).items) == ["c7", "c5", "c0"]
    assert cards(PLAN.agenda(REFS, known, first=("lib/c7",), new_limit=1).items) == ["c7", "c1"]
    assert cards(PLAN.agenda(REFS, known, new_limit=0).items) == ["c1"]


def test_an_agenda_carries_the_answers_of_the_day() -> None:
    given = (Given("lib/c0", "lib/e0", None, 1.0),)  # type: ignore[arg-type]  # only passed on
    assert PLAN.agenda(REFS, {}, given).given is given


def test_the_best_are_there_when_nothing_pays_but_for_those_passed_today() -> None:
    known = {ref.id: STRONG for ref in REFS} | {"lib/c3": PASSED}
    assert PLAN.agenda(REFS, known).items == ()
    assert set(cards(PLAN.best(REFS, known))) == {"c0", "c1", "c2", "c4", "c5", "c6", "c7"}


def test_a_failed_card_is_one_to_take_again_as_long_as_that_pays() -> None:
    failed = held(Phase.LEARNING, 0.3, days_ago=0)
    item = PLAN.item("lib/c0", "lib/e0", failed)
    assert item is not None
    assert (item.card, item.entry, item.is_new) == ("lib/c0", "lib/e0", False)
    assert PLAN.item("lib/c0", "lib/e0", PASSED) is None


@given(states)
def test_what_grades_lead_to_is_recall_on_the_exam_day(state: CardState) -> None:
    assert PLAN.recalls(state) == after_each(state, TODAY, EXAM, ENGINE, BELIEF)
    assert PLAN.recall(state) == recall_on_exam(state, EXAM, ENGINE, BELIEF)
    assert all(0 <= recall <= 1 for recall in (*PLAN.recalls(state), PLAN.recall(state)))


@given(st.dictionaries(st.sampled_from([ref.id for ref in REFS]), states), st.booleans())
def test_an_agenda_is_every_open_card_that_pays_in_falling_order(
    known: dict[str, CardState], some_first: bool
) -> None:
    first = ("lib/c3", "lib/c6") if some_first else ()
    items = PLAN.agenda(REFS, known, first=first).items
    paying = {ref.id for ref in REFS if PLAN.item(ref.id, ref.entry, known.get(ref.id, NEW_CARD))}
    assert {item.card for item in items} == paying | set(first)
    assert [item.per_s for item in items] == sorted((item.per_s for item in items), reverse=True)
    assert all(0 < item.seconds < math.inf for item in items)
