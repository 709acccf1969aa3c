"""What the screens look like, at 80x24 and in 40 columns, in both languages."""

from dataclasses import replace
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.core.foresight import Foresight, Score, Stance
from studycli.ui.app import App, spoken, update
from studycli.ui.drawn import painted_lines
from studycli.ui.effects import LookAhead, LookedAhead, Summary
from studycli.ui.events import Key, Size
from studycli.ui.screens.home import update as home_update
from studycli.ui.screens.home_state import (
    Choice,
    HomeLoaded,
    HomeState,
    Recount,
    Recounted,
    choices,
    menu_keys,
)
from tests.ui.screens.studio import HOME, NARROW, NOW, WIDE, Shell, home, look, press, review, shown, sized

FORESIGHT = Foresight(
    date(2026, 11, 22),
    date(2026, 12, 20),
    "saa-c03",
    Score(784, 657, 900, 0.7637),
    Stance("behind", -85, 5, 90),
)
SIZES = pytest.mark.parametrize("size", [pytest.param(WIDE, id="80x24"), pytest.param(NARROW, id="40x12")])
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])

SCREENS = {
    "front": "",
    "answer": "space",
    "marked, in relearning": "space 1 *",
    "end": "space 3 space 3",
    "note": "n",
    "info": "i",
    "help": "?",
    "topics": "space 3 space 3 2",
}


def _screen(language: str, keys: str, size: Size) -> App:
    shell = Shell()
    return press(sized(review(language=language, shell=shell), size), keys, shell)


@SIZES
@LANGUAGES
@pytest.mark.parametrize("name", SCREENS)
def test_study_screens(name: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert shown(_screen(language, SCREENS[name], size), size) == snapshot


@SIZES
@LANGUAGES
@pytest.mark.parametrize(
    ("keys", "pays"),
    [
        pytest.param("space", True, id="answer"),
        pytest.param("space 3", True, id="end, the minutes are over"),
        pytest.param("space 3", False, id="end, nothing would pay"),
        pytest.param("space 3 u i", True, id="info"),
    ],
)
def test_study_screens_under_a_plan(
    keys: str, pays: bool, language: str, size: Size, snapshot: SnapshotAssertion
) -> None:
    shell = Shell(summary=Summary(21, 1100.0, 17, pays))
    app = review(("lib/timeout",), language, shell, date(2026, 12, 14), size, budget_s=1)
    assert shown(press(app, keys, shell), size) == snapshot


@SIZES
@LANGUAGES
def test_home(language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert shown(home(language), size) == snapshot


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"exam_days": None}, id="no exam date"),
        pytest.param({"exam_days": 0}, id="exam today"),
        pytest.param({"foresight": FORESIGHT}, id="what to expect"),
        pytest.param({"foresight": FORESIGHT, "is_stale": True}, id="what was expected"),
        pytest.param({"foresight": FORESIGHT._replace(score=None)}, id="no score to expect"),
        pytest.param({"leeches": ("lib/tmp",)}, id="leeches"),
        pytest.param({"exam_days": -3}, id="exam past"),
        pytest.param({"due": 0, "new": 0, "minutes": 0}, id="all done"),
        pytest.param({"problems": 2}, id="problems"),
        pytest.param({"suspended": ("lib/tmp",)}, id="suspended"),
        pytest.param({"exam_days": 1}, id="the eve"),
        pytest.param({"due": 0, "new": 0, "minutes": 0, "pays": True}, id="time used up"),
        pytest.param({"due": 0, "new": 0, "is_day_off": True, "pays": True}, id="day off"),
        pytest.param({"exam_days": None, "due": 0, "new": 0, "all_due": 7}, id="no exam date, time used up"),
    ],
)
@LANGUAGES
def test_home_says_where_you_stand(
    changed: dict[str, object], language: str, snapshot: SnapshotAssertion
) -> None:
    assert "\n".join(shown(home(language, **changed)).split("\n")[2:14]) == snapshot


FULL = {"suspended": ("lib/tmp",), "leeches": ("lib/tmp",)}


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"exam_days": None}, id="no exam date"),
        pytest.param({"exam_days": 1}, id="the eve"),
        pytest.param({"exam_days": None, **FULL}, id="no exam date, all rows"),
        pytest.param({"exam_days": 1, **FULL}, id="the eve, all rows"),
    ],
)
def test_every_row_of_home_has_a_key_that_does_what_enter_does(changed: dict[str, object]) -> None:
    app = home("en", **changed)
    state = app.stack[-1]
    assert isinstance(state, HomeState)
    keys = menu_keys(state.home)
    assert len(set(keys)) == len(choices(state.home))
    for place, key in enumerate(keys):
        there = replace(app, stack=(replace(state, chosen=place),))
        by_key, by_enter = update(app, Key(key, NOW)), update(there, Key("enter", NOW))
        assert (by_key[0].stack[1:], by_key[1]) == (by_enter[0].stack[1:], by_enter[1])
        assert f" {key}  " in shown(app, Size(80, 30))


@pytest.mark.parametrize("event", [HomeLoaded, Recounted])
@pytest.mark.parametrize(
    ("before", "key", "now", "row"),
    [
        pytest.param({"exam_days": None}, 3, {"exam_days": 22}, Choice.PLAN, id="rows above are gone"),
        pytest.param({"exam_days": 22}, 2, {"exam_days": 1}, Choice.PLAN, id="rows above came"),
        pytest.param({"leeches": ("lib/tmp",)}, 7, {}, Choice.SETTINGS, id="the row itself is gone"),
    ],
)
def test_the_cursor_stays_on_its_row(
    event: type, before: dict[str, object], key: int, now: dict[str, object], row: Choice
) -> None:
    state, then = home("en", **before).stack[-1], home("en", **now).stack[-1]
    assert isinstance(state, HomeState)
    assert isinstance(then, HomeState)
    after = home_update(replace(state, chosen=key), event(then.home), look("en"))[0]
    assert choices(after.home)[after.chosen] is row


@LANGUAGES
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    texts = {name: spoken(_screen(language, keys, WIDE)) for name, keys in SCREENS.items()}
    assert {"home": spoken(home(language)), **texts} == snapshot


@pytest.mark.parametrize("theme", ["auto", "mono"])
def test_styles(theme: str, snapshot: SnapshotAssertion) -> None:
    from studycli.ui.app import view
    from tests.ui.screens.studio import look

    app = press(review(), "space")
    styled = App(app.stack, app.size, look("ko", theme))
    assert [line for line in painted_lines(view(styled, WIDE), WIDE) if "\x1b" in line] == snapshot


def test_the_frame_keeps_its_height_when_the_answer_comes() -> None:
    for size in (WIDE, NARROW):
        front = shown(sized(review(), size), size).split("\n")
        answer = shown(press(sized(review(), size), "space"), size).split("\n")
        rules = [[n for n, line in enumerate(lines) if line.startswith("──")] for lines in (front, answer)]
        assert rules[0][0] == rules[1][0]
        assert rules[0][-1] == rules[1][-1]


def test_home_looks_ahead_once_and_counts_anew() -> None:
    """Also where something keeps it stale, as where no card takes part."""
    stale = home(foresight=None, is_stale=True, due=12)
    told, effects = update(stale, LookedAhead(FORESIGHT))
    assert effects == (Recount(),)
    counted, effects = update(told, Recounted(HOME._replace(due=7, foresight=FORESIGHT, is_stale=True)))
    assert effects == ()
    assert _home(counted).home.due == 7
    assert update(counted, HomeLoaded(HOME._replace(is_stale=True)))[1] == (LookAhead(),)
    assert update(counted, HomeLoaded(HOME))[1] == ()


def _home(app: App) -> HomeState:
    top = app.stack[-1]
    assert isinstance(top, HomeState)
    return top


@LANGUAGES
def test_the_menu_stays_where_it_is_while_it_is_worked_out_where_one_stands(language: str) -> None:
    rows = []
    for is_stale in (True, False):
        lines = shown(home(language, foresight=FORESIGHT, is_stale=is_stale), WIDE).split("\n")
        rows.append(next(row for row, line in enumerate(lines) if line.strip().startswith(">  1")))
    assert rows[0] == rows[1]


def test_an_empty_line_is_not_read_aloud() -> None:
    assert "" not in spoken(home("en", foresight=FORESIGHT, is_stale=True))
