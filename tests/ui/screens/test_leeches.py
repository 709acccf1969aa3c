"""The cards that keep slipping."""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.core.library import Text
from studycli.ui.app import App, spoken, update
from studycli.ui.effects import ActOnCard, CardAction, EditCard, Edited, Failed
from studycli.ui.events import Effect, Key
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.leeches import LeechesState, LeechRow, LoadLeeches
from tests.ui.screens.studio import FACES, HOME, NARROW, NOW, WIDE, Shell, home, look, press, shown, sized

ROWS = (LeechRow(FACES["lib/timeout"], 9), LeechRow(FACES["lib/tmp"], 12))
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])


def listed(language: str = "en") -> App:
    """Home with the list on top."""
    return App((HomeState(HOME, language), LeechesState(ROWS, language)), WIDE, look(language))


def effects_of(app: App, keys: str) -> tuple[Effect, ...]:
    effects: tuple[Effect, ...] = ()
    for name in keys.split():
        app, effects = update(app, Key(name, NOW))
    return effects


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="80x24"), pytest.param(NARROW, id="40x12")])
@LANGUAGES
def test_the_list(language: str, size: object, snapshot: SnapshotAssertion) -> None:
    assert isinstance(size, type(WIDE))
    assert shown(sized(press(listed(language), "j"), size), size) == snapshot


@LANGUAGES
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    assert spoken(listed(language)) == snapshot


def test_a_card_is_edited_or_suspended_from_here() -> None:
    assert effects_of(listed(), "j e") == (EditCard("lib/tmp"),)
    assert effects_of(listed(), "enter") == (EditCard("lib/timeout"),)
    assert effects_of(listed(), "@") == (ActOnCard("lib/timeout", CardAction.SUSPEND, NOW),)


def test_a_suspended_card_leaves_the_list_and_the_last_one_leads_home() -> None:
    shell = Shell()
    once = press(listed(), "@", shell)
    top = once.stack[-1]
    assert isinstance(top, LeechesState)
    assert [row.face.id for row in top.rows] == ["lib/tmp"]
    assert isinstance(press(once, "@", shell).stack[-1], HomeState)


def test_a_new_text_is_shown() -> None:
    face = replace(FACES["lib/tmp"], front=Text({"en": "A better question?"}))
    assert "A better question?" in shown(update(listed(), Edited(face, ""))[0])


@pytest.mark.parametrize(
    ("event", "text"),
    [
        pytest.param(Edited(None, "line 3"), "the old text stays: line 3", id="a broken text"),
        pytest.param(Edited(None, ""), "Nothing changed", id="no new text"),
        pytest.param(Failed("no space"), "no space", id="a full disk"),
    ],
)
def test_news(event: object, text: str) -> None:
    assert text in shown(update(listed(), event)[0])


def test_home_has_a_row_for_them_only_if_there_are_any() -> None:
    assert "keep slipping (2)" in shown(home("en", leeches=("lib/timeout", "lib/tmp")))
    assert "keep slipping" not in shown(home("en"))
    assert effects_of(home("en", leeches=("lib/timeout",)), "8") == (LoadLeeches(("lib/timeout",)),)
