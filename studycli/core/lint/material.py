"""One library as the lint looks at it: every value with its file and line, and ways to walk them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from studycli.core.bank import Bank, Question, QuestionUse
from studycli.core.blueprints import Blueprint
from studycli.core.library import Library, Text
from studycli.core.notes import Cloze, Entry, Fact, Note, Source, Topic


class Place(NamedTuple):
    """A file, as it is to be shown, and a line in it, counted from 1."""

    path: str
    line: int


class TopicFile(NamedTuple):
    """A topic and its file."""

    path: str
    topic: Topic


class BankFile(NamedTuple):
    """A bank and its file."""

    path: str
    bank: Bank


class FactFile(NamedTuple):
    """The register of facts and its file."""

    path: str
    facts: tuple[Fact, ...]


class BlueprintFile(NamedTuple):
    """The blueprints of mock exams and their file."""

    path: str
    blueprints: tuple[Blueprint, ...]


class Renamed(NamedTuple):
    """An item with the texts of one that is gone, whose id it does not list."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Material:
    """One library. ``raw`` is the text of each file in use by its path.

    Where not ``complete``, a file is left out for its problems, and nothing can be said of what is missing.
    """

    path: str
    library: Library
    today: date
    topics: tuple[TopicFile, ...] = ()
    banks: tuple[BankFile, ...] = ()
    registers: tuple[FactFile, ...] = ()
    exams: tuple[BlueprintFile, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)
    renamed: tuple[Renamed, ...] = ()
    complete: bool = True

    @property
    def is_own(self) -> bool:
        """Whether it is the learner's own material, which owes nobody sources or questions."""
        return self.library.id == "mine"


class Passage(NamedTuple):
    """One text: ``item`` is the id of the entry, note, question, fact or blueprint, ``part`` its place within that."""

    place: Place
    item: str
    part: str
    text: Text


class Cited(NamedTuple):
    """Something with sources."""

    place: Place
    item: str
    sources: tuple[Source, ...]


def notes(material: Material) -> Iterator[tuple[Place, Note]]:
    """Every note, in order of file."""
    for path, topic in material.topics:
        for note in topic.notes:
            yield Place(path, note.line), note


def entries(material: Material) -> Iterator[tuple[Place, Entry]]:
    """Every entry, in order of file."""
    for place, note in notes(material):
        for entry in note.entries:
            yield Place(place.path, entry.line), entry


def questions(material: Material) -> Iterator[tuple[Place, Question]]:
    """Every question, in order of file."""
    for path, bank in material.banks:
        for question in bank.questions:
            yield Place(path, question.line), question


def exam_questions(material: Material) -> Iterator[tuple[Place, Question]]:
    """The questions that mock exams draw from."""
    return (each for each in questions(material) if each[1].use is QuestionUse.EXAM)


def facts(material: Material) -> Iterator[tuple[Place, Fact]]:
    """Every fact."""
    for path, listed in material.registers:
        for fact in listed:
            yield Place(path, fact.line), fact


def blueprints(material: Material) -> Iterator[tuple[Place, Blueprint]]:
    """Every blueprint."""
    for path, listed in material.exams:
        for blueprint in listed:
            yield Place(path, blueprint.line), blueprint


def cited(material: Material) -> Iterator[Cited]:
    """Every note, question and fact with its sources."""
    found: Iterable[tuple[Place, Note | Question | Fact]]
    found = chain(notes(material), questions(material), facts(material))
    return (Cited(place, item.id, item.sources) for place, item in found)


def passages(material: Material) -> Iterator[Passage]:
    """Every text of the library."""
    yield Passage(Place(material.path, 1), material.library.id, "title", material.library.title)
    for path, topic in material.topics:
        yield Passage(Place(path, 1), topic.id, "title", topic.title)
    for place, note in notes(material):
        yield Passage(place, note.id, "title", note.title)
        yield Passage(place, note.id, "body", note.body)
    for place, entry in entries(material):
        yield from _passages_of_entry(place, entry)
    for place, question in questions(material):
        yield from passages_of_question(place, question)
    for place, fact in facts(material):
        yield Passage(place, fact.id, "statement", fact.statement)
        yield from _optional(place, fact.id, "doubt", fact.doubt)
    for place, blueprint in blueprints(material):
        yield Passage(place, blueprint.id, "title", blueprint.title)
        for domain in blueprint.domains:
            yield Passage(place, blueprint.id, f"domains.{domain.id}.title", domain.title)


def _passages_of_entry(place: Place, entry: Entry) -> Iterator[Passage]:
    if isinstance(entry, Cloze):
        yield Passage(place, entry.id, "text", entry.text)
    else:
        yield Passage(place, entry.id, "front", entry.front)
        yield Passage(place, entry.id, "back", entry.back)
    yield from _optional(place, entry.id, "extra", entry.extra)


def passages_of_question(place: Place, question: Question) -> Iterator[Passage]:
    """Every text of a question."""
    yield Passage(place, question.id, "stem", question.stem)
    for option in question.options:
        yield Passage(place, question.id, f"options.{option.id}.text", option.text)
        yield Passage(place, question.id, f"options.{option.id}.why", option.why)
    yield from _optional(place, question.id, "explanation", question.explanation)


def _optional(place: Place, item: str, part: str, text: Text | None) -> Iterator[Passage]:
    if text is not None:
        yield Passage(place, item, part, text)
