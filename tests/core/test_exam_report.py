from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.exam.attempt import Answer, Attempt, Confidence, Mode, begin, hand_in
from studycli.core.exam.engine import choose, flag, go_to, set_confidence, with_answer
from studycli.core.exam.paper import Paper
from studycli.core.exam.score import AttemptSummary, Tally, summary_of
from studycli.core.exam_report import (
    Calibration,
    Changes,
    Competency,
    Pace,
    Part,
    Report,
    report_of,
)
from tests.core.exam.samples import NOON, TERMS, item, later, papers, sitting

ANSWERED = [
    # name, right, domain, scored, chosen one after the other, flagged, confidence, seconds
    (item("q0", "a", domain="resilient"), "a", False, Confidence.SURE, 60.0),
    (item("q1", "a", domain="secure"), "ba", True, Confidence.UNSURE, 90.0),
    (item("q2", "a", domain="secure"), "abc", False, Confidence.SURE, 30.0),
    (item("q3", "ab", domain="secure"), "a", True, None, 20.0),
    (item("q4", "a", domain="secure", scored=False), "ab", True, Confidence.SURE, 10.0),
    (item("q5", "a", domain="cost-optimized"), "", False, None, 0.0),
]


def sat() -> Attempt:
    items = [replace(one, topic="dynamodb" if one.question == "aws/q0" else "lambda") for one, *_ in ANSWERED]
    attempt = sitting(*items)
    for place, (_, keys, flagged, confidence, seconds) in enumerate(ANSWERED):
        attempt = go_to(attempt, place)
        for key in keys:
            attempt = choose(attempt, key)
        attempt = set_confidence(flag(attempt) if flagged else attempt, confidence)
        answer = replace(attempt.sheets[place].answer, seconds=seconds)
        attempt = with_answer(attempt, place, answer)
    return hand_in(replace(attempt, left_s=390.0), later(210))


@pytest.fixture
def report() -> Report:
    return report_of(sat())


def test_counts_are_of_scored_questions(report: Report) -> None:
    summary = report.summary
    assert (summary.questions, summary.scored, summary.correct) == (6, 5, 2)
    assert (summary.scaled_score, summary.passed) == (460, False)
    assert (report.seed, report.seconds_used) == (7, 210.0)


def test_domains_come_as_in_the_blueprint_and_say_whether_they_would_pass(report: Report) -> None:
    assert report.domains == (
        Part("secure", Tally(3, 1), Competency.NEEDS_IMPROVEMENT),
        Part("resilient", Tally(1, 1), Competency.MEETS),
        Part("high-performing", Tally(0, 0), None),
        Part("cost-optimized", Tally(1, 0), Competency.NEEDS_IMPROVEMENT),
    )


@pytest.mark.parametrize(
    ("correct", "competency"),
    [
        pytest.param(34, Competency.NEEDS_IMPROVEMENT, id="712"),
        pytest.param(35, Competency.MEETS, id="730"),
    ],
)
def test_a_domain_meets_from_the_share_of_the_pass_mark_on(correct: int, competency: Competency) -> None:
    attempt = sitting(*(item(f"q{number}") for number in range(50)))
    for place in range(correct):
        attempt = choose(go_to(attempt, place), "a")
    assert report_of(attempt).domains[0].competency is competency


def test_topics_come_by_id(report: Report) -> None:
    assert report.topics == (Part("dynamodb", Tally(1, 1)), Part("lambda", Tally(4, 1)))


def test_items_come_as_in_the_paper(report: Report) -> None:
    assert [each.question for each in report.items] == [one.question for one, *_ in ANSWERED]
    second = report.items[1]
    assert (second.chosen, second.right, second.correct, second.scored) == (("a",), ("a",), True, True)
    assert (second.seconds, second.flagged, second.confidence) == (90.0, True, Confidence.UNSURE)
    assert report.unanswered == ("aws/q5",)


def test_pace(report: Report) -> None:
    assert report.pace == Pace(100.0, 35.0, 60.0, 10.0, 3)


def test_the_end_of_a_long_paper_is_its_last_fifteen_questions() -> None:
    attempt = sitting(*(item(f"q{number}") for number in range(65)))
    for place in range(65):
        attempt = with_answer(attempt, place, Answer(seconds=float(place)))
    pace = report_of(attempt).pace
    assert (pace.first_half_s, pace.last_s, pace.last_count) == (15.5, 57.0, 15)


def test_changes_of_unscored_questions_do_not_count(report: Report) -> None:
    assert report.changes == Changes(right_to_wrong=1, wrong_to_right=1, wrong_to_wrong=1)


def test_flags_and_confidence(report: Report) -> None:
    assert (report.flagged, report.unflagged) == (Tally(2, 1), Tally(3, 1))
    assert report.calibration == (
        Calibration(Confidence.SURE, Tally(2, 1)),
        Calibration(Confidence.UNSURE, Tally(1, 1)),
        Calibration(Confidence.GUESS, Tally(0, 0)),
        Calibration(None, Tally(2, 0)),
    )
    assert report.sure_and_wrong == ("aws/q2", "aws/q4")


def earlier(name: str, days: int, score: int | None, blueprint: str = TERMS.blueprint) -> AttemptSummary:
    at = NOON - timedelta(days=days)
    return replace(
        summary_of(sat()),
        id=name,
        blueprint=blueprint,
        ended_at=None if score is None else at,
        scaled_score=score,
        passed=score is not None and score >= 720,
    )


def test_the_trend_is_that_of_the_same_blueprint_up_to_here() -> None:
    attempt = sat()
    history = [
        earlier("b-1", 3, 640),
        earlier("c-1", 9, 520),
        earlier("d-1", 2, 900, "aws/quick"),
        earlier("e-1", 1, None),
        earlier("f-1", -9, 980),
        summary_of(attempt),
    ]
    trend = report_of(attempt, history).trend
    assert [(point.attempt, point.scaled_score) for point in trend] == [
        ("c-1", 520),
        ("b-1", 640),
        (attempt.id, 460),
    ]


def test_a_paper_without_questions_has_a_report() -> None:
    report = report_of(sitting())
    assert (report.items, report.summary.scored) == ((), 0)
    assert report.pace == Pace(None, None, None, None, 0)


@given(papers(), st.lists(st.tuples(st.integers(0, 5), st.sampled_from("abcde")), max_size=20))
def test_every_count_adds_up(paper: Paper, keys: list[tuple[int, str]]) -> None:
    attempt = begin("aaaaaaaa-1", TERMS, paper, Mode.STRICT, 600.0, NOON, 0.0)
    for place, key in keys:
        attempt = choose(go_to(attempt, place), key)
    report = report_of(hand_in(attempt, later(9)))
    whole = Tally(report.summary.scored, report.summary.correct or 0)
    for parts in (
        [part.tally for part in report.domains],
        [part.tally for part in report.topics],
        [part.tally for part in report.calibration],
        [report.flagged, report.unflagged],
    ):
        assert Tally(sum(one.questions for one in parts), sum(one.correct for one in parts)) == whole
