"""The page of the plan on its screen."""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.ui.app import App, Opened, spoken, update
from studycli.ui.effects import Failed
from studycli.ui.events import Effect, Key, Size
from studycli.ui.screens.home_state import AskPlan, HomeState
from studycli.ui.screens.leeches import LeechesState, LeechRow, LoadLeeches
from studycli.ui.screens.plan import LoadPlan, PlanLoaded, PlanState
from studycli.ui.screens.plan_text import PlanPage
from tests.ui.screens.plan_studio import page
from tests.ui.screens.studio import FACES, HOME, NOW, WIDE, home, look, shown, sized

COLUMNS_40 = Size(40, 24)
SIZES = pytest.mark.parametrize(
    "size", [pytest.param(WIDE, id="80x24"), pytest.param(COLUMNS_40, id="40x24")]
)
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])


def opened(language: str = "en", size: Size = WIDE, loaded: PlanPage | None = None) -> App:
    """Home with the plan on top."""
    stack = (HomeState(HOME, language), PlanState(language))
    app = sized(App(stack, size, look(language)), size)
    return update(app, PlanLoaded(loaded or page()))[0]


def pressed(app: App, keys: str) -> tuple[App, tuple[Effect, ...]]:
    effects: tuple[Effect, ...] = ()
    for name in keys.split():
        app, effects = update(app, Key(name, NOW))
    return app, effects


@SIZES
@LANGUAGES
@pytest.mark.parametrize("keys", ["", "space", "space space space"], ids=["top", "days", "below"])
def test_the_page(keys: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert shown(pressed(opened(language, size), keys)[0], size) == snapshot


@LANGUAGES
def test_while_it_is_worked_out(language: str, snapshot: SnapshotAssertion) -> None:
    app = App((PlanState(language),), WIDE, look(language))
    assert shown(app) == snapshot


@LANGUAGES
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    assert spoken(opened(language)) == snapshot


def test_home_opens_it_and_asks_for_it() -> None:
    app, effects = pressed(home("en"), "3")
    assert isinstance(app.stack[-1], PlanState)
    assert effects == (LoadPlan(),)


@pytest.mark.parametrize("days", [None, -3])
def test_home_asks_for_a_plan_where_no_exam_is_ahead(days: int | None) -> None:
    app, effects = pressed(home("en", exam_days=days), "4")
    assert isinstance(app.stack[-1], HomeState)
    assert effects == (AskPlan(),)


def test_it_scrolls_no_farther_than_its_end() -> None:
    app, _ = pressed(opened(), "space " * 20)
    top = app.stack[-1]
    assert isinstance(top, PlanState)
    assert "our approximation" in shown(app)
    assert pressed(app, "space")[0].stack[-1] == top
    assert shown(pressed(app, "pageup " * 20)[0]) == shown(opened())


def test_what_cannot_be_worked_out_is_said() -> None:
    assert "no exam date" in shown(update(opened(), Failed("no exam date"))[0])


def test_without_a_plan_to_show_it_is_said_at_home() -> None:
    below = HomeState(HOME, "en")
    app, effects = update(App((below, PlanState("en")), WIDE, look("en")), Failed("no exam date"))
    assert app.stack == (replace(below, message="no exam date"),)
    assert effects == ()


def test_after_the_leeches_it_is_worked_out_anew() -> None:
    leeches = LeechesState((LeechRow(FACES["lib/timeout"], 9),), "en")
    app = update(opened(), Opened(leeches))[0]
    assert pressed(app, "q")[1] == (LoadPlan(),)
    assert pressed(opened(), "? q")[1] == ()


def test_leeches_are_one_key_away() -> None:
    assert pressed(opened(), "l")[1] == (LoadLeeches(("lib/timeout",)),)
    bare = PlanPage(page().plan, None, {})
    assert pressed(opened(loaded=bare), "l")[1] == ()


def test_q_leads_home() -> None:
    app, _ = pressed(opened(), "q")
    assert isinstance(app.stack[-1], HomeState)
