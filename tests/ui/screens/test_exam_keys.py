"""A question of an exam, key by key."""

from dataclasses import replace
from typing import Any

import pytest

from studycli.core.exam.attempt import Answer, Confidence
from studycli.ui.app import spoken
from studycli.ui.keys import typed
from studycli.ui.screens.exam_keys import QUESTION_KEYS
from studycli.ui.screens.exam_state import Panel
from studycli.ui.screens.help_page import HelpState
from tests.ui.screens.exam_studio import Desk, exam, paper
from tests.ui.screens.studio import NARROW

SINGLE, MULTIPLE = "", "right"
"""The keys to a question with one right option, and with two."""


def _said(desk: Desk) -> str:
    return desk.text().split("\n")[-3]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param("2", ("memory",), id="a digit chooses"),
        pytest.param("2 4", ("version",), id="another digit replaces it"),
        pytest.param("2 2", ("memory",), id="the same digit changes nothing"),
        pytest.param("5", (), id="a digit without an option does nothing"),
        pytest.param("j enter", ("memory",), id="enter chooses at the cursor"),
        pytest.param("down space", ("memory",), id="and so does space"),
        pytest.param("k enter", ("version",), id="up from the first goes to the last"),
        pytest.param("down down down up enter", ("reserved",), id="the cursor moves both ways"),
    ],
)
def test_one_option_is_chosen(keys: str, chosen: tuple[str, ...]) -> None:
    desk = exam(keys=keys)
    assert (desk.state.attempt.place, desk.answer.chosen) == (0, chosen)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param("2", ("memory",), id="a digit chooses"),
        pytest.param("4 2", ("memory", "version"), id="two, in the order shown"),
        pytest.param("2 2", (), id="the digit again takes it off"),
        pytest.param("2 4 5", ("memory", "version"), id="one too many is refused"),
        pytest.param("2 4 2 5", ("version", "edge"), id="once one is off another can be chosen"),
        pytest.param("j space j space", ("memory", "reserved"), id="space toggles at the cursor"),
    ],
)
def test_as_many_options_are_chosen_as_are_asked_for(keys: str, chosen: tuple[str, ...]) -> None:
    assert exam(keys=f"{MULTIPLE} {keys}").answer.chosen == chosen


def test_one_too_many_is_refused_with_a_word_about_it() -> None:
    assert "이미 2개입니다" in _said(exam(keys=f"{MULTIPLE} 1 2 3"))


def test_enter_goes_on_from_an_option_that_is_chosen() -> None:
    desk = exam(keys="2 enter")
    assert desk.state.attempt.place == 1
    assert desk.state.attempt.sheets[0].answer.chosen == ("memory",)


def test_enter_at_another_option_than_the_chosen_one_chooses_that() -> None:
    desk = exam(keys="2 j enter")
    assert (desk.state.attempt.place, desk.answer.chosen) == (0, ("reserved",))


def test_enter_submits_several_and_says_how_many() -> None:
    desk = exam(keys=f"{MULTIPLE} 1 2 enter")
    assert desk.state.attempt.place == 2
    assert "2번: 2개 중 2개를 골랐습니다." in _said(desk)
    assert "Question 2: 2 of 2 chosen." in _said(exam(keys=f"{MULTIPLE} 1 2 enter", language="en"))


def test_enter_on_too_few_stays_and_says_how_many_are_missing() -> None:
    desk = exam(keys=f"{MULTIPLE} 1 enter")
    assert desk.state.attempt.place == 1
    assert "1개를 더 고르십시오" in _said(desk)


@pytest.mark.parametrize("names", [("single",), ("multiple",)], ids=["one option", "two options"])
def test_after_the_last_question_comes_the_overview(names: tuple[str, ...]) -> None:
    desk = exam(paper(names), keys="1 2 enter")
    assert desk.state.panel is Panel.GRID


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        pytest.param("right", 1, id="right"),
        pytest.param("]", 1, id="]"),
        pytest.param("tab tab", 2, id="tab"),
        pytest.param("right right left", 1, id="left"),
        pytest.param("right [", 0, id="["),
        pytest.param("left", 0, id="nothing before the first"),
        pytest.param("right right right", 2, id="nothing after the last"),
    ],
)
def test_questions_are_changed(keys: str, place: int) -> None:
    assert exam(keys=keys).state.attempt.place == place


def test_the_ends_are_said() -> None:
    assert "첫 문제입니다." in _said(exam(keys="left"))
    assert "마지막 문제입니다." in _said(exam(keys="right right right"))


@pytest.mark.parametrize(
    ("keys", "struck"),
    [
        pytest.param("x 3", ("reserved",), id="x and a number"),
        pytest.param("j x x", ("memory",), id="x twice: at the cursor"),
        pytest.param("x j x", ("memory",), id="the cursor may move in between"),
        pytest.param("x enter", ("fargate",), id="enter confirms"),
        pytest.param("x 3 x 3", (), id="a second time takes it back"),
        pytest.param("x escape", (), id="escape thinks better of it"),
        pytest.param("x f 3", (), id="any other key ends it"),
        pytest.param("3 x 3", (), id="a chosen one stays"),
        pytest.param("x 3 3", (), id="choosing a struck one takes the stroke off"),
        pytest.param("x 9", (), id="no such option"),
    ],
)
def test_options_are_struck_out(keys: str, struck: tuple[str, ...]) -> None:
    desk = exam(keys=keys)
    assert desk.answer.struck == struck
    assert desk.state.panel is Panel.QUESTION


def test_a_struck_option_is_in_brackets_in_every_theme_and_said_when_read_aloud() -> None:
    from studycli.ui.app import spoken

    for theme in ("auto", "mono"):
        desk = exam(theme=theme, keys="x 3")
        assert "3 (-) [예약된 동시성을 설정합니다.]" in desk.text()
        assert "3: 예약된 동시성을 설정합니다. (소거함, 커서)" in spoken(desk.app)


def test_f_flags_and_the_header_counts() -> None:
    desk = exam(keys="f")
    assert desk.answer.flagged
    assert desk.text().startswith("1/3 [플래그] · 답 0 · 플래그 1")
    assert not desk.press("f").answer.flagged


def test_the_dot_goes_round_how_sure_one_is() -> None:
    desk = exam()
    seen = [desk.press(".").answer.confidence for _ in range(4)]
    assert seen == [Confidence.SURE, Confidence.UNSURE, Confidence.GUESS, None]
    assert "choose 1 · sure" in exam(language="en", keys=".").text()


def test_t_shows_the_question_in_its_other_language_until_the_next_one() -> None:
    desk = exam(keys="t")
    assert "20 minutes" in desk.text()
    assert "두 가지" in desk.press("right").text()
    assert "20분" in desk.press("left t t").text()


def test_a_question_in_one_language_says_which() -> None:
    desk = exam(paper(("korean",)), language="en", keys="t")
    assert "한국어뿐인 문제입니다." in desk.text()
    assert "(only in ko)" in desk.text()


def test_a_question_that_is_gone_is_named_and_can_still_be_answered() -> None:
    desk = exam(paper(("lost",)), keys="2 t pagedown")
    assert "lib/lost" in desk.text()
    assert desk.answer.chosen == ("two",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({}, False, id="as it was"),
        pytest.param({"options": ("fargate", "memory", "reserved", "dropped")}, True, id="an option gone"),
        pytest.param({"options": ("fargate", "memory")}, True, id="an option new"),
        pytest.param({"right": ("memory",)}, True, id="another key"),
    ],
)
def test_a_question_that_was_changed_since_the_start_says_so_and_is_sat_as_it_was(
    change: dict[str, Any], said: bool
) -> None:
    drawn = paper(("single",))
    changed = replace(drawn, items=(replace(drawn.items[0], **change),))
    desk = exam(changed, keys="2")
    assert ("바뀐 문제입니다" in " ".join(desk.text().split())) is said
    assert ("바뀐 문제입니다" in " ".join(spoken(desk.app))) is said
    assert desk.answer.chosen == ("memory",)
    assert all(str(number) in desk.text() for number in range(1, len(changed.items[0].options) + 1))


def test_while_an_option_is_to_be_struck_out_no_key_is_offered_twice() -> None:
    footer = exam(keys="x").text().split("\n")[-2]
    assert footer.split()[:4] == ["x", "소거", "Esc", "뒤로"]
    assert footer.count("소거") == 1
    assert "선택" not in footer


def test_in_a_narrow_window_what_was_chosen_comes_before_where_there_is_more() -> None:
    desk = exam(paper(("wordy",)), size=NARROW)
    assert "── 1개 고르기 ──────── 아래에 더 있음 ──" in desk.text()
    assert "── 1개 고르기 ─────────────── 더 있음 ──" in desk.press("j j j").text()
    several = exam(paper(("multiple",)), size=NARROW, keys="1 2 .")
    assert "── 2개 중 2개 고름 · 확실함 ──" in several.text()


def test_the_cursor_waits_on_what_was_chosen() -> None:
    assert exam(keys="3 right left").state.cursor == 2


@pytest.mark.parametrize("key", ["n", "e", "i", "d"])
def test_what_could_help_is_off_during_an_attempt(key: str) -> None:
    before, after = exam(), exam(keys=key)
    assert after.app.stack[-1] is after.state
    assert after.left == []
    assert after.text().split("\n")[1:] == before.text().split("\n")[1:]
    assert not any(key in binding.keys for binding in QUESTION_KEYS)


def test_help_lists_the_keys_and_comes_back() -> None:
    desk = exam(keys="?")
    assert isinstance(desk.app.stack[-1], HelpState)
    assert "소거" in desk.text()
    assert desk.press("q").app.stack[-1] is desk.state


def test_a_korean_keyboard_reaches_every_letter() -> None:
    letters = {key for binding in QUESTION_KEYS for key in binding.keys if len(key) == 1 and key.isalpha()}
    jamo = dict(zip("xghsftcqjk", "ㅌㅎㅗㄴㄹㅅㅊㅂㅓㅏ", strict=True))
    assert letters == set(jamo)
    assert {typed(jamo[letter]) for letter in letters} == {(letter,) for letter in letters}


def test_a_paper_without_questions_breaks_nothing() -> None:
    keys = "1 x x enter space j f . t c right left pagedown > g enter 1 enter l u enter q h 2"
    desk = exam(paper(()), keys=keys)
    assert desk.answers == {}
    assert desk.press("h 1").reports


def test_stem_and_options_scroll_to_the_last_line_in_the_smallest_window() -> None:
    desk = exam(paper(("wordy",)), size=NARROW)
    seen = ""
    for _ in range(40):
        seen += desk.text()
        desk.press("pagedown")
    assert all(f"{n}번째" in seen for n in range(1, 16))
    assert "끝냅니다." in seen
    end = desk.text()
    assert desk.press("pagedown").text().split("\n")[1:] == end.split("\n")[1:]
    assert "1번째" in desk.press(" ".join(["pageup"] * 60)).text()


def test_a_whole_answer_says_everything_at_once() -> None:
    desk = exam(keys="x 1 2 f . right left")
    assert desk.answer == Answer(("memory",), ("fargate",), True, Confidence.SURE, 6.0)
