from studycli.planner.forecast.values import Outlook
from tests.planner.forecast.samples import DAY, EXAM, flat, forecast


def test_the_line_for_home_survives_the_cache() -> None:
    outlook = forecast(flat(0.7)).outlook
    assert Outlook.unpacked(outlook.packed()) == outlook
    assert (outlook.day, outlook.exam, outlook.blueprint) == (DAY, EXAM, "saa-c03")


def test_a_forecast_reads_its_line() -> None:
    found = forecast(flat(0.7))
    assert (found.expected_score, found.low, found.high, found.pass_probability) == found.outlook[3:]
