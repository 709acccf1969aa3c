"""What was found, as it is shown: the title, and the line that matches."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from studycli.core.bank import Question
from studycli.core.cards import cards_of
from studycli.core.ledgers import Kind
from studycli.core.library import Text
from studycli.core.notes import Note
from studycli.core.search.address import Address, address_of, item_of
from studycli.core.search.score import Rated
from studycli.core.search.snippet import Mark, Snippet, Sought, marks_in, snippet_of
from studycli.material.pack import unpack
from studycli.material.search.sources import Source
from studycli.material.search.texts import SearchedText, text_of_card, text_of_note, text_of_question

_KNOWN_ITEMS: Final = 1000


class Hit(NamedTuple):
    """An item that was found. ``id`` is full; ``topic`` is the id within its library.

    The title is in the language asked for where there is such. ``snippet`` is one line of the text in ``language``,
    the language that matched, as Markdown; ``marks`` are the places of what matched in it, ``title_marks`` those in
    the title. ``first_line`` is where the item begins in its file.
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
    first_line: int


class Item(NamedTuple):
    """A note, card or question: its short id, where it begins, its titles and the lines below by language."""

    name: str
    path: Path
    line: int
    titles: Mapping[str, str]
    texts: Mapping[str, Sequence[str]]


class Shown:
    """Items, each read once: while somebody types, most of what is shown is shown again."""

    def __init__(self, connection: sqlite3.Connection, files: Mapping[int, Source]) -> None:
        self.files = files
        self._connection = connection
        self.item = lru_cache(maxsize=_KNOWN_ITEMS)(self._item)

    def _item(self, number: int) -> Item | None:
        """The item of that number, if it is still there."""
        address = address_of(number)
        return _item_at(self._connection, self.files[address.slot], address)


class Asked(NamedTuple):
    """What hits are to show: what was looked for, and the language for titles."""

    wanted: Sequence[Sought]
    language: str


def hit_of(shown: Shown, rated: Rated, asked: Asked) -> Hit | None:
    """The hit that a rated document is; None if another process has just taken its file up anew."""
    address = address_of(rated.number)
    source = shown.files[address.slot]
    item = shown.item(item_of(rated.number))
    if item is None:
        return None
    language, snippet = _best_snippet(item, source.languages[address.language], asked)
    title = " ".join(item.titles.get(asked.language, item.titles[language]).split())
    return Hit(
        source.held.full(item.name),
        address.kind,
        source.topic,
        title,
        marks_in(title, asked.wanted),
        snippet.text,
        marks_in(snippet.text, asked.wanted),
        language,
        round(rated.score, 3),
        item.path,
        item.line,
    )


def _best_snippet(item: Item, language: str, asked: Asked) -> tuple[str, Snippet]:
    """The line that matches, in the language asked for if that names as much as the one that fits best."""
    best = snippet_of(item.texts[language], asked.wanted)
    if language == asked.language or asked.language not in item.texts:
        return language, best
    own = snippet_of(item.texts[asked.language], asked.wanted)
    return (asked.language, own) if own.named >= best.named else (language, best)


def _item_at(connection: sqlite3.Connection, source: Source, address: Address) -> Item | None:
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
    lines = {each: text.lines for each, text in texts.items() if text.is_there}
    return Item(name, source.held.file(source.row), line, title.by_language, lines)
