"""What was found, as it is shown: the title, the line that matches, and where it stands."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from studycli.core.cards import cards_of
from studycli.core.library import Note, Question, Text
from studycli.core.rules import Kind
from studycli.core.search.address import Address, address_of
from studycli.core.search.plan import Concept
from studycli.core.search.score import Rated
from studycli.core.search.snippet import Mark, Snippet, marks_in, snippet_of
from studycli.material.files import read_file
from studycli.material.pack import unpack
from studycli.material.search.sources import Source
from studycli.material.search.texts import SearchedText, text_of_card, text_of_note, text_of_question

_FARTHEST: Final = 400
"""Lines below the first of an item to look for one of its texts."""


class Hit(NamedTuple):
    """An item that was found. ``id`` is full; ``topic`` is the id within its library.

    The title is in the language asked for where there is such. ``snippet`` is one line of the text in ``language``,
    the language that matched, as Markdown; ``marks`` are the places of what matched in it, ``title_marks`` those in
    the title. ``line`` is where that line stands in the file, or where the item begins.
    """

    id: str
    kind: Kind
    topic: str
    title: str
    title_marks: tuple[Mark, ...]
    snippet: str
    marks: tuple[Mark, ...]
    language: str
    score: float
    path: Path
    line: int


class Item(NamedTuple):
    """A note, card or question: its short id, the line it begins on, its titles and texts by language."""

    name: str
    line: int
    titles: Mapping[str, str]
    texts: Mapping[str, SearchedText]


class Showing(NamedTuple):
    """What is needed to show documents that were found."""

    connection: sqlite3.Connection
    files: Mapping[int, Source]
    concepts: Sequence[Concept]
    language: str
    lines: "Lines"


class Lines:
    """The lines of files, each file read once."""

    def __init__(self) -> None:
        self._files: dict[Path, bytes] = {}

    def line_of(self, path: Path, text: str, first: int) -> int:
        """The line of the file on which ``text`` stands, looked for from ``first`` on; ``first`` if it is not found.

        It is not where YAML folds or escapes it.
        """
        if path not in self._files:
            try:
                self._files[path] = read_file(path)
            except OSError:
                self._files[path] = b""
        data = self._files[path]
        start = 0
        for _ in range(first - 1):
            start = data.find(b"\n", start) + 1
        place = data.find(text.encode(), start)
        below = data.count(b"\n", start, place) if place >= 0 else 0
        return first + below if below < _FARTHEST else first


def hit_of(showing: Showing, rated: Rated) -> Hit | None:
    """The hit that a rated document is; None if another process has just taken its file up anew."""
    address = address_of(rated.number)
    source = showing.files[address.slot]
    item = item_at(showing.connection, source, address)
    if item is None:
        return None
    language, snippet = _best_snippet(showing, item, source.languages[address.language])
    title = " ".join(item.titles.get(showing.language, item.titles[language]).split())
    path = source.held.file(source.row)
    line = showing.lines.line_of(path, snippet.text, item.line) if snippet.text else item.line
    return Hit(
        source.held.full(item.name),
        address.kind,
        source.topic,
        title,
        marks_in(title, showing.concepts),
        snippet.text,
        snippet.marks,
        language,
        round(rated.score, 3),
        path,
        line,
    )


def _best_snippet(showing: Showing, item: Item, language: str) -> tuple[str, Snippet]:
    """The line that matches, in the language asked for if that names as much as the one that fits best."""
    best = snippet_of(item.texts[language].lines, showing.concepts)
    if language == showing.language or showing.language not in item.texts:
        return language, best
    own = snippet_of(item.texts[showing.language].lines, showing.concepts)
    return (showing.language, own) if own.named >= best.named else (language, best)


def item_at(connection: sqlite3.Connection, source: Source, address: Address) -> Item | None:
    """The item of a document, if it is still there."""
    file = source.row.id
    row = connection.execute(
        "SELECT body FROM material_item WHERE file = ? AND position = ?", (file, address.place)
    ).fetchone()
    if row is None:
        return None
    if address.kind is Kind.QUESTION:
        question = unpack(Question, row[0])
        return _item(
            question.id,
            question.line,
            question.stem,
            source,
            lambda language: text_of_question(question, language),
        )
    note = unpack(Note, row[0])
    if address.kind is Kind.NOTE:
        return _item(note.id, note.line, note.title, source, lambda language: text_of_note(note, language))
    row = connection.execute(
        "SELECT name, slot FROM material_card WHERE file = ? AND position = ?", (file, address.ordinal - 1)
    ).fetchone()
    if row is None or row[1] >= len(note.entries):
        return None
    entry = note.entries[row[1]]
    card = next((card for card in cards_of(entry) if card.id == row[0]), None)
    if card is None:
        return None
    return _item(card.id, entry.line, card.front, source, lambda language: text_of_card(card, language))


def _item(name: str, line: int, title: Text, source: Source, text_in: Callable[[str], SearchedText]) -> Item:
    texts = {language: text_in(language) for language in source.languages}
    return Item(name, line, title.by_language, {each: text for each, text in texts.items() if text.is_there})
