"""What completion offers at the cursor, on the tree of the real commands."""

import json
import runpy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.cli import completing
from studycli.cli.completing import FILES, SETTINGS, Candidate, Command, Sort, candidates, command_of
from studycli.cli.completion_answer import tree_file
from studycli.cli.settings import NAMES
from studycli.core.settings import WEEKDAYS
from studycli.words import LANGUAGES
from tests.cli.conftest import ROOT

MAKER = runpy.run_path(str(ROOT / "docs" / "make_completion.py"))
TREE: dict[str, Any] = json.loads(tree_file("en").read_text(encoding="utf-8"))
PROGRAM = command_of(TREE)
KNOWN = {
    Sort.TOPIC: ("dynamodb", "dynamodb-advanced", "lambda"),
    Sort.NOTE: ("ddb-items", "lambda-limits"),
    Sort.CARD: ("ddb-dax", "ddb-dax.reversed"),
    Sort.ITEM: ("ddb-items", "ddb-dax", "q-lambda"),
    Sort.BLUEPRINT: ("quick", "saa-c03"),
    Sort.DOMAIN: ("secure",),
    Sort.LIBRARY: ("mine",),
    Sort.ATTEMPT: ("abc-1",),
}


def names(sort: Sort, start: str) -> list[Candidate]:
    return [Candidate(name) for name in KNOWN[sort] if name.startswith(start)]


def offered(line: str, program: Command = PROGRAM) -> list[str]:
    """The candidates for a line whose last word ends at the cursor."""
    return [each.value for each in candidates(program, line.split(" "), names)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_trees_are_fresh(language: str) -> None:
    path = tree_file(language)
    assert path.read_text(encoding="utf-8") == MAKER["tree_text"](language), (
        f"{path.name} is out of date: make docs"
    )


@pytest.mark.parametrize(
    ("line", "values"),
    [
        pytest.param("re", ["review", "result"], id="command"),
        pytest.param("exam re", ["resume", "report"], id="command below another"),
        pytest.param("review --to", ["--topic"], id="option"),
        pytest.param("review --no-in", ["--no-input"], id="option of the program after the command"),
        pytest.param("--lan", ["--language"], id="option of the program"),
        pytest.param("--language ", ["ko", "en"], id="one of a few"),
        pytest.param("--language=k", ["--language=ko"], id="one of a few after ="),
        pytest.param("--language ko sta", ["status"], id="command after an option with a value"),
        pytest.param("review --topic dy", ["dynamodb", "dynamodb-advanced"], id="topic"),
        pytest.param("review --topic=dynamodb-", ["--topic=dynamodb-advanced"], id="topic after ="),
        pytest.param("review --topic = lam", ["lambda"], id="topic after an = that bash sets apart"),
        pytest.param("review --topic =", ["dynamodb", "dynamodb-advanced", "lambda"], id="nothing after ="),
        pytest.param("review --minutes ", [], id="a number"),
        pytest.param("review --minutes 10 --to", ["--topic"], id="option after a number"),
        pytest.param("review --topic x --to", [], id="an option once"),
        pytest.param("new note --title a --ti", ["--title"], id="an option that may be repeated"),
        pytest.param("note l", ["lambda-limits"], id="note"),
        pytest.param("note --json l", ["lambda-limits"], id="note after an option"),
        pytest.param("note x l", [], id="no second note"),
        pytest.param("note -- l", ["lambda-limits"], id="after the end of options"),
        pytest.param("note -- --j", [], id="no option after their end"),
        pytest.param("grade ddb-dax.", ["ddb-dax.reversed"], id="card"),
        pytest.param("grade x e", ["easy"], id="grade"),
        pytest.param("edit q", ["q-lambda"], id="anything that can be edited"),
        pytest.param("exam start q", ["quick"], id="exam"),
        pytest.param("exam start --retake ", ["abc-1"], id="exam sat, for an option"),
        pytest.param("exam report ", ["abc-1"], id="exam sat"),
        pytest.param("config th", ["theme"], id="setting"),
        pytest.param("config theme ", ["auto", "mono"], id="value of a setting"),
        pytest.param("config minutes ", [], id="value that is free"),
        pytest.param("config days-off s", ["sat", "sun"], id="days"),
        pytest.param("plan --blueprint q", ["quick"], id="exam, for an option"),
        pytest.param("plan --days-off m", ["mon"], id="days, for an option"),
        pytest.param("result --weak ", ["secure"], id="domain that was weak"),
        pytest.param("search --kind q", ["question"], id="kind"),
        pytest.param("search dy", [], id="words to search for are free"),
        pytest.param("config nothing ", [], id="value of no setting"),
        pytest.param("library remove ", ["mine"], id="library"),
        pytest.param("new entry --note d", ["ddb-items"], id="note, for an option"),
        pytest.param("new question --difficulty ", ["easy", "medium", "hard"], id="difficulty"),
        pytest.param("new question --tests ", ["ddb-dax", "ddb-dax.reversed"], id="card, for an option"),
        pytest.param("new question --domain ", ["secure"], id="domain"),
        pytest.param("new question --id q", [], id="an id that is to be new"),
        pytest.param("check content/", [FILES], id="file"),
        pytest.param("check a b ", [FILES], id="one more file"),
        pytest.param("completion ", ["bash", "zsh", "fish"], id="shell"),
        pytest.param("nonsense ", [], id="no such command"),
        pytest.param("nonsense --", [], id="option of no such command"),
        pytest.param("status x", [], id="an argument too many"),
        pytest.param("status --nonsense x", [], id="after an option that is none"),
        pytest.param("review --cram=", [], id="value of an option that takes none"),
        pytest.param("review --nonsense=", [], id="value of an option that is none"),
    ],
)  # fmt: skip
def test_what_is_offered(line: str, values: list[str]) -> None:
    assert offered(line) == values


def test_without_a_word_the_commands_are_offered_with_what_they_do() -> None:
    assert offered("") == list(TREE["commands"])
    assert candidates(PROGRAM, [], names) == candidates(PROGRAM, [""], names)
    assert all(each.text for each in candidates(PROGRAM, [""], names))


def test_the_settings_are_those_there_are() -> None:
    assert set(SETTINGS) == set(NAMES), "say in completing.py what completes the value"


def test_the_days_are_those_there_are() -> None:
    assert offered("config days-off ") == list(WEEKDAYS)


def _parameters(command: Command, *path: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for name, option in command.options.items():
        if option.metavar:
            yield path, name, option.metavar
    for metavar in command.arguments:
        yield path, "", metavar
    for name, below in command.commands.items():
        yield from _parameters(below, *path, name)


def test_for_every_id_it_is_known_what_of() -> None:
    new = {
        ("new", "note", "--id"),
        ("new", "entry", "--id"),
        ("new", "question", "--id"),
        ("new", "question", "--right"),
    }
    for path, name, metavar in _parameters(PROGRAM):
        if metavar == "ID" and (*path, name) not in new:
            known = name in completing._OF_OPTION or (" ".join(path), metavar) in completing._OF_ARGUMENT
            assert known, f"say in completing.py which ids complete {' '.join(path)} {name or metavar}"


WORDS = st.one_of(
    st.sampled_from(
        [*TREE["commands"], "--topic", "--topic=", "=", "--", "-", "", "--language", "note", "ID"]
    ),
    st.text(max_size=5),
)


@given(st.lists(WORDS, max_size=8))
def test_any_line_is_answered(words: list[str]) -> None:
    for each in candidates(PROGRAM, words, names):
        assert each.value
