from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.lint.similar import _candidates, _likeness
from tests.core.lint.samples import STEM, basic, cloze, hits, note, question, text


def test_a_stem_told_again_with_other_words_in_it_is_told() -> None:
    again = STEM.replace("orders", "invoices").replace("must", "has to")
    assert [each["other"] for each in hits("similar-stems", question("a"), question("b", again))] == ["a"]


def test_another_story_is_another_question() -> None:
    other = "A company streams its clicks into a bucket and must keep costs as low as possible. Which service fits?"
    assert hits("similar-stems", question("a"), question("b", other)) == []


ASYNCHRONOUS = "What is the execution guarantee of an asynchronous Express workflow in Step Functions?"
SYNCHRONOUS = ASYNCHRONOUS.replace("an asynchronous", "a synchronous")


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        pytest.param(("How large?", "x"), ("How **Large**", "y"), True, id="one front, two answers"),
        pytest.param(
            (ASYNCHRONOUS, "once"), (SYNCHRONOUS, "once"), True, id="nearly one front and one answer"
        ),
        pytest.param((ASYNCHRONOUS, "once"), (SYNCHRONOUS, "often"), False, id="one word decides"),
        pytest.param(("How large?", "x"), ("How much?", "x"), False, id="one answer to two questions"),
    ],
)
def test_fronts(first: tuple[str, str], second: tuple[str, str], alike: bool) -> None:
    assert bool(hits("similar-fronts", note(basic("a", *first), basic("b", *second)))) == alike


def test_every_language_must_be_alike() -> None:
    first, second = (
        text("앞면은 얼마입니까?", "How large is it?"),
        text("앞면은 얼마입니까?", "Something else"),
    )
    assert hits("similar-fronts", note(basic("a", first), basic("b", second))) == []


def test_siblings_are_alike_by_nature() -> None:
    words = "It has {{min::128}} MB to {{max::512}} MB of memory, in steps of one MB, as the function is told"
    assert hits("similar-fronts", note(cloze("c", words))) == []


@given(
    st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=8),
    st.sampled_from([0.5, 0.6, 0.8]),
)
def test_no_pair_that_is_alike_is_missed(runs: list[frozenset[str]], least: float) -> None:
    candidates = list(_candidates(runs, least))
    assert len(candidates) == len(set(candidates))
    assert {
        pair for pair in combinations(range(len(runs)), 2) if _likeness(runs[pair[0]], runs[pair[1]]) >= least
    } <= set(candidates)
