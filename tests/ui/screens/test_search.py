"""Searching while typing, key by key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from studycli.core.ledgers import Kind
from studycli.ui.app import App, cursor, spoken, update
from studycli.ui.effects import Failed
from studycli.ui.events import TYPED, Effect, Key, Size
from studycli.ui.line import Line
from studycli.ui.navigation import Pop
from studycli.ui.reading_effects import ReviewItems
from studycli.ui.screens.browse import BrowseState
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.search import FIRST, LIMIT, MORE, SearchState
from studycli.ui.search_effects import (
    EditHit,
    Find,
    Found,
    HitEdited,
    HitRow,
    LookAt,
    LookedAt,
    Marked,
    OpenHit,
)
from tests.ui.screens.question_studio import QUESTIONS
from tests.ui.screens.studio import (
    FACES,
    HITS,
    NARROW,
    NOTE_WITH_CARDS,
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

QUESTION = QUESTIONS["lib/job"]
PREVIEW = Size(120, 40)


def search(language: str = "ko", size: Size = WIDE) -> App:
    """The search screen alone."""
    return App((SearchState(language),), size, look(language))


def top(app: App) -> SearchState:
    state = app.stack[-1]
    assert isinstance(state, SearchState)
    return state


def typed(app: App, text: str, shell: Shell | None = None) -> App:
    """The program after a text was typed, one character at a time."""
    for character in text:
        name = {" ": "space"}.get(character, character)
        app, effects = update(app, Key(name, NOW, character))
        app = settle(app, effects, shell or Shell())
    return app


def sent(app: App, key: Key) -> tuple[Effect, ...]:
    return update(app, key)[1]


def found(text: str = "람다", hits: tuple[HitRow, ...] = HITS, total: int | None = None) -> Found:
    return Found(text, hits, len(hits) if total is None else total, None)


# what keys do


def test_each_character_is_looked_for_as_it_is_typed() -> None:
    shell = Shell()
    app = typed(search(), "람다 t", shell)
    assert [each.text for each in shell.done if isinstance(each, Find)] == ["람", "람다", "람다 ", "람다 t"]
    assert top(app).line == Line("람다 t")
    assert top(app).hits == HITS


@pytest.mark.parametrize("text", ["q", "ㅂ", "?", "/", "1", "j", "e"])
def test_letters_are_text_and_no_commands(text: str) -> None:
    app = typed(search(), text)
    assert top(app).line.text == text


def test_a_syllable_that_is_several_keys_is_taken_down_once() -> None:
    app = search()
    for place, name in enumerate(("g", "k", "s")):
        app, _ = update(app, Key(name, NOW, "" if place else "한"))
    assert top(app).line.text == "한"


def test_a_paste_goes_in_on_one_line() -> None:
    app, effects = update(search(), Key(TYPED, NOW, "람다\n  한도"))
    assert (top(app).line.text, effects) == ("람다 한도", (Find("람다 한도", FIRST),))


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        pytest.param("backspace", Line("람다 제"), id="backspace"),
        pytest.param("backspace backspace backspace backspace backspace backspace", Line(), id="all of it"),
        pytest.param("left left backspace", Line("람다", "제한"), id="within the text"),
        pytest.param("home delete", Line("", "다 제한"), id="delete"),
        pytest.param("home right backspace", Line("", "다 제한"), id="right"),
        pytest.param("home end", Line("람다 제한"), id="end"),
        pytest.param("ctrl-w", Line("람다 "), id="a word"),
        pytest.param("ctrl-u", Line(), id="everything"),
        pytest.param("escape", Line(), id="clear"),
    ],
)
def test_the_line_is_edited(keys: str, line: Line) -> None:
    shell = Shell()
    app = press(typed(search(), "람다 제한"), keys, shell)
    assert top(app).line == line
    if line.text != "람다 제한":
        assert top(app).hits == (HITS if line.text else ())


def test_moving_the_cursor_looks_for_nothing() -> None:
    assert sent(typed(search(), "람다"), Key("left", NOW)) == ()


def test_escape_clears_and_then_leaves() -> None:
    app = typed(search(), "람다")
    app, effects = update(app, Key("escape", NOW))
    assert (top(app), effects) == (SearchState("ko"), ())
    assert (
        update(App((home().stack[0], *app.stack), WIDE, look()), Key("escape", NOW))[0].stack == home().stack
    )


def test_spaces_alone_are_not_looked_for() -> None:
    shell = Shell()
    app = typed(search(), "  ", shell)
    assert shell.done == []
    assert "단어의 앞부분" in shown(app)


# what is found


def test_an_overtaken_result_is_dropped() -> None:
    app, _ = update(search(), Key("ㄹ", NOW, "람"))
    app, _ = update(app, Key("ㄷ", NOW, "다"))
    app, effects = update(app, found("람"))
    assert (top(app).found, effects) == (None, ())
    app, effects = update(app, found("람다"))
    assert (top(app).hits, effects) == (HITS, (LookAt(HITS[0]),))


def test_while_it_is_searched_the_last_result_stays_and_dots_say_so() -> None:
    app = typed(search(), "람다")
    app, _ = update(app, Key("space", NOW, "x"))
    lines = shown(app).split("\n")
    assert lines[0].endswith("… 3건")
    assert "Lambda 한도" in "\n".join(lines)


def test_enter_before_the_result_opens_the_first_hit_once_it_is_there() -> None:
    app, _ = update(search(), Key("ㄹ", NOW, "람다"))
    app, effects = update(app, Key("enter", NOW))
    assert effects == ()
    app, effects = update(app, found("람다"))
    assert effects == (OpenHit(HITS[0]),)
    assert not top(app).opens


def test_typing_on_after_enter_opens_nothing() -> None:
    app, _ = update(search(), Key("ㄹ", NOW, "람다"))
    app, _ = update(app, Key("enter", NOW))
    app, _ = update(app, Key("x", NOW, "x"))
    assert update(app, found("람다x"))[1] == (LookAt(HITS[0]),)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param("down down", 2, id="down"),
        pytest.param("down down down", 0, id="down from the last"),
        pytest.param("up", 2, id="up from the first"),
        pytest.param("ctrl-n ctrl-n ctrl-p", 1, id="as in a shell"),
        pytest.param("pagedown", 2, id="a page"),
        pytest.param("pagedown pageup", 0, id="and back"),
    ],
)
def test_moving_looks_at_the_hit(keys: str, chosen: int) -> None:
    shell = Shell()
    app = press(typed(search(), "람다", shell), keys, shell)
    assert top(app).chosen == chosen
    assert shell.done[-1] == LookAt(HITS[chosen])
    assert top(app).looked is not None
    assert top(app).looked.hit == HITS[chosen]  # type: ignore[union-attr]


def test_at_the_last_hit_more_are_looked_for_and_the_cursor_stays() -> None:
    shell = Shell()
    app, _ = update(search(), Key("x", NOW, "람다"))
    app, _ = update(app, found("람다", HITS[:2], 34))
    app = press(app, "down", shell)
    assert shell.done == [LookAt(HITS[1]), Find("람다", 2 + MORE), LookAt(HITS[1])]
    assert (top(app).hits, top(app).hit) == (HITS, HITS[1])
    shell.done.clear()
    press(app, "down", shell)
    assert shell.done == [LookAt(HITS[2])], "there are no more"


def test_more_hits_are_not_lost_on_the_way_back() -> None:
    app, _ = update(search(), Key("x", NOW, "x"))
    many = tuple(HITS[0]._replace(id=f"lib/n{number}") for number in range(FIRST + 10))
    app, _ = update(app, found("x", many, 99))
    assert update(app, HitEdited(True, ""))[1] == (Find("x", FIRST + 10),)


def test_a_look_at_another_hit_comes_too_late() -> None:
    app = press(typed(search(), "람다"), "down")
    before = top(app)
    app, _ = update(app, LookedAt(HITS[0], NOTE_WITH_CARDS))
    assert top(app) == before


def test_enter_opens_the_note_and_back_are_the_same_results() -> None:
    shell = Shell()
    app = press(typed(search(), "람다", shell), "down enter", shell)
    assert [each for each in shell.done if isinstance(each, OpenHit)] == [OpenHit(HITS[1])]
    assert isinstance(app.stack[-1], NoteState)
    app = press(app, "q", shell)
    assert (top(app).chosen, top(app).hits) == (1, HITS)
    assert [each for each in shell.done if isinstance(each, Find)][-1] == Find("람다", FIRST), (
        "an edit may have changed it"
    )


def test_the_same_search_again_keeps_the_hit_under_the_cursor() -> None:
    app = press(typed(search(), "람다"), "down")
    app, _ = update(app, found("람다", (HITS[1], HITS[0], HITS[2])))
    assert top(app).chosen == 0
    app, _ = update(app, found("람다", (HITS[2],)))
    assert top(app).chosen == 0
    app, _ = update(app, found("람다", ()))
    assert (top(app).chosen, top(app).looked) == (0, None)


def test_what_was_found_is_reviewed() -> None:
    app = typed(search(), "람다")
    assert sent(app, Key("ctrl-r", NOW)) == (ReviewItems(tuple(hit.id for hit in HITS), NOW),)
    assert sent(search(), Key("ctrl-r", NOW)) == ()


@pytest.mark.parametrize(
    ("edited", "message", "again"),
    [
        pytest.param(HitEdited(True, ""), "고친 내용을 불러왔습니다", True, id="in use"),
        pytest.param(HitEdited(False, ""), "바뀐 것이 없습니다", False, id="unchanged"),
        pytest.param(HitEdited(False, "a.yaml:1:1: broken"), "a.yaml:1:1: broken", False, id="broken"),
    ],
)
def test_a_hit_is_edited(edited: HitEdited, message: str, again: bool) -> None:
    app = press(typed(search(), "람다"), "down")
    assert sent(app, Key("ctrl-e", NOW)) == (EditHit(HITS[1]),)
    app, effects = update(app, edited)
    assert message in shown(app)
    assert effects == ((Find("람다", FIRST),) if again else ())


def test_what_fails_is_said_until_the_next_key() -> None:
    app = typed(search(), "람다")
    app, _ = update(app, Failed("q-x: belongs to no note"))
    assert "q-x: belongs to no note" in shown(app)
    assert "belongs" not in shown(typed(app, "x"))


@pytest.mark.parametrize("key", ["enter", "up", "down", "pageup", "ctrl-e", "ctrl-r"])
def test_without_hits_keys_do_nothing(key: str) -> None:
    assert sent(search(), Key(key, NOW)) == ()
    app, _ = update(typed(search(), "x"), found("x", ()))
    assert sent(app, Key(key, NOW)) == ()


# the way here


def test_a_slash_opens_it_from_home_and_from_the_notes() -> None:
    shell = Shell()
    assert isinstance(press(home(), "/", shell).stack[-1], SearchState)
    notes = press(home(), "k k k k k enter", shell)
    assert isinstance(notes.stack[-1], BrowseState)
    app = press(notes, "/", shell)
    assert isinstance(app.stack[-1], SearchState)
    assert isinstance(press(app, "escape", shell).stack[-1], BrowseState)
    row = press(home(), "k k k k enter", shell)
    assert isinstance(row.stack[-1], SearchState)
    assert isinstance(press(row, "escape", shell).stack[-1], HomeState)


# where lines are typed


def line(app: App, text: str, shell: Shell) -> App:
    """A whole line, as ``lines`` sends it when it is no key."""
    app, effects = update(app, Key(TYPED, NOW, text, is_line=True))
    return settle(app, effects, shell)


def test_a_line_is_looked_for_in_place_of_the_last() -> None:
    shell = Shell()
    app = line(line(search(), "람다 한도", shell), "dynamodb", shell)
    assert top(app).line.text == "dynamodb"


def test_the_number_of_a_hit_opens_it() -> None:
    shell = Shell()
    app = line(line(search(), "람다", shell), "2", shell)
    assert shell.done[-1] == OpenHit(HITS[1])
    assert isinstance(app.stack[-1], NoteState)


def test_a_number_that_is_no_hit_is_looked_for() -> None:
    shell = Shell()
    assert top(line(line(search(), "람다", shell), "429", shell)).line.text == "429"


def test_keys_may_be_named() -> None:
    app = line(search(), "람다", Shell())
    app, _ = update(app, Key("escape", NOW, "escape", is_line=True))
    assert top(app).line.text == ""
    assert update(app, Key("escape", NOW, "escape", is_line=True))[1] != (Pop(),), "it is carried out"


# laws

KEYS = st.sampled_from(
    (
        *("enter", "up", "down", "pageup", "pagedown", "left", "right", "home", "end", "backspace", "delete"),
        *("ctrl-e", "ctrl-r", "ctrl-w", "ctrl-u", "escape", TYPED, "tab"),
    )
)
EVENTS = st.one_of(
    st.builds(Key, KEYS, st.just(NOW), st.text(max_size=4), st.booleans()),
    st.builds(Key, st.characters(), st.just(NOW), st.text(max_size=2)),
    st.builds(
        Found, st.text(max_size=3), st.sampled_from([(), HITS[:1], HITS]), st.integers(0, 99), st.none()
    ),
    st.builds(LookedAt, st.sampled_from(HITS), st.sampled_from([None, NOTE_WITH_CARDS, QUESTION])),
    st.builds(HitEdited, st.booleans(), st.text(max_size=9)),
    st.builds(Failed, st.text(max_size=9)),
)


@given(st.lists(EVENTS, max_size=12), st.builds(Size, st.integers(1, 130), st.integers(1, 50)))
def test_no_event_in_any_window_fails(events: list[object], size: Size) -> None:
    app = sized(App((HomeState(home().stack[0].home, "ko"), SearchState("ko")), WIDE, look()), size)  # type: ignore[union-attr]
    for event in events:
        app, effects = update(app, event)
        app = settle(app, effects, Shell())
        state = app.stack[-1]
        if not isinstance(state, SearchState):
            return
        assert len(state.line.text) <= LIMIT
        assert not state.hits or state.chosen < len(state.hits)
        assert len(shown(app, size).split("\n")) == size.height
        assert spoken(app)
        place = cursor(app, size)
        assert place is not None
        assert 0 <= place[0] <= max(size.width, 3)


# how it looks


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(WIDE, id="80x24"),
        pytest.param(NARROW, id="40x12"),
        pytest.param(PREVIEW, id="120x40"),
    ],
)
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("keys", ["", "hits", "hits down", "hits down down", "nothing", "looking"])
def test_how_it_looks(keys: str, language: str, size: Size, snapshot: SnapshotAssertion) -> None:
    app = search(language, size)
    first, *moves = keys.split() or [""]
    if first:
        app, effects = update(app, Key("x", NOW, "람다 timeout -vpc"))
        answer = {"hits": HITS, "nothing": ()}.get(first)
        if answer is not None:
            nearest = None if answer else "람다 타임아웃"
            app, effects = update(
                app, Found("람다 timeout -vpc", answer, 0 if not answer else 3 if moves else 34, nearest)
            )
            app = settle(app, effects, Shell())
    assert shown(press(app, " ".join(moves)), size) == snapshot


@pytest.mark.parametrize("language", ["ko", "en"])
def test_read_aloud(language: str, snapshot: SnapshotAssertion) -> None:
    empty = search(language)
    hits = typed(empty, "람다")
    nothing, _ = update(typed(empty, "x"), Found("x", (), 0, None))
    assert [spoken(empty), spoken(hits), spoken(nothing)] == snapshot


def test_of_a_long_text_the_end_is_seen_and_the_cursor_behind_it() -> None:
    app, _ = update(search(size=NARROW), Key(TYPED, NOW, "가나다라마바사아자차카타파하" * 2 + "끝"))
    app = sized(app, NARROW)
    assert shown(app, NARROW).split("\n")[2].endswith("하끝")
    assert cursor(app, NARROW) == (39, 2)
    start, _ = update(app, Key("home", NOW))
    assert shown(start, NARROW).split("\n")[2].startswith("> 가나다")
    assert cursor(start, NARROW) == (2, 2)


def test_the_cursor_counts_cells() -> None:
    app = typed(search(), "a한b")
    assert cursor(app, WIDE) == (2 + 2 + 4, 2)
    assert cursor(press(app, "left left"), WIDE) == (2 + 2 + 1, 2)


def test_of_a_long_line_the_match_is_seen() -> None:
    line = Marked("앞에 오는 말 " * 20 + "타임아웃 뒤", ((160, 164),))
    hit = HitRow("lib/limits", Kind.NOTE, "lambda", Marked("제목"), line)
    app, _ = update(search(size=NARROW), Key("x", NOW, "x"))
    app, _ = update(app, found("x", (hit,)))
    assert "타임아웃 뒤" in shown(app, NARROW)


def test_what_a_card_and_a_question_show_beside_the_list() -> None:
    app = sized(typed(search(), "람다"), PREVIEW)
    hit = top(app).hit
    card, _ = update(app, LookedAt(hit, FACES["lib/timeout"]))
    assert "900초 (15분)" in shown(card, PREVIEW)
    question, _ = update(app, LookedAt(hit, QUESTION))
    text = shown(question, PREVIEW)
    assert "1. 함수의 제한 시간을 60분으로 올립니다." in text
    assert "4. 예약된 동시성을 설정합니다." in text
