import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studycli.cli import main as main_module
from studycli.material.files import shown
from tests.cli.conftest import ROOT, Studio
from tests.ui.pty_helper import ALTERNATE_SCREEN, PtyHelper


def test_hits_are_places_with_their_title_and_the_line_that_matches(
    studio: Studio, golden_library: Path
) -> None:
    result = studio("search", "15분")
    path = shown(golden_library / "content/lambda.yaml")
    assert result.code == 0
    assert result.out.splitlines()[:2] == [
        f"{path}:8: Lambda limits",
        "    note lambda-limits: 함수 하나는 15분까지 실행됩니다.",
    ]
    assert result.err.splitlines()[-1] == "3 of 3"


def test_korean_and_english_speak_of_what_was_found(studio: Studio) -> None:
    assert studio("--language", "ko", "search", "Lambda", "--limit", "1").err.endswith("4건 중 1건\n")
    assert studio("search", "Lambda", "--limit", "1").err.endswith("1 of 4\n")


def test_json_is_one_document(studio: Studio, golden_library: Path) -> None:
    hits = studio("search", "item", "--json").json
    assert hits[0] == {
        "id": "golden/ddb-items",
        "kind": "note",
        "topic": "dynamodb",
        "title": "Items",
        "snippet": "An item holds up to 400 KB.",
        "score": hits[0]["score"],
        "path": shown(golden_library / "content/dynamodb.yaml"),
        "line": hits[0]["line"],
    }
    assert len({hit["id"] for hit in hits}) == len(hits)


def test_json_of_nothing_is_an_empty_list(studio: Studio) -> None:
    result = studio("search", "qqqqqq", "--json")
    assert (result.code, result.json) == (1, [])


@pytest.mark.parametrize(
    ("argv", "ids"),
    [
        pytest.param(["memory", "--kind", "note"], [], id="of a kind"),
        pytest.param(
            ["lambda", "--kind", "question"], ["q-lambda-timeout", "q-lambda-triggers"], id="questions"
        ),
        pytest.param(["lambda", "--topic", "dynamodb"], [], id="of a topic"),
        pytest.param(["DAX", "--topic", "golden/dynamodb"], ["ddb-dax", "ddb-dax.reversed"], id="a full id"),
        pytest.param(["DAX", "--not", "memory"], [], id="without a word"),
        pytest.param(["DAX -memory"], [], id="without a word inside of the query"),
        pytest.param(['"for DynamoDB"'], ["ddb-dax", "ddb-dax.reversed"], id="an exact phrase"),
        pytest.param(['"DynamoDB for"'], [], id="no exact phrase"),
    ],
)
def test_what_is_wanted_can_be_narrowed(studio: Studio, argv: list[str], ids: list[str]) -> None:
    result = studio("search", *argv, "--json")
    found = [hit["id"].partition("/")[2] for hit in result.json]
    assert sorted(found)[: len(ids)] == ids if ids else not found
    assert result.code == (0 if ids else 1)


def test_nothing_found_offers_the_nearest_spelling(studio: Studio) -> None:
    result = studio("search", "memoqxyz")
    assert (result.code, result.out) == (1, "")
    assert result.err == "nothing found for memoqxyz; did you mean memory?\n"
    assert studio("search", "qqqqqq").err == "nothing found for qqqqqq\n"


def test_a_mended_word_is_told(studio: Studio) -> None:
    result = studio("search", "memroy")
    assert result.code == 0
    assert result.err.splitlines()[0] == "nothing found for memroy; showing memory"


@pytest.mark.parametrize(
    ("argv", "code", "says"),
    [
        (["search"], 2, "in a script use studycli search WORD"),
        (["search", "--interactive", "x"], 2, "in a script use studycli search WORD"),
        (["search", "--json"], 2, "--json: needs words"),
        (["search", "x", "--interactive", "--review"], 2, "--review: needs words"),
        (["search", "x", "--review", "--json"], 2, "--review and --json: a session prints no document"),
        (["search", "--topic", "lambda"], 2, "in a script use studycli search WORD"),
        (["search", "x", "--topic", "nowhere"], 3, "nowhere"),
        (["search", "x", "--kind", "fact"], 2, "fact"),
        (["search", "x", "--limit", "0"], 2, "--limit"),
        (["search", "x", "--review"], 2, "terminal"),
    ],
)
def test_a_mistake_is_one_line(studio: Studio, argv: list[str], code: int, says: str) -> None:
    result = studio(*argv)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert result.err.count("\n") == 1


def test_colour_is_for_terminals_and_for_those_who_ask(studio: Studio) -> None:
    assert "\x1b" not in studio("search", "memory").out
    assert "\x1b[1;36mMemory\x1b[0m" in studio("search", "memory", FORCE_COLOR="1").out
    assert "\x1b[1;4mMemory\x1b[0m" in studio("search", "memory", FORCE_COLOR="1", NO_COLOR="1").out


@pytest.mark.parametrize("argv", [["lambda"], ["15분"], ["람다", "memory"], ["memroy"], ["qqqqqq"], ["*"]])
def test_the_shortcut_prints_what_the_parser_would(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    studio("search", "x")
    short = studio("search", *argv)
    monkeypatch.setattr(main_module, "shortcut", lambda _: None)
    assert studio("search", *argv) == short


def test_material_cannot_steer_the_terminal(studio: Studio, tmp_path: Path, golden_library: Path) -> None:
    folder = tmp_path / "lib\x1b[31mrary"
    shutil.copytree(golden_library, folder)
    result = studio("search", "memory", STUDYCLI_LIBRARY=str(folder))
    assert result.code == 0
    assert "\x1b" not in result.out


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters() | st.sampled_from("람다\"-*'%;"), max_size=12), min_size=1, max_size=4)
)
def test_any_words_are_an_ordinary_search(studio: Studio, words: list[str]) -> None:
    result = studio("search", "--", *words)
    assert result.code in {0, 1}
    assert "\x1b" not in result.out + result.err


def test_a_spoilt_index_is_mended_on_the_way(studio: Studio) -> None:
    first = studio("search", "memory")
    with sqlite3.connect(studio.home / "cache/cache.db") as cache:
        cache.execute("DROP TABLE search_text_config")
    assert studio("search", "memory").out == first.out


def test_a_run_from_another_folder_names_whole_paths(studio: Studio, golden_library: Path) -> None:
    out = studio.process("search", "memory").out
    assert all(line.startswith((f"{golden_library}/content/", "    ")) for line in out.splitlines())


def test_what_was_found_is_studied_at_once(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "again")
    env = {**studio.process_env({"TERM": "xterm-256color"}), "HOME": str(studio.home)}
    command = [sys.executable, "-m", "studycli", "search", "10,240 MB", "--review"]
    with PtyHelper(command, environ=env) as terminal:
        terminal.wait_for("Memory goes from")  # the best hit first
        assert terminal.is_on(ALTERNATE_SCREEN)
        terminal.send(b"q")
        assert terminal.wait_exit() == 0


def test_where_nothing_found_has_a_card_that_is_said_in_a_line(studio: Studio) -> None:
    argv = ["search", "invoke EBS", "--kind", "question", "--limit", "1"]
    assert "q-lambda-triggers" in studio(*argv).out
    command = [sys.executable, "-m", "studycli", *argv, "--review"]
    with PtyHelper(command, environ=studio.process_env({})) as terminal:
        terminal.wait_for("nothing to review")
        assert not terminal.is_on(ALTERNATE_SCREEN)
        assert terminal.wait_exit() == 2


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        pytest.param([], ">", id="no words"),
        pytest.param(["--interactive"], ">", id="interactive"),
        pytest.param(["--interactive", "memory", "size"], "> memory size", id="words to begin with"),
        pytest.param(
            [
                "--interactive",
                "memory",
                "--not",
                "low",
                "--not",
                "a b",
                "--kind",
                "card",
                "--topic",
                "lambda",
            ],
            '> memory -low -"a b" kind:card topic:lambda',
            id="options as they are typed",
        ),
    ],
)
def test_on_a_terminal_one_searches_while_typing(studio: Studio, argv: list[str], line: str) -> None:
    command = [sys.executable, "-m", "studycli", "search", *argv]
    with PtyHelper(command, (80, 24), studio.process_env({"LC_ALL": "C.UTF-8"}), str(ROOT)) as terminal:
        terminal.wait_for("found" if argv[1:] else "The beginning of a word")
        assert terminal.text().split("\n")[2].strip() == line
        terminal.send(b"\x1b" if line == ">" else b"\x15\x1b")
        assert terminal.wait_exit() == 0


def test_enter_opens_the_question_that_was_found_with_its_key(studio: Studio) -> None:
    command = [sys.executable, "-m", "studycli", "search", "--interactive", "job", "kind:question"]
    with PtyHelper(command, (80, 24), studio.process_env({"LC_ALL": "C.UTF-8"}), str(ROOT)) as terminal:
        terminal.wait_for("1 found")
        terminal.send(b"\r")
        terminal.wait_for("It stops after 15 minutes.")
        assert "What fits a job of 20 minutes?" in terminal.text()
        terminal.send(b"n")
        terminal.wait_for("Lambda limits")
        terminal.send(b"q")
        terminal.wait_for("It stops after 15 minutes.")
        terminal.send(b"q")
        terminal.wait_for("> job kind:question")
        terminal.send(b"\x15\x1b")
        assert terminal.wait_exit() == 0


def test_searching_while_typing_asks_for_a_terminal_that_may_ask(studio: Studio) -> None:
    command = [sys.executable, "-m", "studycli", "--no-input", "search"]
    with PtyHelper(command, (120, 24), studio.process_env({}), str(ROOT)) as terminal:
        assert terminal.wait_exit() == 2
        assert "--no-input: needs words" in terminal.text()
