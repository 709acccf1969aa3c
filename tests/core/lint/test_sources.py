from dataclasses import replace

import pytest

from studycli.core.lint.register import lint
from studycli.core.notes import Source
from tests.core.lint.samples import fact, hits, material, note, question


def source(checked: str) -> tuple[Source, ...]:
    return (Source("https://example.com", checked),)


@pytest.mark.parametrize("make", [note, question, fact], ids=["note", "question", "fact"])
def test_everything_stated_needs_a_source(make: object) -> None:
    assert len(hits("no-source", make(sources=()))) == 1  # type: ignore[operator]
    assert hits("no-source", make()) == []  # type: ignore[operator]


@pytest.mark.parametrize(
    ("checked", "rules"),
    [
        pytest.param("2026-11-24", {"checked-in-future"}, id="tomorrow"),
        pytest.param("2026-11-23", set(), id="today"),
        pytest.param("2025-11-23", set(), id="a year ago"),
        pytest.param("2025-11-22", {"stale-source"}, id="a year and a day ago"),
    ],
)
def test_a_source_was_seen_in_the_last_year(checked: str, rules: set[str]) -> None:
    fired = {
        rule
        for rule in ("checked-in-future", "stale-source")
        if hits(rule, question(sources=source(checked)))
    }
    assert fired == rules


def test_an_old_item_is_told_once() -> None:
    old = (*source("2020-01-02"), *source("2019-01-02"), *source("2026-10-31"))
    assert hits("stale-source", fact(sources=old)) == [{"item": "F1", "checked": "2019-01-02", "count": 2}]


def test_what_a_learner_writes_for_himself_needs_no_source() -> None:
    own = material(note(sources=()))
    library = replace(own.library, id="mine")
    problems = lint(replace(own, library=library))
    assert not [problem for problem in problems if problem.rule == "no-source"]
