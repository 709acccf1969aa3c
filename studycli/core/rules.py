"""What a sound file keeps to beyond the shape of its values: small functions, one rule each.

They return ``Found``, a place as steps into the value (``("notes", 3, "title")``), for a value does not know its
columns. Rules across files are in ``ledgers``.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from studycli.core.bank import Bank, Question, QuestionKind
from studycli.core.cards import GAP, gap_names_in
from studycli.core.library import Library, Text
from studycli.core.notes import Cloze, Topic

HARMLESS: Final = frozenset({"missing-language", "unknown-reference"})
"""Errors that leave their file in use: the rest of an item is still worth studying."""

MOST_GAPS: Final = 50
"""Of one cloze: each makes a card that holds the whole text."""

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
