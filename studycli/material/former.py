"""Items that went away, so that one which comes back under another id can be told from a new one.

Kept are kind, id and a digest of the texts; ``became`` is the id under which the texts were seen again. A learner's
history hangs on ids: without ``was`` it is lost with the old one. Nothing is kept of a file that loses no id.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from studycli.core.bank import Question
from studycli.core.ledgers import Kind, Ledger, Mention
from studycli.core.notes import Cloze, Entry, Note
from studycli.material.pack import pack, unpack
from studycli.material.store import ItemRow

_NAMES: Final = """SELECT kind, name FROM material_item WHERE file = :file
    UNION SELECT 'entry', entry FROM material_card WHERE file = :file"""


class Rename(NamedTuple):
    """An item that was found to be one that went away; ``path`` is that of its file within the library."""

    path: str
    mention: Mention
    old: str


class Identity(NamedTuple):
    """What an item is called and a digest of its texts."""

    kind: Kind
    name: str
    digest: bytes


def remember(
    connection: sqlite3.Connection, folder: str, files: Sequence[int], ledgers: Iterable[Ledger]
) -> None:
    """Keep the items of ``files`` that are about to be replaced and are not in ``ledgers``, which replace them."""
    living = _names(ledgers)
    for file in files:
        if set(connection.execute(_NAMES, {"file": file})) <= living:
            continue
        rows = connection.execute("SELECT kind, name, body FROM material_item WHERE file = ?", (file,))
        connection.executemany(
            "INSERT OR REPLACE INTO material_former VALUES (?, ?, ?, ?, NULL)",
            [
                (folder, *identity)
                for identity in identities(ItemRow(Kind(kind), name, body) for kind, name, body in rows)
                if identity[:2] not in living
            ],
        )


def recognise(
    connection: sqlite3.Connection, folder: str, ledgers: Iterable[Ledger], items: Iterable[ItemRow]
) -> None:
    """Forget what lives again, and what stood in for it, and find what else went away among the new ``items``."""
    away = connection.execute(
        "SELECT kind, name, digest, became FROM material_former WHERE folder = ?", (folder,)
    ).fetchall()
    if not away:
        return
    living = _names(ledgers)
    back = [(kind, name) for kind, name, _, _ in away if (kind, name) in living]
    undone = [(kind, became) for kind, name, _, became in away if (kind, name) in living and became]
    connection.executemany(
        "DELETE FROM material_former WHERE folder = ? AND kind = ? AND name = ?",
        [(folder, *key) for key in (*back, *undone)],
    )
    settled = {*back, *undone}
    lost = {
        (kind, digest): name
        for kind, name, digest, became in away
        if became is None and (kind, name) not in settled
    }
    connection.executemany(
        "UPDATE material_former SET became = ? WHERE folder = ? AND kind = ? AND name = ?",
        [
            (identity.name, folder, identity.kind, lost[identity.kind, identity.digest])
            for identity in identities(items)
            if (identity.kind, identity.digest) in lost
        ],
    )


def renames(connection: sqlite3.Connection, folder: str, ledgers: Sequence[Ledger]) -> list[Rename]:
    """What lives under a new id, in order of file and line, and nowhere lists the old one."""
    became = {
        (kind, old): new
        for kind, old, new in connection.execute(
            "SELECT kind, name, became FROM material_former WHERE folder = ? AND became IS NOT NULL",
            (folder,),
        )
    }
    if not became:
        return []
    retired = {(mention.kind, mention.name) for ledger in ledgers for mention in ledger.retired}
    living = {
        (mention.kind, mention.name): (ledger.path, mention)
        for ledger in ledgers
        for mention in ledger.living
    }
    found = []
    for kind, old in sorted(became.keys() - retired - living.keys()):
        if place := living.get((kind, _last(became, kind, old))):
            found.append(Rename(*place, old))
    return sorted(found, key=lambda rename: (rename.path, rename.mention.line, rename.old))


def _last(became: dict[tuple[str, str], str], kind: str, name: str) -> str:
    """What ``name`` is called by now, having been renamed any number of times."""
    seen = set()
    while (kind, name) in became and name not in seen:
        seen.add(name)
        name = became[kind, name]
    return name


def _names(ledgers: Iterable[Ledger]) -> set[tuple[str, str]]:
    return {(mention.kind, mention.name) for ledger in ledgers for mention in ledger.living}


def identities(items: Iterable[ItemRow]) -> Iterator[Identity]:
    """Notes, the entries in them, and questions, in order."""
    for kind, name, body in items:
        if kind is Kind.NOTE:
            note = unpack(Note, body)
            yield Identity(kind, name, _digest(note.title, note.body))
            for entry in note.entries:
                yield Identity(Kind.ENTRY, entry.id, _digest(entry.kind, *_texts(entry)))
        elif kind is Kind.QUESTION:
            question = unpack(Question, body)
            options = [text for option in question.options for text in (option.text, option.why)]
            yield Identity(kind, name, _digest(question.stem, *options))


def _texts(entry: Entry) -> tuple[object, ...]:
    return (entry.text,) if isinstance(entry, Cloze) else (entry.front, entry.back)


def _digest(*texts: object) -> bytes:
    from hashlib import blake2b  # noqa: PLC0415  # brings OpenSSL, which takes time to import

    return blake2b(pack(texts).encode(), digest_size=16).digest()
