"""A note as Markdown source, and what is said of a card."""

from dataclasses import replace
from datetime import datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.core.library import Text
from studycli.core.memory import Phase
from studycli.ui.deck import Standing
from studycli.ui.note_text import markdown_source, standing_text
from studycli.words import load
from tests.ui.screens.studio import KST, NOTE_WITH_CARDS

DUE = datetime(2026, 11, 25, 4, 0, tzinfo=KST)
SOON = datetime(2026, 11, 23, 21, 10, tzinfo=KST)
FRONT = Text({"en": "Front"})


@pytest.mark.parametrize(
    ("card", "english", "korean"),
    [
        pytest.param(
            Standing("a/b", FRONT, Phase.NEW, None, None, suspended=False), "new", "새 카드", id="new"
        ),
        pytest.param(
            Standing("a/b", FRONT, Phase.REVIEW, 0.934, DUE, suspended=False),
            "in review · recall 93% · due 2026-11-25",
            "복습 · 기억할 확률 93% · 다음 복습 2026-11-25",
            id="known",
        ),
        pytest.param(
            Standing("a/b", FRONT, Phase.RELEARNING, 1.0, SOON, suspended=False),
            "relearning · recall 100% · due 2026-11-23 21:10",
            "다시 학습 중 · 기억할 확률 100% · 다음 복습 2026-11-23 21:10",
            id="in its step",
        ),
        pytest.param(
            Standing("a/b", FRONT, Phase.REVIEW, 0.5, DUE, suspended=True),
            "in review · suspended · recall 50%",
            "복습 · 보류 중 · 기억할 확률 50%",
            id="suspended",
        ),
    ],
)
def test_where_a_card_stands(card: Standing, english: str, korean: str) -> None:
    assert standing_text(card, load("en").screens) == english
    assert standing_text(card, load("ko").screens) == korean


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_source_has_everything_a_page_shows(language: str, snapshot: SnapshotAssertion) -> None:
    assert markdown_source(NOTE_WITH_CARDS, language, load(language).screens) == snapshot


def test_a_text_that_is_missing_is_shown_in_the_other_language_and_says_so() -> None:
    only = replace(NOTE_WITH_CARDS, body=Text({"ko": "본문"}))
    assert "(only in ko)\n\n본문\n" in markdown_source(only, "en", load("en").screens)


def test_without_cards_and_sources_there_are_no_headings() -> None:
    bare = replace(NOTE_WITH_CARDS, cards=(), sources=())
    assert "##" not in markdown_source(bare, "en", load("en").screens)


def test_nothing_a_terminal_would_obey_comes_through() -> None:
    hostile = replace(NOTE_WITH_CARDS, body=Text({"en": "a\x1b[2Jb\u202ec"}), title=Text({"en": "\x9bx"}))
    source = markdown_source(hostile, "en", load("en").screens)
    assert "a[2Jbc" in source
    assert not {"\x1b", "\x9b", "\u202e"} & set(source)
