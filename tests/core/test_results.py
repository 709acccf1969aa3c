from datetime import date, timedelta

import pytest

from studycli.core.results import (
    Calibration,
    Expectation,
    Result,
    by_day,
    calibration,
    first_retake,
    weak_domains,
)
from tests.log.samples import TERMS

DAY = date(2026, 12, 20)


def result(
    score: int, days: int = 0, expected: Expectation | None = None, weak: tuple[str, ...] = ()
) -> Result:
    return Result(DAY + timedelta(days=days), TERMS, score, expected, weak)


@pytest.mark.parametrize(("score", "passed"), [(719, False), (720, True), (721, True)])
def test_a_pass_reaches_the_mark(score: int, passed: bool) -> None:
    assert result(score).passed is passed


def test_of_a_result_told_twice_the_last_holds() -> None:
    assert by_day([result(700, 14), result(690), result(695)]) == (result(695), result(700, 14))


@pytest.mark.parametrize(
    ("results", "found"),
    [
        pytest.param([], None, id="none"),
        pytest.param([result(700)], None, id="not forecast"),
        pytest.param([result(700, 0, Expectation(690, 600, 800, 0.4))], Calibration(1, 10.0, 1), id="one"),
        pytest.param(
            [
                result(700, 0, Expectation(690, 600, 700, 0.4)),
                result(600, 14, Expectation(700, 650, 750, 0.4)),
                result(800, 28),
            ],
            Calibration(2, -45.0, 1),
            id="one of two within",
        ),
    ],
)
def test_how_the_forecasts_came_out(results: list[Result], found: Calibration | None) -> None:
    assert calibration(results) == found


@pytest.mark.parametrize(
    ("results", "weak"),
    [
        pytest.param([], (), id="none"),
        pytest.param([result(700, weak=("secure",))], ("secure",), id="failed"),
        pytest.param([result(700, weak=("secure",)), result(800, 14)], (), id="passed since"),
        pytest.param([result(800), result(700, 14, weak=("resilient",))], ("resilient",), id="failed since"),
    ],
)
def test_the_weak_domains_are_those_of_the_last_exam_if_it_failed(
    results: list[Result], weak: tuple[str, ...]
) -> None:
    assert weak_domains(results) == weak


@pytest.mark.parametrize(
    ("today", "retake"),
    [
        pytest.param(DAY, DAY + timedelta(days=14), id="on the day"),
        pytest.param(DAY + timedelta(days=13), DAY + timedelta(days=14), id="told late"),
        pytest.param(DAY + timedelta(days=40), DAY + timedelta(days=41), id="told much later"),
    ],
)
def test_a_retake_waits_fourteen_days(today: date, retake: date) -> None:
    assert first_retake(DAY, today) == retake
