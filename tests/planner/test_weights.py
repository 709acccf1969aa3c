from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.bank import QuestionUse
from studycli.core.blueprints import Blueprint, Domain
from studycli.core.library import Text
from studycli.core.questions import QuestionRef
from studycli.core.refs import CardRef
from studycli.planner.weights import MOST_LEVELS, WEAK_TIMES, exam_weights

TITLE = Text({"en": "x"})
REFS = tuple(CardRef(f"lib/c{n}", f"lib/c{n}", f"t{n // 3}") for n in range(6))
"""Two topics of three cards."""


def blueprint(**weights: int) -> Blueprint:
    domains = tuple(Domain(name, TITLE, weight) for name, weight in weights.items())
    return Blueprint("b", TITLE, 10, 10, 100, 1000, 720, domains)


def question(domain: str, *cards: int, use: QuestionUse = QuestionUse.EXAM) -> QuestionRef:
    return QuestionRef("lib/q", "t", domain, use, (), (), (), tuple(f"lib/c{n}" for n in cards))


def weights(*questions: QuestionRef, **domains: int) -> list[float]:
    return list(exam_weights(REFS, questions, blueprint(**domains)).values())


@pytest.mark.parametrize(
    ("questions", "domains", "expected"),
    [
        pytest.param([question("a", 0, 1), question("b", 3)], {"a": 60, "b": 40},
                     [1, 1, 1, 4 / 3, 4 / 3, 4 / 3], id="shared equally, a topic's mean for the untested"),
        pytest.param([question("a", 0), question("a", 0, 1, 3)], {"a": 100},
                     [1] * 6, id="asked twice counts once"),
        pytest.param([question("a", 0, 3), question("b", 3, 4)], {"a": 50, "b": 50},
                     [1, 1, 1, 2, 1, 1.5], id="of two domains a share of each"),
        pytest.param([question("a", 0), question("b", 1)], {"a": 75, "b": 25},
                     [3, 1, 2, 2, 2, 2], id="a topic without tested cards takes the mean of all"),
        pytest.param([question("a", 0, 1), question("b", 3, use=QuestionUse.PRACTICE)], {"a": 60, "b": 40},
                     [1] * 6, id="practice is not asked in the exam"),
        pytest.param([question("a", 0, 1), question("c", 3)], {"a": 60, "b": 40},
                     [1] * 6, id="a domain the exam has not, and one without questions"),
        pytest.param([question("b", 3)], {"a": 60}, [1] * 6, id="nothing of the exam is tested"),
        pytest.param([question("a")], {"a": 100}, [1] * 6, id="a question that tests no card"),
        pytest.param([question("a", 9)], {"a": 100}, [1] * 6, id="a card that is gone"),
    ],
)  # fmt: skip
def test_a_domain_counts_through_the_cards_its_questions_test(
    questions: list[QuestionRef], domains: dict[str, int], expected: list[float]
) -> None:
    mean = fmean(expected)
    assert weights(*questions, **domains) == pytest.approx([weight / mean for weight in expected])


def test_no_card_counts_more_than_four_times_the_middle_one() -> None:
    found = weights(question("a", 0), question("b", 1, 2, 3, 4, 5), a=95, b=5)
    assert max(found) / min(found) == pytest.approx(4.0)


def test_a_weak_domain_counts_more() -> None:
    asked = [question("a", 0), question("b", 3)]
    found = exam_weights(REFS, asked, blueprint(a=50, b=50), ("b",))
    assert found["lib/c3"] / found["lib/c0"] == pytest.approx(WEAK_TIMES)
    assert fmean(found.values()) == pytest.approx(1.0)


def test_without_a_blueprint_or_cards_all_count_alike() -> None:
    assert set(exam_weights(REFS, [question("a", 0)], None).values()) == {1.0}
    assert exam_weights((), [question("a", 0)], blueprint(a=100)) == {}


domains = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 100), min_size=1)
questions = st.lists(
    st.builds(
        lambda domain, cards: question(domain, *cards),
        st.sampled_from("abcdefgh"),
        st.sets(st.integers(0, 39)),
    ),
    max_size=30,
)


@given(questions, domains, st.integers(1, 40))
def test_few_levels_their_mean_is_one(asked: list[QuestionRef], shares: dict[str, int], count: int) -> None:
    refs = [CardRef(f"lib/c{n}", f"lib/c{n}", f"t{n % 5}") for n in range(count)]
    found = exam_weights(refs, asked, blueprint(**shares))
    assert list(found) == [ref.id for ref in refs]
    assert len(set(found.values())) <= MOST_LEVELS
    assert fmean(found.values()) == pytest.approx(1.0)
    assert all(weight > 0 for weight in found.values())
    assert found == exam_weights(refs, asked[::-1], blueprint(**shares))
