from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.core.cells import cells
from studycli.core.foresight import Stance, Standing
from studycli.core.library import Text
from studycli.ui.screens.plan_text import Leech, PlanPage, sections, stance_text
from studycli.ui.sections import read_out
from studycli.words import load
from tests.ui.screens.plan_studio import STAND, page
from tests.ui.screens.studio import look

LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])


def text(shown: PlanPage, language: str = "en") -> str:
    return "\n".join(read_out(sections(shown, language, look(language))))


@LANGUAGES
@pytest.mark.parametrize("length", [7, 28, 60, 400])
def test_the_page(language: str, length: int, snapshot: SnapshotAssertion) -> None:
    assert text(page(length), language) == snapshot


@LANGUAGES
@pytest.mark.parametrize(
    "stance",
    [
        pytest.param(Stance("ahead", 1285, 72, 90), id="ahead"),
        pytest.param(Stance("on-track", 0, 0, 90), id="on track"),
        pytest.param(Stance("behind", -85, 5, 90), id="behind"),
        pytest.param(Stance("cannot-fit", -700, 39, 90), id="cannot fit"),
        pytest.param(Stance("cannot-fit", 0, 0, 90), id="no minutes"),
    ],
)
def test_where_one_stands_is_one_line(stance: Stance, language: str, snapshot: SnapshotAssertion) -> None:
    line = stance_text(stance, load(language).plan.page)
    assert "\n" not in line
    assert line == snapshot


def _answered(answers: float) -> PlanPage:
    forecast = page().plan.forecast
    assert forecast is not None
    return page(forecast=replace(forecast, answers=answers))


def test_minutes_that_lack_are_told_by_the_day() -> None:
    assert "takes 5 more minutes a day" in text(page(21))  # 85 over 18 days


@pytest.mark.parametrize(
    ("shown", "there", "not_there"),
    [
        pytest.param(page(1), "Tonight a last look", "The exam is today", id="the eve"),
        pytest.param(page(0, days=(), stand=None), "The exam is today", "Day by day", id="the day"),
        pytest.param(page(topics=()), "no cards to plan for", "Expected score", id="no cards"),
        pytest.param(page(topics=()), "no cards to plan for", "Day by day", id="no cards, no days"),
        pytest.param(replace(page(), most=0.0), "10 more minutes", "no schedule", id="no minutes"),
        pytest.param(replace(page(), most=0.999), "brings more than 99%", "more than 100%", id="nearly all"),
        pytest.param(page(forecast=None), "No score to expect", "Expected score", id="no forecast"),
        pytest.param(page(more_points=0), "Expected score", "10 more minutes", id="no gain"),
        pytest.param(
            page(stand=replace(STAND, standing=Standing.CANNOT_FIT, drop=("cognito",))),
            "can be left out: Cognito",
            "behind",
            id="what to drop",
        ),
        pytest.param(
            page(stand=replace(STAND, standing=Standing.CANNOT_FIT, drop=("cognito", *"abcde"))),
            "Cognito, a, b, c, and 2 more",
            "behind",
            id="much to drop",
        ),
        pytest.param(page(), "rests on your cards alone", "No score", id="no answers to questions"),
        pytest.param(_answered(5.0), "Chance of passing", "cards alone", id="answers to questions"),
        pytest.param(replace(page(), leeches=()), "Day by day", "keep slipping", id="no leeches"),
        pytest.param(replace(page(), rehearsal=None), "mock: quick", "dress rehearsal", id="rehearsed"),
        pytest.param(replace(page(), blueprint=None), "Exam on 2026-12-14", "SAA-C03", id="no exam"),
    ],
)
def test_what_the_page_says(shown: PlanPage, there: str, not_there: str) -> None:
    found = text(shown)
    assert there in found
    assert not_there not in found


@LANGUAGES
@pytest.mark.parametrize(
    ("leeches", "told"),
    [
        pytest.param(10, {"en": [], "ko": []}, id="ten"),
        pytest.param(11, {"en": ["and 1 card more"], "ko": ["그 밖에 1장"]}, id="eleven"),
        pytest.param(300, {"en": ["and 290 cards more"], "ko": ["그 밖에 290장"]}, id="hundreds"),
    ],
)
def test_of_many_leeches_the_worst_ten_are_named(
    leeches: int, told: dict[str, list[str]], language: str
) -> None:
    words = load(language).plan.page
    cards = tuple(Leech(f"lib/{at}", Text({language: f"card {at}"}), 8 + at) for at in range(leeches))
    shown = sections(replace(page(), leeches=cards), language, look(language))
    (found,) = (each for each in shown if each.title == words.leeches)
    worst = [words.leech(f"card {at}", 8 + at) for at in range(leeches - 1, leeches - 11, -1)]
    assert [line.text for line in found.lines] == worst + told[language]


def table(shown: PlanPage, language: str = "en") -> list[str]:
    """The lines of the table, its head first."""
    words = load(language).plan.page
    (found,) = (each for each in sections(shown, language, look(language)) if each.title == words.days)
    return [line.text for line in found.lines]


@LANGUAGES
@pytest.mark.parametrize("length", [21, 60, 400])
def test_the_table_fits_forty_columns(language: str, length: int) -> None:
    assert max(map(cells, table(page(length), language))) <= 40


def test_the_sums_of_weeks_and_months_are_those_of_the_days() -> None:
    shown = page(400)
    minutes = [line[9:14].strip() for line in table(shown)[1:]]
    assert sum(int(text) for text in minutes if text != "-") == sum(day.minutes for day in shown.plan.days)


def test_a_long_plan_is_a_short_table() -> None:
    assert len(table(page(28))) == 29
    assert len(table(page(60))) == 1 + 14 + 7
    assert len(table(page(3660))) < 160
