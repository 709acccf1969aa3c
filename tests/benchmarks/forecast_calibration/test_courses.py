from collections import Counter
from datetime import timedelta

import pytest

from benchmarks.exam_day.course import Estimate
from benchmarks.forecast_calibration.courses import DAYS, HORIZONS, Case, Sessions, cases
from benchmarks.forecast_calibration.examinees import Population
from benchmarks.forecast_calibration.pupils import Custom, date_of
from tests.benchmarks.forecast_calibration.test_examinees import ground


@pytest.fixture(scope="module")
def found() -> list[Case]:
    return list(cases(ground(), {"main": Population(), "other": Population(every=5)}, 4, 1, [1]))


def test_every_learner_is_forecast_on_every_morning(found: list[Case]) -> None:
    counts = Counter((case.population, case.horizon) for case in found)
    assert counts == {("main", days): 24 for days in HORIZONS} | {("other", days): 6 for days in HORIZONS}
    assert {case.day for case in found} == {date_of(DAYS) - timedelta(days=days) for days in HORIZONS}


def test_what_is_known_is_what_the_learner_did(found: list[Case]) -> None:
    answers = {(case.custom, case.horizon): len(case.answers) for case in found}
    assert {answers[Custom.NOTHING, days] for days in HORIZONS} == {0}
    assert [answers[Custom.MOCKS, days] for days in HORIZONS] == [0, 65, 130, 195]
    assert [answers[Custom.BOTH, days] for days in HORIZONS] == [0, 65, 75, 135]


def test_the_plan_brings_recall_and_scores_are_on_the_scale(found: list[Case]) -> None:
    for case in found:
        idle, planned = (sum(each.values()) for each in (case.prospect.idle, case.prospect.planned))
        assert planned > idle
        assert 100 <= case.score <= 1000


def test_who_has_no_parameters_is_believed_to_be_the_default_learner() -> None:
    (case, *_), (fitted, *_) = (
        cases(ground(), {"main": Population()}, 1, 1, [1], estimate)
        for estimate in (Estimate.DEFAULT, Estimate.FITTED)
    )
    assert (case.estimate, fitted.estimate) == (Estimate.DEFAULT, Estimate.FITTED)
    assert case.prospect.planned != fitted.prospect.planned
    assert set(case.prospect.idle.values()) == {0.0}


def test_by_prices_the_same_learners_study_otherwise_and_are_planned_for_otherwise() -> None:
    priced, greedy = (
        list(cases(ground(), {"main": Population()}, 1, 1, [1], sessions=sessions))
        for sessions in (Sessions.PRICED, Sessions.GREEDY)
    )
    assert [(case.custom, case.horizon) for case in priced] == [
        (case.custom, case.horizon) for case in greedy
    ]
    pairs = list(zip(priced, greedy, strict=True))
    assert all(one.prospect.planned != other.prospect.planned for one, other in pairs)
    same_so_far = {case.horizon for case, other in pairs if case.prospect.idle == other.prospect.idle}
    assert DAYS in same_so_far
    assert 1 not in same_so_far
