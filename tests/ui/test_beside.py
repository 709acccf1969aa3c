from rich.text import Text

from studycli.ui.beside import Beside
from studycli.ui.drawn import screen_text
from studycli.ui.events import Size
from studycli.ui.theme import THEMES


def test_columns_stand_beside_each_other_whatever_their_lengths() -> None:
    beside = Beside(Text("한글\nleft"), Text("right\n" * 5), 6, 3, THEMES["mono"])
    assert screen_text(beside, Size(20, 4)).split("\n") == [
        "한글   │ right",
        "left   │ right",
        "       │ right",
        "",
    ]


def test_each_column_keeps_to_its_width() -> None:
    beside = Beside(Text("one two three"), Text("four five six seven"), 7, 2, THEMES["mono"])
    lines = screen_text(beside, Size(20, 2)).split("\n")
    assert lines == ["one two │ four five", "three   │ six seven"]


def test_a_window_without_room_draws_something() -> None:
    assert screen_text(Beside(Text("a"), Text("b"), 3, 1, THEMES["mono"]), Size(2, 1)) == "a"
