from pathlib import Path

import pytest

from studycli.core.ledgers import Kind, Mention
from studycli.core.problems import MOST_PROBLEMS
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


def test_blueprints_are_items_and_break_rules_at_their_place(golden_library: Path) -> None:
    text = (golden_library / "quizzes/blueprints.yaml").read_text(encoding="utf-8")
    path = "quizzes/blueprints.yaml"
    result = compiled(path, text)
    assert [(item.kind, item.name) for item in result.items] == [
        (Kind.BLUEPRINT, "sample"),
        (Kind.BLUEPRINT, "bare"),
    ]
    assert result.ledger.living == (
        Mention(Kind.BLUEPRINT, "sample", 2, 7),
        Mention(Kind.BLUEPRINT, "bare", 17, 7),
    )
    wrong = compiled(path, text.replace("weight: 30", "weight: 31").replace("scored: 6", "scored: 9"))
    assert wrong.head is None
    assert [(each.line, each.column, each.rule) for each in wrong.problems] == [
        (11, 3, "weights-not-100"),
        (5, 11, "too-many-scored"),
    ]


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


N = 100_000
CLOZE = topic("b", "{id: e, kind: cloze, text: {ko: 'TEXT', en: 'TEXT'}}")


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        pytest.param("content/b.yaml", "%TAG !a! x\n" * N + "---\na: b\n", "tag", id="tag directives"),
        pytest.param(
            "content/b.yaml", "".join(f"k{n}: 1\n" for n in range(N)) + "z: 1\n" * N, "duplicate-key",
            id="late duplicate keys",
        ),
        pytest.param("content/b.yaml", "".join(f"k{n}: 1\n" for n in range(N)), "missing-key", id="unknown keys"),
        pytest.param("content/b.yaml", CLOZE.replace("TEXT", "}}" + "{{a::" * N), "broken-gap", id="open gaps"),
        pytest.param(
            "content/b.yaml", CLOZE.replace("TEXT", "".join(f"{{{{a{n}::x}}}}" for n in range(N // 10))),
            "too-many-gaps", id="many gaps",
        ),
        pytest.param(
            "content/library.yaml", LIBRARY + f"topics: [{'a, ' * N}]\n", "repeated", id="one topic many times"
        ),
    ],
)  # fmt: skip
def test_no_file_takes_the_square_of_its_size(path: str, text: str, rule: str) -> None:
    """Each of these would take minutes to hours where every item is compared with all others."""
    result = compiled(path, text)
    assert result.head is None
    assert result.problems[0].rule == rule
    assert len(result.problems) <= MOST_PROBLEMS


def test_a_file_with_very_many_harmless_problems_is_still_checked() -> None:
    text = topic("b", *[basic(f"e{n}").replace(", en: Front", "") for n in range(MOST_PROBLEMS + 1)])
    assert compiled("content/b.yaml", text).head is not None
    assert compiled("content/b.yaml", text + "x: y\n").head is None
