from dataclasses import dataclass

import pytest

from studycli.ui.scrolling import scrolled, sideways
from tests.ui.screens.studio import NOW


@dataclass(frozen=True, slots=True)
class Place:
    scroll: int = 3
    x_scroll: int = 5
    name: str = "page"


@pytest.mark.parametrize(("by", "expected"), [(8, 11), (-2, 1), (-3, 0), (-8, 0)])
def test_lines_are_moved_by_and_never_above_the_first(by: int, expected: int) -> None:
    assert scrolled(by)(Place(), NOW) == (Place(scroll=expected), ())


@pytest.mark.parametrize(("by", "expected"), [(8, 13), (-4, 1), (-5, 0), (-8, 0)])
def test_cells_are_moved_by_and_never_left_of_the_first(by: int, expected: int) -> None:
    assert sideways(by)(Place(), NOW) == (Place(x_scroll=expected), ())
