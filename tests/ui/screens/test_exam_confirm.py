"""What is asked before an exam is handed in or left."""

import pytest

from studycli.core.exam.attempt import Mode
from studycli.ui.app import spoken
from studycli.ui.exam_effects import ExamStep
from studycli.ui.screens.exam_state import Panel
from studycli.ui.screens.help_page import HelpState
from tests.ui.screens.exam_studio import big_paper, exam


@pytest.mark.parametrize("keys", ["h", "s", "q", "escape"])
def test_nothing_is_written_by_asking(keys: str) -> None:
    desk = exam(keys=keys)
    assert (desk.state.panel, desk.written) == (Panel.CONFIRM, [])


@pytest.mark.parametrize("keys", ["h", "q"], ids=["handing in", "leaving"])
def test_it_counts_and_names_what_is_unanswered_and_flagged(keys: str) -> None:
    text = exam(keys=f"1 right 1 f {keys}").text()
    assert "답을 다 고르지 않은 문제 2개: 2, 3" in text
    assert "플래그를 붙인 문제 1개: 2" in text


def test_many_numbers_are_cut_short_on_the_screen_and_read_aloud_in_full() -> None:
    desk = exam(big_paper(), keys="h")
    assert "65개: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …" in desk.text()
    assert any(line.endswith("64, 65") for line in spoken(desk.app))


def test_it_says_that_nothing_is_missing() -> None:
    text = exam(keys="1 right 1 2 right 1 h").text()
    assert "모든 문제에 답했습니다." in text
    assert "플래그" not in text


@pytest.mark.parametrize(
    ("keys", "steps"),
    [
        pytest.param("h enter", [], id="hand in? enter goes back"),
        pytest.param("h 1", [ExamStep.HAND_IN], id="hand in? 1"),
        pytest.param("h k enter", [ExamStep.HAND_IN], id="hand in? up and enter"),
        pytest.param("h 2", [], id="hand in? 2 goes back"),
        pytest.param("h 3", [], id="hand in? there is no 3"),
        pytest.param("h q", [], id="hand in? q goes back"),
        pytest.param("q enter", [ExamStep.LEAVE], id="leave? enter leaves"),
        pytest.param("q 1", [ExamStep.LEAVE], id="leave? 1"),
        pytest.param("q 2", [ExamStep.HAND_IN], id="leave? 2 hands in"),
        pytest.param("q j j enter", [], id="leave? stay"),
        pytest.param("q 3", [], id="leave? 3 stays"),
        pytest.param("q q", [], id="leave? q stays"),
        pytest.param("q escape", [], id="leave? escape stays"),
        pytest.param("q space", [], id="leave? space does nothing"),
    ],
)
@pytest.mark.parametrize("mode", Mode)
def test_the_ways_out(keys: str, steps: list[ExamStep], mode: Mode) -> None:
    assert exam(mode=mode, keys=keys).steps == steps


@pytest.mark.parametrize("keys", ["h 2", "q 3", "h q"])
def test_who_stays_is_back_at_the_question(keys: str) -> None:
    desk = exam(keys=f"right {keys}")
    assert (desk.state.panel, desk.state.attempt.place) == (Panel.QUESTION, 1)


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        pytest.param(Mode.STRICT, "시간은 계속 흐릅니다", id="strict"),
        pytest.param(Mode.RELAXED, "시간이 멈춥니다", id="relaxed"),
    ],
)
def test_leaving_says_what_the_clock_does(mode: Mode, said: str) -> None:
    assert said in exam(mode=mode, keys="q").text()


def test_help_comes_back_to_the_question_asked() -> None:
    desk = exam(keys="h ?")
    assert isinstance(desk.app.stack[-1], HelpState)
    assert desk.press("q").state.panel is Panel.CONFIRM
