"""Shelves to test with: opening, what to ask of them, and the bad files they must live with."""

import os
import sqlite3
from itertools import product
from pathlib import Path

import pytest

from studycli import words
from studycli.core.problems import Problem
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.shelf import Shelf, open_shelf
from studycli.words.problem_text import describe
from tests.material.libraries import (
    ALIAS_BOMB,
    LIBRARY,
    MERGE_BOMB,
    basic,
    topic,
    write,
)


def opened(cache: sqlite3.Connection, *folders: Path) -> Shelf:
    return open_shelf(cache, [LibraryPlace(folder, Origin.OTHER) for folder in folders])


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int, str]]:
    """Where the problems are; each must have its line of text in both languages."""
    for each, language in product(problems, words.LANGUAGES):
        texts = words.load(language).problems
        assert each.rule in describe(each.path, each.line, each.column, each.rule, each.params, texts)
    return [(Path(each.path).name, each.line, each.column, each.rule) for each in problems]


def ids(shelf: Shelf) -> list[str]:
    return [ref.id for ref in shelf.refs()]


def alter_unseen(file: Path, old: str, new: str) -> None:
    """Change a file so that its size, time and inode stay."""
    stat = file.stat()
    data = file.read_bytes().replace(old.encode(), new.encode())
    file.write_bytes(data)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    after = file.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (stat.st_size, stat.st_mtime_ns, stat.st_ino)


def other(folder: Path, name: str) -> Path:
    write(folder, "content/library.yaml", LIBRARY)
    write(folder, f"content/{name}.yaml", topic(name, basic(name)))
    return folder


BAD_FILES = [
    pytest.param(topic("b").encode() + b"\xff\n", (8, 1, "not-utf8"), id="not UTF-8"),
    pytest.param("id: b\n\ttitle: x\n", (2, 1, "tab"), id="tab"),
    pytest.param("id: b\nid: b\n" + topic("b")[6:], (2, 1, "duplicate-key"), id="duplicate key"),
    pytest.param(ALIAS_BOMB, (1, 4, "alias"), id="alias bomb"),
    pytest.param(MERGE_BOMB, (2, 3, "merge-key"), id="merge key"),
    pytest.param("[" * 60, (1, 41, "too-deep"), id="60 brackets"),
    pytest.param(topic("b").replace("en: Body", "en: true"), (6, 22, "quote-it"), id="true as text"),
    pytest.param(topic("b").replace("en: Body", "en: 1.10"), (6, 22, "quote-it"), id="1.10 as text"),
    pytest.param(topic("b").replace("en: Body", 'en: "\\e[2J"'), (6, 22, "control-character"), id="escape"),
    pytest.param(topic("b").replace("Body", "\u202ex"), (6, 22, "control-character"), id="bidirectional"),
    pytest.param(topic("b", "{id: x, kind: what}"), (9, 19, "unknown-kind"), id="unknown kind"),
    pytest.param("a: " + "x" * 5_000_000, (1, 1, "too-large"), id="over 5 MB"),
    pytest.param(topic("b") + "---\na: b\n", (8, 1, "several-documents"), id="two documents"),
    pytest.param("", (1, 1, "empty-file"), id="empty"),
    pytest.param(topic("c"), (1, 5, "wrong-file-name"), id="other name"),
    pytest.param(topic("b", basic("x"), basic("x")), (10, 10, "duplicate-id"), id="one id twice"),
    pytest.param(topic("b", basic("a1")), (9, 10, "duplicate-id"), id="an id of another file"),
    pytest.param(topic("b", basic("x", ", was: [a1]")), (9, 84, "retired-id"), id="a former id that lives"),
    pytest.param(
        topic("b", "{id: c, kind: cloze, text: {ko: '{{x::1}}', en: '{{y::1}}'}}"),
        (9, 53, "gaps-differ"), id="other gaps",
    ),
]  # fmt: skip
