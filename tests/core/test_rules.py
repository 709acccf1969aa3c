import pytest

from studycli.core import rules
from studycli.core.bank import Bank, Option, Question, QuestionDifficulty, QuestionKind
from studycli.core.library import Library, Text
from studycli.core.notes import Cloze, Note, Topic
from studycli.core.rules import Found

TEXT = Text({"ko": "글", "en": "text"})
WHERE = ("notes", 0, "entries", 0, "text")


def question(kind: QuestionKind, *rights: bool, ids: str = "abcdef") -> Question:
    options = tuple(Option(name, TEXT, TEXT, right) for name, right in zip(ids, rights, strict=False))
    return Question("q", kind, "secure", QuestionDifficulty.EASY, TEXT, options, ())


def found(items: list[Found]) -> list[str]:
    return [item.rule for item in items]


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
