"""What was found, as it is shown: the title, the line that matches, and where it stands."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path
from typing import Final, NamedTuple

from studycli.core.cards import cards_of
from studycli.core.library import Note, Question
from studycli.core.rules import Kind
from studycli.core.search.plan import Concept
from studycli.core.search.snippet import marks_in, snippet_of, title_share
from studycli.material.pack import unpack
from studycli.material.search.tables import Address, FileOfSlot, address_of, item_of
from studycli.material.search.texts import SearchedText, text_of_card, text_of_note, text_of_question

_RERANKED: Final = 60
"""As many of the best items are looked at more closely."""

_LEAST_SHARE: Final = 0.2
"""Of the best score: what is below does not count as found."""

_PRIOR: Final[Mapping[Kind, float]] = {Kind.NOTE: 1.25, Kind.CARD: 1.0, Kind.QUESTION: 0.9}
"""A note comes before its cards and questions where they match equally."""

_TITLE: Final = 1.0
"""What a title that is the query, and nothing else, adds to a score of 1."""


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
    title_marks: tuple[tuple[int, int], ...]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    language: str
    score: float
    path: Path
    line: int


class Item(NamedTuple):
    """A note, card or question: its short id, the line it begins on, and its texts by language."""

    name: str
    line: int
    texts: Mapping[str, SearchedText]


@dataclass(frozen=True, slots=True)
class Showing:
    """What is needed to show documents that were found."""

    connection: sqlite3.Connection
    files: Mapping[int, FileOfSlot]
    concepts: Sequence[Concept]
    language: str


def shown(showing: Showing, found: Mapping[int, float], limit: int) -> tuple[tuple[Hit, ...], int]:
    """The ``limit`` best hits and how many there are, one for each item, from documents and their scores."""
    best: dict[int, tuple[float, int]] = {}
    for number, score in found.items():
        address = address_of(number)
        rated = (score * _PRIOR[address.kind], number)
        if rated > best.get(item_of(number), (0.0, 0)):
            best[item_of(number)] = rated
    top = nlargest(max(_RERANKED, limit), best.values())
    least = top[0][0] * _LEAST_SHARE if top else 0.0
    rated_items = [_rated(showing, score, number) for score, number in top]
    rated_items.sort(key=lambda each: -each[0])
    total = sum(score >= least for score, _ in best.values())
    return tuple(_hit(showing, *each) for each in rated_items[: min(limit, total)]), total


def _rated(showing: Showing, score: float, number: int) -> tuple[float, int, Item]:
    item = item_at(showing, address_of(number))
    address = address_of(number)
    language = showing.files[address.slot].languages[address.language]
    share = title_share(item.texts[language].title, showing.concepts)
    return score * (1 + _TITLE * share), number, item


def _hit(showing: Showing, score: float, number: int, item: Item) -> Hit:
    address = address_of(number)
    file = showing.files[address.slot]
    language = file.languages[address.language]
    text = item.texts[language]
    title = item.texts.get(showing.language, text).title
    lines = [line for part in (text.body, text.rest) for line in part.splitlines() if line.strip()]
    snippet = snippet_of(lines, showing.concepts)
    path = file.held.file(file.row)
    return Hit(
        file.held.full(item.name),
        address.kind,
        file.topics[0],
        " ".join(title.split()),
        marks_in(" ".join(title.split()), showing.concepts),
        snippet.text,
        snippet.marks,
        language,
        round(score, 3),
        path,
        item.line,
    )


def item_at(showing: Showing, address: Address) -> Item:
    """The item of a document."""
    file = showing.files[address.slot]
    if address.kind is Kind.CARD:
        name, place, slot = showing.connection.execute(
            "SELECT name, item, slot FROM material_card WHERE file = ? AND position = ?",
            (file.row.id, address.place),
        ).fetchone()
    else:
        name, place, slot = "", address.place, 0
    (body,) = showing.connection.execute(
        "SELECT body FROM material_item WHERE file = ? AND position = ?", (file.row.id, place)
    ).fetchone()
    if address.kind is Kind.QUESTION:
        question = unpack(Question, body)
        return Item(
            question.id, question.line, _texts(file, lambda language: text_of_question(question, language))
        )
    note = unpack(Note, body)
    if address.kind is Kind.NOTE:
        return Item(note.id, note.line, _texts(file, lambda language: text_of_note(note, language)))
    entry = note.entries[slot]
    card = next(card for card in cards_of(entry) if card.id == name)
    return Item(name, entry.line, _texts(file, lambda language: text_of_card(card, language)))


def _texts(file: FileOfSlot, text_in: Callable[[str], SearchedText]) -> dict[str, SearchedText]:
    texts = {language: text_in(language) for language in file.languages}
    return {language: text for language, text in texts.items() if any(text)}
