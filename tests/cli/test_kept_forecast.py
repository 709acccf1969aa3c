from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from studycli.cli.kept_forecast import KeptForecast, kept_forecast, last_forecast_of
from studycli.cli.run import Run
from studycli.cli.wiring import Wiring
from tests.cli.conftest import Studio

EXAM = date(2026, 12, 20)
TOMORROW = "2026-11-24T21:00:00+09:00"


@contextmanager
def wiring_of(studio: Studio) -> Iterator[Wiring]:
    run = Run([], studio.env, studio.streams())
    try:
        yield run.wiring
    finally:
        run.close()


def kept(studio: Studio) -> KeptForecast | None:
    with wiring_of(studio) as wiring:
        return kept_forecast(wiring)


def test_nothing_is_kept_before_the_first_plan(studio: Studio) -> None:
    studio("config", "exam-date", "2026-12-20")
    assert kept(studio) is None


def test_a_plan_leaves_its_forecast(studio: Studio) -> None:
    plan = studio("plan", "--exam-date", "2026-12-20", "--json").json
    found = kept(studio)
    assert found is not None
    assert (found.day, found.exam, found.blueprint) == (date(2026, 11, 23), EXAM, "sample")
    assert (found.expected_score, found.low, found.high) == (
        plan["expected_score"],
        plan["low"],
        plan["high"],
    )
    assert found.pass_probability == plan["pass_probability"]
    assert (found.standing, found.minutes) == (plan["standing"], plan["standing_minutes"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("minutes", "45"),
        ("days-off", "sun"),
        ("exam-date", "2026-12-21"),
        ("blueprint", "bare"),
        ("retention", "0.8"),
    ],
)
def test_with_other_settings_it_says_nothing(studio: Studio, name: str, value: str) -> None:
    studio("plan", "--exam-date", "2026-12-20")
    studio("config", name, value, STUDYCLI_NOW=TOMORROW)
    assert kept(studio) is None
    with wiring_of(studio) as wiring:
        assert last_forecast_of(wiring, EXAM) is not None
        assert last_forecast_of(wiring, date(2026, 12, 21)) is None


def test_it_knows_how_long_the_log_was(studio: Studio) -> None:
    studio("plan", "--exam-date", "2026-12-20")
    before = kept(studio)
    studio("grade", "lambda-timeout", "good", STUDYCLI_NOW=TOMORROW)
    with wiring_of(studio) as wiring:
        assert before is not None
        assert before == kept_forecast(wiring)
        assert before.log_size < wiring.learner.log_size()
