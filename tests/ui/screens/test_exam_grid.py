"""The overview of an exam."""

import pytest

from studycli.ui.screens.exam_grid import COLUMNS, KEYS, places
from studycli.ui.screens.exam_state import Filter, Panel
from studycli.ui.screens.help_page import HelpState
from tests.ui.screens.exam_studio import Desk, big_paper, exam
from tests.ui.screens.studio import NARROW


def _grid(keys: str = "") -> Desk:
    """The overview of 65 questions: 1 answered, 2 answered in part and flagged, 3 flagged and shown."""
    return exam(big_paper(), keys=f"1 right 1 f right f g {keys}")


def test_it_shows_what_is_answered_flagged_and_where_one_is() -> None:
    first = _grid("j").text().split("\n")[3]
    assert first.split() == ["1+", "2-!", "*", "3-!", "4-", "5-", "6-"]
    assert "65-" in _grid().text()


def test_the_line_below_says_the_same_of_the_question_under_the_cursor_in_words() -> None:
    assert "문제 3: 답하지 않음, 플래그, 지금 문제" in _grid().text()
    assert "문제 2: 2개 중 1개 고름, 플래그" in _grid("left").text()
    assert "문제 1: 답함" in _grid("left left").text()


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        pytest.param("right", 4, id="right"),
        pytest.param("l l", 5, id="l"),
        pytest.param("left", 2, id="left"),
        pytest.param("h h h h", 1, id="h stops at the first"),
        pytest.param("down", 3 + COLUMNS, id="down"),
        pytest.param("j j k", 3 + COLUMNS, id="j and k"),
        pytest.param("up", 1, id="up stops at the first"),
        pytest.param(" ".join(["j"] * 20), 65, id="down stops at the last"),
        pytest.param("4 2", 42, id="digits move it"),
        pytest.param("4 2 backspace", 4, id="backspace takes a digit off"),
        pytest.param("4 2 right", 43, id="then arrows go on from there"),
    ],
)
def test_the_cursor_moves(keys: str, number: int) -> None:
    assert _grid(keys).state.grid.cursor == number - 1


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        pytest.param("enter", 3, id="where one was"),
        pytest.param("right enter", 4, id="under the cursor"),
        pytest.param("6 5 enter", 65, id="a number"),
        pytest.param("f 6 0 enter", 60, id="a number that the filter hides"),
        pytest.param("f left enter", 2, id="a filtered one"),
        pytest.param("g", 3, id="g goes back"),
        pytest.param("j q", 3, id="q goes back"),
        pytest.param("j escape", 3, id="escape goes back"),
    ],
)
def test_a_question_is_opened(keys: str, number: int) -> None:
    desk = _grid(keys)
    assert (desk.state.panel, desk.state.attempt.place) == (Panel.QUESTION, number - 1)


def test_opening_another_question_saves_the_seconds_of_the_one_left() -> None:
    desk = _grid("9 enter")
    assert desk.answers["lib/long"].seconds == 4.0


@pytest.mark.parametrize("typed", ["6 6", "0", "9 9 9"])
def test_a_number_that_is_none_is_refused_with_a_word(typed: str) -> None:
    desk = _grid(f"{typed} enter")
    assert desk.state.panel is Panel.GRID
    assert "1부터 65까지" in desk.text()
    assert desk.press("enter").state.panel is Panel.QUESTION, "the number is forgotten"


@pytest.mark.parametrize(
    ("keys", "filtered", "numbers"),
    [
        pytest.param("", Filter.ALL, list(range(1, 66)), id="all"),
        pytest.param("u", Filter.UNANSWERED, list(range(2, 66)), id="unanswered, also in part"),
        pytest.param("f", Filter.FLAGGED, [2, 3], id="flagged"),
        pytest.param("f u", Filter.UNANSWERED, list(range(2, 66)), id="one instead of the other"),
        pytest.param("f f", Filter.ALL, list(range(1, 66)), id="again takes it off"),
    ],
)
def test_it_filters(keys: str, filtered: Filter, numbers: list[int]) -> None:
    state = _grid(keys).state
    assert state.grid.filter is filtered
    assert [place + 1 for place in places(state)] == numbers


def test_the_cursor_goes_to_what_the_filter_shows() -> None:
    assert _grid("5 0 f").state.grid.cursor == 2
    assert _grid("left left u").state.grid.cursor == 1


def test_a_filter_that_finds_nothing_says_so_and_enter_stays() -> None:
    desk = exam(keys="g f")
    assert "해당하는 문제가 없습니다." in desk.text()
    assert desk.press("enter right j").state.panel is Panel.GRID


def test_the_cursor_stays_in_view_however_small_the_window() -> None:
    desk = exam(big_paper(), keys="g", size=NARROW)
    for _ in range(12):
        desk.press("j")
        assert f">{desk.state.grid.cursor + 1:>3}" in desk.text()


def test_it_can_be_handed_in_from_here() -> None:
    assert _grid("s").state.panel is Panel.CONFIRM


def test_help_lists_its_own_keys() -> None:
    desk = _grid("?")
    assert isinstance(desk.app.stack[-1], HelpState)
    assert "번호로 이동" in desk.text()
    assert desk.press("q").state.panel is Panel.GRID


def test_what_could_help_is_off_here_too() -> None:
    assert not {"n", "e", "i", "d"} & {key for binding in KEYS for key in binding.keys}
