"""A note as it is drawn and read aloud."""

from dataclasses import replace

import pytest
from rich.console import Group
from syrupy.assertion import SnapshotAssertion

from studycli.core.library import Text
from studycli.ui.drawn import console_of
from studycli.ui.events import Size
from studycli.ui.note_page import note_parts, spoken_note
from studycli.words import load
from tests.ui.screens.studio import DIAGRAM, NOTE, NOTE_WITH_CARDS, look
from tests.ui.shown import screen_text


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [Size(80, 24), Size(40, 30)], ids=["80", "40"])
def test_a_page_shows_text_cards_and_sources(language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    parts = note_parts(NOTE_WITH_CARDS, language, look(language), 0)
    assert screen_text(Group(*parts), size) == snapshot


def test_a_diagram_is_cut_on_a_screen_and_whole_for_a_pager() -> None:
    console = console_of(Size(40, 24))
    cut = [segment.text for segment in console.render(note_parts(NOTE, "ko", look(), 0)[0])]
    whole = [segment.text for segment in console.render(note_parts(NOTE, "ko", look(), None)[0])]
    assert DIAGRAM not in cut
    assert DIAGRAM in whole


def test_a_language_that_is_missing_is_named() -> None:
    only = replace(NOTE, body=Text({"ko": "본문"}))
    assert "(only in ko)" in screen_text(Group(*note_parts(only, "en", look("en"), 0)), Size(80, 24))
    assert "(only in ko)" in spoken_note(only, "en", load("en").screens)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_read_aloud_there_is_no_markup(language: str, snapshot: SnapshotAssertion) -> None:
    assert spoken_note(NOTE_WITH_CARDS, language, load(language).screens) == snapshot
