"""Writes content/README.md, a table of what the library holds: ``make docs``."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from studycli.cache import open_cache
from studycli.core.bank import Question, QuestionUse
from studycli.core.library import Text
from studycli.core.notes import Note, Source
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.shelf import Shelf, open_shelf

ROOT = Path(__file__).parents[1]
FILE = ROOT / "content" / "README.md"
HEAD = """\
# What the library holds

Written by `make docs` from the files beside this one; what each may say is in [the format](../docs/format.md).
Facts are those that the notes, entries and questions of a topic name; "checked" is the last day a source was read.

"""
COLUMNS = (
    "Topic", "Korean title", "Notes", "Facts", "Cards", "Exam questions", "Practice questions", "Domains", "Checked",
)  # fmt: skip


class Row(NamedTuple):
    """One topic. ``facts`` are ids, ``domains`` the number of questions in each."""

    name: str
    korean: str
    notes: int
    facts: frozenset[str]
    cards: int
    exam: int
    practice: int
    domains: Counter[str]
    checked: str


def page(folder: Path) -> str:
    """The page for the library in ``folder``."""
    with tempfile.TemporaryDirectory() as scratch, closing(open_cache(Path(scratch))) as cache:
        rows = list(_rows(open_shelf(cache, [LibraryPlace(folder, Origin.OTHER)])))
    lines = [COLUMNS, tuple("---" if at in {0, 1, 7, 8} else "---:" for at in range(len(COLUMNS)))]
    cells = [*lines, *(_cells(row) for row in rows), _cells(_total(rows))]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in cells)


def _rows(shelf: Shelf) -> Iterator[Row]:
    for topic in shelf.topics():
        notes = [shelf.note(name).note for name in shelf.notes(topic.id)]
        questions = [shelf.question(name).question for name in shelf.questions(topic.id)]
        uses = Counter(question.use for question in questions)
        yield Row(
            f"[{_read(topic.title, 'en')}]({topic.id}.yaml)",
            _read(topic.title, "ko"),
            topic.notes,
            frozenset(_facts(notes, questions)),
            topic.cards,
            uses[QuestionUse.EXAM],
            uses[QuestionUse.PRACTICE],
            Counter(question.domain for question in questions),
            _last_checked([*(note.sources for note in notes), *(question.sources for question in questions)]),
        )


def _facts(notes: Iterable[Note], questions: Iterable[Question]) -> Iterator[str]:
    for note in notes:
        yield from note.facts
        for entry in note.entries:
            yield from entry.facts
    for question in questions:
        yield from question.facts


def _total(rows: list[Row]) -> Row:
    return Row(
        "**Total**",
        "",
        sum(row.notes for row in rows),
        frozenset[str]().union(*(row.facts for row in rows)),
        sum(row.cards for row in rows),
        sum(row.exam for row in rows),
        sum(row.practice for row in rows),
        sum((row.domains for row in rows), Counter()),
        max((row.checked for row in rows), default=""),
    )


def _cells(row: Row) -> tuple[str, ...]:
    domains = ", ".join(f"{name} {count}" for name, count in sorted(row.domains.items()))
    numbers = (row.notes, len(row.facts), row.cards, row.exam, row.practice)
    return (row.name, row.korean, *map(str, numbers), domains or "-", row.checked or "-")


def _last_checked(sources: Iterable[tuple[Source, ...]]) -> str:
    return max((source.checked for each in sources for source in each), default="")


def _read(text: Text, language: str) -> str:
    return text.read(language).text.replace("|", "\\|")


if __name__ == "__main__":
    FILE.write_text(page(ROOT), encoding="utf-8")
