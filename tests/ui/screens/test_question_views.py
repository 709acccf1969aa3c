"""What practice, report and dispute look like, at 80x24 and in 40 columns, in both languages."""

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.ui.app import spoken
from studycli.ui.events import Size
from tests.ui.screens.question_studio import Hand, practice, report
from tests.ui.screens.studio import NARROW, WIDE

SIZES = pytest.mark.parametrize("size", [pytest.param(WIDE, id="80x24"), pytest.param(NARROW, id="40x12")])
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])


def _practice(keys: str, *names: str) -> Callable[[str, Size], Hand]:
    return lambda language, size: practice(names or ("job", "two"), language, size, keys)


def _report(keys: str) -> Callable[[str, Size], Hand]:
    return lambda language, size: report(language, size, keys)


SCREENS = {
    "practice": _practice(""),
    "practice chosen": _practice("2 . f x 3"),
    "practice several": _practice("1 3 2", "two"),
    "practice long": _practice("j j", "long"),
    "practice wrong": _practice("1 enter"),
    "practice right": _practice("1 2 enter", "two"),
    "practice end": _practice("1 enter enter 1 2 enter enter"),
    "practice nothing": _practice("", "gone"),
    "practice help": _practice("?"),
    "dispute": _practice("2 enter d 1 5 space m i n"),
    "report": _report(""),
    "report further": _report("space space"),
    "report list": _report("enter j"),
    "report list refused": _report("s r"),
    "report question": _report("w enter"),
    "report question gone": _report("enter j j j enter"),
    "report question help": _report("w enter ?"),
}


@SIZES
@LANGUAGES
@pytest.mark.parametrize("name", SCREENS)
def test_screens(name: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert SCREENS[name](language, size).text() == snapshot


@LANGUAGES
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    assert {name: spoken(screen(language, WIDE).app) for name, screen in SCREENS.items()} == snapshot
