import pytest

from studycli.core.foresight import whole_percent


@pytest.mark.parametrize(
    ("probability", "percent"),
    [
        pytest.param(0.0, 1, id="never none"),
        pytest.param(0.004, 1, id="hardly any"),
        pytest.param(0.764, 76, id="rounded"),
        pytest.param(0.996, 99, id="never all"),
        pytest.param(1.0, 99, id="certain by the numbers"),
    ],
)
def test_a_chance_for_reading(probability: float, percent: int) -> None:
    assert whole_percent(probability) == percent
