from datetime import date, datetime
from pathlib import Path
from shutil import copytree

import pytest

from studycli.cli import plan_making
from studycli.cli.foreseeing import looked_ahead
from studycli.cli.kept_forecast import is_fresh, kept_forecast, last_forecast_of
from studycli.cli.plan_making import made_plan
from studycli.cli.wiring import Wiring
from studycli.core.foresight import Foresight
from studycli.planner.plan import Plan
from tests.cli.conftest import Studio

EXAM = date(2026, 12, 20)
TOMORROW = "2026-11-24T21:00:00+09:00"


def kept(studio: Studio) -> Foresight | None:
    with studio.wiring() as wiring:
        return kept_forecast(wiring)


def test_nothing_is_kept_before_the_first_plan(studio: Studio) -> None:
    studio("config", "exam-date", "2026-12-20")
    assert kept(studio) is None


def test_a_plan_leaves_its_forecast(studio: Studio) -> None:
    plan = studio("plan", "--exam-date", "2026-12-20", "--json").json
    found = kept(studio)
    assert found is not None
    assert (found.day, found.exam, found.blueprint) == (date(2026, 11, 23), EXAM, "sample")
    assert found.score == tuple(plan[name] for name in ("expected_score", "low", "high", "pass_probability"))
    assert found.stance is not None
    assert found.stance[:2] == (plan["standing"], plan["standing_minutes"])


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
    with studio.wiring() as wiring:
        assert last_forecast_of(wiring, EXAM, "sample") is not None
        assert last_forecast_of(wiring, date(2026, 12, 21), "sample") is None
        assert last_forecast_of(wiring, EXAM, "bare") is None


def test_it_is_fresh_until_the_day_or_the_log_goes_on(studio: Studio) -> None:
    today, tomorrow = date(2026, 11, 23), date(2026, 11, 24)
    with studio.wiring() as wiring:
        assert not is_fresh(wiring, today)
    studio("plan", "--exam-date", "2026-12-20")
    with studio.wiring() as wiring:
        assert is_fresh(wiring, today)
        assert not is_fresh(wiring, tomorrow)
    studio("grade", "lambda-timeout", "good", STUDYCLI_NOW=TOMORROW)
    with studio.wiring() as wiring:
        assert not is_fresh(wiring, today)
        assert kept_forecast(wiring) is not None


def test_it_is_not_fresh_if_an_answer_came_while_it_was_made(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio("config", "exam-date", "2026-12-20")

    def meanwhile(wiring: Wiring, now: datetime) -> Plan:
        plan = made_plan(wiring, now)
        studio("grade", "lambda-timeout", "good")
        wiring.learner.refresh()
        return plan

    monkeypatch.setattr(plan_making, "made_plan", meanwhile)
    with studio.wiring() as wiring:
        assert looked_ahead(wiring) is not None
        assert not is_fresh(wiring, date(2026, 11, 23))
    monkeypatch.undo()
    with studio.wiring() as wiring:
        assert looked_ahead(wiring) is not None
        assert is_fresh(wiring, date(2026, 11, 23))


def test_it_is_not_fresh_with_other_material(studio: Studio, tmp_path: Path) -> None:
    library = tmp_path / "library"
    copytree(studio.env["STUDYCLI_LIBRARY"], library)
    studio.env["STUDYCLI_LIBRARY"] = str(library)
    studio("plan", "--exam-date", "2026-12-20")
    with studio.wiring() as wiring:
        assert is_fresh(wiring, date(2026, 11, 23))
    (library / "quizzes" / "lambda.yaml").unlink()
    with studio.wiring() as wiring:
        assert not is_fresh(wiring, date(2026, 11, 23))
