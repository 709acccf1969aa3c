"""The search behind the search screen, and the screen on a real terminal."""

import io
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.cli.searching import searching
from studycli.core.ledgers import Kind
from studycli.ui.deck import Face, NotePage, QuestionFace
from studycli.ui.events import Effect
from studycli.ui.program import Handle
from studycli.ui.search_effects import Find, Found, HitRow, LookAt, LookedAt, Marked
from tests.cli.conftest import ROOT, Studio
from tests.ui.pty_helper import CURSOR, PtyHelper


class Desk:
    """What the screen asks, answered in this process."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def find(self, text: str, limit: int = 20) -> Found:
        found = self._handle(Find(text, limit))
        assert isinstance(found, Found)
        assert found.text == text
        return found

    def names(self, text: str) -> list[str]:
        """Kind and short id of the hits."""
        return [f"{hit.kind} {hit.id.partition('/')[2]}" for hit in self.find(text).hits]

    def look(self, hit: HitRow) -> object:
        looked = self._handle(LookAt(hit))
        assert isinstance(looked, LookedAt)
        return looked.preview

    def ask(self, effect: Effect) -> object:
        return self._handle(effect)


def desk_of(studio: Studio, **env: str) -> Iterator[Desk]:
    streams = Streams(io.StringIO(), io.StringIO(), io.StringIO())
    run = Run([], {**studio.env, **env}, streams)
    with searching(run.wiring) as handle:
        yield Desk(handle)
    run.close()


@pytest.fixture
def desk(studio: Studio) -> Iterator[Desk]:
    yield from desk_of(studio)


def test_notes_cards_and_questions_are_found_with_what_matches(desk: Desk) -> None:
    found = desk.find("minutes")
    assert {hit.kind for hit in found.hits} == {Kind.NOTE, Kind.CARD, Kind.QUESTION}
    assert found.total == len(found.hits)
    note = next(hit for hit in found.hits if hit.kind is Kind.NOTE)
    assert (note.id, note.topic, note.title.text) == ("golden/lambda-limits", "lambda", "Lambda limits")
    assert note.snippet.text == "One function runs for up to 15 minutes.", "without markup"
    assert [note.snippet.text[start:end] for start, end in note.snippet.marks] == ["minutes"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        pytest.param("minut", True, id="half a word, still being typed"),
        pytest.param("함수", True, id="the other language"),
        pytest.param("15분까지", True, id="with a particle"),
        pytest.param("minutes -function", False, id="without a word"),
        pytest.param('"up to 15 minutes"', True, id="as it stands"),
        pytest.param("minutes kind:no", True, id="of a kind"),
        pytest.param("minutes kind:card", False, id="of another kind"),
        pytest.param("minutes topic:lam", True, id="of a topic cut short"),
        pytest.param("minutes topic:dyn", False, id="of another topic"),
        pytest.param("minutes topic:none", False, id="of no topic"),
    ],
)
def test_what_is_typed_finds_the_note(desk: Desk, text: str, there: bool) -> None:
    assert ("note lambda-limits" in desk.names(text)) == there


def test_no_more_hits_than_were_asked_for(desk: Desk) -> None:
    every = desk.find("minutes")
    first = desk.find("minutes", 1)
    assert (first.hits, first.total) == (every.hits[:1], every.total)


def test_the_last_word_may_go_on_until_a_space_ends_it(desk: Desk) -> None:
    assert desk.find("functi").nearest is None
    assert desk.find("functi ").nearest == "function"


@pytest.mark.parametrize(
    "text", ['"', "-", "*", "kind:", "topic:", "kind:x", "' OR 1=1 --", "NEAR(", "한" * 200, "\x1b[2J", "🙂"]
)
def test_any_text_has_an_answer(desk: Desk, text: str) -> None:
    desk.find(text)


def test_what_a_hit_shows(desk: Desk) -> None:
    shown = {hit.kind: desk.look(hit) for hit in desk.find("minutes").hits}
    assert isinstance(shown[Kind.NOTE], NotePage)
    assert isinstance(shown[Kind.CARD], Face)
    assert isinstance(shown[Kind.QUESTION], QuestionFace)
    gone = HitRow("golden/gone", Kind.NOTE, "lambda", Marked(""), Marked(""))
    assert desk.look(gone) is None


def test_titles_are_in_the_language_of_the_material(studio: Studio) -> None:
    studio("config", "material-language", "ko")
    for desk in desk_of(studio):
        titles = {hit.title.text for hit in desk.find("minutes").hits}
        assert "Lambda 한도" in titles


def test_nothing_a_terminal_would_obey_comes_through(
    studio: Studio, golden_library: Path, tmp_path: Path
) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    file = library / "content" / "dynamodb.yaml"
    file.write_text(file.read_text().replace("An item holds", "An item holds\\u00ad\\t"))
    file.write_text(file.read_text().replace("en: An item", 'en: "An item').replace("400 KB.}", '400 KB."}'))
    for desk in desk_of(studio, STUDYCLI_LIBRARY=str(library)):
        for hit in desk.find("item holds").hits:
            assert not {"\u00ad", "\t"} & set(hit.snippet.text)


def test_without_a_cache_on_the_disk_it_is_searched_all_the_same(studio: Studio, tmp_path: Path) -> None:
    (studio.home / "cache").write_text("no folder")
    for desk in desk_of(studio):
        assert "note lambda-limits" in desk.names("minutes")
    result = studio("note", "lambda-limits")
    assert result.code == 0


def test_other_effects_are_none_of_its_business(desk: Desk) -> None:
    assert desk.ask(Effect()) is None


class TestOnATerminal:
    def _search(
        self, studio: Studio, size: tuple[int, int] = (80, 24), env: Mapping[str, str] = MappingProxyType({})
    ) -> PtyHelper:
        """The search screen, from home."""
        config = studio.home / "config" / "config.toml"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text('theme = "auto"\n')
        command = [sys.executable, "-m", "studycli"]
        terminal = PtyHelper(command, size, studio.process_env({"LC_ALL": "C.UTF-8", **env}), str(ROOT))
        terminal.wait_for("Start today's session")
        terminal.send(b"/")
        terminal.wait_for("The beginning of a word")
        return terminal

    def test_results_come_while_one_types_and_enter_opens(self, studio: Studio) -> None:
        with self._search(studio) as terminal:
            terminal.send(b"minut")
            terminal.wait_for("One function runs for up to 15 minutes.")
            terminal.send(b"\r")
            terminal.wait_for("scroll")
            terminal.send(b"q")
            terminal.wait_for("found")
            assert "> minut" in terminal.text()
            terminal.send(b"\x1b")
            terminal.wait_for("The beginning of a word")
            terminal.send(b"\x1b")
            terminal.wait_for("Start today's session")
            terminal.send(b"q")
            assert terminal.wait_exit() == 0

    def test_syllables_and_the_cursor_behind_them(self, studio: Studio) -> None:
        with self._search(studio) as terminal:
            assert terminal.cursor() == (4, 2)
            assert terminal.is_on(CURSOR)
            terminal.send("함수x".encode())
            terminal.wait_until(
                lambda: terminal.cursor() == (9, 2), "the cursor behind two wide and one narrow"
            )
            terminal.send(b"\x7f\x7f")
            terminal.wait_until(lambda: terminal.cursor() == (6, 2), "the cursor one syllable on")
            terminal.wait_for("15")
            assert "> 함\n" in terminal.text()

    def test_a_preview_stands_beside_the_list_where_there_is_room(self, studio: Studio) -> None:
        with self._search(studio, size=(120, 40)) as terminal:
            terminal.send(b"kind:note minutes")
            terminal.wait_for("│ Lambda limits")
            terminal.wait_for("│ [request] --> [function] --> [response]")

    def test_what_was_found_is_reviewed_and_the_results_are_still_there(self, studio: Studio) -> None:
        with self._search(studio) as terminal:
            terminal.send(b"kind:card cache")
            terminal.wait_for("2 found")
            terminal.send(b"\x12")
            terminal.wait_for("show answer")
            terminal.send(b" ")
            terminal.wait_for("again 10m")
            terminal.send(b"3")
            terminal.wait_for("Session finished")
            terminal.send(b"q")
            terminal.wait_for("2 found")
            assert [event["card"] for event in studio.log] == ["golden/ddb-dax"]

    def test_an_edit_is_found_at_once(self, studio: Studio, golden_library: Path, tmp_path: Path) -> None:
        library = Path(shutil.copytree(golden_library, tmp_path / "library"))
        editor = tmp_path / "vi"
        editor.write_text('#!/bin/sh\nsed -i "s/up to 400 KB/up to 500 kilobytes/" "$2"\n')
        editor.chmod(0o755)
        env = {"STUDYCLI_LIBRARY": str(library), "EDITOR": str(editor), "VISUAL": ""}
        with self._search(studio, env=env) as terminal:
            terminal.send(b"kind:note holds")
            terminal.wait_for("up to 400 KB")
            terminal.send(b"\x05")
            terminal.wait_for("up to 500 kilobytes")
            terminal.wait_for("The new text is in use")
            terminal.send(b"\x15kilobyt")
            terminal.wait_for("up to 500 kilobytes")

    def test_an_edit_that_breaks_the_file_leaves_the_old_text(
        self, studio: Studio, golden_library: Path, tmp_path: Path
    ) -> None:
        library = Path(shutil.copytree(golden_library, tmp_path / "library"))
        editor = tmp_path / "vi"
        editor.write_text('#!/bin/sh\nprintf "\\tbroken" >> "$2"\n')
        editor.chmod(0o755)
        env = {"STUDYCLI_LIBRARY": str(library), "EDITOR": str(editor), "VISUAL": ""}
        with self._search(studio, env=env) as terminal:
            terminal.send(b"kind:note holds")
            terminal.wait_for("up to 400 KB")
            terminal.send(b"\x05")
            terminal.wait_for("the old text stays")
            terminal.send(b" ")
            terminal.wait_for("1 found")
            terminal.send(b"\r")
            terminal.wait_for("An item holds up to 400 KB.")

    def test_a_question_that_tests_nothing_is_opened_too(self, studio: Studio) -> None:
        with self._search(studio) as terminal:
            terminal.send(b"kind:question invoke directly")
            terminal.wait_for("1 found")
            terminal.send(b"\r")
            terminal.wait_for("right answer")
            terminal.wait_until(lambda: "review" not in terminal.text(), "a page without a review")

    def test_read_aloud_a_number_opens_a_hit(self, studio: Studio) -> None:
        config = studio.home / "config" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text('theme = "auto"\n')
        command = [sys.executable, "-m", "studycli"]
        env = studio.process_env({"LC_ALL": "C.UTF-8", "ACCESSIBLE": "1"})
        with PtyHelper(command, (80, 40), env, str(ROOT)) as terminal:
            terminal.wait_for("Search the notes")
            terminal.send(b"/\n")
            terminal.wait_for("escape: back")
            terminal.send(b"kind:note minutes\n")
            terminal.wait_for("1: note: Lambda limits.")
            terminal.send(b"1\n")
            terminal.wait_for("[request]")
            terminal.send(b"q\n")
            terminal.wait_for("A number opens it")
            terminal.send(b"escape escape q\n")
            assert terminal.wait_exit() == 0
