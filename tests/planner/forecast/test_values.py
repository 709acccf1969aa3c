from tests.planner.forecast.samples import DAY, EXAM, flat, forecast


def test_a_forecast_has_its_numbers_in_one_line() -> None:
    found = forecast(flat(0.7))
    assert found.outlook[:3] == (DAY, EXAM, "saa-c03")
    assert (found.expected_score, found.low, found.high, found.pass_probability) == found.outlook[3:]
