import sqlite3
from datetime import date
from pathlib import Path

from studycli.core.lint.material import blueprints, entries, questions
from tests.material.libraries import bank, basic, library, topic, write
from tests.material.shelves import opened

TODAY = date(2026, 11, 23)


def test_a_library_as_a_whole_has_every_value_with_its_line(
    cache: sqlite3.Connection, golden_library: Path
) -> None:
    (whole,) = opened(cache, golden_library).materials(TODAY)
    assert [file.topic.id for file in whole.topics] == ["lambda", "dynamodb"]
    assert [(Path(place.path).name, place.line, entry.id) for place, entry in entries(whole)] == [
        ("lambda.yaml", 24, "lambda-timeout"),
        ("lambda.yaml", 31, "lambda-memory"),
        ("dynamodb.yaml", 12, "ddb-dax"),
    ]
    assert [(place.line, question.id) for place, question in questions(whole)] == [
        (3, "q-lambda-timeout"),
        (23, "q-lambda-triggers"),
    ]
    assert [fact.id for _, facts in whole.registers for fact in facts] == ["LA1", "F-S3"]
    assert [(place.line, each.id) for place, each in blueprints(whole)] == [(2, "sample"), (17, "bare")]
    assert {"library.yaml", "facts.yaml", "lambda.yaml"} <= {Path(path).name for path in whole.raw}
    assert all(Path(path).read_text() == raw for path, raw in whole.raw.items())
    assert (whole.complete, whole.today, whole.renamed) == (True, TODAY, ())


def test_a_broken_file_is_left_out_and_said_to_be_missing(cache: sqlite3.Connection, tmp_path: Path) -> None:
    folder = library(tmp_path, a=topic("a", basic("a1")), b="id: {")
    write(folder, "quizzes/a.yaml", bank("a"))
    (whole,) = opened(cache, folder).materials(TODAY)
    assert ([file.topic.id for file in whole.topics], whole.complete) == (["a"], False)


def test_a_library_that_is_not_in_use_is_none(cache: sqlite3.Connection, tmp_path: Path) -> None:
    write(tmp_path, "content/library.yaml", "id: {")
    assert opened(cache, tmp_path).materials(TODAY) == ()
