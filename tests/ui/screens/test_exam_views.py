"""What the exam looks like, at 80x24 and in 40 columns, in both languages, and read aloud."""

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.core.exam.attempt import Mode
from studycli.ui.app import spoken, view
from studycli.ui.drawn import painted_lines
from studycli.ui.events import Size
from tests.ui.screens.exam_studio import Desk, big_paper, exam, rules
from tests.ui.screens.studio import NARROW, WIDE

SIZES = pytest.mark.parametrize("size", [pytest.param(WIDE, id="80x24"), pytest.param(NARROW, id="40x12")])
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])

SCREENS = {
    "single": "",
    "single, chosen, flagged": "j enter f",
    "multiple, chosen and struck": "right 2 4 x 1 x 3 .",
    "one too many": "right 2 4 5",
    "striking": "x",
    "long": "right right",
    "long, scrolled": "right right pagedown",
    "gone": "right right right",
    "clock hidden": "c",
    "overview": "1 right 1 f right f g",
    "overview of flagged": "1 right 1 f right f g f",
    "hand in": "1 right 1 f right f h",
    "leave": "1 q",
    "help": "?",
}


def _exam(name: str, language: str, size: Size) -> Desk:
    return exam(big_paper(), language=language, size=size, keys=SCREENS[name])


@SIZES
@LANGUAGES
@pytest.mark.parametrize("name", SCREENS)
def test_exam_screens(name: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert _exam(name, language, size).text() == snapshot


@SIZES
@LANGUAGES
@pytest.mark.parametrize("mode", Mode)
def test_rules(mode: Mode, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert rules(big_paper(), mode, 30, language, size).text() == snapshot


@SIZES
@LANGUAGES
def test_leaving_a_relaxed_exam(language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert exam(mode=Mode.RELAXED, language=language, size=size, keys="q").text() == snapshot


@SIZES
@LANGUAGES
@pytest.mark.parametrize("keys", ["2 right", "q 1", "h 1"], ids=["not saved", "leaving unsaved", "over"])
def test_a_full_disk(keys: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    desk = exam(language=language, size=size)
    desk.full = True
    assert desk.press(keys).text() == snapshot


@LANGUAGES
def test_a_warning(language: str, snapshot: SnapshotAssertion) -> None:
    assert exam(language=language).wait(100 * 60).text() == snapshot


@LANGUAGES
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    texts = {name: spoken(_exam(name, language, WIDE).app) for name in SCREENS}
    full = exam(language=language)
    full.full = True
    over = spoken(full.press("h 1").app)
    assert {"rules": spoken(rules(big_paper(), language=language).app), "over": over, **texts} == snapshot


@pytest.mark.parametrize("theme", ["auto", "mono"])
def test_styles(theme: str, snapshot: SnapshotAssertion) -> None:
    desk = exam(theme=theme, keys="right 2 x 1 f")
    assert [line for line in painted_lines(view(desk.app, WIDE), WIDE) if "\x1b" in line] == snapshot
