"""Topics, their notes, and the way through them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from studycli.ui.app import App, spoken, update
from studycli.ui.effects import Failed, More, StartReview
from studycli.ui.events import Key, Resized, Size
from studycli.ui.reading_effects import (
    EditNote,
    EditTopic,
    LoadRows,
    NoteEdited,
    OpenNote,
    ReviewItems,
    RowsLoaded,
)
from studycli.ui.screens.browse import BrowseState, load
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.note import NoteState
from tests.ui.screens.studio import (
    KNOWN_NOTES,
    KNOWN_TOPICS,
    NARROW,
    NOTE,
    NOW,
    WIDE,
    Shell,
    home,
    look,
    press,
    settle,
    shown,
    sized,
)

TOPICS = "k k k k k enter"
"""From home to the topics."""


def browse(language: str = "ko", size: Size = WIDE, shell: Shell | None = None) -> App:
    """The list of topics."""
    screen = BrowseState(language)
    return settle(App((screen,), size, look(language)), (load(screen),), shell or Shell())


def top(app: App) -> BrowseState:
    state = app.stack[-1]
    assert isinstance(state, BrowseState)
    return state


def done(shell: Shell, kind: type) -> list[object]:
    return [effect for effect in shell.done if isinstance(effect, kind)]


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="80x24"), pytest.param(NARROW, id="40x12")])
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("keys", ["", "j", "enter", "enter end", "enter ?"])
def test_lists(keys: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    assert shown(press(browse(language, size), keys), size) == snapshot


@pytest.mark.parametrize("language", ["ko", "en"])
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    app = browse(language)
    assert [spoken(app), spoken(press(app, "enter"))] == snapshot


def test_home_leads_to_topics_to_notes_to_the_note_and_back() -> None:
    shell = Shell()
    app = press(home(), TOPICS, shell)
    assert top(app).rows == KNOWN_TOPICS
    app = press(app, "enter", shell)
    assert (top(app).topic, top(app).rows) == (KNOWN_TOPICS[0], KNOWN_NOTES)
    app = press(app, "j enter", shell)
    assert isinstance(app.stack[-1], NoteState)
    assert done(shell, OpenNote) == [OpenNote("lib/long")]
    app = press(app, "q", shell)
    assert (top(app).rows, top(app).chosen) == (KNOWN_NOTES, 1)
    assert isinstance(press(app, "q q", shell).stack[-1], HomeState)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param("j j k", 1, id="down and up"),
        pytest.param("k", 25, id="up from the first to the last"),
        pytest.param("k j", 0, id="down from the last to the first"),
        pytest.param("pagedown pagedown pagedown", 25, id="pages end at the last"),
        pytest.param("end pageup", 15, id="page up"),
        pytest.param("end home", 0, id="home"),
    ],
)
def test_moving(keys: str, chosen: int) -> None:
    assert top(press(browse(), f"enter {keys}")).chosen == chosen


def test_a_number_opens_its_row() -> None:
    shell = Shell()
    assert top(press(browse(), "2", shell)).topic == KNOWN_TOPICS[1]
    assert top(press(browse(), "9", shell)).topic is None


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        pytest.param("1 2", "lib/n9", id="two digits"),
        pytest.param("2 enter", "lib/long", id="one digit and Enter"),
        pytest.param("3", "lib/n0", id="one digit that no longer number begins with"),
        pytest.param("2 7", "lib/n4", id="no such row: the last digit counts"),
        pytest.param("1 0", "lib/n7", id="a nought"),
        pytest.param("0", None, id="no number"),
        pytest.param("2 j", None, id="moving on"),
    ],
)
def test_a_note_is_opened_by_its_number(keys: str, note: str | None) -> None:
    shell = Shell()
    press(press(browse(), "enter"), keys, shell)
    assert done(shell, OpenNote) == ([OpenNote(note)] if note else [])


def test_a_number_that_may_go_on_is_shown() -> None:
    assert "2" in shown(press(browse(), "enter 2")).split("\n")[-2]


def test_r_reviews_the_topic_or_the_note() -> None:
    topics = browse()
    assert update(topics, Key("r", NOW))[1] == (StartReview(More.TOPIC, "lib/lambda-limits", NOW),)
    assert update(press(topics, "enter"), Key("r", NOW))[1] == (ReviewItems(("lib/limits",), NOW),)
    assert update(press(topics, "end"), Key("r", NOW))[1] == (), "nothing to review without cards"


def test_e_edits_a_topic_and_the_list_is_as_it_is_now() -> None:
    shell = Shell()
    shell.edited = NoteEdited(None, "a.yaml:1:1: broken")
    app = press(browse(), "e", shell)
    assert done(shell, EditTopic) == [EditTopic("lib/lambda-limits")]
    assert shell.done[-1] == LoadRows(None)
    assert "a.yaml:1:1: broken" in shown(app)


def test_e_edits_a_note_and_the_list_is_as_it_is_now() -> None:
    shell = Shell()
    shell.edited = NoteEdited(None, "a.yaml:1:1: broken")
    app = press(browse(), "enter e", shell)
    assert done(shell, EditNote) == [EditNote("lib/limits")]
    assert shell.done[-1] == LoadRows("lib/lambda-limits")
    assert "a.yaml:1:1: broken" in shown(app)
    assert "broken" not in shown(press(app, "j", shell))


def test_what_cannot_be_opened_is_said() -> None:
    shell = Shell()
    shell.refused = Failed("lib/limits: not in the material")
    assert "not in the material" in shown(press(browse(), "enter enter", shell))


def test_back_from_a_session_the_numbers_are_fresh() -> None:
    shell = Shell()
    app = press(browse(shell=shell), "enter enter q", shell)
    assert done(shell, LoadRows)[-1] == LoadRows("lib/lambda-limits")
    assert top(app).topic == KNOWN_TOPICS[0]


def test_fewer_rows_than_before_keep_the_cursor_on_one() -> None:
    app = press(browse(), "enter end")
    after, _ = update(app, RowsLoaded(KNOWN_NOTES[:2]))
    assert top(after).chosen == 1
    empty, _ = update(app, RowsLoaded(()))
    assert top(empty).chosen == 0
    assert "아직 아무것도 없습니다" in shown(empty)
    for key in ("j", "k", "enter", "r", "e", "pagedown", "1", "q"):
        update(empty, Key(key, NOW))


def test_the_editor_of_the_page_shows_the_new_text_with_its_cards_only_where_there_were_cards() -> None:
    shell = Shell()
    app = press(browse(), "enter enter", shell)
    shell.edited = NoteEdited(NOTE, "")
    edited = press(app, "e", shell)
    assert "고친 내용을 불러왔습니다" in shown(edited)
    shell.edited = NoteEdited(None, "")
    assert "바뀐 것이 없습니다" in shown(press(app, "e", shell))
    shell.edited = NoteEdited(None, "a.yaml:1:1: broken")
    assert "a.yaml:1:1: broken" in shown(press(app, "e", shell))


def test_the_page_reviews_its_cards() -> None:
    app = press(browse(), "enter enter")
    assert update(app, Key("r", NOW))[1] == (ReviewItems(("lib/limits",), NOW),)


KEYS = st.sampled_from(
    [
        "j",
        "k",
        "enter",
        "space",
        "q",
        "escape",
        "r",
        "e",
        "1",
        "9",
        "0",
        "pagedown",
        "end",
        "left",
        "?",
        "x",
        "2",
    ]
)


@given(
    st.lists(KEYS),
    st.builds(Size, st.integers(1, 130), st.integers(1, 50)),
    st.sampled_from([(), KNOWN_NOTES[:1], KNOWN_NOTES]),
)
def test_any_keys_in_any_window_never_fail(keys: list[str], size: Size, rows: tuple[object, ...]) -> None:
    app = sized(browse(), size)
    for name in keys:
        app, effects = update(app, Key(name, NOW))
        app = settle(app, effects, Shell())
        if isinstance(app.stack[-1], BrowseState):
            app, _ = update(app, RowsLoaded(rows))  # type: ignore[arg-type]
        lines = shown(app, size).split("\n")
        assert len(lines) == size.height
        assert spoken(app)
        app, _ = update(app, Resized(size))
