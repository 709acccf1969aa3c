import pytest

from studycli.planner.forecast.movers import movers_of, out_of_reach
from studycli.planner.forecast.values import Prospect
from studycli.planner.greedy import NOTHING, Worth
from tests.core.exam.samples import ref

BANK = [
    ref("one", "secure", "lambda", tests=("aws/a", "aws/b")),
    ref("two", "secure", "lambda", tests=("aws/b",)),
    ref("three", "resilient", "cognito", tests=("aws/b", "aws/c")),
]
POINTS = {"aws/one": 10.0, "aws/two": 20.0, "aws/three": 40.0}
PROSPECT = Prospect({"aws/a": 0.1}, {"aws/a": 0.6, "aws/b": 0.5, "aws/c": 0.9}, 7)
WORTHS = {"aws/a": Worth(0.3, 30.0), "aws/b": Worth(0.4, 60.0), "aws/c": NOTHING}


def test_points_lie_between_leaving_the_cards_of_a_group_alone_and_one_answer_each() -> None:
    by_recovery, by_security = movers_of(PROSPECT, WORTHS, BANK, POINTS)
    # secure/lambda: a from 0.1 to 0.4 and b from 0 to 0.4, c as planned.
    assert by_security.cards == ("aws/a", "aws/b")
    assert by_security.minutes == pytest.approx(1.5)
    assert by_security.points == pytest.approx(10 * 0.4 * 0.4 + 20 * 0.4 + 40 * 0.4 * 0.9)
    # resilient/cognito: b alone, for c is passed; a and c as planned.
    assert by_recovery.cards == ("aws/b",)
    assert by_recovery.points == pytest.approx(10 * 0.4 * 0.6 + 20 * 0.4 + 40 * 0.4 * 0.9)


def test_nothing_to_gain_moves_nothing() -> None:
    assert movers_of(PROSPECT, {"aws/a": NOTHING}, BANK, POINTS) == ()
    assert movers_of(PROSPECT, {}, BANK, POINTS) == ()


@pytest.mark.parametrize(
    ("idle", "planned", "left"),
    [
        pytest.param(0.0, 0.0, True, id="never seen, and never will be"),
        pytest.param(0.3, 0.3, True, id="seen, and left to be forgotten"),
        pytest.param(0.8, 0.8, False, id="held without another look"),
        pytest.param(0.0, 0.3, False, id="begun"),
    ],
)
def test_what_the_plan_has_no_time_for(idle: float, planned: float, left: bool) -> None:
    prospect = Prospect({"aws/b": idle}, {"aws/b": planned}, 7)
    assert out_of_reach([ref("one", tests=("aws/b",))], prospect) == (("aws/b",) if left else ())
