import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.cells import cells
from studycli.ui.marked import Mark, fitted, pieces


@pytest.mark.parametrize(
    ("text", "marks", "room", "line", "marked"),
    [
        pytest.param("short", [(0, 2)], 10, "short", ["sh"], id="it fits"),
        pytest.param("a long line", [(0, 1)], 6, "a lon…", ["a"], id="the end is cut"),
        pytest.param(
            "a b c d e f g hit i j k", [(14, 17)], 9, "… g hit …", ["hit"], id="the mark is brought in"
        ),
        pytest.param("가나다라마바", [(4, 6)], 8, "…라마바", ["마바"], id="wide characters"),
        pytest.param("0123456789", [(4, 9)], 6, "…2345…", ["45"], id="a mark that is cut"),
    ],
)
def test_a_line_is_cut_around_its_first_mark(
    text: str, marks: list[Mark], room: int, line: str, marked: list[str]
) -> None:
    cut, kept = fitted(text, marks, room)
    assert (cut, [cut[start:end] for start, end in kept]) == (line, marked)


@given(st.text("ab가나 ", max_size=40), st.data(), st.integers(4, 30))
def test_what_is_cut_fits_and_shows_a_mark(text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marks = [(start, end)] if end > start else []
    line, kept = fitted(text, marks, room)
    assert cells(line) <= room
    assert bool(kept) == bool(marks)
    assert all(text[start:end].startswith(line[a:b].strip("…")[:1]) for a, b in kept)


@given(st.text("abc", max_size=10), st.data())
def test_pieces_are_the_whole_line(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    marks = list(zip(places[::2], places[1::2], strict=False))
    parts = list(pieces(text, marks))
    assert "".join(piece for piece, _ in parts) == text
    assert [piece for piece, is_marked in parts if is_marked] == [text[start:end] for start, end in marks]
