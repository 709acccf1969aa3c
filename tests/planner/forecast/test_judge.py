from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from studycli.core.evidence import Evidence
from studycli.core.exam.attempt import Confidence
from studycli.core.memory import NEW_CARD, Engine, Grade, after_review
from studycli.core.studyday import study_day
from studycli.planner.forecast.chance import Held
from studycli.planner.forecast.judge import judged, recall_from
from studycli.planner.forecast.values import Judged
from tests.core.exam.samples import NOON, ref
from tests.planner.forecast.samples import card

ENGINE = Engine()
BANK = [ref("one", tests=("aws/a", "aws/b"))]
NOW = Held([card("a"), card("b")], {"aws/a": 0.8, "aws/b": 0.5})
RIGHT = Evidence(NOON, True, True, False, None, 30.0, "aaaaaaaa-1")
DAY = study_day(NOON)


def remembered(card: str, at: datetime) -> float:
    return {"aws/a": 0.5, "aws/b": 0.4}[card]


def only(evidence: Evidence) -> Judged:
    (found,) = judged({"aws/one": [evidence]}, BANK, NOW, DAY, remembered)
    return found


@pytest.mark.parametrize(
    ("evidence", "right"),
    [
        pytest.param(RIGHT, 1.0, id="right"),
        pytest.param(replace(RIGHT, correct=False), 0.0, id="wrong"),
        pytest.param(replace(RIGHT, confidence=Confidence.UNSURE), 1.0, id="unsure but right"),
        pytest.param(replace(RIGHT, correct=False, confidence=Confidence.GUESS), 0.25, id="guessed"),
        pytest.param(replace(RIGHT, correct=False, answered=False), 0.25, id="left without an answer"),
        pytest.param(replace(RIGHT, flagged=True, attempt=None), 1.0, id="flagged, in practice"),
    ],
)
def test_how_much_of_an_answer_is_right(evidence: Evidence, right: float) -> None:
    found = only(evidence)
    assert found == Judged("aws/one", "lambda", found.recall, 0.25, right, 1.0)
    assert found.recall == pytest.approx(0.5 * 0.4)


def test_luck_tells_nothing_and_what_guesses_are_worth_is_learnt() -> None:
    """Eight lucky guesses: (8 * 0.75) / (8 * 0.75 + 8) of what blind ones miss is won."""
    lucky = replace(RIGHT, confidence=Confidence.GUESS)
    bank = [ref(f"q{n}", tests=("aws/a",)) for n in range(9)]
    given_ = {each.id: [lucky] for each in bank[:8]} | {bank[8].id: [RIGHT]}
    found = judged(given_, bank, NOW, DAY, remembered)
    assert [each.right for each in found] == [pytest.approx(0.25 + 0.75 * 6 / 14)] * 8 + [1.0]


def test_an_answer_to_a_question_seen_before_counts_a_quarter() -> None:
    first, second = judged({"aws/one": [RIGHT, RIGHT]}, BANK, NOW, DAY, remembered)
    assert (first.weight, second.weight) == (1.0, 0.25)


def test_an_answer_counts_half_after_sixty_days() -> None:
    (found,) = judged({"aws/one": [RIGHT]}, BANK, NOW, DAY + timedelta(days=60), remembered)
    assert found.weight == pytest.approx(0.5)


def test_an_answer_from_tomorrow_counts_in_full() -> None:
    (found,) = judged({"aws/one": [RIGHT]}, BANK, NOW, DAY - timedelta(days=1), remembered)
    assert found.weight == 1.0


def test_a_question_that_tests_no_card_is_judged_by_a_share_of_its_topic_today_and_counts_half() -> None:
    (found,) = judged({"aws/one": [RIGHT]}, [ref("one")], NOW, DAY, remembered)
    assert found.recall == pytest.approx(0.75 * 0.65)
    assert found.weight == 0.5


def test_answers_to_questions_that_are_gone_say_nothing() -> None:
    assert judged({"aws/gone": [RIGHT]}, BANK, NOW, DAY, remembered) == ()


def test_reviews_tell_the_recall_of_any_moment() -> None:
    late = NOON + timedelta(days=9)
    then = recall_from({"aws/a": [(NOON, Grade.GOOD), (late, Grade.GOOD)]}, ENGINE)
    once = after_review(NEW_CARD, Grade.GOOD, NOON, ENGINE)
    twice = after_review(once, Grade.GOOD, late, ENGINE)
    assert then("aws/a", NOON - timedelta(hours=1)) == 0.0
    assert then("aws/a", NOON) == 1.0
    assert then("aws/a", NOON + timedelta(days=8)) == ENGINE.recall(once, DAY + timedelta(days=8))
    assert then("aws/a", late - timedelta(hours=1)) == ENGINE.recall(once, DAY + timedelta(days=9))
    assert then("aws/a", late + timedelta(days=8)) == ENGINE.recall(twice, DAY + timedelta(days=17))
    assert then("aws/never", late) == 0.0
