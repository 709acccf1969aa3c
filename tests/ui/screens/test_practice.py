"""Practice, key by key."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycli.core.exam.attempt import Answer, Confidence
from studycli.ui.app import spoken, view
from studycli.ui.events import Quit, Resized, Size
from studycli.ui.exam_effects import Saved, SaveFailed
from studycli.ui.practice_effects import FindPractice, SavePractice
from studycli.ui.screens.dispute import DisputeState
from studycli.ui.screens.home_state import HomeState, LoadHome
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.practice_state import cards_first
from studycli.words import load
from tests.ui.screens.question_studio import FULL, item, practice
from tests.ui.screens.studio import NARROW, TINY, WIDE


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param("2", ("fargate",), id="its number"),
        pytest.param("1 2", ("fargate",), id="one answer replaces another"),
        pytest.param("j space", ("fargate",), id="space"),
        pytest.param("down enter", ("fargate",), id="enter, on what is not chosen yet"),
        pytest.param("k", (), id="the cursor alone chooses nothing"),
        pytest.param("up enter", ("reserved",), id="round the top"),
        pytest.param("9", (), id="no such option"),
    ],
)
def test_one_option_is_chosen_by(keys: str, chosen: tuple[str, ...]) -> None:
    hand = practice(keys=keys)
    assert hand.practice.answer.chosen == chosen
    assert hand.answers == []


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param("1 2", ("timeout", "fargate"), id="numbers"),
        pytest.param("space j space", ("timeout", "fargate"), id="space"),
        pytest.param("1 1", (), id="again takes it back"),
        pytest.param("1 2 3", ("timeout", "fargate"), id="no more than asked for"),
    ],
)
def test_several_options_are_chosen_by(keys: str, chosen: tuple[str, ...]) -> None:
    assert practice(("two",), keys=keys).practice.answer.chosen == chosen


def test_one_option_too_many_and_too_few_are_said() -> None:
    words = load("ko").exam.sitting
    assert words.one_too_many(2) in practice(("two",), keys="1 2 3").text()
    few = practice(("two",), keys="1 enter")
    assert words.choose_more(1, 2) in few.text()
    assert (few.answers, few.practice.explained) == ([], False)
    assert words.chosen_of(2, 2) in practice(("two",), keys="1 2").text()


def test_an_answer_is_saved_whole_before_it_is_explained() -> None:
    hand = practice(keys="x 3 . . f 2 enter")
    (saved,) = [effect for effect in hand.done if isinstance(effect, SavePractice)]
    assert saved.answer == Answer(("fargate",), ("memory",), True, Confidence.UNSURE, 14.0)
    assert (saved.question, saved.right, saved.moment) == ("lib/job", ("fargate",), hand.now)
    assert hand.practice.explained


def test_what_cannot_be_saved_is_said_and_can_be_tried_again() -> None:
    hand = practice()
    hand.full = True
    hand.press("2 enter")
    assert FULL in hand.text()
    assert (hand.practice.explained, hand.practice.results) == (False, ())
    hand.full = False
    assert hand.press("enter").practice.explained
    assert [answer.seconds for answer in hand.answers] == [4.0, 6.0]


def test_the_explanation_tells_why_every_option_is_right_or_wrong() -> None:
    text = "\n".join(spoken(practice(keys="1 enter").app))
    for said in (
        "X 틀림",
        "함수의 제한 시간을 60분으로 올립니다. (내 선택)",
        "함수는 15분을 넘지 못합니다.",
        "작업을 AWS Fargate로 옮깁니다. (정답)",
        "동시성은 실행 시간과 무관합니다.",
        "15분이 넘는 작업은 다른 서비스로 옮깁니다.",
        "Lambda 함수의 최대 실행 시간은?",
        "2026-10-31 확인",
    ):
        assert said in text


@pytest.mark.parametrize("key", ["d", "n", "u", "e", "i"])
def test_before_the_answer_nothing_is_looked_up_or_disputed(key: str) -> None:
    before = practice()
    after = practice(keys=key)
    assert (after.done, len(after.app.stack)) == ([], 2)
    assert after.text() == before.text()


def test_answers_are_evidence_and_never_taken_back() -> None:
    assert practice(keys="2 enter u").practice.explained


def test_n_opens_the_notes_one_after_the_other() -> None:
    hand = practice(keys="2 enter n")
    titles = []
    for _ in range(3):
        assert isinstance(hand.top, NoteState)
        titles.append(hand.top.note.id)
        hand.press("n")
        assert "노트" in hand.text()
        hand.press("n")
    assert titles == ["lib/limits", "lib/second", "lib/limits"]


@pytest.mark.parametrize("name", ["long", "lost"])
def test_a_question_whose_notes_are_not_there_opens_none(name: str) -> None:
    assert len(practice((name,), keys="2 enter n").app.stack) == 2


def test_x_strikes_out_and_a_chosen_option_stays() -> None:
    assert practice(keys="x 3").practice.answer.struck == ("memory",)
    assert practice(keys="x x").practice.answer.struck == ("timeout",)
    assert practice(keys="x j enter").practice.answer.struck == ("fargate",)
    assert practice(keys="x 3 x 3").practice.answer.struck == ()
    assert practice(keys="x escape 3").practice.answer.chosen == ("memory",)
    assert practice(keys="x 9").practice.answer.struck == ()
    kept = practice(keys="2 x 2")
    assert kept.practice.answer == Answer(("fargate",))
    assert load("ko").exam.sitting.strike_chosen in kept.text()


def test_how_sure_one_is_goes_round() -> None:
    said = [practice(keys=". " * times).practice.answer.confidence for times in range(5)]
    assert said == [None, Confidence.SURE, Confidence.UNSURE, Confidence.GUESS, None]


def test_t_shows_the_other_language_until_the_next_question() -> None:
    hand = practice(keys="t")
    assert "takes 20 minutes" in hand.text()
    assert "A container task has no such limit." in hand.press("2 enter").text()
    assert "옳은 방법 두 가지" in hand.press("enter").text()


def test_d_disputes_the_question_and_comes_back() -> None:
    hand = practice(keys="2 enter d").type("틀렸습니다").press("enter")
    assert hand.disputes == [("question", "lib/job", "틀렸습니다")]
    assert hand.practice.explained
    assert "이의를 저장했습니다." in hand.text()


def test_q_leaves_at_once() -> None:
    hand = practice(keys="1 q")
    assert isinstance(hand.top, HomeState)
    assert hand.done == [LoadHome()]
    assert practice(keys="1 enter q").app.stack == hand.app.stack


def test_the_end_counts_what_was_right_and_what_comes_first() -> None:
    hand = practice(keys="1 enter enter 1 2 enter enter")
    assert hand.practice.right == 1
    assert cards_first(hand.practice) == {"lib/timeout", "lib/gone-card"}
    text = hand.text()
    assert "2문제 중 1문제를 맞혔습니다 (50%)." in text
    assert "카드 2장이 먼저 나옵니다." in text


@pytest.mark.parametrize(
    ("keys", "cards"),
    [
        pytest.param("2 enter enter", 0, id="right"),
        pytest.param("1 enter enter", 2, id="wrong"),
        pytest.param("2 f enter enter", 2, id="flagged"),
        pytest.param("2 . . . enter enter", 2, id="guessed"),
        pytest.param("2 . . enter enter", 0, id="unsure"),
    ],
)
def test_cards_come_first_after_what_is_in_doubt(keys: str, cards: int) -> None:
    assert len(cards_first(practice(("job",), keys=keys).practice)) == cards


def test_ten_more_go_on_and_the_count_goes_on() -> None:
    hand = practice(("job",), keys="2 enter enter")
    hand.more = (item("two"),)
    hand.press("1")
    assert isinstance(hand.done[-1], FindPractice)
    assert "2/2" in hand.text()
    hand.more = ()
    hand.press("1 2 enter enter enter")
    assert "더 풀 문제가 없습니다." in hand.text()
    assert "2문제 중 2문제" in hand.text()
    assert isinstance(hand.press("j enter").top, HomeState)


def test_questions_gone_from_the_bank_are_passed_over() -> None:
    assert practice(("gone", "two")).practice.item == item("two")
    nothing = practice(("gone",))
    assert "지금 연습할 문제가 없습니다." in nothing.text()
    assert "모의시험용 문제는 시험에 한 번 나온 뒤부터" in spoken(nothing.app)[1]


def test_an_answer_on_its_way_back_twice_counts_once() -> None:
    assert len(practice(keys="2 enter").feed(Saved()).practice.results) == 1


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_option_under_the_cursor_is_always_in_view(size: Size) -> None:
    hand = practice(("long",), size=size)
    for step in range(6):
        assert re.search(rf"^ *> ?{step % 4 + 1} ", hand.text(), re.MULTILINE)
        hand.press("j")


def test_a_long_stem_scrolls_and_what_an_answer_brought_is_in_view() -> None:
    hand = practice(("long",), size=NARROW, keys="pagedown " * 40)
    assert "15번째 문단" in hand.text()
    assert "1번째 문단" in hand.press("pageup " * 60).text()
    hand.press("2 enter")
    assert "O 맞음" in hand.text()
    assert "1번째 문단" in hand.press("pageup " * 20).text()
    assert "2026-10-31" in hand.press("space " * 20).text()
    end = hand.practice.scroll
    assert hand.press("down").practice.scroll == end


def test_a_text_in_one_language_only_says_so() -> None:
    assert "(only in ko)" in practice(("korean",), language="en").text()


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY])
def test_the_footer_stands_where_it_stood_whatever_happens(size: Size) -> None:
    hand = practice(size=size)
    heights = {view(hand.app, size).body_height}
    for key in (*"1x3f.2", "enter", "n", "n", "enter"):
        hand.press(key)
        if not isinstance(hand.top, NoteState):
            heights.add(view(hand.app, size).body_height)
    assert len(heights) == 1


KEYS = (
    *"12349x.ftdnuq?jk<>",
    *("enter", "space", "escape", "up", "down", "left", "right", "pageup", "pagedown", "backspace"),
)


@settings(max_examples=60)
@given(
    names=st.lists(
        st.sampled_from(["job", "two", "long", "gone", "lost", "korean"]), max_size=4, unique=True
    ),
    events=st.lists(
        st.sampled_from(KEYS)
        | st.just(SaveFailed("voll"))
        | st.just(Saved())
        | st.builds(Resized, st.builds(Size, st.integers(20, 90), st.integers(6, 30))),
        max_size=40,
    ),
    language=st.sampled_from(["ko", "en"]),
)
def test_no_order_of_events_breaks_anything(names: list[str], events: list[object], language: str) -> None:
    hand = practice(tuple(names), language=language)
    hand.more = (item("two"),)
    for event in events:
        if isinstance(hand.top, HomeState):
            break
        if isinstance(event, str):
            hand.press(event)
        else:
            hand.feed(event)
        assert hand.fits()
        assert spoken(hand.app)
    assert not any(isinstance(effect, Quit) for effect in hand.done)


def test_a_dispute_left_again_changes_nothing() -> None:
    hand = practice(keys="2 enter")
    before = hand.practice
    assert isinstance(hand.press("d").top, DisputeState)
    assert hand.press("escape").practice == before
    assert hand.disputes == []
