from pathlib import Path

import pytest

from studycli.core.ledgers import Kind
from studycli.core.library import Library, Text
from studycli.material.workbench import Workbench, open_workbench
from tests.material.libraries import bank, basic, topic, write

SMALL = Library("small", Text({"ko": "작은 것"}), ("ko", "en"))


@pytest.fixture
def bench(small: Path) -> Workbench:
    return open_workbench(small, SMALL)


def rules_of(bench: Workbench, path: str, text: str) -> tuple[list[str], list[str]]:
    faults, remarks, _ = bench.judged(path, text)
    return [each.rule for each in faults], [each.rule for each in remarks]


def test_the_ids_of_a_library_are_known_by_kind(bench: Workbench) -> None:
    assert bench.taken(Kind.ENTRY) == {"a1", "b1"}
    assert bench.taken(Kind.TOPIC) == {"a", "b"}
    assert bench.taken(Kind.QUESTION) == {"q-a"}


def test_a_former_id_is_taken_too(small: Path) -> None:
    write(small, "content/a.yaml", topic("a", basic("a1", ", was: [a0]")))
    assert open_workbench(small, SMALL).taken(Kind.ENTRY) == {"a0", "a1", "b1"}


@pytest.mark.parametrize(
    ("path", "text", "faults", "remarks"),
    [
        pytest.param("content/a.yaml", topic("a", basic("a1"), basic("a2")), [], [], id="sound"),
        pytest.param("content/c.yaml", topic("c", basic("c1")), [], [], id="new file"),
        pytest.param("content/a.yaml", topic("a", basic("A1")), ["bad-id"], [], id="not sound"),
        pytest.param("content/a.yaml", topic("a", basic("b1")), ["duplicate-id"], [], id="an id of a later file"),
        pytest.param("content/c.yaml", topic("c", basic("a1")), ["duplicate-id"], [], id="an id of another file"),
        pytest.param(
            "content/a.yaml", topic("a", basic("a1").replace(", en: Front", "")), [], ["missing-language"],
            id="a language is missing",
        ),
        pytest.param("quizzes/c.yaml", bank("c"), [], ["unknown-reference"], id="no such topic"),
        pytest.param("content/a.yaml", "a: [", ["yaml-syntax"], [], id="no YAML"),
    ],
)  # fmt: skip
def test_a_file_is_judged_with_the_others(
    bench: Workbench, path: str, text: str, faults: list[str], remarks: list[str]
) -> None:
    assert rules_of(bench, path, text) == (faults, remarks)


def test_problems_are_named_by_the_place_they_will_have(bench: Workbench, small: Path) -> None:
    (problem,) = bench.judged("content/a.yaml", "a: [").faults
    assert problem.path == str(small / "content" / "a.yaml")


def test_what_was_judged_sound_counts_for_the_next(bench: Workbench) -> None:
    verdict = bench.judged("content/c.yaml", topic("c", basic("c1")))
    later = bench.after(verdict)
    assert later.taken(Kind.ENTRY) == {"a1", "b1", "c1"}
    assert rules_of(later, "quizzes/c.yaml", bank("c"))[1] == []
    assert rules_of(later, "content/d.yaml", topic("d", basic("c1"))) == (["duplicate-id"], [])


def test_beside_a_broken_file_nothing_is_said_of_references(small: Path) -> None:
    write(small, "content/b.yaml", "broken: [")
    bench = open_workbench(small, SMALL)
    assert bench.broken
    assert bench.taken(Kind.ENTRY) == {"a1"}
    assert rules_of(bench, "quizzes/b.yaml", bank("b")) == ([], [])
    assert not open_workbench(small, SMALL).judged("content/a.yaml", topic("a")).faults
