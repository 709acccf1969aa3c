from string import Formatter

import pytest

from studycli import words
from studycli.words.model.problems import ProblemWords
from studycli.words.problem_text import describe, message

RULES = ProblemWords._fields


def places_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", RULES)
def test_both_languages_say_the_same_values_on_one_line(rule: str) -> None:
    ko, en = (getattr(words.load(language).problems, rule) for language in ("ko", "en"))
    assert places_in(ko) == places_in(en)
    assert "\n" not in ko + en


def test_a_problem_is_one_line_with_its_place() -> None:
    text = describe("content/a.yaml", 3, 5, "missing-key", {"key": "id"}, words.load("en").problems)
    assert text == "content/a.yaml:3:5: missing-key: the key id is missing; add it"


def test_a_suggestion_is_added_where_there_is_one() -> None:
    params: dict[str, object] = {"key": "bakc", "suggestion": "back"}
    assert message("unknown-key", params, words.load("en").problems).endswith("(did you mean back?)")
    assert "back" in message("unknown-key", params, words.load("ko").problems)


def test_nothing_a_terminal_would_obey_gets_through() -> None:
    text = describe("\x1b[2J\n.yaml", 1, 1, "unknown-key", {"key": "\u202e"}, words.load("en").problems)
    assert text.startswith("\\u001b[2J\\u000a.yaml:1:1: ")
    assert text.isprintable()


def test_values_are_not_taken_for_templates() -> None:
    assert "{key}" in message("quote-it", {"value": "{key}"}, words.load("en").problems)
