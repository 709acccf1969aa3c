import pytest

from studycli.core.questions import QuestionRef
from studycli.planner.forecast.chance import Held, guess_of
from tests.core.exam.samples import ref
from tests.planner.forecast.samples import card


@pytest.mark.parametrize(
    ("question", "chance"),
    [
        pytest.param(ref("one"), 1 / 4, id="one of four"),
        pytest.param(ref("two", options="abcde", right="ab"), 1 / 10, id="two of five"),
        pytest.param(ref("three", options="abcdef", right="abc"), 1 / 20, id="three of six"),
    ],
)
def test_a_blind_guess_hits_one_of_the_admissible_answers(question: QuestionRef, chance: float) -> None:
    assert guess_of(question) == chance


CARDS = [card("a"), card("b"), card("c"), card("d", "cognito")]
RECALLS = {"aws/a": 0.9, "aws/b": 0.5, "aws/d": 0.2}


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param(ref("q", tests=("aws/a", "aws/b")), 0.45, id="all of its cards are needed"),
        pytest.param(ref("q", tests=("aws/a", "aws/c")), 0.0, id="a card never seen is not recalled"),
        pytest.param(ref("q", tests=("aws/gone",)), 0.0, id="nor one that no longer exists"),
        pytest.param(ref("q"), (0.9 + 0.5) / 3, id="without cards the mean of its topic"),
        pytest.param(
            ref("q", topic="new"), (0.9 + 0.5 + 0.2) / 4, id="a topic without cards the mean of all"
        ),
    ],
)
def test_what_is_held_of_a_question(question: QuestionRef, held: float) -> None:
    assert Held(CARDS, RECALLS).of(question) == pytest.approx(held)


def test_an_empty_library_holds_nothing() -> None:
    assert Held([], {}).of(ref("q")) == 0.0
    assert Held([], {}).topic("lambda") is None


def test_recall_outside_its_range_is_brought_into_it() -> None:
    assert Held(CARDS, {"aws/a": 1.3, "aws/b": -0.2}).of(ref("q", tests=("aws/a",))) == 1.0
    assert Held(CARDS, {"aws/a": 1.3, "aws/b": -0.2}).of(ref("q", tests=("aws/b",))) == 0.0
