from dataclasses import replace

import pytest

from studycli.core.bank import QuestionUse
from studycli.core.blueprints import Blueprint
from studycli.core.lint.register import RULES, lint
from studycli.core.notes import FactStatus
from tests.core.lint.samples import (
    basic,
    blueprint,
    cloze,
    fact,
    found,
    hits,
    many,
    material,
    note,
    question,
    text,
)


def test_a_topic_has_a_question() -> None:
    assert hits("topic-without-question") == [{"item": "topic"}]
    assert hits("topic-without-question", question()) == []


def test_a_topic_of_ones_own_needs_no_question() -> None:
    own = material()
    own = replace(own, library=replace(own.library, id="mine"))
    assert not [problem for problem in lint(own) if problem.rule == "topic-without-question"]


@pytest.mark.parametrize(("exam", "fires"), [(4, True), (5, False)])
def test_a_domain_has_questions_to_draw_from(exam: int, fires: bool) -> None:
    practice = question("p", use=QuestionUse.PRACTICE)
    found = hits("thin-domain", *many(exam, question()), practice)
    assert [each["count"] for each in found] == ([exam] if fires else [])


@pytest.mark.parametrize(
    ("exam", "lacks"),
    [
        pytest.param(blueprint(questions=2, secure="S"), [], id="enough"),
        pytest.param(blueprint(questions=3, secure="S"), [("secure", 3, 2)], id="too few"),
        pytest.param(blueprint(questions=2, secure="S", sceure="S"), [("sceure", 1, 0)], id="no such domain"),
    ],
)
def test_a_blueprint_can_be_drawn(exam: Blueprint, lacks: list[tuple[str, int, int]]) -> None:
    practice = question("p", use=QuestionUse.PRACTICE)
    said = hits("blueprint-short", *many(2, question()), practice, exam)
    assert [(each["domain"], each["needed"], each["count"]) for each in said] == lacks
    own = material(exam)
    own = replace(own, library=replace(own.library, id="mine"))
    assert not [problem for problem in lint(own) if problem.rule == "blueprint-short"]


def test_a_taught_fact_is_stated_by_a_note_and_asked_for_by_a_card() -> None:
    named = note(basic(facts=("F1",)), facts=("F1",))
    assert hits("fact-without-note", fact(), note(basic(facts=("F1",)))) == [{"item": "F1"}]
    assert hits("fact-without-card", fact(), note(basic(), facts=("F1",))) == [{"item": "F1"}]
    for rule in ("fact-without-note", "fact-without-card"):
        assert hits(rule, fact(), named) == []
        assert hits(rule, fact(status=FactStatus.CORRECTED)) == []


def test_each_card_is_tested_by_a_question() -> None:
    entries = note(basic("a"), cloze("c", "{{x::1}} {{y::2}}"))
    assert hits("untested-card", entries, question(tests=("a", "c.x"))) == [{"item": "c.y"}]


@pytest.mark.parametrize(
    "asking", [note(basic(facts=("F1",))), question(facts=("F1",))], ids=["entry", "question"]
)
def test_nothing_hangs_on_a_doubtful_fact(asking: object) -> None:
    found = hits("doubtful-fact", asking, fact(doubt=text("?")))  # type: ignore[arg-type]
    assert [each["fact"] for each in found] == ["F1"]
    assert hits("doubtful-fact", asking, fact()) == []  # type: ignore[arg-type]


def test_a_note_may_state_a_doubtful_fact() -> None:
    assert hits("doubtful-fact", note(facts=("F1",)), fact(doubt=text("?"))) == []


def test_of_what_is_missing_nothing_is_said_while_a_file_is_left_out() -> None:
    whole = material(fact(), note(basic()))
    missing = {rule.name for rule in RULES if rule.of_whole}
    assert {problem.rule for problem in lint(whole)} & missing
    assert not {problem.rule for problem in lint(replace(whole, complete=False))} & missing
    assert found("tests-nothing", replace(material(question(tests=())), complete=False))
