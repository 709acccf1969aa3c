from datetime import date

import pytest

from studycli.core.memory import Engine
from studycli.core.settings import Settings
from studycli.log.settings import SettingName, SettingValue, read_value, settings_from

PARAMETERS = list(Engine().parameters)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        pytest.param("exam-date", "2026-12-20", date(2026, 12, 20), id="exam date"),
        pytest.param("exam-date", None, None, id="no exam date"),
        pytest.param("minutes", 600, 600, id="most minutes"),
        pytest.param("days-off", [], (), id="no day off"),
        pytest.param("days-off", ["sun", "mon"], ("sun", "mon"), id="two days off"),
        pytest.param("retention", 0.7, 0.7, id="lowest retention"),
        pytest.param("retention", 0.99, 0.99, id="highest retention"),
        pytest.param("parameters", PARAMETERS, tuple(PARAMETERS), id="parameters"),
        pytest.param("parameters", None, None, id="default parameters"),
        pytest.param("blueprint", "aws-serverless/saa-c03", "aws-serverless/saa-c03", id="blueprint"),
        pytest.param("blueprint", None, None, id="first blueprint"),
    ],
)
def test_a_value_is_read(name: str, value: object, read: SettingValue) -> None:
    assert read_value(SettingName(name), value) == read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("exam-date", "20261220", id="date without dashes"),
        pytest.param("exam-date", "2026-02-30", id="no such day"),
        pytest.param("exam-date", 20261220, id="date as number"),
        pytest.param("minutes", 0, id="no minutes"),
        pytest.param("minutes", 601, id="too many minutes"),
        pytest.param("minutes", 20.0, id="minutes as fraction"),
        pytest.param("minutes", True, id="minutes as truth"),
        pytest.param("minutes", None, id="minutes missing"),
        pytest.param("days-off", "sun", id="one day, no list"),
        pytest.param("days-off", ["sunday"], id="unknown day"),
        pytest.param("days-off", ["sun", "sun"], id="a day twice"),
        pytest.param("days-off", [["sun"]], id="list in list"),
        pytest.param("retention", 0.69, id="retention too low"),
        pytest.param("retention", 0.991, id="retention too high"),
        pytest.param("retention", "0.9", id="retention as text"),
        pytest.param("parameters", PARAMETERS[:20], id="20 parameters"),
        pytest.param("parameters", [*PARAMETERS[:20], 0.0], id="a flat curve"),
        pytest.param("parameters", [*PARAMETERS[:20], "0.2"], id="parameter as text"),
        pytest.param("parameters", {"0": 1.0}, id="parameters as object"),
        pytest.param("blueprint", "saa-c03", id="blueprint without library"),
        pytest.param("blueprint", "aws/SAA", id="blueprint that is no id"),
        pytest.param("blueprint", 3, id="blueprint as number"),
    ],
)
def test_a_value_that_cannot_be_is_refused(name: str, value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_value(SettingName(name), value)


def test_of_each_setting_the_last_one_holds() -> None:
    said: list[tuple[SettingName, SettingValue]] = [
        (SettingName.MINUTES, 30),
        (SettingName.EXAM_DATE, date(2026, 12, 20)),
        (SettingName.RETENTION, 0.8),
        (SettingName.MINUTES, 40),
        (SettingName.EXAM_DATE, None),
    ]
    assert settings_from(said) == Settings(exam_date=None, minutes=40, retention=0.8)


def test_nothing_set_means_the_defaults() -> None:
    assert settings_from([]) == Settings()
