import pytest

from studycli.core.cells import cells, cells_before


@pytest.mark.parametrize(("text", "width"), [("ab", 2), ("시험", 4), ("…", 1), ("", 0)])
def test_a_hangul_syllable_takes_two_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_where_each_character_begins() -> None:
    assert cells_before("a시b") == [0, 1, 3, 4]
    assert cells_before("") == [0]
