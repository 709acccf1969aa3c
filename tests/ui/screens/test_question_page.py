"""The question that a hit is, opened from the search."""

import pytest
from syrupy.assertion import SnapshotAssertion

from studycli.core.ledgers import Kind
from studycli.ui.app import App, spoken, update
from studycli.ui.effects import Failed
from studycli.ui.events import Effect, Key, Size
from studycli.ui.navigation import Pop
from studycli.ui.practice_effects import Disputed
from studycli.ui.reading_effects import ReviewItems
from studycli.ui.screens import question_page
from studycli.ui.screens.dispute import DisputeState
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.question_page import QuestionPageState, opened
from studycli.ui.search_effects import EditHit, HitEdited, HitRow, Marked
from tests.ui.screens.question_studio import QUESTIONS, QuestionShelf
from tests.ui.screens.studio import NARROW, NOW, WIDE, look, press, shown


def hit(name: str) -> HitRow:
    return HitRow(f"lib/{name}", Kind.QUESTION, "lambda-limits", Marked("A job"), Marked(""))


def page(name: str = "job", language: str = "ko", size: Size = WIDE) -> App:
    """The program on the page of a question."""
    state = opened(QuestionShelf(), hit(name), language)
    assert state is not None
    return App((state,), size, look(language))


def top(app: App) -> QuestionPageState:
    state = app.stack[-1]
    assert isinstance(state, QuestionPageState)
    return state


def sent(app: App, key: str) -> tuple[Effect, ...]:
    return update(app, Key(key, NOW))[1]


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="80x24"), pytest.param(NARROW, id="40x12")])
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("job", "", id="one right"),
        pytest.param("two", "", id="two right"),
        pytest.param("job", "space space", id="further down"),
        pytest.param("job", "?", id="help"),
    ],
)
def test_the_page(name: str, keys: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert shown(press(page(name, language, size), keys), size) == snapshot


@pytest.mark.parametrize("language", ["ko", "en"])
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    assert spoken(page("two", language)) == snapshot


def test_a_question_that_is_gone_has_no_page() -> None:
    assert opened(QuestionShelf(), hit("gone"), "ko") is None


def test_n_opens_the_notes_behind_it_one_after_the_other() -> None:
    app = press(page(), "n")
    assert isinstance(app.stack[-1], NoteState)
    first = app.stack[-1].note.id
    app = press(app, "q n")
    assert isinstance(app.stack[-1], NoteState)
    assert app.stack[-1].note.id != first
    assert "2/2" in shown(press(app, "q"))


@pytest.mark.parametrize(("name", "key"), [("long", "n"), ("lost", "n")])
def test_without_a_note_nothing_is_opened(name: str, key: str) -> None:
    app = page(name)
    assert press(app, key) == app


def test_t_changes_the_language() -> None:
    assert "A job of a company" in shown(press(page(), "t"))
    assert "회사의 작업" in shown(press(page(), "t t"))


def test_it_does_not_scroll_beyond_its_end() -> None:
    app = press(page("long", size=NARROW), "space " * 40)
    assert top(app).scroll == top(press(app, "j")).scroll > 0
    assert top(press(app, "pageup " * 40)).scroll == 0


def test_d_disputes_it_and_what_was_written_is_said() -> None:
    app = press(page(), "d")
    assert isinstance(app.stack[-1], DisputeState)
    words = look().words.dispute
    told = question_page.update(top(page()), Disputed(is_open=True), look())[0]
    assert told.message == words.saved


def test_r_reviews_the_cards_it_tests() -> None:
    assert sent(page(), "r") == (ReviewItems(("lib/job",), NOW),)


def test_e_edits_it_and_shows_it_anew() -> None:
    assert sent(page(), "e") == (EditHit(hit("job")),)
    app, _ = update(press(page(), "j"), HitEdited(in_use=True, problem=""))
    assert (top(app).scroll, top(app).message) == (0, look().words.screens.review.edited)
    app, _ = update(page(), HitEdited(in_use=False, problem=""))
    assert top(app).message == look().words.screens.review.edit_unchanged
    app, _ = update(page(), HitEdited(in_use=False, problem="a.yaml:1:1: broken"))
    assert "a.yaml:1:1: broken" in shown(app)


def test_a_question_that_the_edit_took_out_is_said_to_be_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    app = page()
    monkeypatch.delitem(QUESTIONS, "lib/job")
    app, _ = update(app, HitEdited(in_use=True, problem=""))
    assert "lib/job" in top(app).message


def test_what_failed_is_said_and_q_leads_back() -> None:
    app, _ = update(page(), Failed("no editor"))
    assert "no editor" in shown(app)
    for key in ("q", "escape"):
        assert question_page.update(top(page()), Key(key, NOW), look())[1] == (Pop(),)
