import sqlite3
from pathlib import Path

import pytest

from studycli.core.bank import QuestionUse
from studycli.core.cards import CardKind
from studycli.core.library import Text
from studycli.core.questions import QuestionRef
from studycli.core.refs import CardRef
from studycli.errors import MaterialError
from studycli.material.placed import Counts, LibraryPlace, Origin, TopicInfo
from studycli.material.shelf import Shelf, open_shelf
from tests.material.libraries import LIBRARY, bank, basic, library, topic, write
from tests.material.shelves import ids, opened, other


def test_the_golden_library_is_sound(golden: Shelf) -> None:
    assert golden.problems == ()
    assert golden.counts() == Counts(notes=2, cards=5, questions=2)
    (info,) = golden.libraries()
    assert (info.library.id, info.library.languages) == ("golden", ("ko", "en"))


def test_topics_come_in_the_order_of_teaching(golden: Shelf) -> None:
    assert golden.topics() == (
        TopicInfo("golden", "lambda", Text({"ko": "AWS Lambda", "en": "AWS Lambda"}), 1, 3, 2),
        TopicInfo("golden", "dynamodb", Text({"ko": "Amazon DynamoDB", "en": "Amazon DynamoDB"}), 1, 2, 0),
    )


def test_references_come_in_the_order_of_teaching(golden: Shelf) -> None:
    assert golden.refs() == (
        CardRef("golden/lambda-timeout", "golden/lambda-timeout", "lambda"),
        CardRef("golden/lambda-memory.low", "golden/lambda-memory", "lambda"),
        CardRef("golden/lambda-memory.high", "golden/lambda-memory", "lambda"),
        CardRef("golden/ddb-dax", "golden/ddb-dax", "dynamodb"),
        CardRef("golden/ddb-dax.reversed", "golden/ddb-dax", "dynamodb"),
    )
    assert golden.refs("dynamodb") == golden.refs("golden/dynamodb") == golden.refs()[3:]
    assert golden.refs("nothing") == ()


def test_a_card_knows_its_place(golden: Shelf, golden_library: Path) -> None:
    placed = golden.card("golden/lambda-memory.low")
    assert (placed.library, placed.languages, placed.topic) == ("golden", ("ko", "en"), "lambda")
    assert golden.note_of("golden/lambda-memory.low") == "golden/lambda-limits"
    assert (placed.note, placed.path) == ("lambda-limits", golden_library / "content/lambda.yaml")
    assert placed.path.read_text(encoding="utf-8").splitlines()[placed.line - 1] == "  - id: lambda-memory"
    assert placed.card.kind is CardKind.CLOZE
    assert placed.card.back == Text({"ko": "128 / 0.125", "en": "128 / 0.125"})


def test_cards_come_as_asked_for(golden: Shelf) -> None:
    asked = ["golden/ddb-dax.reversed", "golden/lambda-timeout", "golden/ddb-dax", "golden/lambda-timeout"]
    assert [f"golden/{placed.card.id}" for placed in golden.cards(asked)] == asked


def test_notes_and_questions_are_whole(golden: Shelf) -> None:
    assert golden.notes() == ("golden/lambda-limits", "golden/ddb-items")
    assert golden.notes("dynamodb") == ("golden/ddb-items",)
    placed = golden.note("golden/lambda-limits")
    assert [entry.id for entry in placed.note.entries] == ["lambda-timeout", "lambda-memory"]
    assert placed.line == 4
    assert (
        golden.questions()
        == golden.questions("lambda")
        == ("golden/q-lambda-timeout", "golden/q-lambda-triggers")
    )
    question = golden.question("golden/q-lambda-triggers")
    assert [option.right for option in question.question.options] == [True, True, False]
    assert (question.topic, question.line) == ("lambda", 23)


def test_blueprints_are_listed_by_full_id(golden: Shelf) -> None:
    blueprints = golden.blueprints()
    assert list(blueprints) == ["golden/sample", "golden/bare"]
    sample, bare = blueprints.values()
    assert (sample.questions, sample.scored_questions, sample.minutes, sample.pass_mark) == (8, 6, 16, 720)
    assert [(domain.id, domain.weight) for domain in sample.domains] == [("secure", 30), ("resilient", 70)]
    assert (bare.scored, bare.scored_questions) == (None, 1)


def test_references_to_questions_have_what_drawing_needs(golden: Shelf) -> None:
    timeout, triggers = golden.question_refs()
    assert timeout == QuestionRef(
        "golden/q-lambda-timeout",
        "lambda",
        "resilient",
        QuestionUse.EXAM,
        ("fargate", "function"),
        ("fargate",),
        (),
        ("golden/lambda-timeout", "golden/lambda-memory.low"),
    )
    assert (triggers.use, triggers.right) == (QuestionUse.PRACTICE, ("api-gateway", "s3"))
    assert golden.question_refs("lambda") == golden.question_refs("golden/lambda") == golden.question_refs()
    assert golden.question_refs("dynamodb") == ()


def test_options_that_speak_of_the_others_are_known(cache: sqlite3.Connection, small: Path) -> None:
    text = bank("a").replace("{ko: 가, en: A}", "{ko: 위의 모든 것, en: All of the above}")
    write(small, "quizzes/a.yaml", text)
    (ref,) = opened(cache, small).question_refs()
    assert ref.last == ("a",)


def test_references_to_questions_come_in_the_order_of_teaching(
    cache: sqlite3.Connection, small: Path
) -> None:
    write(small, "content/library.yaml", LIBRARY + "topics: [b]\n")
    write(small, "quizzes/b.yaml", bank("b"))
    write(small, "quizzes/a0.yaml", bank("a0"))
    assert [ref.id for ref in opened(cache, small).question_refs()] == [
        "small/q-b",
        "small/q-a",
        "small/q-a0",
    ]


def test_renamed_questions_lead_to_those_of_today_and_are_no_cards(
    cache: sqlite3.Connection, small: Path
) -> None:
    write(small, "quizzes/a.yaml", bank("a", "  was: [old-q, older-q]\n"))
    shelf = opened(cache, small)
    assert shelf.question_renames() == {"small/old-q": "small/q-a", "small/older-q": "small/q-a"}
    assert shelf.renames() == {}
    with pytest.raises(MaterialError, match="item_unknown"):
        shelf.resolve_card("old-q")


def test_facts_are_listed_by_full_id(golden: Shelf) -> None:
    facts = golden.facts()
    assert list(facts) == ["golden/LA1", "golden/F-S3"]
    assert facts["golden/LA1"].sources[0].checked == "2026-10-31"


def test_renames_lead_to_the_cards_of_today(cache: sqlite3.Connection, tmp_path: Path) -> None:
    cloze = "{id: c, was: [c0, c1], kind: cloze, text: {ko: '{{x::1}} {{y::2}}', en: '{{x::1}} {{y::2}}'}}"
    both = "{id: r, was: [r0], kind: reversed, front: {ko: 앞, en: F}, back: {ko: 뒤, en: B}}"
    folder = library(tmp_path / "small", a=topic("a", basic("e", ", was: [e0]"), both, cloze))
    assert opened(cache, folder).renames() == {
        "small/e0": "small/e",
        "small/r0": "small/r",
        "small/r0.reversed": "small/r.reversed",
        "small/c0.x": "small/c.x",
        "small/c1.x": "small/c.x",
        "small/c0.y": "small/c.y",
        "small/c1.y": "small/c.y",
    }


@pytest.mark.parametrize("order", [1, -1], ids=["bundled first", "copy first"])
def test_a_copy_replaces_the_bundled_library(cache: sqlite3.Connection, tmp_path: Path, order: int) -> None:
    bundled = LibraryPlace(other(tmp_path / "bundled", "old"), Origin.BUNDLED)
    copy = LibraryPlace(other(tmp_path / "copy", "new"), Origin.COPY)
    write(bundled.folder, "content/broken.yaml", "")
    for _ in range(2):
        shelf = open_shelf(cache, [bundled, copy][::order])
        assert ids(shelf) == ["small/new"]
        assert shelf.problems == ()
        assert ids(open_shelf(cache, [bundled])) == ["small/old"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Origin.OTHER, Origin.OTHER),
        (Origin.BUNDLED, Origin.OTHER),
        (Origin.COPY, Origin.COPY),
        (Origin.COPY, Origin.MINE),
    ],
)
def test_two_libraries_with_one_id_are_an_error(
    cache: sqlite3.Connection, tmp_path: Path, first: Origin, second: Origin
) -> None:
    folders = [other(tmp_path / "one", "x"), other(tmp_path / "two", "y")]
    with pytest.raises(MaterialError) as caught:
        open_shelf(cache, [LibraryPlace(folders[0], first), LibraryPlace(folders[1], second)])
    assert caught.value.message_id == "library_twice"
    assert caught.value.params == {"id": "small", "first": str(folders[0]), "second": str(folders[1])}
