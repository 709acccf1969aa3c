import pytest

from studycli.core.ledgers import Kind, Ledger, Mention, clashes, unknown_references
from studycli.core.rules import HARMLESS


def entry(name: str, line: int) -> Mention:
    return Mention(Kind.ENTRY, name, line, 7)


def test_the_later_of_two_files_with_one_id_is_wrong() -> None:
    ledgers = [Ledger("content/a.yaml", (entry("x", 3),)), Ledger("content/b.yaml", (entry("x", 5),))]
    (problem,) = clashes(ledgers)
    assert (problem.path, problem.line, problem.column, problem.rule) == (
        "content/b.yaml",
        5,
        7,
        "duplicate-id",
    )
    assert problem.params == {"id": "x", "first": "content/a.yaml:3"}


def test_an_id_twice_in_one_file_is_wrong() -> None:
    (problem,) = clashes([Ledger("content/a.yaml", (entry("x", 3), entry("x", 9)))])
    assert (problem.line, problem.rule) == (9, "duplicate-id")


def test_kinds_do_not_share_ids() -> None:
    living = (entry("x", 3), Mention(Kind.NOTE, "x", 2, 1), Mention(Kind.QUESTION, "x", 9, 1))
    assert clashes([Ledger("content/a.yaml", living)]) == []


@pytest.mark.parametrize(
    ("ledgers", "path", "rule"),
    [
        pytest.param(
            [Ledger("a", (entry("x", 1),)), Ledger("b", retired=(entry("x", 2),))],
            "b", "retired-id", id="retired after living",
        ),
        pytest.param(
            [Ledger("a", retired=(entry("x", 1),)), Ledger("b", (entry("x", 2),))],
            "b", "duplicate-id", id="living after retired",
        ),
        pytest.param(
            [Ledger("a", retired=(entry("x", 1),)), Ledger("b", retired=(entry("x", 2),))],
            "b", "retired-id", id="retired twice",
        ),
        pytest.param([Ledger("a", (entry("x", 1),), (entry("x", 2),))], "a", "retired-id", id="own id"),
    ],
)  # fmt: skip
def test_retired_ids_are_taken(ledgers: list[Ledger], path: str, rule: str) -> None:
    assert [(problem.path, problem.rule) for problem in clashes(ledgers)] == [(path, rule)]


def test_a_file_that_is_out_takes_no_ids() -> None:
    ledgers = [
        Ledger("a", (entry("x", 1),)),
        Ledger("b", (entry("x", 1), entry("y", 2))),
        Ledger("c", (entry("y", 1),)),
    ]
    assert [problem.path for problem in clashes(ledgers)] == ["b"]


def test_references_to_nothing_are_found_and_others_are_not() -> None:
    references = (
        Mention(Kind.CARD, "x.low", 4, 1),
        Mention(Kind.CARD, "x.high", 5, 1),
        Mention(Kind.FACT, "LA1", 6, 1),
        Mention(Kind.FACT, "LA2", 7, 1),
        Mention(Kind.TOPIC, "lambda", 8, 1),
        Mention(Kind.TOPIC, "x", 9, 1),
    )
    living = (entry("x", 1), Mention(Kind.FACT, "LA1", 1, 1), Mention(Kind.TOPIC, "lambda", 1, 1))
    ledgers = [Ledger("a", living, cards=("x.low",)), Ledger("b", references=references)]
    problems = unknown_references(ledgers, frozenset())
    assert [(problem.path, problem.line, problem.params) for problem in problems] == [
        ("b", 5, {"kind": "card", "name": "x.high"}),
        ("b", 7, {"kind": "fact", "name": "LA2"}),
        ("b", 9, {"kind": "topic", "name": "x"}),
    ]
    assert {problem.rule for problem in problems} <= HARMLESS
    certain = unknown_references(ledgers, frozenset({Kind.CARD, Kind.TOPIC}))
    assert [problem.line for problem in certain] == [7]
