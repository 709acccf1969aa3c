import pytest

from studycli.ui.spans import short_chance, short_span
from studycli.words import load

DAY = 86_400


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        pytest.param(30, "1m", id="at least a minute"),
        pytest.param(600, "10m", id="minutes"),
        pytest.param(3 * 3600, "3h", id="hours"),
        pytest.param(12 * DAY, "12d", id="days"),
        pytest.param(72 * DAY, "2.4mo", id="months"),
        pytest.param(730 * DAY, "2y", id="years"),
    ],
)
def test_a_length_of_time(seconds: float, text: str) -> None:
    assert short_span(seconds, load("en").screens.spans) == text


@pytest.mark.parametrize(("chance", "text"), [(0.0, "0%"), (0.666, "67%"), (0.994, "99%"), (1.0, "99%")])
def test_a_chance_is_never_certain(chance: float, text: str) -> None:
    assert short_chance(chance) == text
