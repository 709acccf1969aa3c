"""A sitting on the screen: saving, the clock, the report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from studycli.core.exam.attempt import Answer, Attempt, Mode, leave
from studycli.ui.app import spoken
from studycli.ui.effects import Failed
from studycli.ui.events import Continued, Quit, Size
from studycli.ui.exam_effects import ExamStep, OpenReport, SaveAnswer, Saved, SaveStep
from studycli.ui.screens.exam_header import clock_text
from studycli.ui.screens.exam_state import Panel
from studycli.ui.screens.help_page import HelpState
from studycli.ui.screens.home_state import HomeState
from tests.ui.screens.exam_studio import FULL, REPORT, Desk, attempt, exam, going_on, paper, sized
from tests.ui.screens.studio import NARROW, NOW, TINY, WIDE

MINUTE_S = 60


def _stopped(after_s: float, mode: Mode = Mode.STRICT, minutes: int = 130) -> Attempt:
    """A sitting that was left ``after_s`` seconds after its start."""
    return leave(
        attempt(mode=mode, minutes=minutes), NOW.at + timedelta(seconds=after_s), NOW.mono_s + after_s
    )


# Saving


def test_every_change_is_saved_with_the_whole_answer_and_the_time_left() -> None:
    desk = exam(keys="2 f")
    written = [write for write in desk.written if isinstance(write, SaveAnswer)]
    assert [(write.question, write.answer, write.left_s) for write in written] == [
        ("lib/single", Answer(("memory",), seconds=1.0), 7799.0),
        ("lib/single", Answer(("memory",), flagged=True, seconds=2.0), 7798.0),
    ]
    assert written[1].moment == desk.now


@pytest.mark.parametrize("key", ["2", "c", "t", "j", "x", "left", "?"])
def test_what_changes_no_answer_writes_nothing(key: str) -> None:
    desk = exam(keys="2")
    before = len(desk.written)
    assert len(desk.press(key).written) == before


def test_leaving_a_question_saves_its_seconds() -> None:
    desk = exam().wait(40).press("right")
    assert desk.answers == {"lib/single": Answer(seconds=41.0)}
    assert desk.wait(9).press("left").answers["lib/multiple"] == Answer(seconds=10.0)


@pytest.mark.parametrize("keys", ["right", "2 enter", "g right enter", "g 2 enter"])
def test_where_one_went_is_written_with_what_one_left(keys: str) -> None:
    desk = exam(keys=keys)
    last = desk.written[-1]
    assert isinstance(last, SaveAnswer)
    assert (last.question, last.shown, last.moment) == ("lib/single", "lib/multiple", desk.now)
    assert desk.state.attempt.place == 1
    assert [write.shown for write in desk.press("f").written[-1:] if isinstance(write, SaveAnswer)] == [None]


def test_what_could_not_be_saved_is_said_marked_and_tried_again_with_the_next_change() -> None:
    desk = exam()
    desk.full = True
    desk.press("2")
    assert f"저장하지 못했습니다. {FULL}" in desk.text()
    assert "저장 안 됨 1" in desk.press("c").text()
    assert (desk.answers, desk.answer.chosen) == ({}, ("memory",))
    desk.full = False
    desk.press("f")
    assert desk.answers == {"lib/single": Answer(("memory",), flagged=True, seconds=3.0)}
    assert "저장" not in desk.text()


def test_it_is_tried_again_with_every_second_and_in_order() -> None:
    desk = exam()
    desk.full = True
    desk.press("2 right 1 right")
    assert desk.wait(1).written == []
    assert "저장 안 됨 2" in desk.text()
    desk.full = False
    desk.wait(1)
    assert [write.question for write in desk.written if isinstance(write, SaveAnswer)] == [
        "lib/single",
        "lib/multiple",
    ]
    assert "저장" not in desk.text()


def test_an_error_of_the_shell_counts_as_a_failed_save() -> None:
    desk = exam(keys="2")
    desk.feed(Failed("자료 폴더가 없습니다."))
    assert "자료 폴더가 없습니다." in desk.text()


# Leaving, handing in


def test_leaving_saves_first_and_goes_home() -> None:
    desk = exam(keys="2 right q enter")
    assert isinstance(desk.app.stack[-1], HomeState)
    assert desk.steps == [ExamStep.LEAVE]
    assert desk.written[-1] == SaveStep("aaaaaaaa-1", ExamStep.LEAVE, 7796.0, desk.now)
    assert desk.answers["lib/multiple"].seconds == 2.0
    assert desk.reports == []


def test_leaving_goes_out_of_the_program_if_nothing_is_below() -> None:
    desk = exam()
    desk.app = replace(desk.app, stack=desk.app.stack[1:])
    desk.press("q enter")
    assert (desk.steps, desk.exit_code) == ([ExamStep.LEAVE], Quit().code)


def test_who_cannot_be_saved_stays_and_may_leave_all_the_same() -> None:
    desk = exam(keys="2")
    desk.full = True
    desk.press("q enter")
    assert desk.state.panel is Panel.CONFIRM
    assert "저장하지 못한 1건을 버리고 나가기" in desk.text()
    desk.press("enter")
    assert isinstance(desk.app.stack[-1], HomeState)
    assert desk.steps == []


def test_a_leave_that_failed_is_not_written_while_the_exam_goes_on() -> None:
    desk = exam(keys="2")
    desk.full = True
    desk.press("q enter escape")
    desk.full = False
    desk.wait(1).press("3")
    assert desk.steps == []
    assert desk.answers["lib/single"].chosen == ("reserved",)


def test_handing_in_saves_answer_and_step_then_the_report_takes_the_place_of_the_exam() -> None:
    desk = exam(keys="2 h 1")
    assert desk.steps == [ExamStep.HAND_IN]
    assert desk.answers == {"lib/single": Answer(("memory",), seconds=3.0)}
    (handed_in,) = desk.reports
    assert (handed_in.ended_at, handed_in.left_s) == (desk.now.at, 7797.0)
    assert [type(screen) for screen in desk.app.stack] == [HomeState, type(REPORT)]


def test_a_hand_in_that_cannot_be_saved_waits_and_is_tried_again() -> None:
    desk = exam(keys="2")
    desk.full = True
    desk.press("h 1")
    assert desk.state.panel is Panel.OVER
    assert FULL in desk.text()
    assert "2건" in desk.text()
    assert desk.wait(1).reports == []
    desk.full = False
    desk.wait(1)
    assert desk.steps == [ExamStep.HAND_IN]
    assert [each.ended_at for each in desk.reports] == [NOW.at + timedelta(seconds=3)]


def test_a_report_that_does_not_come_is_asked_for_again_with_enter_only() -> None:
    desk = exam(keys="2")
    desk.full = True
    desk.press("h 1")
    state = replace(desk.state, pending=(), reporting=True)
    desk.app = replace(desk.app, stack=(*desk.app.stack[:-1], state))
    desk.feed(Failed("보고서가 없습니다."))
    assert "보고서가 없습니다." in desk.text()
    assert desk.wait(5).press("x").reports == []
    assert len(desk.press("enter").reports) == 1


# The clock


@pytest.mark.parametrize(
    ("left_s", "text"),
    [
        pytest.param(7800.0, "2:10:00", id="hours"),
        pytest.param(3600.0, "1:00:00", id="an hour"),
        pytest.param(3599.0, "59:59", id="less than an hour"),
        pytest.param(3599.5, "1:00:00", id="a second begun counts"),
        pytest.param(0.4, "00:01", id="the last one"),
        pytest.param(0.0, "00:00", id="over"),
    ],
)
def test_the_clock_shows_minutes_or_hours(left_s: float, text: str) -> None:
    assert clock_text(left_s) == text


def test_the_clock_runs_on_keys_and_seconds() -> None:
    assert exam().wait(60).text().split("\n")[0].endswith("2:09:00")
    assert exam(keys="j").text().split("\n")[0].endswith("2:09:59")


def test_c_hides_the_clock_everywhere_and_shows_it_again() -> None:
    desk = exam(keys="c")
    assert "2:0" not in desk.text()
    assert "2:0" not in desk.press("g").text()
    assert not any("2:0" in line for line in spoken(desk.app))
    assert "2:09:55" in desk.press("g c").wait(1).text()


@pytest.mark.parametrize("hide", ["", "c"], ids=["shown", "hidden"])
def test_thirty_and_five_minutes_before_the_end_it_warns_once(hide: str) -> None:
    desk = exam(keys=hide).wait(99 * MINUTE_S)
    assert "남았습니다" not in desk.text()
    assert "30분 남았습니다!" in desk.wait(60).text()
    assert "남았습니다" in desk.press("j").text(), "a key at once does not hide it"
    desk.wait(10).press("j")
    assert "남았습니다" not in desk.wait(60).text()
    assert "5분 남았습니다!" in desk.wait(24 * MINUTE_S).text()
    assert "남았습니다" not in desk.wait(10).press("j").wait(60).text()


def test_a_key_that_comes_after_the_warning_was_due_brings_it() -> None:
    desk = exam(keys="j")
    desk.gone_s = 100 * MINUTE_S
    assert "30분 남았습니다!" in desk.press("j").text()


def test_a_short_exam_does_not_begin_with_a_warning() -> None:
    desk = exam(minutes=20).wait(1)
    assert "남았습니다" not in desk.text()
    assert "5분 남았습니다!" in desk.wait(15 * MINUTE_S).text()


@pytest.mark.parametrize("minutes", [5, 3])
def test_one_of_a_few_minutes_warns_a_minute_before_its_end(minutes: int) -> None:
    desk = exam(minutes=minutes).wait((minutes - 1) * MINUTE_S - 1)
    assert "남았습니다" not in desk.text()
    assert "1분 남았습니다!" in desk.wait(1).text()


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        pytest.param(Mode.STRICT, "5분 남았습니다!", id="strict: the clock ran on"),
        pytest.param(Mode.RELAXED, "30분 남았습니다!", id="relaxed: it stood still"),
    ],
)
def test_who_goes_on_late_is_warned_at_once(mode: Mode, said: str) -> None:
    desk = going_on(_stopped(100 * MINUTE_S, mode), later_s=125.5 * MINUTE_S)
    assert desk.steps == [ExamStep.RESUME]
    assert said in desk.wait(1).text()


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("", id="question"),
        pytest.param("g", id="overview"),
        pytest.param("g f 6", id="overview, filtered, typing"),
        pytest.param("h", id="handing in"),
        pytest.param("q", id="leaving"),
        pytest.param("?", id="help"),
        pytest.param("g ?", id="help on the overview"),
        pytest.param("x", id="striking"),
    ],
)
@pytest.mark.parametrize("by_key", [False, True], ids=["tick", "key"])
def test_at_zero_it_hands_in_by_itself_wherever_one_is(keys: str, by_key: bool) -> None:
    desk = exam(keys=f"2 {keys}")
    if by_key:
        desk.gone_s = 130 * MINUTE_S + 30
        desk.press("q")
    else:
        desk.wait(130 * MINUTE_S + 30)
    assert desk.steps == [ExamStep.HAND_IN]
    assert [each.left_s for each in desk.reports] == [0.0]
    assert desk.answers["lib/single"] == Answer(("memory",), seconds=7800.0)
    assert [type(screen) for screen in desk.app.stack] == [HomeState, type(REPORT)]


def test_the_clock_runs_on_below_the_help_page() -> None:
    desk = exam(keys="?").wait(60)
    assert isinstance(desk.app.stack[-1], HelpState)
    assert desk.state.attempt.left_s == 7800 - 61
    desk.wait(99 * MINUTE_S).press("q")
    assert "30분 남았습니다!" in desk.text(), "the warning waited for its reader"


@pytest.mark.parametrize("begin", [exam, lambda: going_on(_stopped(60), later_s=600)], ids=["new", "resumed"])
def test_the_time_is_written_down_while_one_only_reads(begin: Callable[[], Desk]) -> None:
    desk = begin()
    began, left_s, spent_s = len(desk.written), desk.state.attempt.left_s, desk.answer.seconds
    for _ in range(95):
        desk.wait(1)
    noted = [write for write in desk.written[began:] if isinstance(write, SaveAnswer)]
    assert [left_s - write.left_s for write in noted] == [30, 60, 90]
    assert [write.answer.seconds - spent_s for write in noted] == [30, 60, 90]
    desk.press("f")
    for _ in range(29):
        desk.wait(1)
    assert len(desk.written) == began + 4, "an answer just saved has told the time"


def test_a_clock_set_back_costs_and_gives_nothing() -> None:
    desk = exam().wait(60)
    desk.gone_s = 10
    assert desk.wait(0).state.attempt.left_s == 7740


def test_only_a_strict_clock_runs_on_while_the_program_is_stopped() -> None:
    for mode, left_s in ((Mode.STRICT, 7800 - 160), (Mode.RELAXED, 7800 - 70)):
        desk = exam(mode=mode).wait(60).press("?")
        desk.gone_s += 90
        desk.feed(Continued(desk.now))
        assert desk.wait(9).state.attempt.left_s == left_s


# Going on


def test_a_sitting_goes_on_where_it_was_left() -> None:
    desk = exam(keys="right 1 3")
    stopped = leave(desk.state.attempt, desk.now.at, desk.now.mono_s)
    again = going_on(stopped, later_s=60.0)
    assert again.written[0] == SaveStep("aaaaaaaa-1", ExamStep.RESUME, 7740.0, again.now)
    assert (again.state.attempt.place, again.answer.chosen) == (1, ("fargate", "reserved"))


def test_relaxed_the_time_away_is_not_counted() -> None:
    desk = going_on(_stopped(60, Mode.RELAXED), later_s=86_400)
    assert desk.state.attempt.left_s == 7740


def test_a_sitting_whose_time_ran_out_meanwhile_shows_its_report() -> None:
    desk = going_on(_stopped(60), later_s=86_400)
    assert desk.steps == [ExamStep.HAND_IN]
    assert [each.ended_at for each in desk.reports] == [NOW.at + timedelta(seconds=7800)]
    assert desk.app.stack[-1] is REPORT


def test_a_first_effect_that_gets_lost_is_sent_again_with_the_next_second() -> None:
    from studycli.ui.screens.exam_state import opened
    from tests.ui.screens.exam_studio import ExamDeck

    later = NOW._replace(at=NOW.at + timedelta(seconds=90))
    screen, effects = opened(_stopped(60), ExamDeck(), "ko", later)
    assert [type(effect) for effect in effects] == [SaveStep]
    desk = exam()
    desk.app = replace(desk.app, stack=(desk.app.stack[0], screen))
    assert desk.wait(1).steps == [ExamStep.RESUME]


# Laws

KEYS = [
    *("1", "2", "3", "4", "5", "9", "0", "enter", "space", "j", "k", "up", "down", "left", "right", "tab"),
    *("x", "f", "g", "h", "s", "q", "escape", "t", "c", ".", "?", "u", "l", "[", "]", "<", ">", "backspace"),
    *("pageup", "pagedown", "n", "e", "i", "d", "가", "text"),
]
ACTS = st.one_of(
    st.tuples(st.sampled_from(KEYS), st.floats(0, 40)),
    st.tuples(st.sampled_from(["tick", "fill", "free"]), st.floats(0, 400)),
)


def _act(desk: Desk, name: str, seconds: float) -> None:
    match name:
        case "tick":
            desk.wait(seconds)
        case "fill" | "free":
            desk.full = name == "fill"
        case _:
            desk.press(name, seconds)


@settings(max_examples=150, deadline=None)
@given(acts=st.lists(ACTS, max_size=40), mode=st.sampled_from(Mode))
def test_no_answer_is_lost_whatever_is_pressed_and_whenever_the_disk_fills_up(
    acts: list[tuple[str, float]], mode: Mode
) -> None:
    desk = exam(paper(("single", "multiple", "long", "lost")), mode, minutes=20)
    kept = desk.state
    for name, seconds in acts:
        if any(screen is REPORT for screen in desk.app.stack) or len(desk.app.stack) == 1:
            break
        _act(desk, name, seconds)
        if len(desk.app.stack) > 1 and desk.app.stack[-1] is not REPORT:
            kept = desk.state
    desk.full = False
    if len(desk.app.stack) > 1 and desk.app.stack[-1] is not REPORT:
        desk.wait(1).wait(5000)
        assert desk.reports, "its time ran out"
    if desk.reports:
        (over,) = desk.reports
        assert desk.steps[-1] is ExamStep.HAND_IN
        expected = {item.question: sheet.answer for item, sheet in over.answered() if sheet != type(sheet)()}
        assert {name: desk.answers[name] for name in expected} == expected
        assert all(answer == expected.get(name, Answer()) for name, answer in desk.answers.items())
    elif desk.steps:
        assert desk.steps == [ExamStep.LEAVE]
    else:
        assert kept.failing, "only who was told may leave with something unsaved"


@settings(max_examples=60, deadline=None)
@given(
    acts=st.lists(ACTS, max_size=25),
    width=st.integers(1, 130),
    height=st.integers(1, 45),
    language=st.sampled_from(["ko", "en"]),
)
def test_every_panel_fits_its_window(
    acts: list[tuple[str, float]], width: int, height: int, language: str
) -> None:
    size = Size(width, height)
    desk = exam(paper(("single", "multiple", "wordy", "lost")), minutes=20, language=language, size=size)
    for name, seconds in acts:
        _act(desk, name, seconds)
        lines = desk.text().split("\n")
        assert len(lines) == height
        assert max(map(cell_len, lines)) <= width
        assert spoken(desk.app)


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY], ids=["80x24", "40x12", "20x6"])
@pytest.mark.parametrize("place", ["", "right", "right right"], ids=["single", "multiple", "long"])
def test_nothing_moves_while_options_are_chosen_and_struck_out(size: Size, place: str) -> None:
    desk = sized(exam(keys=place), size)
    before = _rules(desk)
    for key in ["1", "x", "2", "3", "f", ".", "2", "x", "x", "c"]:
        assert _rules(desk.press(key)) == before, key


def _rules(desk: Desk) -> list[int]:
    """The lines on which the rules are drawn."""
    return [number for number, line in enumerate(desk.text().split("\n")) if "──" in line]


def test_the_report_is_asked_for_only_once_all_is_saved() -> None:
    from studycli.ui.app import update
    from studycli.ui.events import Key

    desk = exam(keys="2 h")
    app, first = update(desk.app, Key("1", desk.now))
    assert [type(effect) for effect in first] == [SaveAnswer]
    assert not any(isinstance(effect, OpenReport) for effect in first)
    assert app.stack[-1] is not REPORT


def test_only_what_was_sent_counts_as_saved() -> None:
    desk = exam()
    desk.full = True
    desk.press("2")
    desk.full = False
    desk.feed(Saved())
    assert desk.answers["lib/single"].chosen == ("memory",)
    assert desk.state.pending == ()
