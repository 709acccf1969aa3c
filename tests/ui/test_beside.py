from rich.segment import Segment

from studycli.ui.beside import beside
from studycli.ui.drawn import Line
from studycli.ui.theme import THEMES


def lines(*texts: str) -> list[Line]:
    return [[Segment(text)] for text in texts]


def shown(left: list[Line], right: list[Line], left_width: int, height: int) -> list[str]:
    drawn = beside(left, right, left_width, height, THEMES["mono"])
    return ["".join(segment.text for segment in line) for line in drawn]


def test_columns_stand_beside_each_other_whatever_their_lengths() -> None:
    assert shown(lines("한글", "left"), lines(*["right"] * 5), 6, 3) == [
        "한글   │ right",
        "left   │ right",
        "       │ right",
    ]


def test_the_left_one_keeps_to_its_width() -> None:
    assert shown(lines("one two three"), [], 7, 1) == ["one two │ "]
