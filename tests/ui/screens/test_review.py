"""The review screen, key by key."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycli.core.agenda import Agenda, Item
from studycli.core.foresight import Foresight, Score
from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, Phase
from studycli.core.queue import Queue
from studycli.planner.fit import Fit
from studycli.ui.app import App, update
from studycli.ui.effects import (
    ActOnCard,
    AnsweredElsewhere,
    CardAction,
    EditCard,
    Edited,
    Failed,
    FitParameters,
    Fitted,
    FoundMore,
    LookAhead,
    LookedAhead,
    RecordReview,
    Summarize,
    Summary,
)
from studycli.ui.events import Effect, Key, Quit, Size
from studycli.ui.screens.info import InfoState
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.review_state import ReviewState
from studycli.ui.spans import short_chance
from tests.ui.screens.studio import FACES, NOW, WIDE, Shell, plan_of, press, review, shown

EXAM = date(2026, 12, 14)


def _top(app: App) -> ReviewState:
    top = app.stack[-1]
    assert isinstance(top, ReviewState)
    return top


def _effects(app: App, key: str) -> tuple[Effect, ...]:
    return update(app, Key(key, NOW))[1]


@pytest.mark.parametrize(
    ("keys", "grade"),
    [
        pytest.param("space 1", Grade.AGAIN, id="1 is again"),
        pytest.param("space 2", Grade.HARD, id="2 is hard"),
        pytest.param("space 3", Grade.GOOD, id="3 is good"),
        pytest.param("space 4", Grade.EASY, id="4 is easy"),
        pytest.param("space space", Grade.GOOD, id="space twice is good"),
        pytest.param("enter enter", Grade.GOOD, id="enter twice is good"),
    ],
)
def test_a_grade_is_recorded_with_the_seconds_since_the_card_came(keys: str, grade: Grade) -> None:
    shell = Shell()
    press(review(shell=shell), keys, shell, seconds=4)
    (record,) = [effect for effect in shell.done if isinstance(effect, RecordReview)]
    assert (record.card, record.grade, record.seconds) == ("lib/timeout", grade, 8.0)


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "x", "9", "tab", "u"])
def test_before_the_answer_is_shown_no_key_grades(key: str) -> None:
    assert _effects(review(), key) == ()


def test_the_intervals_on_the_buttons_are_where_the_grades_lead() -> None:
    shell = Shell()
    revealed = press(review(shell=shell), "space", shell)
    outlook = _top(revealed).outlook
    assert outlook is not None
    after = press(revealed, "4", shell)
    assert _top(after).states["lib/timeout"] == replace(
        outlook[Grade.EASY].state, last_at=_top(after).states["lib/timeout"].last_at
    )


def test_under_a_plan_grades_lead_to_recall_on_the_exam_day() -> None:
    revealed = press(review(exam_date=EXAM), "space")
    plan = _top(revealed).scheduling.plan
    assert plan is not None
    recalls = [short_chance(recall) for recall in plan.recalls(NEW_CARD)]
    row = next(line for line in shown(revealed).split("\n") if "쉬움" in line)
    assert row.startswith("시험일 기억률:")
    assert [part.split()[-1] for part in row.split("   ") if "%" in part] == recalls
    assert "시험일" not in shown(press(review(exam_date=EXAM, cram=True), "space"))


def test_under_a_plan_a_failed_card_comes_back_as_long_as_that_pays() -> None:
    shell = Shell()
    app = press(review(shell=shell, exam_date=EXAM), "space 1 space 3", shell)
    assert _top(app).card == "lib/timeout"
    over = press(app, "space 3", shell)
    assert (_top(over).card, _top(over).session.finished) == (None, 2)


def test_under_a_plan_undo_brings_back_the_card_and_what_was_to_come() -> None:
    shell = Shell()
    app = review(shell=shell, exam_date=EXAM)
    back = press(app, "space 1 u", shell)
    assert (_top(back).session, shell.states) == (_top(app).session, {})


@pytest.mark.parametrize(
    ("summary", "budget_s", "said"),
    [
        pytest.param(Summary(4, 600.0, 2, pays=True), 4, "시간이 다 되었습니다.", id="the minutes are over"),
        pytest.param(
            Summary(4, 600.0, 2, pays=False), 600, "계획은 여기서 멈춥니다.", id="nothing would pay"
        ),
        pytest.param(Summary(4, 600.0, 2, pays=False), 4, "계획은 여기서 멈춥니다.", id="both"),
    ],
)
def test_the_end_says_why_the_plan_stops(summary: Summary, budget_s: float, said: str) -> None:
    shell = Shell(summary=summary)
    over = press(review(("lib/timeout",), shell=shell, exam_date=EXAM, budget_s=budget_s), "space 3", shell)
    text = shown(over).replace("\n   ", " ")
    assert said in text
    assert "내일 계획: 복습 4장, 새 카드 2장, 약 10분" in text
    reasons = ("시간이 다 되었습니다.", "계획은 여기서 멈춥니다.")
    assert [reason in text for reason in reasons].count(True) == 1


def test_a_session_that_a_limit_ended_says_so() -> None:
    shell = Shell(summary=Summary(4, 600.0, 2, pays=True))
    over = press(review(("lib/timeout",), shell=shell, exam_date=EXAM), "space 3", shell)
    assert "이번 카드는 끝났습니다." in shown(over)
    assert "시간이 다" not in shown(over)


def test_under_a_plan_one_goes_on_with_cards_of_the_plan() -> None:
    shell = Shell(more=Agenda((Item("lib/tmp", "lib/tmp", 0.1, 12.0),)))
    over = press(review(("lib/timeout",), shell=shell, exam_date=EXAM, budget_s=1), "space 3", shell)
    assert "내일 것 미리" not in shown(over)
    assert _top(press(over, "1", shell)).card == "lib/tmp"
    assert "더 꺼낼 카드가 없습니다." in shown(press(over, "1", Shell(more=Agenda())))


def test_what_is_known_of_a_card_under_a_plan() -> None:
    shell = Shell()
    app = press(review(shell=shell, exam_date=EXAM), "space 1 space 3 i", shell)
    assert "계획에 따름" in shown(app)
    assert "시험일 기억률" in shown(app)


def test_undo_goes_back_through_the_whole_session() -> None:
    shell = Shell()
    app = press(review(shell=shell), "space 3 * - u u u", shell)
    top = _top(app)
    assert (top.card, top.session.answered, top.trail) == ("lib/timeout", (), ())
    assert shell.states == {}


def test_undo_at_the_end_shows_the_last_card_again() -> None:
    shell = Shell()
    over = press(review(("lib/timeout",), shell=shell), "space 3", shell)
    assert _top(over).card is None
    assert _top(press(over, "u", shell)).card == "lib/timeout"


def test_what_cannot_be_saved_is_said_and_the_card_stays() -> None:
    app = press(review(), "space")
    grading, _ = update(app, Key("3", NOW))
    failed, effects = update(grading, Failed("디스크가 가득 찼습니다."))
    assert (_top(failed).card, _top(failed).revealed, effects) == ("lib/timeout", True, ())
    assert "디스크가 가득 찼습니다." in shown(failed)


@pytest.mark.parametrize(
    ("key", "action"),
    [pytest.param("-", CardAction.BURY, id="bury"), pytest.param("@", CardAction.SUSPEND, id="suspend")],
)
def test_a_card_put_aside_makes_room_for_the_next(key: str, action: CardAction) -> None:
    shell = Shell()
    app = press(review(shell=shell), key, shell)
    assert [effect.action for effect in shell.done if isinstance(effect, ActOnCard)] == [action]
    assert _top(app).card == "lib/tmp"


def test_mark_is_put_on_and_taken_off_and_the_card_stays() -> None:
    shell = Shell()
    marked = press(review(shell=shell), "*", shell)
    assert "표시됨" in shown(marked)
    assert _top(marked).card == "lib/timeout"
    assert "표시됨" not in shown(press(marked, "*", shell))


def test_t_shows_the_card_in_its_other_language_until_the_next_card() -> None:
    shell = Shell()
    app = press(review(shell=shell), "t", shell)
    assert "longest timeout" in shown(app)
    assert "최대 […]까지" in shown(press(app, "space 3", shell))


def test_a_text_that_is_missing_is_shown_in_the_other_language_with_its_code() -> None:
    assert "(only in ko)" in shown(review(("lib/long",), language="en"), Size(80, 100))


def test_n_opens_the_note_and_comes_back_to_the_same_card() -> None:
    app = press(review(), "space n")
    assert isinstance(app.stack[-1], NoteState)
    assert _top(press(app, "q")).revealed


def test_i_shows_what_is_known_of_the_card() -> None:
    app = press(review(), "i")
    assert isinstance(app.stack[-1], InfoState)
    assert "lib/timeout" in shown(app)


def test_e_asks_for_the_editor_and_takes_the_new_text() -> None:
    assert _effects(review(), "e") == (EditCard("lib/timeout"),)
    face = replace(FACES["lib/timeout"], front=FACES["lib/tmp"].front)
    app, _ = update(review(), Edited(face, ""))
    assert "최대 […]까지" in shown(app)


def test_a_text_broken_by_the_edit_leaves_the_old_one_and_says_why() -> None:
    app, _ = update(review(), Edited(None, "lambda.yaml:3:1: tabs"))
    assert "lambda.yaml:3:1: tabs" in shown(app, Size(120, 40))
    assert "최대 실행 시간은?" in shown(app)


def test_a_long_message_is_shown_whole() -> None:
    why = "content/serverless.yaml:120:7: quote-it: true is no text; put it in double quotes and save again"
    app, _ = update(review(), Edited(None, why))
    assert "save again" in shown(app).replace("\n", " ")
    assert len(shown(app).split("\n")) == WIDE.height


def test_a_card_that_left_the_library_is_passed_over() -> None:
    app = review(("lib/timeout", "lib/gone", "lib/tmp"))
    assert _top(press(app, "space 3", Shell())).card == "lib/tmp"


def test_a_card_answered_elsewhere_makes_room_for_the_next() -> None:
    shell = Shell()
    app = press(review(shell=shell), "space", shell)
    elsewhere = replace(_top(app).card_state, reviews=1, phase=Phase.REVIEW)
    after, _ = update(app, AnsweredElsewhere("lib/timeout", elsewhere))
    assert _top(after).card == "lib/tmp"
    assert _top(after).states["lib/timeout"] == elsewhere


def test_nothing_to_undo_is_said() -> None:
    assert "되돌릴 것이 없습니다" in shown(press(review(), "u"))


def test_a_card_in_its_step_leaves_a_cram_once_it_is_passed() -> None:
    failed = CardState(Phase.LEARNING, 1.0, 5.0, NOW.at.date(), NOW.at, 1)
    shell = Shell({"lib/timeout": failed})
    app = press(review(("lib/tmp", "lib/timeout"), shell=shell, cram=True), "space 3", shell)
    assert _top(press(app, "space 3", shell)).card is None


def test_going_on_after_a_cram_is_scheduled_again() -> None:
    shell = Shell(more=Queue(new=("lib/tmp",)))
    over = press(review(("lib/timeout",), shell=shell, cram=True), "space 3", shell)
    assert not _top(press(over, "1", shell)).scheduling.cram


def test_the_answer_is_in_view_however_long_the_front_is() -> None:
    app = press(review(("lib/long",)), "space")
    assert "끝" in shown(app)
    assert "위에 더 있음" in shown(app)


def test_scrolling_stops_at_both_ends() -> None:
    app = review(("lib/long",))
    down = press(app, " ".join(["pagedown"] * 50))
    assert "39번째" in shown(down)
    assert "39번째" not in shown(press(down, "pageup"))
    assert shown(press(down, " ".join(["pageup"] * 50))) == shown(app)


@pytest.mark.parametrize("key", ["q", "escape"])
def test_leaving_a_session_leaves_the_program_if_there_is_nothing_below(key: str) -> None:
    assert _effects(review(), key) == (Quit(0),)


def test_ten_more_at_the_end_goes_on() -> None:
    shell = Shell(more=Queue(new=("lib/tmp",)))
    over = press(review(("lib/timeout",), shell=shell), "space 3", shell)
    assert _top(press(over, "1", shell)).card == "lib/tmp"


def test_nothing_more_to_take_is_said() -> None:
    shell = Shell()
    over = press(review(("lib/timeout",), shell=shell), "space 3 3", shell)
    assert "더 꺼낼 카드가 없습니다." in shown(over)


def test_a_topic_chosen_at_the_end_goes_on_with_it() -> None:
    shell = Shell(more=Queue(new=("lib/tmp",)))
    app = press(review(("lib/timeout",), shell=shell), "space 3 2 1", shell)
    assert _top(app).card == "lib/tmp"


def test_cram_says_so_and_brings_a_failed_card_back() -> None:
    shell = Shell()
    app = press(review(("lib/timeout",), shell=shell, cram=True), "space 1", shell)
    assert "벼락치기" in shown(app)
    assert _top(app).card == "lib/timeout"


KEYS = [
    "space",
    "enter",
    "1",
    "2",
    "3",
    "4",
    "u",
    "t",
    "n",
    "e",
    "i",
    "*",
    "-",
    "@",
    "?",
    "q",
    "escape",
    "j",
    "k",
    "up",
    "down",
    "left",
    "right",
    "pageup",
    "pagedown",
    "x",
    "가",
]


@settings(max_examples=60, deadline=None)
@given(
    keys=st.lists(st.sampled_from(KEYS), max_size=30),
    width=st.integers(1, 130),
    height=st.integers(1, 45),
    exam_date=st.none() | st.just(EXAM),
)
def test_no_keys_break_the_program_and_every_screen_fits_its_window(
    keys: list[str], width: int, height: int, exam_date: date | None
) -> None:
    more = (
        Queue(new=("lib/long",)) if exam_date is None else Agenda((Item("lib/long", "lib/long", 0.1, 9.0),))
    )
    shell = Shell(more=more)
    app = press(review(shell=shell, exam_date=exam_date), " ".join(keys), shell)
    lines = shown(app, Size(width, height)).split("\n")
    assert len(lines) == height
    assert {answer.phase for screen in app.stack if isinstance(screen, ReviewState)
            for answer in screen.session.answered} <= set(Phase)  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_cells_of_a_frame_never_exceed_the_window(language: str) -> None:
    from rich.cells import cell_len

    app = press(review(language=language), "space")
    for size in (WIDE, Size(120, 40), Size(40, 12), Size(20, 6)):
        assert max(cell_len(line) for line in shown(app, size).split("\n")) <= size.width


def test_the_end_of_a_session_asks_for_a_fit() -> None:
    shell = Shell()
    press(review(shell=shell), "space 3 space 3", shell)
    assert shell.done.count(FitParameters()) == 1


def test_a_session_without_an_answer_asks_for_none() -> None:
    shell = Shell()
    review(cards=(), shell=shell)
    assert FitParameters() not in shell.done


FIT = Fit(Engine().parameters, 1240, 96, 0.3661, 0.3512)


@pytest.mark.parametrize(
    ("fit", "language", "line"),
    [
        pytest.param(FIT, "en", "(log loss 0.3661 -> 0.3512)", id="better"),
        pytest.param(replace(FIT, after=0.37), "en", "nothing changes.", id="no better"),
        pytest.param(FIT, "ko", "0.3661 -> 0.3512", id="better, ko"),
        pytest.param(replace(FIT, after=0.37), "ko", "그대로 둡니다.", id="no better, ko"),
    ],
)
def test_the_end_says_what_came_of_the_fit(fit: Fit, language: str, line: str) -> None:
    shell = Shell()
    app = press(review(language=language, shell=shell), "space 3 space 3", shell)
    fitted, effects = update(app, Fitted(fit, Engine(), shell.states))
    assert effects == ()
    assert line in " ".join(shown(fitted).split())


def test_what_follows_is_scheduled_by_the_new_parameters() -> None:
    shell = Shell()
    app = press(review(shell=shell), "space 3 space 3", shell)
    own = Engine([value * 0.9 for value in Engine().parameters[:4]] + list(Engine().parameters[4:]))
    states = {"lib/tmp": CardState(Phase.REVIEW, 2.0, 5.0, NOW.at.date())}
    top = _top(update(app, Fitted(FIT, own, states))[0])
    assert top.scheduling.engine is own
    assert top.states == states


def test_the_end_says_what_to_expect() -> None:
    shell = Shell()
    app = press(review(language="en", shell=shell), "space 3 space 3", shell)
    foresight = Foresight(NOW.at.date(), NOW.at.date(), "saa-c03", Score(784, 657, 900, 0.76))
    assert LookAhead() in shell.done
    assert "Expected on the exam day: 784 (657 to 900), 76% to pass" in shown(
        update(app, LookedAhead(foresight))[0]
    )
    bare = update(app, LookedAhead(foresight._replace(score=None)))[0]
    assert "Expected" not in shown(bare)


def test_what_was_planned_meanwhile_is_asked_for_at_the_end_alone() -> None:
    shell = Shell()
    app = review(shell=shell)
    foresight = Foresight(NOW.at.date(), NOW.at.date(), "saa-c03", Score(784, 657, 900, 0.76))
    assert update(app, LookedAhead(foresight))[1] == ()
    over = press(app, "space 3 space 3", shell)
    assert update(over, LookedAhead(foresight))[1] == (Summarize(),)


def test_what_follows_is_chosen_by_the_plan_that_found_it() -> None:
    plan = plan_of(NOW.at.date(), EXAM)
    app = press(review(exam_date=EXAM), "space 3 space 3", Shell())
    more = Agenda((Item("lib/tmp", "lib/tmp", 0.1, 12.0),))
    assert _top(update(app, FoundMore(more, {}, NOW, plan))[0]).scheduling.plan is plan


@pytest.mark.parametrize(
    ("before", "text"),
    [
        pytest.param(Score(742, 600, 880, 0.6), "exam day: 742 -> 784 (657 to 900)", id="another"),
        pytest.param(Score(784, 600, 880, 0.6), "exam day: 784 (657 to 900)", id="the same"),
        pytest.param(None, "exam day: 784 (657 to 900)", id="no score"),
    ],
)
def test_the_end_says_how_the_score_to_expect_changed(before: Score | None, text: str) -> None:
    shell = Shell()
    app = press(review(language="en", shell=shell), "space 3 space 3", shell)
    now = Foresight(NOW.at.date(), NOW.at.date(), "saa-c03", Score(784, 657, 900, 0.76))
    assert text in shown(update(app, LookedAhead(now, now._replace(score=before)))[0])


def known(lapses: int) -> CardState:
    return CardState(Phase.REVIEW, 3.0, 8.0, NOW.at.date() - timedelta(days=3), NOW.at, 20, lapses)


@pytest.mark.parametrize(
    ("lapses", "keys", "named"),
    [
        pytest.param(7, "space 1 space 3 space 3", True, id="the eighth lapse"),
        pytest.param(11, "space 1 space 3 space 3", True, id="the twelfth"),
        pytest.param(8, "space 1 space 3 space 3", False, id="the ninth"),
        pytest.param(8, "space 3 space 3", False, id="no lapse"),
    ],
)
def test_the_end_names_a_card_forgotten_once_too_often(lapses: int, keys: str, named: bool) -> None:
    shell = Shell({"lib/timeout": known(lapses)})
    app = press(review(language="en", shell=shell), keys, shell, seconds=900)
    assert ('"What is the longest timeout of a function?"' in " ".join(shown(app).split())) is named
    assert not shell.states["lib/timeout"].suspended


def test_the_info_page_says_that_a_card_keeps_slipping() -> None:
    shell = Shell({"lib/timeout": known(9)})
    assert "9 (keeps slipping)" in shown(press(review(language="en", shell=shell), "i", shell))
