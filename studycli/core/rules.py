"""What a sound library keeps to beyond the shape of its values: small functions, one rule each.

Rules on one file return ``Found``, a place as steps into the value (``("notes", 3, "title")``), for a value does
not know its columns; rules across files return problems, from what each file ``Ledger`` says.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from studycli.core.cards import GAP, gap_names_in
from studycli.core.library import Bank, Cloze, Library, Question, QuestionKind, Text, Topic
from studycli.core.problems import Problem

HARMLESS: Final = frozenset({"missing-language", "unknown-reference"})
"""Errors that leave their file in use: the rest of an item is still worth studying."""

MOST_PROBLEMS: Final = 100
"""Of one file: whoever has more of them reads no further, and a hostile file has no end of them."""

MOST_GAPS: Final = 50
"""Of one cloze: each makes a card that holds the whole text."""

_NAME: Final = "[a-z0-9][a-z0-9-]*"
_ID: Final = re.compile(_NAME)
_FACT: Final = re.compile("[A-Za-z0-9][A-Za-z0-9-]*")
_CARD: Final = re.compile(rf"{_NAME}(\.{_NAME})?")
_LANGUAGE: Final = re.compile("[a-z]{2}")
_URL: Final = re.compile(r"https://[^\s/@?#]+([/?#]\S*)?")
_DATE: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_id(value: str) -> bool:
    """Whether ``value`` can be the id of anything but a fact."""
    return _ID.fullmatch(value) is not None


def is_fact_id(value: str) -> bool:
    """Whether ``value`` can be the id of a fact: capitals too, ``F-S3``."""
    return _FACT.fullmatch(value) is not None


def is_card_id(value: str) -> bool:
    """Whether ``value`` can be the id of a card: ``ID`` or ``ID.part``."""
    return _CARD.fullmatch(value) is not None


def is_language(value: str) -> bool:
    """Whether ``value`` is a two-letter code."""
    return _LANGUAGE.fullmatch(value) is not None


def is_https(value: str) -> bool:
    """Whether ``value`` is an https address: no other scheme, no user name, no space."""
    return _URL.fullmatch(value) is not None


def is_date(value: str) -> bool:
    """Whether ``value`` is a day of the calendar as YYYY-MM-DD."""
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


Step = str | int


class Found(NamedTuple):
    """A broken rule: the steps to the place, the rule, what its text needs."""

    where: tuple[Step, ...]
    rule: str
    params: dict[str, object]


def library_rules(library: Library) -> list[Found]:
    """Everything to say about ``library.yaml`` by itself."""
    found = [Found(("languages",), "no-languages", {})] if not library.languages else []
    found += repeated(library.languages, ("languages",))
    return found + repeated(library.topics, ("topics",))


def topic_rules(topic: Topic, file_name: str) -> list[Found]:
    """Everything to say about a topic by itself; ``file_name`` without its suffix."""
    found = _named_as_file("id", topic.id, file_name)
    for place, note in enumerate(topic.notes):
        for at, entry in enumerate(note.entries):
            if isinstance(entry, Cloze):
                found += gap_rules(entry.text, ("notes", place, "entries", at, "text"))
    return found


def bank_rules(bank: Bank, file_name: str) -> list[Found]:
    """Everything to say about a bank of questions by itself; ``file_name`` without its suffix."""
    found = _named_as_file("topic", bank.topic, file_name)
    for place, question in enumerate(bank.questions):
        found += option_rules(question, ("questions", place, "options"))
    return found


def gap_rules(text: Text, where: tuple[Step, ...]) -> list[Found]:
    """Each language has gaps, none is misspelt, and all have the same names."""
    found = []
    languages = text.by_language
    expected = next(iter(languages), "")
    names = _closed_gap_names(languages[expected]) if languages else None
    for language, body in languages.items():
        here = (*where, language)
        own = _closed_gap_names(body)
        if own is None:
            found.append(Found(here, "broken-gap", {}))
        elif not own:
            found.append(Found(here, "no-gap", {}))
        elif len(own) > MOST_GAPS:
            found.append(Found(here, "too-many-gaps", {"count": len(own), "most": MOST_GAPS}))
        elif names and own != names:
            different = ", ".join(sorted(own ^ names))
            found.append(Found(here, "gaps-differ", {"names": different, "language": expected}))
    return found


def _closed_gap_names(body: str) -> frozenset[str] | None:
    """The gap names of one language's text, None if a gap is misspelt.

    Gaps without an end are told first: looking for the end of each would take the square of their number.
    """
    if body.rfind("{{") > body.rfind("}}") or "{{" in GAP.sub("", body):
        return None
    return gap_names_in(body)


def option_rules(question: Question, where: tuple[Step, ...]) -> list[Found]:
    """At least two options with ids of their own, and as many right ones as the kind says."""
    options = question.options
    found = repeated([option.id for option in options], where, "id")
    if len(options) < 2:
        return [*found, Found(where, "too-few-options", {"count": len(options)})]
    right = sum(option.right for option in options)
    if question.kind is QuestionKind.SINGLE and right != 1:
        found.append(Found(where, "not-one-right", {"count": right}))
    if question.kind is QuestionKind.MULTIPLE and right < 2:
        found.append(Found(where, "too-few-right", {"count": right}))
    if question.kind is QuestionKind.MULTIPLE and right == len(options):
        found.append(Found(where, "none-wrong", {}))
    return found


def _named_as_file(key: str, value: str, file_name: str) -> list[Found]:
    return [] if value == file_name else [Found((key,), "wrong-file-name", {"id": value, "name": file_name})]


def repeated(values: Sequence[str], where: tuple[Step, ...], *key: str) -> list[Found]:
    """Each value that was listed before, in order; ``key`` leads on from the place in the list."""
    first = {value: place for place, value in reversed(list(enumerate(values)))}
    return [
        Found((*where, place, *key), "repeated", {"value": value})
        for place, value in enumerate(values)
        if first[value] != place
    ]


class Kind(StrEnum):
    """What an id names."""

    TOPIC = "topic"
    NOTE = "note"
    ENTRY = "entry"
    CARD = "card"
    QUESTION = "question"
    FACT = "fact"
    BLUEPRINT = "blueprint"


class Mention(NamedTuple):
    """An id in a file, and where: lines and columns count from 1."""

    kind: Kind
    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ids in one file: its own, those given up (``was``), those it refers to, and its cards."""

    path: str
    living: tuple[Mention, ...] = ()
    retired: tuple[Mention, ...] = ()
    references: tuple[Mention, ...] = ()
    cards: tuple[str, ...] = ()


_Claims = dict[tuple[Kind, str], tuple[str, int]]
"""Where each id was first seen: path and line."""


def clashes(ledgers: Iterable[Ledger]) -> list[Problem]:
    """Ids claimed twice within one library, living or retired; of two files the later one is wrong."""
    claimed: _Claims = {}
    problems: list[Problem] = []
    for ledger in ledgers:
        own, wrong = _claims(ledger, claimed)
        problems += wrong
        if not wrong:
            claimed |= own
    return problems


def _claims(ledger: Ledger, claimed: _Claims) -> tuple[_Claims, list[Problem]]:
    own: _Claims = {}
    wrong = []
    for rule, mentions in (("duplicate-id", ledger.living), ("retired-id", ledger.retired)):
        for mention in mentions:
            key = (mention.kind, mention.name)
            first = claimed.get(key) or own.get(key)
            if first is None:
                own[key] = (ledger.path, mention.line)
                continue
            params: dict[str, object] = {"id": mention.name, "first": f"{first[0]}:{first[1]}"}
            wrong.append(Problem(ledger.path, mention.line, mention.column, rule, params=params))
    return own, wrong


def unknown_references(ledgers: Sequence[Ledger], uncertain: frozenset[Kind]) -> list[Problem]:
    """References to nothing. Of ``uncertain`` kinds, which a broken file may hold, nothing can be said."""
    known = {(mention.kind, mention.name) for ledger in ledgers for mention in ledger.living}
    known.update((Kind.CARD, card) for ledger in ledgers for card in ledger.cards)
    return [
        Problem(
            ledger.path,
            mention.line,
            mention.column,
            "unknown-reference",
            params={"kind": mention.kind.value, "name": mention.name},
        )
        for ledger in ledgers
        for mention in ledger.references
        if mention.kind not in uncertain and (mention.kind, mention.name) not in known
    ]
