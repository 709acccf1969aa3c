import pytest

from studycli.ui.numbers import is_whole, longer_number


@pytest.mark.parametrize(
    ("typed", "digit", "count", "longer", "whole"),
    [
        pytest.param("", "3", 12, "3", True, id="no row begins with it"),
        pytest.param("", "1", 12, "1", False, id="ten to twelve begin with it"),
        pytest.param("1", "2", 12, "12", True, id="two digits"),
        pytest.param("1", "3", 12, "3", True, id="too large: the last digit alone"),
        pytest.param("1", "0", 9, "", None, id="nothing"),
        pytest.param("", "0", 12, "", None, id="no row nought"),
        pytest.param("1", "0", 100, "10", False, id="a hundred begins with it"),
    ],
)
def test_a_number_grows_as_long_as_there_is_such_a_row(
    typed: str, digit: str, count: int, longer: str, whole: bool | None
) -> None:
    assert longer_number(typed, digit, count) == longer
    if whole is not None:
        assert is_whole(longer, count) == whole
