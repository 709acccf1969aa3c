from pathlib import Path

from studycli.core.lint.register import FIXABLE, RULES, lint
from studycli.core.problems import Problem, Severity
from studycli.words.model.problems import ProblemWords
from tests.core.lint.samples import material, note, question

PAGE = Path(__file__).parents[3] / "docs" / "check.md"


def test_each_rule_has_a_name_and_a_text_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert {name.replace("-", "_") for name in names} <= set(ProblemWords._fields)


def test_a_problem_has_the_place_and_severity_of_its_rule() -> None:
    (problem,) = (each for each in lint(material(note(sources=(), line=7))) if each.rule == "no-source")
    assert problem == Problem("topic.yaml", 7, 1, "no-source", Severity.ERROR, {"item": "note"})


def test_nothing_is_said_of_sound_material() -> None:
    said = {problem.rule for problem in lint(material(question()))}
    assert said == {"thin-domain"}


def test_the_page_lists_the_rules_as_they_are() -> None:
    rows = [
        line.split("|")[1:4]
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    listed = [(name.strip(" `"), severity.strip(), fixed.strip()) for name, severity, fixed in rows]
    assert listed == [
        (rule.name, rule.severity.value, "yes" if rule.name in FIXABLE else "") for rule in RULES
    ]
