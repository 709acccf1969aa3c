from collections.abc import Callable

import pytest

from studycli.core import rules
from studycli.core.library import (
    Bank,
    Cloze,
    Library,
    Note,
    Option,
    Question,
    QuestionDifficulty,
    QuestionKind,
    Text,
    Topic,
)
from studycli.core.rules import Found, Kind, Ledger, Mention

TEXT = Text({"ko": "글", "en": "text"})
WHERE = ("notes", 0, "entries", 0, "text")


def question(kind: QuestionKind, *rights: bool, ids: str = "abcdef") -> Question:
    options = tuple(Option(name, TEXT, TEXT, right) for name, right in zip(ids, rights, strict=False))
    return Question("q", kind, "secure", QuestionDifficulty.EASY, TEXT, options, ())


def found(items: list[Found]) -> list[str]:
    return [item.rule for item in items]


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (rules.is_id, ["a", "0", "ddb-item-size", "a--"], ["", "A", "-a", "a.b", "a b", "가", "a\n", "a_b"]),
        (rules.is_fact_id, ["LA6", "F-S3", "a"], ["", "-A", "L A", "L.A", "LA6\n"]),
        (rules.is_card_id, ["a", "a.reversed", "a-b.c-1"], ["", "a.", ".a", "a.b.c", "A.b"]),
        (rules.is_language, ["ko", "en"], ["", "k", "kor", "KO", "k1", "ko\n"]),
        (
            rules.is_date,
            ["2026-10-31", "2024-02-29"],
            ["2026-02-30", "2026-1-1", "20260101", "2026-W01-1", ""],
        ),
        (
            rules.is_https,
            ["https://a.b", "https://a.b/c?d#e", "https://a.b:443/", "https://a.b?c"],
            [
                "http://a.b",
                "https://",
                "https:///a",
                "https://u@a.b",
                "https://a b",
                "HTTPS://a",
                "https://a/\n",
            ],
        ),
    ],
    ids=["id", "fact id", "card id", "language", "date", "https"],
)
def test_what_strings_must_look_like(check: Callable[[str], bool], good: list[str], bad: list[str]) -> None:
    assert [value for value in good if not check(value)] == []
    assert [value for value in bad if check(value)] == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param({"ko": "{{a::가}}", "en": "{{a::A}}"}, [], id="same names"),
        pytest.param(
            {"ko": "{{a::1}} {{b::2}} {{a::3}}", "en": "{{b::2}} {{a::1}}"}, [], id="order and repeats"
        ),
        pytest.param({"ko": "{{a::가}}"}, [], id="one language only"),
        pytest.param({"ko": "가", "en": "{{a::A}}"}, ["no-gap"], id="none in the first"),
        pytest.param({"ko": "{{a::가}}", "en": "A"}, ["no-gap"], id="none in the second"),
        pytest.param({"ko": "{{a::가}}", "en": "{{b::B}}"}, ["gaps-differ"], id="other name"),
        pytest.param({"ko": "{{a::가}}", "en": "{{a::A}} {{b::B}}"}, ["gaps-differ"], id="one more"),
        pytest.param({"ko": "{{a::가}}", "en": "{{A::A}}"}, ["broken-gap"], id="capital in a name"),
        pytest.param({"ko": "{{a::가}}", "en": "}} {{a::A"}, ["broken-gap"], id="no end"),
        pytest.param({"ko": "".join(f"{{{{a{n}::x}}}}" for n in range(50))}, [], id="fifty gaps"),
        pytest.param(
            {"ko": "".join(f"{{{{a{n}::x}}}}" for n in range(51))}, ["too-many-gaps"], id="fifty-one gaps"
        ),
        pytest.param({"ko": "{{a::가}}", "en": "{{a::A}} {{b:B}}"}, ["broken-gap"], id="one colon"),
        pytest.param({"ko": '{{a::가}} {"b": {"c": 1}}', "en": "{{a::A}}"}, [], id="JSON is no gap"),
    ],
)
def test_gaps(texts: dict[str, str], expected: list[str]) -> None:
    assert found(rules.gap_rules(Text(texts), WHERE)) == expected


def test_a_gap_problem_says_where_and_what() -> None:
    text = Text({"ko": "{{a::가}}", "en": "{{b::B}}"})
    note = Note("n", TEXT, TEXT, (), entries=(Cloze("c", "cloze", text),))
    assert rules.topic_rules(Topic("t", TEXT, (note,)), "t") == [
        Found((*WHERE, "en"), "gaps-differ", {"names": "a, b", "language": "ko"})
    ]


@pytest.mark.parametrize(
    ("kind", "rights", "expected"),
    [
        pytest.param(QuestionKind.SINGLE, [True, False], [], id="single"),
        pytest.param(QuestionKind.SINGLE, [False, False], ["not-one-right"], id="single, none right"),
        pytest.param(QuestionKind.SINGLE, [True, True, False], ["not-one-right"], id="single, two right"),
        pytest.param(QuestionKind.SINGLE, [True], ["too-few-options"], id="one option"),
        pytest.param(QuestionKind.SINGLE, [], ["too-few-options"], id="no option"),
        pytest.param(QuestionKind.MULTIPLE, [True, True, False], [], id="multiple"),
        pytest.param(
            QuestionKind.MULTIPLE, [True, False, False], ["too-few-right"], id="multiple, one right"
        ),
        pytest.param(QuestionKind.MULTIPLE, [True, True], ["none-wrong"], id="multiple, none wrong"),
    ],
)
def test_right_options(kind: QuestionKind, rights: list[bool], expected: list[str]) -> None:
    assert found(rules.option_rules(question(kind, *rights), ())) == expected


def test_ids_of_options_are_unique_within_their_question() -> None:
    twice = question(QuestionKind.SINGLE, True, False, False, ids="aba")
    bank = Bank("lambda", (question(QuestionKind.SINGLE, True, False), twice))
    assert rules.bank_rules(bank, "lambda") == [
        Found(("questions", 1, "options", 2, "id"), "repeated", {"value": "a"})
    ]


def test_a_file_is_named_as_what_it_holds() -> None:
    params: dict[str, object] = {"id": "lambda", "name": "lamda"}
    assert rules.topic_rules(Topic("lambda", TEXT, ()), "lamda") == [
        Found(("id",), "wrong-file-name", params)
    ]
    assert rules.bank_rules(Bank("lambda", ()), "lamda") == [Found(("topic",), "wrong-file-name", params)]


def test_a_library_lists_languages_and_topics_once() -> None:
    assert rules.library_rules(Library("l", TEXT, ("ko", "en"), ("a", "b"))) == []
    assert found(rules.library_rules(Library("l", TEXT, ()))) == ["no-languages"]
    assert rules.library_rules(Library("l", TEXT, ("ko", "ko"), ("a", "b", "a"))) == [
        Found(("languages", 1), "repeated", {"value": "ko"}),
        Found(("topics", 2), "repeated", {"value": "a"}),
    ]


def entry(name: str, line: int) -> Mention:
    return Mention(Kind.ENTRY, name, line, 7)


def test_the_later_of_two_files_with_one_id_is_wrong() -> None:
    ledgers = [Ledger("content/a.yaml", (entry("x", 3),)), Ledger("content/b.yaml", (entry("x", 5),))]
    (problem,) = rules.clashes(ledgers)
    assert (problem.path, problem.line, problem.column, problem.rule) == (
        "content/b.yaml",
        5,
        7,
        "duplicate-id",
    )
    assert problem.params == {"id": "x", "first": "content/a.yaml:3"}


def test_an_id_twice_in_one_file_is_wrong() -> None:
    (problem,) = rules.clashes([Ledger("content/a.yaml", (entry("x", 3), entry("x", 9)))])
    assert (problem.line, problem.rule) == (9, "duplicate-id")


def test_kinds_do_not_share_ids() -> None:
    living = (entry("x", 3), Mention(Kind.NOTE, "x", 2, 1), Mention(Kind.QUESTION, "x", 9, 1))
    assert rules.clashes([Ledger("content/a.yaml", living)]) == []


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
    assert [(problem.path, problem.rule) for problem in rules.clashes(ledgers)] == [(path, rule)]


def test_a_file_that_is_out_takes_no_ids() -> None:
    ledgers = [
        Ledger("a", (entry("x", 1),)),
        Ledger("b", (entry("x", 1), entry("y", 2))),
        Ledger("c", (entry("y", 1),)),
    ]
    assert [problem.path for problem in rules.clashes(ledgers)] == ["b"]


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
    problems = rules.unknown_references(ledgers, frozenset())
    assert [(problem.path, problem.line, problem.params) for problem in problems] == [
        ("b", 5, {"kind": "card", "name": "x.high"}),
        ("b", 7, {"kind": "fact", "name": "LA2"}),
        ("b", 9, {"kind": "topic", "name": "x"}),
    ]
    assert {problem.rule for problem in problems} <= rules.HARMLESS
    certain = rules.unknown_references(ledgers, frozenset({Kind.CARD, Kind.TOPIC}))
    assert [problem.line for problem in certain] == [7]
