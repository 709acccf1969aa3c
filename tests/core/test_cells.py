import pytest

from studycli.core.cells import cells


@pytest.mark.parametrize(("text", "width"), [("ab", 2), ("시험", 4), ("…", 1), ("", 0)])
def test_a_hangul_syllable_takes_two_cells(text: str, width: int) -> None:
    assert cells(text) == width
