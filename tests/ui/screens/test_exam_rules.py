"""The page of rules before the clock runs."""

import pytest

from studycli.core.exam.attempt import Mode
from studycli.ui.app import spoken
from studycli.ui.effects import Failed
from studycli.ui.exam_effects import StartAttempt
from studycli.ui.screens.exam_rules import RulesState
from studycli.ui.screens.exam_state import ExamState
from studycli.ui.screens.help_page import HelpState
from studycli.ui.screens.home_state import HomeState
from tests.ui.screens.exam_studio import FULL, TERMS, big_paper, paper, rules
from tests.ui.screens.studio import NARROW


def test_enter_writes_the_start_and_the_exam_takes_the_place_of_the_page() -> None:
    desk = rules(extra_minutes=30).press("enter")
    assert desk.written == [StartAttempt(TERMS, Mode.STRICT, 9600.0, paper(), desk.now)]
    assert [type(screen) for screen in desk.app.stack] == [HomeState, ExamState]
    started = desk.state.attempt
    assert (started.id, started.started_at, started.left_s) == ("aaaaaaaa-1", desk.now.at, 9600.0)
    assert desk.wait(60).state.attempt.left_s == 9540


@pytest.mark.parametrize("key", ["q", "escape"])
def test_who_leaves_has_begun_nothing(key: str) -> None:
    desk = rules().wait(60).press(key)
    assert isinstance(desk.app.stack[-1], HomeState)
    assert (desk.written, desk.tried) == ([], 0)


@pytest.mark.parametrize("key", ["x", "1", "space", "g", "f", "h", "right", "가"])
def test_no_other_key_starts(key: str) -> None:
    desk = rules().press(key)
    assert isinstance(desk.app.stack[-1], RulesState)
    assert desk.tried == 0


def test_a_start_that_could_not_be_saved_is_said_and_nothing_began() -> None:
    desk = rules()
    desk.full = True
    desk.press("enter")
    assert isinstance(desk.app.stack[-1], RulesState)
    assert f"시험을 시작하지 못했습니다. {FULL}" in desk.text()
    desk.feed(Failed("자료 폴더가 없습니다."))
    assert "시험을 시작하지 못했습니다. 자료 폴더가 없습니다." in desk.text()
    desk.full = False
    assert isinstance(desk.press("enter").app.stack[-1], ExamState)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("ko", ("65개", "160분", "30분", "100", "1000", "720", "근사치", "50문제"), id="ko"),
        pytest.param(
            "en", ("65", "160 min", "30 min", "1000", "720", "approximation", "50 of the 65"), id="en"
        ),
    ],
)
def test_it_says_what_the_exam_is(language: str, said: tuple[str, ...]) -> None:
    desk = rules(big_paper(), extra_minutes=30, language=language)
    for part in said:
        assert part in desk.text()
        assert part in " ".join(spoken(desk.app))


def test_it_says_whether_the_clock_may_stop() -> None:
    assert "자리를 비운 동안에도 시간이 흐릅니다" in rules().text()
    assert "나가 있는 동안에는 시간이 멈춥니다" in rules(mode=Mode.RELAXED).text()


def test_it_is_silent_on_unscored_questions_where_all_count() -> None:
    assert "채점합니다" not in rules().text()


def test_it_scrolls_to_its_end_and_no_further() -> None:
    desk = rules(big_paper(), size=NARROW)
    end = desk.press(" ".join(["j"] * 60)).text()
    assert "시험이 시작되고" in end
    assert desk.press("j").text() == end
    assert desk.press("k").text() != end


@pytest.mark.parametrize("key", ["pagedown", "space"])
def test_a_page_down_is_more_than_a_line(key: str) -> None:
    desk = rules(big_paper(), size=NARROW)
    top = desk.text()
    a_line_down = desk.press("j").text()
    desk.press("k")
    assert desk.press(key).text() not in {top, a_line_down}
    assert desk.press("pageup").text() == top


def test_help_comes_back_to_the_page() -> None:
    desk = rules().press("?")
    assert isinstance(desk.app.stack[-1], HelpState)
    assert isinstance(desk.press("q").app.stack[-1], RulesState)
