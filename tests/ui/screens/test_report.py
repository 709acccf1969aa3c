"""The score report: its page, its list, its questions."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycli.core.exam.attempt import Sheet
from studycli.core.exam.paper import Paper
from studycli.ui.app import spoken
from studycli.ui.events import Quit, Resized, Size
from studycli.ui.practice_effects import Retake
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.report import ReportState
from studycli.ui.screens.report_list import ReportListState
from studycli.ui.screens.report_question import ReportQuestionState
from studycli.ui.screens.report_state import SatExam
from tests.ui.screens.question_studio import Hand, earlier, item, report, sat, sitting
from tests.ui.screens.studio import NARROW, NOW, WIDE


def _read(hand: Hand) -> str:
    return "\n".join(spoken(hand.app))


def _listed(hand: Hand) -> tuple[int, ...]:
    assert isinstance(hand.top, ReportListState)
    return tuple(place + 1 for place in hand.top.places)


def _number(hand: Hand) -> int:
    assert isinstance(hand.top, ReportQuestionState)
    return hand.top.place + 1


def _retaken(hand: Hand) -> list[tuple[str, ...]]:
    return [effect.questions for effect in hand.done if isinstance(effect, Retake)]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("불합격", id="pass or not"),
        pytest.param("환산 점수 325점 (100~1000점, 합격선 720점)", id="score"),
        pytest.param("이 점수는 studycli의 근사치입니다.", id="an approximation"),
        pytest.param("채점하는 4문제 중 1문제 정답", id="counts are of scored ones"),
        pytest.param("채점하지 않는 문제 1개", id="unscored"),
        pytest.param("답하지 않은 문제 1개", id="unanswered"),
        pytest.param("보안 아키텍처 설계: 3문제 중 1문제, 개선 필요", id="domain"),
        pytest.param("resilient: 1문제 중 0문제, 개선 필요", id="a domain without a title by its id"),
        pytest.param("Lambda 한도: 4문제 중 1문제", id="topic"),
        pytest.param("10분 중 8분 사용", id="time"),
        pytest.param("문제당 96초 (주어진 시간은 문제당 120초)", id="pace"),
        pytest.param("앞 절반은 문제당 68초, 마지막 3문제는 문제당 115초", id="pace at the end"),
        pytest.param("정답을 오답으로 1번, 오답을 정답으로 1번, 오답을 다른 오답으로 0번", id="changes"),
        pytest.param("플래그한 문제: 2문제 중 0문제", id="flagged"),
        pytest.param("플래그하지 않은 문제: 2문제 중 1문제", id="unflagged"),
        pytest.param("확실함: 2문제 중 1문제", id="calibration"),
        pytest.param("찍음: 1문제 중 0문제", id="guesses"),
        pytest.param("확실하다고 했지만 틀린 문제:\n2. 옳은 방법 두 가지는 무엇입니까?", id="sure and wrong"),
    ],
)
def test_the_page_says(said: str) -> None:
    assert said in _read(report())


def test_a_domain_that_passes_meets_competencies() -> None:
    passed = replace(sitting(), paper=Paper(7, sitting().paper.items[:1]), sheets=sitting().sheets[:1])
    text = _read(report(exam=sat(passed)))
    assert "보안 아키텍처 설계: 1문제 중 1문제, 역량 충족" in text
    assert "\n합격\n" in text
    assert "meets competencies" in _read(report("en", exam=sat(passed)))


def test_a_domain_of_which_nothing_counts_is_not_judged() -> None:
    items = (item("job"), item("two", scored=False, domain="resilient"))
    text = _read(report(exam=sat(replace(sitting(), paper=Paper(7, items), sheets=sitting().sheets[:2]))))
    assert "보안 아키텍처 설계: 1문제 중 1문제" in text
    assert "resilient" not in text


def test_earlier_scores_show_the_way_here() -> None:
    assert "지금까지의 점수" not in _read(report())
    before = earlier(NOW.at - timedelta(days=3), 280)
    assert "지금까지의 점수:\n2026-11-20: 280점, 불합격\n2026-11-23: 325점, 불합격" in _read(
        report(exam=sat(earlier=(before,)))
    )


def test_a_sitting_without_questions_or_confidence_has_a_page() -> None:
    empty = replace(sitting(), paper=Paper(7, ()), sheets=())
    assert "환산 점수 100점" in _read(report(exam=sat(empty)))
    assert "해당하는 문제가 없습니다." in report(exam=sat(empty), keys="enter enter j r").text()
    quiet = replace(sitting(), sheets=(Sheet(),) * 5)
    text = _read(report(exam=sat(quiet)))
    assert "확신도" not in text
    assert "확실하다고" not in text


@pytest.mark.parametrize(
    ("key", "numbers"),
    [
        pytest.param("a", (1, 2, 3, 4, 5), id="all"),
        pytest.param("w", (2, 3, 4), id="wrong"),
        pytest.param("f", (2, 3), id="flagged"),
        pytest.param("s", (3,), id="over twice the budget"),
    ],
)
def test_a_key_lists(key: str, numbers: tuple[int, ...]) -> None:
    assert _listed(report(keys=key)) == numbers
    assert _listed(report(keys=f"enter {key}")) == numbers


def test_what_takes_just_twice_the_budget_is_not_slow() -> None:
    sheets = list(sitting().sheets)
    sheets[2] = replace(sheets[2], answer=replace(sheets[2].answer, seconds=240.0))
    assert _listed(report(exam=sat(replace(sitting(), sheets=tuple(sheets))), keys="s")) == ()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_list_says_how_each_question_went(size: Size) -> None:
    rows = [" ".join(line.split()) for line in report(size=size, keys="enter").text().split("\n")]
    starts = [
        "> 1 O 맞음 40초",
        "2 X 틀림 95초 플래그",
        "3 - 무응답 300초 플래그",
        "4 X 틀림 20초",
        "5 O 맞음 25초",
    ]
    for start in starts:
        assert any(row.startswith(start) for row in rows)


def test_the_cursor_stays_on_a_question_that_is_still_listed() -> None:
    hand = report(keys="enter j j f")
    assert isinstance(hand.top, ReportListState)
    assert (hand.top.cursor, hand.press("a").top) == (1, replace(hand.top, cursor=2, which=hand.top.which))
    hand = report(keys="enter j j j f")
    assert isinstance(hand.top, ReportListState)
    assert hand.top.cursor == 0


def test_a_long_list_keeps_the_cursor_in_view() -> None:
    many = 65
    paper = Paper(7, tuple(replace(item("job"), question=f"lib/gone{n}") for n in range(many)))
    exam = sat(replace(sitting(), paper=paper, sheets=(Sheet(),) * many))
    for size in (WIDE, NARROW):
        hand = report(exam=exam, size=size, keys="enter")
        for keys, number in (("pagedown " * 3, 31), ("up", 30), ("pagedown " * 9, 65), ("j", 1), ("k", 65)):
            hand.press(keys)
            assert f"> {number}" in " ".join(hand.text().split())
        assert f"{number} - 무응답" in " ".join(hand.press("pageup " * 9 + "k").text().split())


def test_enter_opens_the_question_with_everything_behind_it() -> None:
    text = _read(report(keys="w enter"))
    for said in (
        "2. Lambda 한도 (1/3)",
        "X 틀림 · 95초 · 플래그 · 확실함",
        "옳은 방법 두 가지는 무엇입니까?",
        "함수의 제한 시간을 60분으로 올립니다. (정답 · 내 선택)",
        "작업을 AWS Fargate로 옮깁니다. (정답)",
        "메모리를 10,240 MB로 올립니다. (내 선택)",
        "메모리는 제한 시간을 바꾸지 않습니다.",
        "15분이 넘는 작업은 다른 서비스로 옮깁니다.",
        "(2026-10-31 확인)",
    ):
        assert said in text
    assert "채점 제외" in _read(report(keys="enter k enter"))


def test_left_and_right_stay_within_the_filter() -> None:
    hand = report(keys="w enter")
    ways = ["right"] * 3 + ["left"] * 3
    assert [_number(hand.press(way)) for way in ways] == [3, 4, 4, 3, 2, 2]


def test_back_in_the_list_the_cursor_is_on_the_question_that_was_left() -> None:
    hand = report(keys="w enter right q")
    assert isinstance(hand.top, ReportListState)
    assert hand.top.places[hand.top.cursor] == 2


def test_a_question_that_is_gone_keeps_its_result() -> None:
    hand = report(keys="enter j j j enter")
    text = _read(hand)
    assert "더 이상 없는 문제입니다: lib/gone" in text
    assert "X 틀림 · 20초 · 찍음" in text
    assert "내 선택: memory\n정답: fargate" in text
    assert len(hand.press("n d t").app.stack) == 4


def test_an_option_that_is_gone_is_shown_by_its_id() -> None:
    items = list(sitting().paper.items)
    items[0] = replace(items[0], options=("fargate", "dropped"))
    exam = sat(replace(sitting(), paper=Paper(7, tuple(items))))
    text = _read(report(exam=exam, keys="enter enter"))
    assert "2: dropped" in text
    assert "바뀐 문제입니다" in text
    assert "바뀐 문제입니다" not in _read(report(keys="enter enter"))


def test_who_was_stopped_by_the_clock_is_told() -> None:
    assert "시간이 다 되어 제출되었습니다." not in _read(report())
    stopped = replace(sitting(), left_s=0.0)
    assert "시간이 다 되어 제출되었습니다." in _read(report(exam=sat(stopped)))


def test_what_is_disputed_is_listed_with_its_id() -> None:
    assert "이의 제기" not in _read(report())
    held = (
        ("lib/two", "정답이 하나뿐입니다."),
        ("lib/timeout", "15분이 아닙니다."),
        ("lib/else", "다른 시험"),
    )
    text = _read(report(exam=sat(disputes=held)))
    assert "이의 제기:\nlib/two: 정답이 하나뿐입니다.\nlib/timeout: 15분이 아닙니다." in text
    assert "lib/else" not in text


def test_d_disputes_the_question_or_changes_what_was_said() -> None:
    hand = report(keys="enter enter d").type("틀림").press("enter")
    assert hand.disputes == [("question", "lib/job", "틀림")]
    assert "이의를 저장했습니다." in hand.text()
    again = report(keys="enter j enter d")
    assert "정답이 하나뿐입니다." in again.text()


def test_what_was_disputed_stands_in_the_report_at_once() -> None:
    hand = report(keys="enter enter d").type("틀림").press("enter q q")
    assert isinstance(hand.top, ReportState)
    assert "이의 제기:\nlib/job: 틀림" in _read(hand)


def test_n_opens_the_notes_one_after_the_other() -> None:
    hand = report(keys="enter enter n")
    assert isinstance(hand.top, NoteState)
    assert hand.top.note.id == "lib/limits"
    hand.press("n")
    assert "노트 1/2" in hand.text()
    hand.press("n")
    assert isinstance(hand.top, NoteState)
    assert hand.top.note.id == "lib/second"


def test_t_shows_the_other_language() -> None:
    assert "takes 20 minutes" in report(keys="enter enter t").text()
    assert "20분 걸립니다" in report(keys="enter enter t t").text()


@pytest.mark.parametrize("keys", ["w r", "w enter r", "w enter right r"])
def test_r_retakes_those_of_the_filter_that_are_still_there(keys: str) -> None:
    hand = report(keys=keys)
    assert _retaken(hand) == [("lib/two", "lib/long")]
    assert "다시 풀 문제가 없습니다." in hand.text()


def test_nothing_to_retake_is_not_retaken() -> None:
    gone = replace(sitting(), paper=Paper(7, (item("gone"),)), sheets=sitting().sheets[:1])
    assert _retaken(report(exam=sat(gone), keys="enter r enter r")) == []


def test_q_goes_back_step_by_step() -> None:
    hand = report(keys="w enter")
    kinds = [type(hand.press("q").top) for _ in range(3)]
    assert kinds == [ReportListState, ReportState, HomeState]


def test_no_page_scrolls_beyond_its_end() -> None:
    hand = report(size=NARROW, keys="space " * 40)
    assert isinstance(hand.top, ReportState)
    end = hand.top.scroll
    assert "확실하다고 했지만 틀린 문제" in hand.text()
    assert hand.press("j").top == replace(hand.top, scroll=end)
    hand = report(size=NARROW, keys="enter enter " + "space " * 40)
    assert "2026-10-31 확인" in hand.text().replace("\n", "")


KEYS = (
    *"wfsarndtq?jkhl<>1",
    *("enter", "space", "escape", "up", "down", "left", "right", "pageup", "pagedown", "backspace"),
)


@settings(max_examples=60)
@given(
    keep=st.lists(st.integers(0, 4), unique=True, max_size=5),
    events=st.lists(
        st.sampled_from(KEYS) | st.builds(Resized, st.builds(Size, st.integers(20, 90), st.integers(6, 30))),
        max_size=40,
    ),
    language=st.sampled_from(["ko", "en"]),
)
def test_no_order_of_events_breaks_anything(keep: list[int], events: list[object], language: str) -> None:
    hand = report(language, exam=_some(keep))
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


def _some(keep: list[int]) -> SatExam:
    whole = sitting()
    items = tuple(whole.paper.items[place] for place in keep)
    return sat(replace(whole, paper=Paper(7, items), sheets=tuple(whole.sheets[place] for place in keep)))
