from pathlib import Path

import pytest

from studycli.core.rules import Kind, Mention
from studycli.material.compile import compile_file
from studycli.material.store import CardRow, Compiled
from tests.material.libraries import LIBRARY, bank, basic, topic

BOTH = ("ko", "en")


def compiled(path: str, text: str) -> Compiled:
    return compile_file(path, text.encode(), BOTH)


def test_a_topic_lists_its_cards_by_the_place_of_their_note_and_entry() -> None:
    both = "{id: r, kind: reversed, front: {ko: 앞, en: F}, back: {ko: 뒤, en: B}}"
    result = compiled("content/a.yaml", topic("a", basic("e"), both))
    assert result.problems == ()
    assert result.cards == (
        CardRow("e", "e", 0, 0),
        CardRow("r", "r", 0, 1),
        CardRow("r.reversed", "r", 0, 1),
    )
    assert [(item.kind, item.name) for item in result.items] == [(Kind.NOTE, "a-note")]


def test_the_ledger_of_a_topic_has_every_id_with_its_place() -> None:
    ledger = compiled("content/a.yaml", topic("a", basic("e", ", was: [d], facts: [LA1]"))).ledger
    assert ledger.living == (
        Mention(Kind.TOPIC, "a", 1, 5),
        Mention(Kind.NOTE, "a-note", 4, 7),
        Mention(Kind.ENTRY, "e", 9, 10),
    )
    assert ledger.retired == (Mention(Kind.ENTRY, "d", 9, 84),)
    assert ledger.references == (Mention(Kind.FACT, "LA1", 9, 96),)
    assert ledger.cards == ("e",)


def test_the_ledger_of_a_bank_has_what_its_questions_need() -> None:
    ledger = compiled("quizzes/a.yaml", bank("a", "  tests: [e.x]\n  facts: [LA1]\n  was: [q0]\n")).ledger
    assert ledger.living == (Mention(Kind.QUESTION, "q-a", 3, 7),)
    assert ledger.retired == (Mention(Kind.QUESTION, "q0", 14, 9),)
    assert ledger.references == (
        Mention(Kind.TOPIC, "a", 1, 8),
        Mention(Kind.CARD, "e.x", 12, 11),
        Mention(Kind.FACT, "LA1", 13, 11),
    )


def test_facts_are_items(golden_library: Path) -> None:
    result = compile_file("content/facts.yaml", (golden_library / "content/facts.yaml").read_bytes(), BOTH)
    assert [(item.kind, item.name) for item in result.items] == [(Kind.FACT, "LA1"), (Kind.FACT, "F-S3")]


def test_a_library_needs_its_title_in_the_languages_it_declares() -> None:
    assert compile_file("content/library.yaml", LIBRARY.encode(), ()).problems == ()
    only = compile_file("content/library.yaml", LIBRARY.replace("ko, en", "ko, en, ja").encode(), ())
    assert [(each.rule, each.params) for each in only.problems] == [("missing-language", {"language": "ja"})]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("right: true", "right: false", (9, 3, "not-one-right"), id="none right"),
        pytest.param("{id: b", "{id: a", (10, 10, "repeated"), id="one option id twice"),
        pytest.param("kind: single", "kind: multiple", (9, 3, "too-few-right"), id="one right of several"),
        pytest.param("topic: a", "topic: b", (1, 8, "wrong-file-name"), id="other topic"),
    ],
)
def test_rules_speak_of_the_place_they_found(old: str, new: str, expected: tuple[int, int, str]) -> None:
    result = compiled("quizzes/a.yaml", bank("a").replace(old, new))
    assert result.head is None
    assert [(each.line, each.column, each.rule) for each in result.problems] == [expected]


def test_a_broken_file_claims_no_ids() -> None:
    assert compiled("content/a.yaml", topic("a", basic("e", ", x: y"))).ledger.living == ()


def test_problems_of_reading_and_of_shape_come_together() -> None:
    text = topic("a", basic("e", ", x: y")).replace("id: a-note", "id: a-note\n  id: b-note")
    assert [problem.rule for problem in compiled("content/a.yaml", text).problems] == [
        "duplicate-key",
        "unknown-key",
    ]
