from datetime import date, timedelta

import pytest

from studycli.core.blueprints import Blueprint, Domain
from studycli.core.memory import CardState, Phase
from studycli.planner.days import Rehearsal, Times, budgets_s
from studycli.planner.rehearsals import longest_first, rehearsals
from tests.core.exam.samples import TEXT
from tests.planner.samples import TODAY, held
from tests.planner.test_days import outset


def blueprint(name: str, minutes: int, *domains: str) -> Blueprint:
    parts = tuple(Domain(each, TEXT, 100 // len(domains)) for each in domains)
    return Blueprint(name, TEXT, minutes // 2, minutes, 100, 1000, 720, parts)


FULL, HALF, QUICK = (
    blueprint(name, minutes, "secure", "resilient")
    for name, minutes in (("full", 130), ("half", 60), ("quick", 20))
)
EXAMS = [FULL, HALF, QUICK]
KNOWN: dict[str, CardState] = {f"aws/{at}": held(Phase.REVIEW, 10.0) for at in range(40)}


def proposed(
    days: int, times: Times, last_sat: date | None = None, states: dict[str, CardState] | None = None
) -> list[tuple[int, str]]:
    """Days before the exam, and which one."""
    start = outset(40, days, KNOWN if states is None else states)
    found = rehearsals(start, budgets_s(start, times), EXAMS, last_sat)
    assert found == tuple(Rehearsal(*each) for each in found)
    return [(days - each.day, each.exam) for each in found]


@pytest.mark.parametrize(
    ("days", "times", "found"),
    [
        pytest.param(21, Times(150), [(7, "full"), (3, "full")], id="time for all of it"),
        pytest.param(21, Times(60), [(7, "half"), (3, "half")], id="time for half"),
        pytest.param(21, Times(20), [(7, "quick"), (3, "quick")], id="time for a short one"),
        pytest.param(21, Times(19), [], id="time for none"),
        pytest.param(21, Times(20, ("thu",)), [(8, "quick"), (3, "quick")], id="the day before a day off"),
        pytest.param(
            21, Times(20, ("wed", "thu")), [(6, "quick"), (3, "quick")], id="the day after days off"
        ),
        pytest.param(21, Times(20, ("wed", "thu", "fri")), [(3, "quick")], id="no day near"),
        pytest.param(7, Times(20), [(7, "quick"), (3, "quick")], id="a week before, today"),
        pytest.param(7, Times(20, (), 300.0), [(6, "quick"), (3, "quick")], id="today is partly over"),
        pytest.param(5, Times(20), [(3, "quick")], id="less than a week"),
        pytest.param(3, Times(20), [(3, "quick")], id="three days"),
        pytest.param(2, Times(20), [], id="two days"),
        pytest.param(1, Times(20), [], id="the eve"),
        pytest.param(0, Times(20), [], id="the day"),
    ],
)
def test_mock_exams_a_week_and_three_days_before(
    days: int, times: Times, found: list[tuple[int, str]]
) -> None:
    assert (TODAY + timedelta(days=14)).strftime("%a") == "Thu"
    assert proposed(days, times) == found


@pytest.mark.parametrize(
    ("days_ago", "found"),
    [
        pytest.param(0, [(3, "quick")], id="today"),
        pytest.param(2, [(3, "quick")], id="two days ago"),
        pytest.param(3, [(7, "quick"), (3, "quick")], id="three days ago"),
    ],
)
def test_what_was_just_sat_is_not_proposed_again(days_ago: int, found: list[tuple[int, str]]) -> None:
    assert proposed(7, Times(20), TODAY - timedelta(days=days_ago)) == found


def test_nobody_rehearses_what_was_never_looked_at() -> None:
    assert proposed(21, Times(20), states={}) == [(7, "quick"), (3, "quick")]
    assert proposed(7, Times(20), states={}) == [(3, "quick")]


@pytest.mark.parametrize(
    ("known", "found"), [(27, [7, 3]), (26, [3])], ids=["a third new", "more than a third"]
)
def test_two_thirds_of_the_cards_were_looked_at_before_a_rehearsal(known: int, found: list[int]) -> None:
    states = dict(list(KNOWN.items())[:known])
    assert [before for before, _ in proposed(7, Times(20), states=states)] == found


def test_the_exam_itself_and_then_shorter_ones_of_its_domains() -> None:
    other, longer = blueprint("other", 30, "people"), blueprint("longer", 200, "secure", "resilient")
    assert longest_first(FULL, [QUICK, other, FULL, longer, HALF]) == [FULL, HALF, QUICK]
    assert longest_first(HALF, [QUICK, other, FULL, HALF]) == [HALF, QUICK]
