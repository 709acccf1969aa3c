from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycli.core.bank import QuestionUse
from studycli.core.questions import QuestionRef
from studycli.planner.forecast.level import DEFAULTS_PRIOR
from studycli.planner.forecast.make import forecast_of
from studycli.planner.forecast.values import Ground, Judged, Prospect
from studycli.planner.greedy import Worth
from tests.core.exam.samples import NAMES, SAA, ref
from tests.planner.forecast.samples import (
    AS_THE_CARDS_SAY,
    BANK,
    DAY,
    EXAM,
    GROUND,
    answer,
    answers,
    blueprint,
    card,
    cards_of,
    flat,
    forecast,
)

TWO = Ground(
    [
        ref("sure", "secure", "lambda", tests=("aws/a",)),
        ref("even", "other", "cognito", tests=("aws/b", "aws/c")),
    ],
    [card("a"), card("b", "cognito"), card("c", "cognito")],
    blueprint(2, ("secure", 50), ("other", 50)),
)
RECALLS = {"aws/a": 1.0, "aws/b": 0.5, "aws/c": 2 / 3}


def test_two_questions_by_hand() -> None:
    """The first is right for sure; the second with 1/4 + 3/4 * 1/2 * 2/3 = 1/2. Scores: 100, 550, 1000."""
    found = forecast(RECALLS, ground=TWO, prior=AS_THE_CARDS_SAY)
    scores, probabilities = zip(*found.scores, strict=True)
    assert scores == (100, 550, 1000)
    assert probabilities == pytest.approx((0.0, 0.5, 0.5), abs=1e-6)
    assert found.expected_score == 775
    assert (found.low, found.high) == (550, 1000)
    assert found.pass_probability == pytest.approx(0.5, abs=1e-6)
    secure, other = found.domains
    assert (secure.id, secure.weight, secure.questions) == ("secure", 0.5, 1)
    assert secure.right == pytest.approx((1.0, 1.0, 1.0))
    assert other.right == pytest.approx((0.5, 0.5, 0.5))
    assert other.recall == pytest.approx((0.5 + 2 / 3) / 2)
    assert [topic.id for topic in found.topics] == ["cognito", "lambda"]


def test_a_chance_is_that_of_guessing_and_of_what_the_cards_hold() -> None:
    found = forecast(flat(0.8), prior=AS_THE_CARDS_SAY)
    share = 0.25 + 0.75 * 0.8 * 0.8
    assert found.expected_score == pytest.approx(100 + 900 * share, abs=1)
    assert all(part.right == pytest.approx((share, share, share)) for part in found.domains)


def test_parts_weigh_what_they_count_for() -> None:
    found = forecast(flat(0.8))
    assert [part.weight for part in found.domains] == [0.30, 0.26, 0.24, 0.20]
    assert sum(part.weight for part in found.topics) == pytest.approx(1.0)
    assert [part.questions for part in found.topics] == [24, 24, 24]


def test_answers_above_and_below_what_recall_promises_move_the_forecast() -> None:
    without = forecast(flat(0.7)).expected_score
    assert forecast(flat(0.7), [answer(n, 1.0, 0.49) for n in range(40)]).expected_score > without + 50
    assert forecast(flat(0.7), [answer(n, 0.0, 0.49) for n in range(40)]).expected_score < without - 50


def test_the_same_answers_say_more_when_recall_was_lower_then() -> None:
    given_ = [answer(n, float(n % 2), 0.8) for n in range(40)]
    earlier = [each._replace(recall=0.3) for each in given_]
    assert forecast(flat(0.9), earlier).expected_score > forecast(flat(0.9), given_).expected_score + 30


def test_answers_narrow_the_range() -> None:
    few, many = forecast(flat(0.7)), forecast(flat(0.7), [answer(n, float(n % 3 > 0)) for n in range(200)])
    assert many.high - many.low < few.high - few.low
    assert many.answers == pytest.approx(200.0)


def test_study_still_to_come_widens_the_range() -> None:
    settled = forecast(flat(0.8))
    planned = forecast(flat(0.8), idle=flat(0.2))
    assert planned.high - planned.low > settled.high - settled.low


def test_without_parameters_of_ones_own_less_is_sure_and_the_less_the_further_off() -> None:
    settled, fitted = forecast(flat(0.95), prior=DEFAULTS_PRIOR), forecast(flat(0.95))
    assert settled.high - settled.low > fitted.high - fitted.low
    widths = []
    for days in (1, 10, 30, 60):
        found = forecast_of(GROUND, Prospect(flat(0.9), flat(0.9), days), [], DAY, EXAM, prior=DEFAULTS_PRIOR)
        assert found is not None
        widths.append(found.high - found.low)
    assert widths[0] < widths[1] < widths[2] == widths[3]


def test_movers_come_with_what_an_answer_is_worth() -> None:
    worths = {each.id: Worth(0.2, 12.0) for each in GROUND.cards}
    found = forecast_of(GROUND, Prospect(flat(0.4), flat(0.8), 14), [], DAY, EXAM, worths)
    assert found is not None
    first = found.movers[0]
    assert {first.domain, first.topic} <= {*NAMES, "lambda", "dynamodb", "cognito"}
    assert len(first.cards) == 7
    assert first.minutes == pytest.approx(7 * 12 / 60)
    assert 0 < first.points < 100


def with_domain(refs: list[QuestionRef], domain: str) -> list[QuestionRef]:
    return [each for each in refs if each.domain == domain]


NO_CARDS = [each._replace(tests=()) for each in BANK]
PRACTICE = [each._replace(use=QuestionUse.PRACTICE) for each in BANK]
UNHEARD = [each._replace(domain="of-another-exam") for each in BANK]


@pytest.mark.parametrize(
    "ground",
    [
        pytest.param(Ground([], [], SAA), id="an empty library"),
        pytest.param(Ground([], GROUND.cards, SAA), id="cards without questions"),
        pytest.param(Ground(PRACTICE, GROUND.cards, SAA), id="questions for practice only"),
        pytest.param(Ground(UNHEARD, GROUND.cards, SAA), id="questions of other domains"),
        pytest.param(replace(GROUND, blueprint=blueprint(0, ("secure", 100))), id="an exam of no questions"),
    ],
)
def test_where_nothing_can_be_said_nothing_is(ground: Ground) -> None:
    assert forecast_of(ground, Prospect({}, {}, 14), [answer(1, 1.0)], DAY, EXAM) is None


@pytest.mark.parametrize(
    "ground",
    [
        pytest.param(Ground(BANK[:1], cards_of(BANK), SAA), id="one question"),
        pytest.param(Ground(with_domain(BANK, "secure"), cards_of(BANK), SAA), id="one domain"),
        pytest.param(Ground(NO_CARDS, cards_of(BANK), SAA), id="questions testing no card"),
        pytest.param(Ground(BANK, [], SAA), id="no cards"),
        pytest.param(Ground(NO_CARDS, [], SAA), id="no cards, and none tested"),
    ],
)
@pytest.mark.parametrize("right", [None, 0.0, 1.0])
def test_little_to_go_by_gives_a_sensible_answer(ground: Ground, right: float | None) -> None:
    given_ = [] if right is None else [answer(n, right) for n in range(130)]
    found = forecast(flat(0.5), given_, ground)
    assert 100 <= found.low <= found.expected_score <= found.high <= 1000
    assert 0.0 <= found.pass_probability <= 1.0
    for part in (*found.domains, *found.topics):
        assert part.right is None or 0.0 <= part.right.low <= part.right.expected <= part.right.high <= 1.0


def test_a_domain_without_questions_goes_as_the_others_and_has_no_share() -> None:
    found = forecast(flat(0.5), ground=Ground(with_domain(BANK, "secure"), GROUND.cards, SAA))
    secure, resilient, *_ = found.domains
    assert secure.right is not None
    assert (resilient.questions, resilient.right, resilient.recall) == (0, None, None)
    assert found.expected_score == pytest.approx(100 + 900 * secure.right.expected, abs=1)


recalls = st.lists(st.floats(0.0, 1.0), min_size=len(GROUND.cards), max_size=len(GROUND.cards))


@given(recalls, st.integers(0, len(GROUND.cards) - 1), st.floats(0.0, 1.0), answers)
@settings(max_examples=25)
def test_more_recall_never_lowers_the_expected_score(
    values: list[float], place: int, more: float, given_: list[Judged]
) -> None:
    before = {each.id: value for each, value in zip(GROUND.cards, values, strict=True)}
    name = GROUND.cards[place].id
    after = {**before, name: max(before[name], more)}
    low, high = forecast(before, given_), forecast(after, given_)
    assert high.expected_score >= low.expected_score
    assert high.pass_probability >= low.pass_probability - 1e-9


@given(recalls, recalls, answers)
@settings(max_examples=25)
def test_every_forecast_is_a_distribution_on_the_scale(
    idle: list[float], planned: list[float], given_: list[Judged]
) -> None:
    names = [each.id for each in GROUND.cards]
    found = forecast(dict(zip(names, planned, strict=True)), given_, idle=dict(zip(names, idle, strict=True)))
    scores, probabilities = zip(*found.scores, strict=True)
    assert len(scores) == 51
    assert list(scores) == sorted(scores)
    assert sum(probabilities) == pytest.approx(1.0)
    assert min(probabilities) >= 0.0
    assert 100 <= found.low <= found.high <= 1000
    assert found.low - 1 <= found.expected_score <= found.high + 1
    assert 0.0 <= found.pass_probability <= 1.0


def test_recall_helps_even_one_who_did_worse_the_more_was_recalled() -> None:
    odd = [answer(n, float(n % 2), 1.0 - n % 2) for n in range(300)]
    assert forecast(flat(0.9), odd).expected_score >= forecast(flat(0.2), odd).expected_score


def test_the_same_values_give_the_same_forecast() -> None:
    given_ = [answer(n, float(n % 2)) for n in range(30)]
    assert forecast(flat(0.6), given_) == forecast(flat(0.6), given_[::-1])
