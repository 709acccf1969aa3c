"""Small libraries on disk, and ways to change them."""

import os
from pathlib import Path

OLD_NS = 1_700_000_000_000_000_000
"""A file time long past: no test runs in the moment such a file was written."""

LIBRARY = "id: small\ntitle: {ko: 작은 것, en: Small}\nlanguages: [ko, en]\n"

SOURCES = "sources: [{url: 'https://example.com/page', checked: 2026-10-31}]"

ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a:\n  <<: {x: y}\n"


def write(folder: Path, path: str, text: str | bytes, *, time_ns: int = OLD_NS) -> Path:
    """Write one file of a library, by default as one that has long been there."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    os.utime(file, ns=(time_ns, time_ns))
    return file


def library(folder: Path, **files: str) -> Path:
    """A library with ``library.yaml`` and the given topics: ``topic="..."``."""
    write(folder, "content/library.yaml", LIBRARY)
    (folder / "quizzes").mkdir(exist_ok=True)
    for name, text in files.items():
        write(folder, f"content/{name}.yaml", text)
    return folder


def topic(name: str, *entries: str, note: str | None = None) -> str:
    """A topic with one note that has the entries given as flow mappings."""
    listed = "".join(f"  - {entry}\n" for entry in entries)
    return (
        f"id: {name}\ntitle: {{ko: 주제, en: Topic}}\nnotes:\n"
        f"- id: {note or name + '-note'}\n  title: {{ko: 노트, en: Note}}\n  body: {{ko: 본문, en: Body}}\n"
        f"  {SOURCES}\n" + (f"  entries:\n{listed}" if entries else "")
    )


def basic(name: str, more: str = "") -> str:
    """A basic entry."""
    return f"{{id: {name}, kind: basic, front: {{ko: 앞, en: Front}}, back: {{ko: 뒤, en: Back}}{more}}}"


def bank(name: str, more: str = "") -> str:
    """A bank with one question."""
    return (
        f"topic: {name}\nquestions:\n- id: q-{name}\n  kind: single\n  domain: secure\n  difficulty: easy\n"
        f"  stem: {{ko: 물음, en: Stem}}\n  options:\n"
        "  - {id: a, text: {ko: 가, en: A}, why: {ko: 맞음, en: Right}, right: true}\n"
        "  - {id: b, text: {ko: 나, en: B}, why: {ko: 틀림, en: Wrong}}\n"
        f"  {SOURCES}\n{more}"
    )
