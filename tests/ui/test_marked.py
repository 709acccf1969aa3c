import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.cells import cells
from studycli.ui.marked import Mark, fitted, pieces, plain, unmarked


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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("`/tmp`와 저장 공간", "/tmp와 저장 공간", id="code"),
        pytest.param("``a`b`` c", "a`b c", id="code with a sign in it"),
        pytest.param("**제한 시간**은 *직접*", "제한 시간은 직접", id="emphasis"),
        pytest.param("**`s3:*`, *only* once**", "s3:*, only once", id="one in the other"),
        pytest.param("`dynamodb:*` and `s3:*`", "dynamodb:* and s3:*", id="stars in code"),
        pytest.param("2 * 3 * 4, s3:* and sqs:*", "2 * 3 * 4, s3:* and sqs:*", id="stars that are none"),
        pytest.param("`open", "`open", id="a sign left open"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_line_of_markdown_is_read_without_its_signs(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_marks_go_with_what_they_mark() -> None:
    text = "`us-east-1` and **Lambda**@Edge"
    line, marks = unmarked(text, [(0, 11), (16, 31)])
    assert [line[start:end] for start, end in marks] == ["us-east-1", "Lambda@Edge"]


def test_a_mark_on_a_sign_alone_is_gone() -> None:
    assert unmarked("`a`", [(0, 1)]) == ("a", [])


@given(st.text("a*` 가", max_size=20), st.data())
def test_nothing_but_signs_is_left_out(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, marks = unmarked(text, [(start, end)] if end > start else [])
    assert [each for each in line if each not in "*`"] == [each for each in text if each not in "*`"]
    for first, last in marks:
        bare = str.maketrans("", "", "*`")
        assert line[first:last].translate(bare) == text[start:end].translate(bare)
