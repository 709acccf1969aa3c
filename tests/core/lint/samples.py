"""Small libraries as values, and what a rule finds in them."""

from dataclasses import replace
from datetime import date
from typing import Any

from studycli.core.bank import Bank, Option, Question, QuestionDifficulty, QuestionKind
from studycli.core.blueprints import Blueprint, Domain
from studycli.core.library import Library, Text
from studycli.core.lint.material import BankFile, BlueprintFile, FactFile, Material, TopicFile
from studycli.core.lint.register import lint
from studycli.core.notes import Basic, Cloze, Entry, Fact, FactStatus, Note, Source, Topic

TODAY = date(2026, 11, 23)
SOURCES = (Source("https://example.com/page", "2026-10-31"),)
STEM = "A company stores its orders in a table and must keep costs as low as possible. What should it do?"


def text(ko: str, en: str | None = None) -> Text:
    """A text in both languages, the same if one is given."""
    return Text({"ko": ko, "en": ko if en is None else en})


def basic(
    name: str = "card", front: str | Text = "Front?", back: str | Text = "Answer", **more: Any
) -> Basic:
    return Basic(name, "basic", _text(front), _text(back), **more)


def cloze(name: str, words: str) -> Cloze:
    return Cloze(name, "cloze", _text(words))


def note(*entries: Entry, name: str = "note", body: str | Text = "Body", **more: Any) -> Note:
    return Note(name, text("Title"), _text(body), **{"sources": SOURCES, "entries": entries, **more})


def option(name: str, words: str | Text, *, right: bool = False, why: str | Text = "Why") -> Option:
    return Option(name, _text(words), _text(why), right)


def options(*words: str, right: int = 0) -> tuple[Option, ...]:
    """Options of which one is right."""
    return tuple(option(f"o{at}", each, right=at == right) for at, each in enumerate(words))


def question(name: str = "q", stem: str | Text = STEM, **more: Any) -> Question:
    values = {
        "kind": QuestionKind.SINGLE,
        "domain": "secure",
        "difficulty": QuestionDifficulty.EASY,
        "options": options("Use one of the tables", "Use two of the tables"),
        "sources": SOURCES,
        "tests": ("card",),
    }
    return Question(name, stem=_text(stem), **{**values, **more})


def fact(name: str = "F1", **more: Any) -> Fact:
    values = {"status": FactStatus.TAUGHT, "statement": text("So it is."), "sources": SOURCES}
    return Fact(name, **{**values, **more})


def blueprint(title: str | Text = "Exam", questions: int = 1, **titles: str | Text) -> Blueprint:
    """An exam whose domains have these titles, and equal weights."""
    domains = tuple(Domain(name, _text(words), 100 // len(titles)) for name, words in titles.items())
    return Blueprint("exam", _text(title), questions, 10, 100, 1000, 720, domains, line=2)


def material(*items: Note | Question | Fact | Blueprint, raw: str = "", **more: Any) -> Material:
    """A library with one topic, one bank and one register."""
    notes = tuple(each for each in items if isinstance(each, Note))
    asked = tuple(each for each in items if isinstance(each, Question))
    facts = tuple(each for each in items if isinstance(each, Fact))
    exams = tuple(each for each in items if isinstance(each, Blueprint))
    return Material(
        "library.yaml",
        Library("small", text("Small"), ("ko", "en")),
        TODAY,
        (TopicFile("topic.yaml", Topic("topic", text("Topic"), notes)),),
        (BankFile("bank.yaml", Bank("topic", asked)),),
        (FactFile("facts.yaml", facts),),
        (BlueprintFile("blueprints.yaml", exams),),
        raw={"topic.yaml": raw},
        **more,
    )


def hits(rule: str, *items: Note | Question | Fact | Blueprint, **more: Any) -> list[dict[str, object]]:
    """What one rule says of a library, without the places."""
    return found(rule, material(*items, **more))


def found(rule: str, whole: Material) -> list[dict[str, object]]:
    """What one rule says of a library as a whole."""
    return [problem.params for problem in lint(whole) if problem.rule == rule]


def many(count: int, base: Question) -> list[Question]:
    """The same question under many ids."""
    return [replace(base, id=f"q{number}") for number in range(count)]


def _text(words: str | Text) -> Text:
    return words if isinstance(words, Text) else text(words)
