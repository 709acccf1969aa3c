import re
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from studycli.core.bank import Bank, Option, Question, QuestionDifficulty, QuestionKind, QuestionUse
from studycli.core.blueprints import Blueprint, BlueprintList, Domain
from studycli.core.library import Library, Text
from studycli.core.notes import Basic, Cloze, Fact, FactRegister, FactStatus, Note, Reversed, Source, Topic
from studycli.material.decode import Problems, decode
from studycli.material.reader import read_yaml

TOPIC = """\
id: lambda
title: {ko: 람다, en: Lambda}
notes:
- id: limits
  title: {ko: 한도, en: Limits}
  body: {ko: 본문, en: Body}
  sources: [{url: 'https://example.com/a', checked: 2026-10-31}]
  entries:
  - id: timeout
    kind: basic
    front: {ko: 앞, en: Front}
    back: {ko: 뒤, en: Back}
"""

QUESTION = """\
topic: lambda
questions:
- id: q
  kind: single
  domain: secure
  difficulty: easy
  stem: {ko: 물음, en: Stem}
  options:
  - {id: a, text: {ko: 가, en: A}, why: {ko: 맞음, en: Right}, right: true}
  sources: []
"""


def decoded(cls: type, text: str) -> tuple[Any, list[tuple[int, int, str]]]:
    root = read_yaml(text, "f.yaml").root
    assert root is not None
    problems = Problems("f.yaml", ("ko", "en"))
    value = decode(cls, root, problems)
    return value, [(problem.line, problem.column, problem.rule) for problem in problems.found]


def test_a_sound_topic_becomes_its_value() -> None:
    value, problems = decoded(Topic, TOPIC)
    assert problems == []
    assert value == Topic(
        "lambda",
        Text({"ko": "람다", "en": "Lambda"}),
        (
            Note(
                "limits",
                Text({"ko": "한도", "en": "Limits"}),
                Text({"ko": "본문", "en": "Body"}),
                (Source("https://example.com/a", "2026-10-31"),),
                entries=(
                    Basic(
                        "timeout",
                        "basic",
                        Text({"ko": "앞", "en": "Front"}),
                        Text({"ko": "뒤", "en": "Back"}),
                        line=9,
                    ),
                ),
                line=4,
            ),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("en: Front", "en: true", (11, 24, "quote-it"), id="true where text belongs"),
        pytest.param("en: Front", "en: 1.10", (11, 24, "quote-it"), id="1.10 where text belongs"),
        pytest.param("en: Front", "en: 15", (11, 24, "quote-it"), id="whole number"),
        pytest.param("en: Front", "en: -1e3", (11, 24, "quote-it"), id="exponent"),
        pytest.param("en: Front", "en: 0x1F", (11, 24, "quote-it"), id="hexadecimal"),
        pytest.param("en: Front", "en: .inf", (11, 24, "quote-it"), id="infinity"),
        pytest.param("en: Front", "en: ~", (11, 24, "quote-it"), id="tilde"),
        pytest.param("en: Front", "en: Null", (11, 24, "quote-it"), id="null"),
        pytest.param("en: Front", "en: ", (11, 24, "quote-it"), id="nothing"),
        pytest.param("id: timeout", "id: 15", (9, 9, "quote-it"), id="number as id"),
        pytest.param("en: Front", "en: ''", (11, 24, "empty-text"), id="empty text"),
        pytest.param("en: Front", "en: '  '", (11, 24, "empty-text"), id="blank text"),
        pytest.param("en: Front", "en: [a]", (11, 24, "expected-scalar"), id="list as text"),
        pytest.param("{ko: 앞, en: Front}", "Front", (11, 12, "expected-languages"), id="one text for all"),
        pytest.param("{ko: 앞, en: Front}", "{}", (11, 12, "empty-text"), id="text in no language"),
        pytest.param("en: Front", "en: F, fr: x", (11, 27, "unknown-language"), id="language not declared"),
        pytest.param("kind: basic", "kind: basics", (10, 11, "unknown-kind"), id="unknown kind"),
        pytest.param("kind: basic", "kind: [basic]", (10, 11, "expected-scalar"), id="list as kind"),
        pytest.param("    kind: basic\n", "", (9, 5, "missing-key"), id="no kind"),
        pytest.param("back:", "bakc: {}\n    back:", (12, 5, "unknown-key"), id="unknown key"),
        pytest.param("    back: {ko: 뒤, en: Back}\n", "", (9, 5, "missing-key"), id="missing key"),
        pytest.param("id: limits", "id: Limits", (4, 7, "bad-id"), id="capital in an id"),
        pytest.param("id: limits", "id: -limits", (4, 7, "bad-id"), id="hyphen first"),
        pytest.param("id: limits", "id: 'li.mits'", (4, 7, "bad-id"), id="dot in an id"),
        pytest.param("https:", "http:", (7, 19, "not-https"), id="no https"),
        pytest.param("2026-10-31", "2026-02-30", (7, 53, "bad-date"), id="no day of the calendar"),
        pytest.param("2026-10-31", "20261031", (7, 53, "quote-it"), id="date as a number"),
        pytest.param("  entries:", "  facts: LA1\n  entries:", (8, 10, "expected-list"), id="no list"),
        pytest.param("  entries:", "  facts: [L.1]\n  entries:", (8, 11, "bad-fact-id"), id="no id of a fact"),
    ],
)  # fmt: skip
def test_each_mistake_is_one_problem_at_its_place(old: str, new: str, expected: tuple[int, int, str]) -> None:
    assert TOPIC.count(old) == 1
    value, problems = decoded(Topic, TOPIC.replace(old, new, 1))
    assert problems == [expected]
    assert value is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("right: true", "right: 'true'", (9, 68, "expected-bool"), id="quoted bool"),
        pytest.param("right: true", "right: yes", (9, 68, "expected-bool"), id="yes"),
        pytest.param("right: true", "right: True", (9, 68, "expected-bool"), id="capital True"),
        pytest.param("kind: single", "kind: one", (4, 9, "unknown-value"), id="unknown value"),
        pytest.param("sources: []", "sources: []\n  tests: [a.b.c]", (11, 11, "bad-card-id"), id="no card"),
    ],
)
def test_mistakes_in_a_bank(old: str, new: str, expected: tuple[int, int, str]) -> None:
    assert decoded(Bank, QUESTION.replace(old, new, 1))[1] == [expected]


BLUEPRINT = """\
blueprints:
- id: quick
  title: {ko: 짧게, en: Quick}
  questions: 10
  minutes: 20
  lowest: 100
  highest: 1000
  pass_mark: 720
  domains: [{id: secure, title: {ko: 보안, en: Security}, weight: 100}]
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("minutes: 20", "minutes: '20'", (5, 12, "expected-number"), id="quoted number"),
        pytest.param("minutes: 20", "minutes: 20.0", (5, 12, "expected-number"), id="fraction"),
        pytest.param("minutes: 20", "minutes: -20", (5, 12, "expected-number"), id="below 0"),
        pytest.param("minutes: 20", "minutes: 020", (5, 12, "expected-number"), id="leading 0"),
        pytest.param("minutes: 20", "minutes: 100000", (5, 12, "expected-number"), id="too large"),
        pytest.param("minutes: 20", "minutes: " + "9" * 9999, (5, 12, "expected-number"), id="endless"),
        pytest.param("minutes: 20", "minutes: ~", (5, 12, "expected-number"), id="null"),
        pytest.param("minutes: 20", "minutes: [20]", (5, 12, "expected-number"), id="list"),
        pytest.param("minutes:", "minuets:", (5, 3, "unknown-key"), id="unknown key"),
        pytest.param("weight: 100", "weight: x", (9, 65, "expected-number"), id="weight"),
    ],
)
def test_mistakes_in_a_blueprint(old: str, new: str, expected: tuple[int, int, str]) -> None:
    assert expected in decoded(BlueprintList, BLUEPRINT.replace(old, new, 1))[1]
    assert decoded(BlueprintList, BLUEPRINT)[1] == []


def test_a_missing_language_is_reported_and_the_text_kept() -> None:
    value, problems = decoded(Topic, TOPIC.replace(", en: Front", ""))
    assert problems == [(11, 12, "missing-language")]
    assert value.notes[0].entries[0].front == Text({"ko": "앞"})


def test_all_problems_of_a_file_are_found() -> None:
    text = (
        TOPIC.replace("en: Front", "en: 1")
        .replace("limits", "Limits")
        .replace("kind: basic", "kind: basic\n    x: y")
    )
    assert [rule for _, _, rule in decoded(Topic, text)[1]] == ["bad-id", "quote-it", "unknown-key"]


def test_hints_name_what_was_meant_and_what_there_is() -> None:
    root = read_yaml(TOPIC.replace("back:", "bakc:").replace("kind: basic", "kind: clozed"), "f.yaml").root
    assert root is not None
    problems = Problems("f.yaml", ("ko", "en"))
    decode(Topic, root, problems)
    assert problems.found[0].params == {
        "value": "clozed",
        "known": "basic, reversed, cloze",
        "suggestion": "cloze",
    }


def test_text_that_looks_like_other_types_in_old_yaml_is_text() -> None:
    for word in ("No", "12:30", "1_000", "2026-10-31", "yes", "0b1", "1.2.3", "-", "nullable"):
        value, problems = decoded(Topic, TOPIC.replace("en: Front", f"en: {word}"))
        assert problems == []
        assert value.notes[0].entries[0].front.by_language["en"] == word


@pytest.mark.parametrize("text", ["text", "[]", "- a: b"])
def test_a_file_that_is_no_mapping_names_its_keys(text: str) -> None:
    assert [rule for _, _, rule in decoded(Topic, text)[1]] == ["expected-mapping"]


ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
fact_ids = st.from_regex(r"[A-Z]{1,2}-?[A-Z]?[0-9]", fullmatch=True)
written = (
    st.text(
        st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], include_characters="\n"),
        min_size=1,
    )
    .map(lambda text: normalize("NFC", text))
    .filter(lambda text: bool(text.strip()))
)
texts = st.builds(lambda ko, en: Text({"ko": ko, "en": en}), written, written)
tuples_of_ids = st.lists(ids, max_size=2).map(tuple)
tuples_of_facts = st.lists(fact_ids, max_size=2).map(tuple)
sources = st.lists(
    st.builds(Source, st.just("https://example.com/a?b#c"), st.dates().map(str)), max_size=2
).map(tuple)
maybe = st.none() | texts
common = {"extra": maybe, "facts": tuples_of_facts, "was": tuples_of_ids, "line": st.just(0)}
entries = st.one_of(
    st.builds(Basic, ids, st.just("basic"), texts, texts, **common),
    st.builds(Reversed, ids, st.just("reversed"), texts, texts, **common),
    st.builds(Cloze, ids, st.just("cloze"), texts, **common),
)
notes = st.builds(
    Note, ids, texts, texts, sources, tuples_of_facts, st.lists(entries, max_size=2).map(tuple), tuples_of_ids,
    st.just(0),
)  # fmt: skip
questions = st.builds(
    Question, ids, st.sampled_from(QuestionKind), ids, st.sampled_from(QuestionDifficulty), texts,
    st.lists(st.builds(Option, ids, texts, texts, st.booleans()), max_size=2).map(tuple), sources,
    st.sampled_from(QuestionUse), tuples_of_ids, tuples_of_facts, maybe, tuples_of_ids, st.just(0),
)  # fmt: skip
facts = st.builds(Fact, fact_ids, st.sampled_from(FactStatus), texts, sources, maybe, st.just(0))
libraries = st.builds(Library, ids, texts, st.just(("ko", "en")), tuples_of_ids)
numbers = st.integers(0, 99_999)
blueprints = st.builds(
    Blueprint, ids, texts, numbers, numbers, numbers, numbers, numbers,
    st.lists(st.builds(Domain, ids, texts, numbers), max_size=2).map(tuple), st.none() | numbers,
)  # fmt: skip
values = st.one_of(
    st.builds(BlueprintList, st.lists(blueprints, max_size=2).map(tuple)),
    st.builds(Topic, ids, texts, st.lists(notes, max_size=2).map(tuple)),
    st.builds(Bank, ids, st.lists(questions, max_size=2).map(tuple)),
    st.builds(FactRegister, st.lists(facts, max_size=2).map(tuple)),
    libraries,
)


def as_plain(value: object) -> Any:
    """What an author would write for a value: mappings without lines and without what is left out."""
    if isinstance(value, Text):
        return dict(value.by_language)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [as_plain(item) for item in value]
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return {key: as_plain(part) for key, part in named.items() if key != "line" and part is not None}
    return value


def without_lines(value: Any) -> Any:
    return as_plain(value)


class Author(yaml.SafeDumper):
    """Writes as an author does who was told to quote numbers: PyYAML leaves ``0E0`` plain, a number in YAML 1.2."""


def written_by(author: Author, text: str) -> yaml.Node:
    style = '"' if re.fullmatch(r"[-+.\d]+[eE][-+]?\d+", text, re.ASCII) else None
    return author.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Author.add_representer(str, written_by)


@given(values, st.booleans())
@example(Library("0e0", Text({"ko": "0E0", "en": "1E5"}), ("ko", "en"), ()), False)
def test_what_is_dumped_as_yaml_is_decoded_to_the_same_value(value: object, in_flow: bool) -> None:
    # Dates and numbers in quotes, as PyYAML writes a str that looks like something else.
    plain = as_plain(value)
    text = yaml.dump(plain, Dumper=Author, allow_unicode=True, default_flow_style=in_flow, sort_keys=False)
    back, problems = decoded(type(value), text)
    assert problems == []
    assert type(back) is type(value)
    assert without_lines(back) == without_lines(value)
