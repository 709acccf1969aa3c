"""A line of text against a question or card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studycli.core.library import Text
from studycli.ui.app import App, cursor, spoken, update
from studycli.ui.effects import RecordReview
from studycli.ui.events import Key, Resized, Size
from studycli.ui.practice_effects import SaveDispute
from studycli.ui.screens.dispute import LIMIT, DisputeState
from studycli.ui.screens.practice_state import PracticeState
from studycli.ui.screens.review_state import ReviewState
from tests.ui.screens.question_studio import DISPUTES, FULL, Hand, practice
from tests.ui.screens.studio import NARROW, WIDE, Shell, press, review, shown


def dispute(size: Size = WIDE) -> Hand:
    return practice(size=size, keys="2 enter d")


def typed(hand: Hand) -> str:
    assert isinstance(hand.top, DisputeState)
    return hand.top.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("정답이 틀렸습니다", id="syllables"),
        pytest.param("ㅋㅋ q ? 1", id="jamo and what are commands elsewhere"),
        pytest.param("the docs say 15 min!", id="latin"),
        pytest.param("日本語", id="other scripts"),
    ],
)
def test_what_is_typed_is_taken_down_as_typed(text: str) -> None:
    hand = dispute().type(text)
    assert typed(hand) == text
    assert text in hand.text()
    assert text in spoken(hand.app)


def test_a_syllable_that_is_several_keys_is_taken_down_once() -> None:
    hand = dispute()
    for place, name in enumerate(("g", "k", "s")):
        hand.feed(Key(name, hand.now, "" if place else "한"))
    assert typed(hand) == "한"


def test_a_paste_becomes_one_line_without_control_characters() -> None:
    hand = dispute().feed(Key("text", dispute().now, "https://docs\r\n  둘째 줄\x1b[31m\t끝"))
    assert typed(hand) == "https://docs 둘째 줄[31m 끝"


def test_conjoining_jamo_become_syllables() -> None:
    assert typed(dispute().type("\u1112\u1161\u11ab")) == "한"


def test_backspace_takes_the_last_character_back() -> None:
    assert typed(dispute().type("한글").press("backspace")) == "한"
    assert typed(dispute().press("backspace")) == ""


def test_enter_saves_without_the_spaces_around_it() -> None:
    hand = dispute().type(" 틀림 ").press("enter")
    (saved,) = [effect for effect in hand.done if isinstance(effect, SaveDispute)]
    assert saved == SaveDispute("question", "lib/job", "틀림", hand.now)
    assert isinstance(hand.top, PracticeState)


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_is_not_saved(text: str) -> None:
    hand = dispute().type(text).press("enter")
    assert hand.disputes == []
    assert "먼저 내용을 적으십시오." in hand.text()


def test_what_cannot_be_saved_is_said_and_the_text_stays() -> None:
    hand = dispute().type("틀림")
    hand.full = True
    hand.press("enter")
    assert FULL in hand.text()
    assert typed(hand) == "틀림"
    hand.full = False
    assert isinstance(hand.press("enter").top, PracticeState)


def test_what_was_said_before_is_there_to_be_changed_or_taken_back() -> None:
    again = practice(keys="2 enter enter 1 2 enter d")
    was = DISPUTES["question", "lib/two"]
    assert typed(again) == was
    assert "모두 지워서 이의를 거두십시오" in again.text()
    changed = again.type("!").press("enter")
    assert changed.disputes == [("question", "lib/two", f"{was}!")]
    assert "이의를 저장했습니다." in changed.text()
    settled = changed.press("d").press("backspace " * len(was)).press("enter")
    assert settled.disputes[1:] == [("question", "lib/two", "")]
    assert "이의를 거두었습니다." in settled.text()


def test_escape_leaves_without_a_word() -> None:
    hand = dispute().type("틀림").press("escape")
    assert (hand.disputes, type(hand.top)) == ([], PracticeState)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_text_has_an_end_and_its_end_is_in_view(size: Size) -> None:
    hand = dispute(size).feed(Key("text", dispute().now, "가" * (LIMIT - 2) + "끝끝끝"))
    assert typed(hand) == "가" * (LIMIT - 2) + "끝끝"
    assert "더 길게 적을 수 없습니다." in hand.text()
    assert "끝끝_" in hand.text().replace("\n", "")


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("답이 틀림 ", id="hangul"),
        pytest.param("가나다라마 " * 80, id="scrolled"),
        pytest.param("가" * LIMIT, id="full"),
    ],
)
def test_the_cursor_stands_where_text_is_typed(size: Size, text: str) -> None:
    hand = dispute(size).feed(Key("text", dispute().now, text))
    (row,) = (row for row, line in enumerate(hand.text().split("\n")) if line.rstrip().endswith("_"))
    line = hand.text().split("\n")[row].rstrip()
    assert cursor(hand.app, size) == (cell_len(line) - 1, row)


def test_other_keys_write_nothing() -> None:
    assert typed(dispute().press("up tab left pageup home")) == ""


def test_a_card_is_disputed_from_its_answer() -> None:
    shell = Shell()
    assert isinstance(press(review(shell=shell), "d", shell).stack[-1], ReviewState)
    app = press(review(shell=shell), "space d", shell)
    assert app.stack[-1] == DisputeState("card", "lib/timeout", _front(), "ko")
    hand = Hand(app).type("틀림").press("enter")
    assert hand.disputes == [("card", "lib/timeout", "틀림")]
    assert "이의를 저장했습니다." in hand.text()
    assert isinstance(hand.top, ReviewState)
    _, effects = update(hand.app, Key("3", hand.now))
    assert isinstance(effects[0], RecordReview)


def _front() -> Text:
    from tests.ui.screens.studio import FACES

    return FACES["lib/timeout"].front


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "enter", "backspace", "text", "space", "up"]), st.text(max_size=8))
    ),
    st.builds(Size, st.integers(20, 90), st.integers(6, 30)),
)
def test_any_text_can_be_typed_and_drawn(keys: list[tuple[str, str]], size: Size) -> None:
    hand = dispute().feed(Resized(size))
    for name, text in keys:
        hand.feed(Key(name, hand.now, text))
        if not isinstance(hand.top, DisputeState):
            return
        assert "\n" not in hand.top.text
        assert len(hand.top.text) <= LIMIT
        assert hand.fits()


def test_no_window_is_too_small() -> None:
    app: App = dispute().app
    for width in range(1, 30):
        assert shown(app, Size(width, 5)).count("\n") == 4
