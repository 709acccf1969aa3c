"""Suspended cards and the way back."""

from studycli.core.memory import CardState
from studycli.ui.effects import Revive
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.suspended import SuspendedState
from tests.ui.screens.studio import Shell, home, press, shown

CARDS = ("lib/timeout", "lib/tmp")


def _shell() -> Shell:
    return Shell(dict.fromkeys(CARDS, CardState(suspended=True)))


def test_home_offers_to_bring_cards_back_only_if_there_are_any() -> None:
    assert "되살리기" not in shown(home())
    assert "보류한 카드 되살리기 (2장)" in shown(home(suspended=CARDS))


def test_a_card_brought_back_leaves_the_list() -> None:
    shell = _shell()
    app = press(home(suspended=CARDS), "k k k k enter j enter", shell)
    assert [effect.card for effect in shell.done if isinstance(effect, Revive)] == ["lib/tmp"]
    assert not shell.states["lib/tmp"].suspended
    assert shell.states["lib/timeout"].suspended
    assert "최대 실행 시간" in shown(app)
    assert "/tmp" not in shown(app)


def test_with_the_last_card_back_home_is_there_again() -> None:
    app = press(home(suspended=CARDS), "k k k k enter enter enter", _shell())
    assert isinstance(app.stack[-1], HomeState)


def test_leaving_changes_nothing() -> None:
    shell = _shell()
    opened = press(home(suspended=CARDS), "k k k k enter", shell)
    assert isinstance(opened.stack[-1], SuspendedState)
    assert isinstance(press(opened, "q", shell).stack[-1], HomeState)
    assert all(state.suspended for state in shell.states.values())
