from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.bank import QuestionUse
from studycli.core.blueprints import resized
from studycli.core.exam.draw import (
    Lack,
    Shortage,
    apportioned,
    draw,
    draw_these,
    draw_what_there_is,
)
from studycli.core.exam.paper import Paper
from studycli.core.questions import QuestionRef
from tests.core.exam.samples import NAMES, NOON, QUICK, SAA, WEIGHTS, bank, ref

BANK = bank(25)
seeds = st.integers(-(2**63), 2**63)


def drawn(paper: Paper | Shortage) -> Paper:
    assert isinstance(paper, Paper)
    return paper


def ids(paper: Paper) -> list[str]:
    return [item.question for item in paper.items]


def by_domain(paper: Paper, *, scored: bool = False) -> list[int]:
    counts = Counter(item.domain for item in paper.items if item.scored or not scored)
    return [counts[name] for name in NAMES]


@pytest.mark.parametrize(
    ("total", "weights", "expected"),
    [
        pytest.param(65, WEIGHTS, [19, 17, 16, 13], id="19.5 16.9 15.6 13"),
        pytest.param(50, WEIGHTS, [15, 13, 12, 10], id="even"),
        pytest.param(30, WEIGHTS, [9, 8, 7, 6], id="9 7.8 7.2 6"),
        pytest.param(10, WEIGHTS, [3, 3, 2, 2], id="3 2.6 2.4 2"),
        pytest.param(1, WEIGHTS, [1, 0, 0, 0], id="one"),
        pytest.param(0, WEIGHTS, [0, 0, 0, 0], id="none"),
        pytest.param(2, (1, 1, 1), [1, 1, 0], id="of equal remainders the first"),
    ],
)
def test_shares_are_by_largest_remainder(total: int, weights: tuple[int, ...], expected: list[int]) -> None:
    assert apportioned(total, weights) == expected


@given(st.integers(0, 500), st.lists(st.integers(1, 100), min_size=1, max_size=8))
def test_shares_keep_the_quota(total: int, weights: list[int]) -> None:
    shares = apportioned(total, weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - total * weight / sum(weights)) < 1


def test_a_paper_has_the_shares_of_its_blueprint() -> None:
    paper = drawn(draw(SAA, BANK, {}, 7))
    assert by_domain(paper) == [19, 17, 16, 13]
    assert by_domain(paper, scored=True) == [15, 13, 12, 10]
    assert paper.seed == 7


def test_a_blueprint_without_unscored_questions_scores_all() -> None:
    assert drawn(draw(QUICK, BANK, {}, 7)).scored == 10


@given(seeds, st.integers(1, 65))
def test_no_question_comes_twice_and_the_weights_hold_at_any_length(seed: int, questions: int) -> None:
    blueprint = resized(SAA, questions)
    paper = drawn(draw(blueprint, BANK, {}, seed))
    assert len(set(ids(paper))) == questions
    assert by_domain(paper) == apportioned(questions, WEIGHTS)
    assert paper.scored == blueprint.scored_questions


@given(seeds, st.permutations(BANK))
def test_the_order_of_the_bank_changes_nothing(seed: int, shuffled: list[QuestionRef]) -> None:
    assert draw(QUICK, shuffled, {}, seed) == draw(QUICK, BANK, {}, seed)


@given(seeds, st.sampled_from(NAMES), st.text("abc", min_size=1, max_size=5))
def test_a_question_more_moves_no_other(seed: int, domain: str, name: str) -> None:
    before = drawn(draw(SAA, BANK, {}, seed))
    after = drawn(draw(SAA, [*BANK, ref(name, domain)], {}, seed))
    stayed = [item for item in after.items if item.question in set(ids(before))]
    assert len(stayed) >= 64
    kept = {item.question for item in stayed}
    assert ids(replace(after, items=tuple(stayed))) == [name for name in ids(before) if name in kept]
    options = {item.question: item.options for item in before.items}
    assert all(item.options == options[item.question] for item in stayed)


def test_another_seed_gives_another_paper() -> None:
    papers = {tuple(ids(drawn(draw(QUICK, BANK, {}, seed)))) for seed in range(20)}
    assert len(papers) == 20


def test_a_paper_is_the_same_in_every_process() -> None:
    paper = drawn(draw(resized(QUICK, 4), BANK, {}, 7))
    assert [(item.question, "".join(item.options)) for item in paper.items] == GOLDEN_PAPER


GOLDEN_PAPER = [
    ("aws/high-performing-1", "acdb"),
    ("aws/resilient-15", "bdca"),
    ("aws/secure-10", "badc"),
    ("aws/cost-optimized-2", "cabd"),
]


def test_what_was_never_shown_comes_first_then_what_was_longest_ago() -> None:
    refs = [ref(f"q{number}") for number in range(6)]
    seen = {f"aws/q{number}": NOON + timedelta(days=number) for number in (5, 4, 3, 2)}
    blueprint = replace(QUICK, domains=(replace(QUICK.domains[0], weight=100),))
    for questions, expected in [(1, "01"), (2, "01"), (3, "012"), (5, "01234")]:
        for seed in range(10):
            paper = drawn(draw(resized(blueprint, questions), refs, seen, seed))
            assert set(ids(paper)) <= {f"aws/q{number}" for number in expected}


@given(
    seeds,
    st.dictionaries(
        st.sampled_from([each.id for each in BANK]),
        st.integers(-300, 300).map(lambda hours: NOON + timedelta(hours=hours)),
    ),
)
def test_no_question_is_left_that_was_shown_longer_ago(seed: int, seen: dict[str, datetime]) -> None:
    taken = set(ids(drawn(draw(SAA, BANK, seen, seed))))
    for domain in NAMES:
        own = [each.id for each in BANK if each.domain == domain]
        newest = max((seen[name] for name in own if name in taken and name in seen), default=None)
        left = [name for name in own if name not in taken]
        assert newest is None or all(name in seen and seen[name] >= newest for name in left)


def test_questions_for_practice_are_never_drawn() -> None:
    refs = [*bank(2), *(ref(f"p{n}", domain, use=QuestionUse.PRACTICE) for n in range(9) for domain in NAMES)]
    assert isinstance(draw(QUICK, refs, {}, 7), Shortage)
    assert not any("/p" in name for name in ids(draw_what_there_is(QUICK, refs, {}, 7)))
    assert ids(draw_these(QUICK, refs, ["aws/p1", "aws/secure-1"], 7)) == ["aws/secure-1"]


def test_a_bank_that_falls_short_says_where_and_by_how_much() -> None:
    assert draw(QUICK, bank(2), {}, 7) == Shortage((Lack("secure", 3, 2), Lack("resilient", 3, 2)))
    assert draw(QUICK, [], {}, 7) == Shortage(
        tuple(Lack(name, count, 0) for name, count in zip(NAMES, (3, 3, 2, 2), strict=True))
    )


def test_one_topic_alone_may_fall_short() -> None:
    refs = [*bank(9), *(ref(f"c{number}", topic="cognito") for number in range(9))]
    assert isinstance(draw(QUICK, refs, {}, 7, "cognito"), Shortage)
    paper = draw_what_there_is(QUICK, refs, {}, 7, "cognito")
    assert {item.topic for item in paper.items} == {"cognito"}
    assert len(paper.items) == 9


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        pytest.param((9, 9, 9, 9), [3, 3, 2, 2], id="enough"),
        pytest.param((9, 9, 9, 0), [4, 3, 3, 0], id="others fill in"),
        pytest.param((1, 1, 9, 0), [1, 1, 8, 0], id="one fills all"),
        pytest.param((1, 1, 1, 0), [1, 1, 1, 0], id="shorter"),
        pytest.param((0, 0, 0, 0), [0, 0, 0, 0], id="nothing"),
    ],
)
def test_what_there_is_keeps_as_near_as_it_can(sizes: tuple[int, ...], expected: list[int]) -> None:
    refs = [ref(f"{name}-{n}", name) for name, size in zip(NAMES, sizes, strict=True) for n in range(size)]
    paper = draw_what_there_is(QUICK, refs, {}, 7)
    assert by_domain(paper) == expected
    assert by_domain(draw_what_there_is(replace(QUICK, scored=5), refs, {}, 7), scored=True) <= expected


def test_what_there_is_of_a_full_bank_is_what_is_drawn() -> None:
    assert draw_what_there_is(SAA, BANK, {}, 7) == draw(SAA, BANK, {}, 7)


def test_just_these_questions_scored_in_proportion() -> None:
    wanted = [each.id for each in BANK[20:33]]
    paper = draw_these(SAA, BANK, [*wanted, "aws/gone"], 7)
    assert sorted(ids(paper)) == sorted(wanted)
    assert paper.scored == 10
    assert ids(paper) != wanted
    assert draw_these(SAA, BANK, [], 7).items == ()


@given(seeds)
def test_options_that_speak_of_the_others_stay_last(seed: int) -> None:
    one = ref("q", options="abcde", right="cb", last="b")
    (item,) = draw_these(QUICK, [one], [one.id], seed).items
    assert sorted(item.options) == list("abcde")
    assert item.options[-1] == "b"
    assert item.right == ("c", "b")


def test_options_come_in_every_order() -> None:
    one = ref("q", options="abc")
    orders = {draw_these(QUICK, [one], [one.id], seed).items[0].options for seed in range(100)}
    assert len(orders) == 6
