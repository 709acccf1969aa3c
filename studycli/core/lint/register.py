"""All rules of the lint, and the running of them."""

from typing import Final

from studycli.core.lint import (
    cards,
    coverage,
    hygiene,
    languages,
    options,
    pool,
    similar,
    sources,
    stems,
)
from studycli.core.lint.material import Material
from studycli.core.lint.rule import Rule
from studycli.core.problems import Problem, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: Final = (
    Rule("no-source", _ERROR, sources.no_source),
    Rule("checked-in-future", _ERROR, sources.checked_in_future),
    Rule("stale-source", _INFO, sources.stale_source),
    Rule("numbers-differ", _ERROR, languages.numbers_differ),
    Rule("code-differs", _ERROR, languages.code_differs),
    Rule("count-not-stated", _ERROR, stems.count_not_stated),
    Rule("count-differs", _ERROR, stems.count_differs),
    Rule("option-named", _ERROR, stems.option_named),
    Rule("all-of-the-above-not-last", _ERROR, options.all_of_the_above_not_last),
    Rule("all-of-the-above", _WARNING, options.all_of_the_above),
    Rule("implausible-option", _WARNING, options.implausible_option),
    Rule("tests-nothing", _WARNING, stems.tests_nothing),
    Rule("stem-length", _WARNING, stems.stem_length),
    Rule("similar-stems", _WARNING, similar.similar_stems),
    Rule("similar-fronts", _WARNING, similar.similar_fronts),
    Rule("front-gives-answer", _WARNING, cards.front_gives_answer),
    Rule("wide-diagram", _WARNING, cards.wide_diagram),
    Rule("doubtful-fact", _WARNING, coverage.doubtful_fact),
    Rule("longest-is-right", _WARNING, pool.longest_is_right, of_whole=True),
    Rule("lopsided-positions", _WARNING, pool.lopsided_positions, of_whole=True),
    Rule("topic-without-question", _WARNING, coverage.topic_without_question, of_whole=True),
    Rule("blueprint-short", _WARNING, coverage.blueprint_short, of_whole=True),
    Rule("fact-without-note", _WARNING, coverage.fact_without_note, of_whole=True),
    Rule("fact-without-card", _INFO, coverage.fact_without_card, of_whole=True),
    Rule("untested-card", _INFO, coverage.untested_card, of_whole=True),
    Rule("thin-domain", _INFO, coverage.thin_domain, of_whole=True),
    Rule("not-nfc", _WARNING, hygiene.not_nfc, fixable=True),
    Rule("trailing-space", _WARNING, hygiene.trailing_space, fixable=True),
    Rule("missing-was", _WARNING, hygiene.missing_was, fixable=True),
)
"""In the order of the documentation (``docs/check.md``)."""

FIXABLE: Final = frozenset(rule.name for rule in RULES if rule.fixable)
"""Rules whose problems ``check --fix`` mends."""


def lint(material: Material) -> list[Problem]:
    """Everything that the rules find, in order of rule and file."""
    return [
        Problem(hit.place.path, hit.place.line, 1, rule.name, rule.severity, dict(hit.params))
        for rule in RULES
        if material.complete or not rule.of_whole
        for hit in rule.check(material)
    ]
