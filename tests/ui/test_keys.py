import pytest
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from studycli.ui.keys import NAMES, key_names, typed, written


@pytest.mark.parametrize(
    ("jamo", "letters"),
    [
        pytest.param("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop", id="top-row"),
        pytest.param("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl", id="home-row"),
        pytest.param("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm", id="bottom-row"),
        pytest.param("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", id="with-shift"),
        pytest.param("\u1107\u1161\u11ab\u1112", "qksg", id="conjoining"),
        pytest.param("\uffb2\uffc2\uffc7\uffdc", "qkpl", id="half-width"),
        pytest.param("ㅝㅢㄳ", "njmlrt", id="compound"),
        pytest.param("바왕", "qkdhkd", id="syllables-of-an-input-method"),
        pytest.param("ＱｑＺ１＠", "QqZ1@", id="full-width"),
        pytest.param("é가", "érk", id="other-letters-stay"),
    ],
)
def test_jamo_are_the_letters_on_their_keys(jamo: str, letters: str) -> None:
    assert "".join(key for character in jamo for key in typed(character)) == letters


@pytest.mark.parametrize(
    ("key", "names"),
    [
        pytest.param(Keys.ControlM, ("enter",), id="enter"),
        pytest.param(Keys.ControlJ, ("enter",), id="enter-before-raw-mode"),
        pytest.param(Keys.Escape, ("escape",), id="escape"),
        pytest.param(Keys.Up, ("up",), id="up"),
        pytest.param(Keys.PageDown, ("pagedown",), id="pagedown"),
        pytest.param(Keys.ControlH, ("backspace",), id="backspace"),
        pytest.param(Keys.ControlI, ("tab",), id="tab"),
        pytest.param(" ", ("space",), id="space"),
        pytest.param("\u3000", ("space",), id="full-width-space"),
        pytest.param("ㅂ", ("q",), id="jamo"),
        pytest.param("@", ("@",), id="sign"),
        pytest.param(Keys.BracketedPaste, (), id="paste"),
        pytest.param(Keys.F1, (), id="function-key"),
        pytest.param(Keys.ControlA, (), id="other-control"),
        pytest.param(Keys.BackTab, (), id="shift-tab"),
        pytest.param("\udce3", (), id="broken-utf8"),
    ],
)
def test_key_presses_have_names(key: Keys | str, names: tuple[str, ...]) -> None:
    assert key_names(KeyPress(key)) == names


def test_long_names_are_those_of_events() -> None:
    words = "enter space escape up down left right pageup pagedown home end backspace delete tab"
    controls = "ctrl-e ctrl-n ctrl-p ctrl-r ctrl-u ctrl-w"
    assert frozenset([*words.split(), *controls.split()]) == NAMES


@pytest.mark.parametrize(
    ("press", "text"),
    [
        pytest.param(KeyPress("ㅂ"), "ㅂ", id="jamo-as-typed"),
        pytest.param(KeyPress("한"), "한", id="syllable"),
        pytest.param(KeyPress("q"), "q", id="letter"),
        pytest.param(KeyPress(" "), " ", id="space"),
        pytest.param(KeyPress("\u3000"), " ", id="full-width-space"),
        pytest.param(KeyPress(Keys.BracketedPaste, "두 줄\n붙임"), "두 줄\n붙임", id="paste"),
        pytest.param(KeyPress(Keys.ControlM, "\r"), "", id="enter"),
        pytest.param(KeyPress(Keys.Up, "\x1b[A"), "", id="arrow"),
        pytest.param(KeyPress("\udce3"), "", id="broken-utf8"),
    ],
)
def test_what_a_press_writes_is_what_was_typed(press: KeyPress, text: str) -> None:
    assert written(press) == text
