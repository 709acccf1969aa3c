import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from studycli.core.library import Text
from studycli.material.names import CachedNames, Name
from tests.material.libraries import bank, basic, library, topic, write
from tests.material.shelves import opened


def known(cache: sqlite3.Connection, *folders: Path) -> CachedNames:
    return CachedNames(cache, [str(folder.resolve()) for folder in folders])


def ids(names: Iterable[Name]) -> list[str]:
    return [f"{name.library}/{name.id}" for name in names]


@pytest.fixture
def golden_names(cache: sqlite3.Connection, golden_library: Path) -> CachedNames:
    opened(cache, golden_library)
    return known(cache, golden_library)


def test_all_sorts_of_names(golden_names: CachedNames) -> None:
    assert ids(golden_names.libraries()) == ["golden/golden"]
    assert ids(golden_names.topics()) == ["golden/dynamodb", "golden/lambda"]
    assert ids(golden_names.notes()) == ["golden/ddb-items", "golden/lambda-limits"]
    assert ids(golden_names.cards()) == [
        "golden/ddb-dax",
        "golden/ddb-dax.reversed",
        "golden/lambda-timeout",
        "golden/lambda-memory.low",
        "golden/lambda-memory.high",
    ]
    assert ids(golden_names.entries()) == ["golden/ddb-dax", "golden/lambda-timeout", "golden/lambda-memory"]
    assert ids(golden_names.questions()) == ["golden/q-lambda-timeout", "golden/q-lambda-triggers"]
    assert ids(golden_names.blueprints())
    assert ids(golden_names.domains())


def test_what_they_are_called(golden_names: CachedNames) -> None:
    first = [
        next(iter(names)).title()
        for names in (
            golden_names.topics(),
            golden_names.notes(),
            golden_names.cards(),
            golden_names.questions(),
        )
    ]
    assert [text.read("en").text for text in first] == [
        "Amazon DynamoDB",
        "Items",
        "In-memory cache for DynamoDB",
        "What fits a job of 20 minutes?",
    ]
    reversed_card = list(golden_names.cards())[1]
    assert reversed_card.title() == Text({"ko": "DAX", "en": "DAX"})


def test_only_libraries_in_these_folders_count(
    cache: sqlite3.Connection, golden_library: Path, small: Path
) -> None:
    opened(cache, golden_library, small)
    assert ids(known(cache, small).notes()) == ["small/a-note", "small/b-note"]
    assert ids(known(cache).notes()) == []
    assert len(ids(known(cache, small, golden_library).notes())) == 4


def test_a_broken_file_has_no_names(cache: sqlite3.Connection, tmp_path: Path) -> None:
    folder = library(tmp_path / "small", a=topic("a", basic("a1")), b=topic("b") + "\tbroken")
    write(folder, "quizzes/a.yaml", bank("a"))
    opened(cache, folder)
    assert ids(known(cache, folder).topics()) == ["small/a"]


def test_a_library_that_cannot_be_read_has_no_names(cache: sqlite3.Connection, small: Path) -> None:
    opened(cache, small)
    cache.execute("UPDATE material_file SET live = 0 WHERE path = 'content/library.yaml'")
    names = known(cache, small)
    assert ids(names.notes()) == ids(names.cards()) == ids(names.topics()) == []


def test_a_cache_of_another_version_is_not_read(cache: sqlite3.Connection, small: Path) -> None:
    opened(cache, small)
    cache.execute("UPDATE part SET version = 'other' WHERE owner = 'material'")
    assert ids(known(cache, small).notes()) == []
